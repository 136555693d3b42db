package org.remitlake.household;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Pilots;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.survey.SurveyWave;

/**
 * Values from the countries' household surveys, by wave. Surveys of pilots are no sample of a
 * country and are left out.
 */
public final class HouseholdSource implements ValueSource {
  private static final int ADULT = 15;

  /** SDMX's unknown; U alone is urban. */
  private static final String UNKNOWN = "_U";

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
    return List.of(HouseholdIndicator.values());
  }

  @Override
  public Map<String, String> inputs() {
    Map<String, String> inputs = new TreeMap<>();
    for (var table : List.of(Households.CONTRACT, Members.CONTRACT)) {
      lake.sliceVersions(table)
          .forEach(
              (slice, version) -> {
                SurveyWave of = SurveyWave.parse(slice);
                if (!pilots.contains(of.survey())) {
                  inputs.merge(Integer.toString(of.wave()), version, (a, b) -> a + "\n" + b);
                }
              });
    }
    return inputs;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<String> slices = new TreeSet<>();
    for (String slice : lake.sliceVersions(Households.CONTRACT).keySet()) {
      SurveyWave of = SurveyWave.parse(slice);
      if (periods.contains(Integer.toString(of.wave())) && !pilots.contains(of.survey())) {
        slices.add(slice);
      }
    }
    List<ValueRow> values = new ArrayList<>();
    if (!slices.isEmpty()) {
      households(slices)
          .forEach(
              (of, units) ->
                  values.addAll(
                      new Sample(units)
                          .shares(
                              new OfSurvey(HouseholdIndicator.D01, of.survey()),
                              of.country(),
                              of.wave())));
      adults(slices)
          .forEach(
              (of, units) ->
                  values.addAll(
                      new Sample(units)
                          .shares(
                              new OfSurvey(HouseholdIndicator.C01, of.survey()),
                              of.country(),
                              of.wave())));
    }
    return values;
  }

  /** A country's survey in a year. */
  private record CountryWave(String country, String wave, String survey)
      implements Comparable<CountryWave> {
    @Override
    public int compareTo(CountryWave other) {
      return toString().compareTo(other.toString());
    }
  }

  /** Interviews that were completed. */
  private Dataset<Row> interviews(Set<String> slices) {
    return lake.read(Households.CONTRACT, slices).where("result_code = 'COMPLETE'");
  }

  private Map<CountryWave, List<Sample.Unit>> households(Set<String> slices) {
    Dataset<Row> all =
        interviews(slices)
            .withColumnRenamed("weight_hh", "weight")
            .orderBy("survey", "wave", "hh_id");
    return units(
        all, List.of("region", "urbanity"), row -> true, row -> row.getAs("remit_received_12m"));
  }

  /**
   * Persons of 15 and over. Where one adult of a household was selected, only that one has a weight
   * of its own; where all were asked, the household's weight is theirs.
   */
  private Map<CountryWave, List<Sample.Unit>> adults(Set<String> slices) {
    Dataset<Row> households =
        interviews(slices)
            .select(
                "survey",
                "wave",
                "hh_id",
                "stratum",
                "psu",
                "weight_hh",
                "region",
                "urbanity",
                "remit_received_12m");
    Dataset<Row> members =
        lake.read(Members.CONTRACT, slices)
            .where("age >= " + ADULT)
            .selectExpr(
                "survey",
                "wave",
                "country",
                "hh_id",
                "person_no",
                "sex",
                "account_own",
                "weight_person",
                "max(weight_person is not null) over (partition by survey, wave) as is_selected");
    Dataset<Row> adults =
        members
            .join(households, new String[] {"survey", "wave", "hh_id"}, "inner")
            .where("not is_selected or weight_person is not null")
            .selectExpr("*", "if(is_selected, weight_person, weight_hh) as weight")
            .orderBy("survey", "wave", "hh_id", "person_no");
    return units(
        adults,
        List.of("region", "urbanity", "sex"),
        row -> Boolean.TRUE.equals(row.getAs("remit_received_12m")),
        row -> row.getAs("account_own"));
  }

  private static Map<CountryWave, List<Sample.Unit>> units(
      Dataset<Row> rows,
      List<String> dimensions,
      Predicate<Row> isAsked,
      Function<Row, Boolean> answer) {
    Map<CountryWave, List<Sample.Unit>> units = new TreeMap<>();
    for (Row row : rows.collectAsList()) {
      Map<String, String> domains = new TreeMap<>();
      dimensions.forEach(d -> addDomain(domains, row, d));
      units
          .computeIfAbsent(key(row), k -> new ArrayList<>())
          .add(
              new Sample.Unit(
                  row.getAs("stratum"),
                  row.getAs("psu"),
                  weight(row),
                  isAsked.test(row),
                  Optional.ofNullable(answer.apply(row)),
                  domains));
    }
    return units;
  }

  private static double weight(Row row) {
    BigDecimal weight = row.getAs("weight");
    return weight == null ? 0 : weight.doubleValue();
  }

  private static CountryWave key(Row row) {
    return new CountryWave(
        row.getAs("country"), Integer.toString(row.<Integer>getAs("wave")), row.getAs("survey"));
  }

  private static void addDomain(Map<String, String> domains, Row row, String column) {
    String value = row.getAs(column);
    domains.put(column, value == null ? UNKNOWN : value);
  }
}
