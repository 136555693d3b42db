package org.remitlake.savings;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Encoders;
import org.remitlake.account.Accounts;
import org.remitlake.account.PartnerFinances;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.money.CentralBanks;
import org.remitlake.money.FxMid;
import org.remitlake.money.ReferenceRates;
import org.remitlake.time.Quarter;

/** Values of {@link PartnerFinance}, for the quarters of which partners told any month. */
public final class PartnerFinanceSource implements ValueSource {
  private static final int YEAR = 4;

  private final Lake lake;

  /** What partners of a cell told for a number. */
  private static final class Sum {
    private final Map<String, Long> leftOut = new TreeMap<>();
    private ProductYear year = ProductYear.NONE;
    private long products;
  }

  /** A source. */
  public PartnerFinanceSource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(PartnerFinance.values());
  }

  /** A quarter rests on all months and accounts, of which there are few, and on its rates. */
  @Override
  public Map<String, String> inputs() {
    Map<String, String> months = lake.sliceVersions(PartnerFinances.CONTRACT);
    Map<String, String> rates = lake.sliceVersions(FxMid.CONTRACT);
    String accounts = lake.sliceVersions(Accounts.CONTRACT).toString();
    Map<String, String> inputs = new TreeMap<>();
    for (String quarter : months.keySet()) {
      String before = Quarter.parse(quarter).plus(-1).toString();
      inputs.put(
          quarter,
          String.join(
              "\n",
              months.toString(),
              accounts,
              rates.getOrDefault(before, ""),
              rates.getOrDefault(quarter, "")));
    }
    return inputs;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<String> known = lake.sliceVersions(PartnerFinances.CONTRACT).keySet();
    List<Quarter> quarters =
        periods.stream().filter(known::contains).map(Quarter::parse).sorted().toList();
    if (quarters.isEmpty()) {
      return List.of();
    }
    List<ProductMonths> products =
        ProductMonths.of(lake.read(PartnerFinances.CONTRACT).collectAsList());
    Map<String, Long> open = open(quarters);
    ReferenceRates rates = ReferenceRates.of(lake.read(FxMid.CONTRACT));
    List<ValueRow> values = new ArrayList<>();
    for (Quarter quarter : quarters) {
      for (PartnerFinance indicator : PartnerFinance.values()) {
        Map<CellKey, Sum> cells = new TreeMap<>();
        for (ProductMonths product : products) {
          if (product.tells(quarter)) {
            String gap = product.gap(indicator, quarter, rates);
            BigDecimal accounts = mean(open, product.account(), indicator, quarter);
            ProductYear year = product.year(indicator, quarter, rates, accounts);
            cells(product, quarter)
                .forEach(key -> add(cells.computeIfAbsent(key, k -> new Sum()), gap, year));
          }
        }
        cells.forEach((key, sum) -> values.add(value(indicator, key, sum)));
      }
    }
    return values;
  }

  private static List<CellKey> cells(ProductMonths of, Quarter quarter) {
    String label = quarter.toString();
    return List.of(
        CellKey.total(of.country(), label),
        CellKey.of(of.country(), label, "partner_id", of.partner()),
        CellKey.of(of.country(), label, "product_code", of.product()));
  }

  private static void add(Sum sum, String gap, ProductYear year) {
    if (gap.isEmpty()) {
      sum.year = sum.year.plus(year);
      sum.products++;
    } else {
      sum.leftOut.merge(gap, 1L, Long::sum);
    }
  }

  /** Accounts open at the ends of quarters, by bank, product and day. */
  private Map<String, Long> open(Collection<Quarter> quarters) {
    Set<LocalDate> ends = new TreeSet<>();
    for (Quarter quarter : quarters) {
      Quarter.range(quarter.plus(-YEAR), quarter).forEach(q -> ends.add(last(q)));
    }
    Map<String, Long> open = new HashMap<>();
    lake.read(Accounts.CONTRACT)
        .where(BankBooks.wasOpened())
        // Closed nobody knows when.
        .where(not(col("status").equalTo("CLOSED").and(col("closed_on").isNull())))
        .join(
            broadcast(
                lake.spark().createDataset(List.copyOf(ends), Encoders.LOCALDATE()).toDF("last")))
        .where(BankBooks.isOpen(col("last")))
        .groupBy("bank_id", "product_code", "last")
        .count()
        .collectAsList()
        .forEach(
            r ->
                open.put(
                    String.join("|", r.getString(0), r.getString(1), r.get(2).toString()),
                    r.getLong(3)));
    return open;
  }

  private static LocalDate last(Quarter quarter) {
    return quarter.endExclusive().minusDays(1);
  }

  /** Mean over quarters of the accounts open at the two ends of each. */
  private static BigDecimal mean(
      Map<String, Long> open, String account, PartnerFinance indicator, Quarter quarter) {
    int quarters = indicator.months() / 3;
    long twice = 0;
    for (Quarter q : Quarter.range(quarter.plus(1 - quarters), quarter)) {
      twice += open.getOrDefault(account + "|" + last(q.plus(-1)), 0L);
      twice += open.getOrDefault(account + "|" + last(q), 0L);
    }
    return BigDecimal.valueOf(twice)
        .divide(BigDecimal.valueOf(2L * quarters), 4, RoundingMode.UNNECESSARY);
  }

  private static ValueRow value(PartnerFinance indicator, CellKey key, Sum sum) {
    Optional<Double> value = sum.year.value(indicator);
    long missing =
        sum.leftOut.getOrDefault("NO_REPORT", 0L) + sum.leftOut.getOrDefault("FX_STALE", 0L);
    String nullReason =
        ValueRow.tooMuchMissing(missing, sum.products + missing)
            ? "Q_MISSING"
            : sum.products == 0
                ? sum.leftOut.containsKey("HISTORY_SHORT") ? "HISTORY_SHORT" : "EMPTY"
                : value.isEmpty() ? "DEN_ZERO" : "";
    long accounts = sum.year.accounts().longValue();
    return new ValueRow(
        indicator,
        key,
        nullReason.isEmpty() ? value : Optional.empty(),
        nullReason,
        Optional.of(sum.year.over(indicator)),
        Optional.of(sum.year.accounts()),
        accounts,
        accounts,
        missing,
        sum.leftOut,
        "VALUE",
        indicator == PartnerFinance.C51 ? CentralBanks.bankOf(key.corridor()) : Optional.empty(),
        ValueRow.grade(missing, sum.products + missing),
        Optional.empty());
  }
}
