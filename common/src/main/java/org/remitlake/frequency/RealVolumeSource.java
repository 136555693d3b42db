package org.remitlake.frequency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Fingerprint;
import org.remitlake.indicator.BaseValue;
import org.remitlake.indicator.BaseValues;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Derivation;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;

/** Values of {@link RealVolume}: from a quarter's volume and those of the base. */
public final class RealVolumeSource implements ValueSource {
  private static final List<Indicator> BASES = List.of(Frequency.B05);

  private final Lake lake;
  private final BaseValues bases;

  private RealVolumeSource(Lake lake, BaseValues bases) {
    this.lake = lake;
    this.bases = bases;
  }

  /** From volumes. */
  public static Derivation derivation(Lake lake) {
    return new Derivation(BASES, bases -> new RealVolumeSource(lake, bases));
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(RealVolume.values());
  }

  /** A quarter rests on its own volumes and on those of the base, which may come after it. */
  @Override
  public Map<String, String> inputs() {
    StringBuilder all = new StringBuilder(ConsumerPrices.version(lake));
    bases
        .of(Frequency.B05)
        .forEach(
            (corridor, volumes) -> {
              for (RealVolume indicator : RealVolume.values()) {
                indicator
                    .base(volumes)
                    .forEach(q -> all.append(corridor).append(q).append(volumes.get(q)));
              }
            });
    String base = Fingerprint.of(all.toString());
    Map<String, String> inputs = new TreeMap<>();
    bases.inputs(BASES).forEach((quarter, own) -> inputs.put(quarter.toString(), own + base));
    return inputs;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    ConsumerPrices prices = ConsumerPrices.read(lake);
    List<ValueRow> values = new ArrayList<>();
    bases
        .of(Frequency.B05)
        .forEach(
            (corridor, volumes) -> {
              for (Quarter quarter : volumes.keySet()) {
                if (periods.contains(quarter.toString())) {
                  for (RealVolume indicator : RealVolume.values()) {
                    values.add(value(indicator, corridor, quarter, volumes, prices));
                  }
                }
              }
            });
    return values;
  }

  private static ValueRow value(
      RealVolume indicator,
      String corridor,
      Quarter quarter,
      NavigableMap<Quarter, BaseValue> volumes,
      ConsumerPrices prices) {
    BaseValue own = volumes.get(quarter);
    List<Quarter> base = indicator.base(volumes);
    Set<Quarter> all = new TreeSet<>(base);
    all.add(quarter);
    Optional<Double> index = Optional.empty();
    String whenNone = own.nullReason();
    if (base.isEmpty()) {
      whenNone = "NO_BASE";
    } else if (own.value().isPresent()) {
      Optional<Map<Quarter, Double>> cpi = prices.of(corridor, all);
      index = cpi.flatMap(levels -> index(quarter, base, volumes, levels));
      whenNone = cpi.isEmpty() ? "NO_CPI" : "DEN_ZERO";
    }
    return new ValueRow(
        indicator,
        CellKey.total(corridor, quarter.toString()),
        index,
        index.isPresent() ? "" : whenNone,
        Optional.empty(),
        Optional.empty(),
        own.n(),
        all.stream().mapToLong(q -> volumes.get(q).units()).min().orElse(0),
        0,
        Map.of(),
        "UNIT",
        own.fxSource(),
        own.grade(),
        Optional.empty());
  }

  private static Optional<Double> index(
      Quarter quarter,
      List<Quarter> base,
      NavigableMap<Quarter, BaseValue> volumes,
      Map<Quarter, Double> levels) {
    double mean = base.stream().mapToDouble(q -> real(q, volumes, levels)).average().orElse(0);
    return mean > 0 ? Optional.of(100 * real(quarter, volumes, levels) / mean) : Optional.empty();
  }

  private static double real(
      Quarter quarter, NavigableMap<Quarter, BaseValue> volumes, Map<Quarter, Double> levels) {
    return volumes.get(quarter).value().orElseThrow() / levels.get(quarter);
  }

  @Override
  public Optional<Dataset<Row>> rows(CellKey cell) {
    NavigableMap<Quarter, BaseValue> volumes = bases.of(Frequency.B05, cell.corridor());
    Set<Quarter> all = new TreeSet<>(Set.of(Quarter.parse(cell.quarter())));
    for (RealVolume indicator : RealVolume.values()) {
      all.addAll(indicator.base(volumes));
    }
    return bases.rows(
        lake.spark(), BASES, (corridor, q) -> corridor.equals(cell.corridor()) && all.contains(q));
  }
}
