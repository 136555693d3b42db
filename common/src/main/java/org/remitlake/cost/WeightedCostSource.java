package org.remitlake.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.BaseValue;
import org.remitlake.indicator.BaseValues;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Derivation;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.indicator.YearlyInflow;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;

/** Values of {@link WeightedCost}: from the corridors' costs and last year's inflows. */
public final class WeightedCostSource implements ValueSource {
  private static final String ALL_CORRIDORS = "_T";
  private static final List<Indicator> BASES = List.of(QuotedCost.A10_200, QuotedCost.A10_500);

  private final Lake lake;
  private final BaseValues bases;

  private WeightedCostSource(Lake lake, BaseValues bases) {
    this.lake = lake;
    this.bases = bases;
  }

  /** From the average costs of corridors. */
  public static Derivation derivation(Lake lake) {
    return new Derivation(BASES, bases -> new WeightedCostSource(lake, bases));
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(WeightedCost.values());
  }

  @Override
  public Map<String, String> inputs() {
    Map<Integer, String> inflows = new TreeMap<>();
    Map<String, String> inputs = new TreeMap<>();
    bases
        .inputs(BASES)
        .forEach(
            (quarter, costs) ->
                inputs.put(
                    quarter.toString(),
                    costs
                        + inflows.computeIfAbsent(
                            quarter.year() - 1, year -> YearlyInflow.version(lake, year))));
    return inputs;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<Integer> years = new TreeSet<>();
    periods.forEach(period -> years.add(Quarter.parse(period).year() - 1));
    YearlyInflow inflows = YearlyInflow.read(lake, years);
    List<ValueRow> values = new ArrayList<>();
    for (String period : periods) {
      for (WeightedCost indicator : WeightedCost.values()) {
        Map<String, BaseValue> costs = costs(indicator, Quarter.parse(period));
        if (!costs.isEmpty()) {
          values.add(value(indicator, Quarter.parse(period), costs, inflows));
        }
      }
    }
    return values;
  }

  /** What the corridors cost, those without a cost among them. */
  private Map<String, BaseValue> costs(WeightedCost indicator, Quarter quarter) {
    Map<String, BaseValue> costs = new TreeMap<>();
    bases
        .of(indicator.cost())
        .forEach(
            (corridor, quarters) ->
                Optional.ofNullable(quarters.get(quarter))
                    .ifPresent(cost -> costs.put(corridor, cost)));
    return costs;
  }

  private static ValueRow value(
      WeightedCost indicator, Quarter quarter, Map<String, BaseValue> costs, YearlyInflow inflows) {
    Map<String, BaseValue> known = new TreeMap<>(costs);
    known.values().removeIf(cost -> cost.value().isEmpty());
    Map<String, BigDecimal> weights = inflows.of(quarter.year() - 1, known.keySet());
    BigDecimal paid = BigDecimal.ZERO;
    BigDecimal flow = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> weight : weights.entrySet()) {
      double cost = known.get(weight.getKey()).value().orElseThrow();
      paid = paid.add(weight.getValue().multiply(BigDecimal.valueOf(cost)));
      flow = flow.add(weight.getValue());
    }
    int missing = known.size() - weights.size();
    String nullReason =
        known.isEmpty()
            ? "EMPTY"
            : missing > 0 ? "NO_OFFICIAL" : flow.signum() == 0 ? "DEN_ZERO" : "";
    Map<String, Long> excluded = new TreeMap<>();
    excluded.put("NO_COST", (long) costs.size() - known.size());
    excluded.put("NO_OFFICIAL", (long) missing);
    excluded.values().removeIf(n -> n == 0);
    return new ValueRow(
        indicator,
        CellKey.total(ALL_CORRIDORS, quarter.toString()),
        nullReason.isEmpty()
            ? Optional.of(paid.doubleValue() / flow.doubleValue())
            : Optional.empty(),
        nullReason,
        Optional.of(paid),
        Optional.of(flow),
        weights.size(),
        known.values().stream().mapToLong(BaseValue::units).sum(),
        missing,
        excluded,
        "VALUE",
        Optional.empty(),
        known.values().stream().map(BaseValue::grade).max(String::compareTo).orElse("A"),
        Optional.empty());
  }

  @Override
  public Optional<Dataset<Row>> rows(CellKey cell) {
    Quarter quarter = Quarter.parse(cell.quarter());
    return bases.rows(lake.spark(), BASES, (corridor, q) -> q.equals(quarter));
  }
}
