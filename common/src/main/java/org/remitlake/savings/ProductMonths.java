package org.remitlake.savings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.remitlake.money.CentralBanks;
import org.remitlake.money.ReferenceRates;
import org.remitlake.time.Quarter;

/** What a partner told of a product in a currency, month by month. */
final class ProductMonths {
  private static final String DOLLAR = "USD";
  private static final int SCALE = 12;

  private final String country;
  private final String partner;
  private final String product;
  private final String currency;
  private final TreeMap<LocalDate, Row> months = new TreeMap<>();

  private ProductMonths(Row row) {
    this.country = row.getAs("country");
    this.partner = row.getAs("partner_id");
    this.product = row.getAs("product_code");
    this.currency = row.getAs("currency");
  }

  /** Rows of {@code silver.partner_finance} by what they are of. */
  static List<ProductMonths> of(List<Row> rows) {
    Map<String, ProductMonths> all = new TreeMap<>();
    for (Row row : rows) {
      ProductMonths own = new ProductMonths(row);
      all.computeIfAbsent(own.account() + "|" + own.currency, k -> own)
          .months
          .put(row.getAs("month_on"), row);
    }
    return List.copyOf(all.values());
  }

  String country() {
    return country;
  }

  String partner() {
    return partner;
  }

  String product() {
    return product;
  }

  /** Partner and product, by which accounts are counted. */
  String account() {
    return partner + "|" + product;
  }

  private List<Row> in(PartnerFinance indicator, Quarter quarter) {
    LocalDate end = quarter.endExclusive();
    return List.copyOf(
        months.subMap(end.minusMonths(indicator.months()), true, end, false).values());
  }

  boolean tells(Quarter quarter) {
    return !in(PartnerFinance.C51, quarter).isEmpty();
  }

  /** Why it is not in a number; empty when it is. */
  String gap(PartnerFinance indicator, Quarter quarter, ReferenceRates rates) {
    LocalDate from = quarter.endExclusive().minusMonths(indicator.months());
    List<Row> told = in(indicator, quarter);
    if (told.size() < indicator.months()) {
      return months.firstKey().isAfter(from) ? "HISTORY_SHORT" : "NO_REPORT";
    }
    return switch (indicator) {
      case C51 -> told.stream().anyMatch(m -> rate(m, rates).isEmpty()) ? "FX_STALE" : "";
      case C52 ->
          CentralBanks.currencyOf(country).filter(currency::equals).isPresent()
              ? ""
              : "FOREIGN_CURRENCY";
    };
  }

  /**
   * Its sums where there is no gap.
   *
   * @param accounts mean number of them
   */
  ProductYear year(
      PartnerFinance indicator, Quarter quarter, ReferenceRates rates, BigDecimal accounts) {
    ProductYear sum = ProductYear.NONE;
    for (Row month : in(indicator, quarter)) {
      BigDecimal fees = month.getAs("fee_income");
      BigDecimal margin = month.getAs("interest_margin");
      BigDecimal deposits = month.getAs("average_deposits");
      sum =
          sum.plus(
              new ProductYear(
                  fees,
                  margin,
                  month.getAs("servicing_cost"),
                  deposits.divide(
                      BigDecimal.valueOf(indicator.months()), SCALE, RoundingMode.HALF_UP),
                  rate(month, rates).orElse(BigDecimal.ZERO).multiply(fees.add(margin)),
                  BigDecimal.ZERO));
    }
    return sum.plus(
        new ProductYear(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            accounts));
  }

  /** Mean of a month's days, in dollars. */
  private Optional<BigDecimal> rate(Row month, ReferenceRates rates) {
    LocalDate first = month.getAs("month_on");
    List<BigDecimal> known = new ArrayList<>();
    first
        .datesUntil(first.plusMonths(1))
        .forEach(
            day ->
                CentralBanks.bankOf(country)
                    .flatMap(bank -> rates.rate(bank, currency, DOLLAR, day))
                    .ifPresent(known::add));
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            known.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(known.size()), SCALE, RoundingMode.HALF_UP));
  }
}
