package org.remitlake.household;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.TableContract;
import org.remitlake.survey.Employers;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.survey.Migrants;
import org.remitlake.survey.ProspectiveMigrants;
import org.remitlake.survey.Recruiters;

/**
 * What units surveys speak of: one scan each.
 *
 * @param tables that units are read from; the first holds the interviews
 * @param dimensions columns whose values are the domains
 * @param indicators what is asked of the units
 * @param isProbability whether they were drawn with a known chance, so that errors can be told
 * @param frame units whose PSUs are the design
 * @param units with survey, wave, country, stratum, psu, weight, dimensions and answers
 */
record SurveyGrain(
    List<TableContract> tables,
    List<String> dimensions,
    List<SurveyIndicator> indicators,
    boolean isProbability,
    Function<SurveyRows, Dataset<Row>> frame,
    Function<SurveyRows, Dataset<Row>> units) {

  /** All. */
  static final List<SurveyGrain> ALL =
      List.of(
          new SurveyGrain(
              List.of(Households.CONTRACT, Members.CONTRACT, Migrants.CONTRACT),
              List.of(
                  "region",
                  "urbanity",
                  "head_sex",
                  "receiver_sex",
                  "is_receiving",
                  "children_left"),
              all(ReceiptIndicator.values(), UseIndicator.values()),
              true,
              SurveyRows::interviews,
              SurveyRows::households),
          new SurveyGrain(
              List.of(Households.CONTRACT, Members.CONTRACT),
              List.of("region", "urbanity", "sex", "age_band", "head_sex", "is_receiving"),
              List.of(AccessIndicator.values()),
              true,
              SurveyRows::interviews,
              SurveyRows::adults),
          new SurveyGrain(
              List.of(Households.CONTRACT, Members.CONTRACT, Migrants.CONTRACT),
              List.of("region", "urbanity", "sex", "age_band"),
              List.of(PersonIndicator.values()),
              true,
              SurveyRows::interviews,
              SurveyRows::persons),
          new SurveyGrain(
              List.of(Migrants.CONTRACT, Households.CONTRACT),
              List.of("region", "urbanity", "sex", "age_band"),
              all(MigrantIndicator.values(), ReturnIndicator.values(), SkillIndicator.values()),
              true,
              SurveyRows::interviews,
              SurveyRows::migrants),
          new SurveyGrain(
              List.of(ProspectiveMigrants.CONTRACT),
              List.of("sex", "age_band"),
              List.of(ProspectiveIndicator.values()),
              true,
              SurveyRows::respondents,
              SurveyRows::prospective),
          new SurveyGrain(
              List.of(Employers.CONTRACT),
              List.of("sector", "size_band"),
              List.of(EmployerIndicator.values()),
              true,
              SurveyRows::employers,
              SurveyRows::employers),
          // Agents name other agents: no probability sample.
          new SurveyGrain(
              List.of(Recruiters.CONTRACT),
              List.of(),
              List.of(RecruiterIndicator.values()),
              false,
              SurveyRows::recruiters,
              SurveyRows::recruiters));

  private static List<SurveyIndicator> all(SurveyIndicator[]... families) {
    return Arrays.stream(families).flatMap(Arrays::stream).toList();
  }

  /** As gold names it. */
  String weightRule() {
    return isProbability ? "DESIGN" : "NON_PROBABILITY";
  }
}
