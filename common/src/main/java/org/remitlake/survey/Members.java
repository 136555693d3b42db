package org.remitlake.survey;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 5, persons of the household. */
public final class Members {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
              "member",
              List.of("survey", "wave", "hh_id", "person_no"),
              required("survey", Kind.TEXT, "Code of the survey: its country's, or a pilot's"),
              required("country", Kind.COUNTRY, "ISO 3166-1 alpha-3"),
              required("wave", Kind.INTEGER, "Year of the wave"),
              required("hh_id", Kind.TEXT, "Household in this wave"),
              required("person_no", Kind.INTEGER, "Line in the roster (line_no of the catalogue)"),
              required("sex", Kind.CODE, "Sex").of("F", "M", "U"),
              optional("age", Kind.INTEGER, "Years"),
              optional("is_head", Kind.FLAG, "Whether the person heads the household"),
              optional("edu_isced", Kind.INTEGER, "Highest level of education, ISCED 2011"),
              optional(
                  "account_own",
                  Kind.FLAG,
                  "Holds an account, alone or jointly; asked of persons of 15 and over"),
              optional(
                  "weight_person",
                  Kind.NUMBER,
                  "Persons that this one stands for; null where all adults were asked"))
          .withReasons();

  /** {@code silver.member}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED,
          "silver.member",
          "Survey, wave, household and person",
          SurveyWave.SURVEY_WAVE.name(),
          SurveyWave.SURVEY_WAVE);

  private Members() {}
}
