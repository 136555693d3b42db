package org.remitlake.household;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.remitlake.contract.TableContract;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.PublishedSeries;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.registry.Pilots;
import org.remitlake.survey.Households;
import org.remitlake.survey.SurveyWave;
import org.remitlake.time.Quarter;

/**
 * Values from the countries' sample surveys, by wave. Surveys of pilots are no sample of a country
 * and are left out.
 */
public final class HouseholdSource implements ValueSource {
  private final Lake lake;
  private final Set<String> pilots;

  /**
   * A source.
   *
   * @param planned pilots that are known beside those of the registry, which may come after their
   *     surveys
   */
  public HouseholdSource(Lake lake, Collection<String> planned) {
    this.lake = lake;
    this.pilots = new TreeSet<>(lake.sliceVersions(Pilots.CONTRACT).keySet());
    this.pilots.addAll(planned);
  }

  @Override
  public List<? extends Indicator> indicators() {
    return all();
  }

  /** All indicators of surveys. */
  public static List<? extends Indicator> all() {
    return SurveyGrain.ALL.stream().flatMap(g -> g.indicators().stream()).toList();
  }

  @Override
  public Map<String, String> inputs() {
    Map<String, String> dated = new TreeMap<>(lake.sliceVersions(FxMid.CONTRACT));
    SurveyRates.quoted(lake)
        .forEach((of, cost) -> dated.merge(of.substring(4), of + cost, String::concat));
    String wages = PublishedSeries.version(lake, SurveyRates.MINIMUM_WAGE);
    Map<String, Set<String>> inputs = new TreeMap<>();
    for (TableContract table : tables()) {
      Map<SurveyWave, String> versions = waves(table);
      SurveyWaves waves = new SurveyWaves(versions.keySet(), Set.of());
      versions.forEach(
          (of, version) -> {
            Set<String> input =
                inputs.computeIfAbsent(
                    Integer.toString(of.wave()),
                    w -> new TreeSet<>(List.of(wages, priced(dated, of.wave()))));
            input.add(table.table() + " " + of + " " + version);
            waves
                .before(of.survey(), of.wave())
                .ifPresent(
                    before -> {
                      input.add(versions.get(new SurveyWave(of.survey(), before)));
                      input.add(priced(dated, before));
                    });
          });
    }
    Map<String, String> texts = new TreeMap<>();
    inputs.forEach((wave, input) -> texts.put(wave, String.join("\n", input)));
    return texts;
  }

  /** What money of a wave is worth. */
  private static String priced(Map<String, String> dated, int wave) {
    return dated.entrySet().stream()
        .filter(e -> SurveyRates.isPriced(Quarter.parse(e.getKey()), wave))
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  /** Waves of household surveys by country, those of pilots among them. */
  public static Map<String, Set<Integer>> waves(Lake lake) {
    Map<String, Set<Integer>> waves = new TreeMap<>();
    if (lake.exists(Households.CONTRACT)) {
      lake.read(Households.CONTRACT)
          .select("country", "wave")
          .distinct()
          .collectAsList()
          .forEach(
              r -> waves.computeIfAbsent(r.getString(0), c -> new TreeSet<>()).add(r.getInt(1)));
    }
    return waves;
  }

  private static Set<TableContract> tables() {
    Set<TableContract> tables = new LinkedHashSet<>();
    for (SurveyGrain grain : SurveyGrain.ALL) {
      tables.addAll(grain.tables());
    }
    return tables;
  }

  /** The version of each wave of the countries' surveys. */
  private Map<SurveyWave, String> waves(TableContract table) {
    Map<SurveyWave, String> waves = new TreeMap<>();
    lake.sliceVersions(table)
        .forEach(
            (slice, version) -> {
              SurveyWave of = SurveyWave.parse(slice);
              if (!pilots.contains(of.survey())) {
                waves.put(of, version);
              }
            });
    return waves;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    List<ValueRow> values = new ArrayList<>();
    for (SurveyGrain grain : SurveyGrain.ALL) {
      Set<SurveyWave> known = waves(grain.tables().get(0)).keySet();
      List<SurveyWave> wanted =
          known.stream().filter(w -> periods.contains(Integer.toString(w.wave()))).toList();
      if (!wanted.isEmpty()) {
        values.addAll(values(grain, new SurveyWaves(known, wanted)));
      }
    }
    return values;
  }

  private List<ValueRow> values(SurveyGrain grain, SurveyWaves waves) {
    SurveyRows rows = new SurveyRows(lake, waves.slices());
    waves.readFrames(grain.frame().apply(rows));
    return new SurveyEstimator(grain, waves).values(grain.units().apply(rows));
  }
}
