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
              optional("work_status", Kind.CODE, "Work in the last seven days; of 15 and over")
                  .of("EMPLOYED", "SELF_EMPLOYED", "UNEMPLOYED", "INACTIVE"),
              optional("isco08", Kind.TEXT, "Occupation of who works, ISCO-08, 1 to 4 digits"),
              optional(
                  "account_own",
                  Kind.FLAG,
                  "Holds an account, alone or jointly; asked of persons of 15 and over"),
              optional(
                      "account_kind",
                      Kind.CODE,
                      "Of who holds one: BANK if any is at a bank; else OTHER, as a credit union,"
                          + " microfinance, post or mobile money")
                  .of("BANK", "OTHER"),
              optional(
                  "saved_formal_12m",
                  Kind.FLAG,
                  "Saved at a financial institution in twelve months; asked as account_own"),
              optional(
                  "saved_any_12m",
                  Kind.FLAG,
                  "Saved by any means: an institution, cash, livestock, jewellery, a rotating group"),
              optional(
                  "uses_informal_12m",
                  Kind.FLAG,
                  "Saved, borrowed or sent outside institutions, not only within the family"),
              optional(
                  "assoc_aware",
                  Kind.FLAG,
                  "Knows of a migrants' association; receiving households"),
              optional("assoc_member", Kind.FLAG, "Is its member in his or her own name"),
              optional("assoc_meetings_12m", Kind.INTEGER, "Meetings attended in twelve months"),
              optional("assoc_paid_12m", Kind.FLAG, "Paid into its fund in twelve months"),
              optional("assoc_amount_12m", Kind.MONEY, "How much, local currency"),
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
