package org.remitlake.savings;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.money.CentralBanks;
import org.remitlake.money.FxMid;
import org.remitlake.money.ReferenceRates;
import org.remitlake.registry.ProgrammeCosts;
import org.remitlake.time.Quarter;

/** Values of {@link PilotCost}, by pilot; bookings are few and read as they are. */
public final class PilotCostSource implements ValueSource {
  /** Two quarters of lag, and the one before: the rate of a day may be that of days before. */
  private static final int REACH = 3;

  private final Lake lake;
  private final Map<String, PilotSpan> pilots;

  /** What was booked to a pilot in a quarter. */
  private static final class Booked {
    private BigDecimal usd = BigDecimal.ZERO;
    private long bookings;
    private long withoutRate;

    void add(Optional<BigDecimal> amount) {
      bookings++;
      if (amount.isPresent()) {
        usd = usd.add(amount.get());
      } else {
        withoutRate++;
      }
    }
  }

  /** A source. */
  public PilotCostSource(Lake lake) {
    this.lake = lake;
    this.pilots = PilotSpan.all(lake);
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(PilotCost.values());
  }

  /** Bookings, registry and funnel are not cut by quarters; rates are those of the cost's days. */
  @Override
  public Map<String, String> inputs() {
    Map<String, String> rates = lake.sliceVersions(FxMid.CONTRACT);
    Map<String, String> inputs =
        PilotSpan.inputs(lake, pilots, lake.sliceVersions(ProgrammeCosts.CONTRACT).toString());
    inputs.replaceAll(
        (quarter, text) -> {
          StringBuilder input = new StringBuilder(text);
          reach(Quarter.parse(quarter))
              .forEach(s -> input.append('\n').append(rates.getOrDefault(s, "")));
          return input.toString();
        });
    return inputs;
  }

  private static List<String> reach(Quarter quarter) {
    return Quarter.range(quarter.plus(-REACH), quarter).stream().map(Quarter::toString).toList();
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<Quarter> quarters = new TreeSet<>();
    pilots.values().forEach(p -> quarters.addAll(p.quarters()));
    quarters.removeIf(q -> !periods.contains(q.toString()));
    if (quarters.isEmpty() || !lake.exists(ProgrammeCosts.CONTRACT)) {
      return List.of();
    }
    Map<String, Booked> booked = booked(quarters);
    Map<String, Long> subjects = subjects();
    List<ValueRow> values = new ArrayList<>();
    pilots.forEach(
        (code, pilot) -> {
          for (Quarter quarter : pilot.quarters()) {
            if (quarters.contains(quarter)) {
              for (PilotCost indicator : PilotCost.values()) {
                Quarter of = quarter.plus(-indicator.lag());
                values.add(
                    value(
                        indicator,
                        CellKey.total(pilot.country(), quarter.toString()).in(code, "_T"),
                        booked.getOrDefault(key(code, of.toString()), new Booked()),
                        subjects.getOrDefault(
                            key(code, quarter.toString()) + indicator.stage(), 0L)));
              }
            }
          }
        });
    return values;
  }

  private static String key(String pilot, String quarter) {
    return pilot + "|" + quarter + "|";
  }

  private Map<String, Booked> booked(Set<Quarter> quarters) {
    Set<String> slices = new TreeSet<>();
    quarters.forEach(q -> slices.addAll(reach(q)));
    ReferenceRates rates = ReferenceRates.of(lake.read(FxMid.CONTRACT, slices));
    Map<String, Booked> booked = new TreeMap<>();
    for (Row row :
        lake.read(ProgrammeCosts.CONTRACT)
            .where("category <> 'EVALUATION'")
            .select("pilot_code", "booked_on", "currency", "amount")
            .collectAsList()) {
      LocalDate day = row.getAs("booked_on");
      String currency = row.getAs("currency");
      Optional<BigDecimal> rate =
          currency.equals("USD") ? Optional.of(BigDecimal.ONE) : rates.rate(currency, "USD", day);
      booked
          .computeIfAbsent(
              key(row.getAs("pilot_code"), Quarter.of(day).toString()), k -> new Booked())
          .add(rate.map(row.<BigDecimal>getAs("amount")::multiply));
    }
    return booked;
  }

  /** Subjects of the frame by pilot, quarter and the stage that they came to in it. */
  private Map<String, Long> subjects() {
    Map<String, Long> subjects = new TreeMap<>();
    Column isOfAll = col("cell.dimension").equalTo("_T").and(col("cell.arm").equalTo("_T"));
    FunnelTracks.milestones(FunnelTracks.of(lake, pilots))
        .where(isOfAll)
        .groupBy("pilot_code", "quarter", "name")
        .agg(sum("subjects"))
        .collectAsList()
        .forEach(
            r -> subjects.put(key(r.getString(0), r.getString(1)) + r.getString(2), r.getLong(3)));
    return subjects;
  }

  private static ValueRow value(PilotCost indicator, CellKey key, Booked booked, long subjects) {
    String nullReason =
        booked.bookings == 0
            ? "EMPTY"
            : ValueRow.tooMuchMissing(booked.withoutRate, booked.bookings)
                ? "Q_MISSING"
                : subjects == 0 ? "DEN_ZERO" : "";
    return new ValueRow(
        indicator,
        key,
        nullReason.isEmpty() ? Optional.of(booked.usd.doubleValue() / subjects) : Optional.empty(),
        nullReason,
        Optional.of(booked.usd),
        Optional.of(BigDecimal.valueOf(subjects)),
        subjects,
        subjects,
        booked.withoutRate,
        booked.withoutRate == 0 ? Map.of() : Map.of("NO_RATE", booked.withoutRate),
        "VALUE",
        CentralBanks.bankOf(key.corridor()),
        ValueRow.grade(booked.withoutRate, booked.bookings),
        Optional.empty());
  }
}
