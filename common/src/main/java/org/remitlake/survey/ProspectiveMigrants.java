package org.remitlake.survey;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 5, persons who may migrate. */
public final class ProspectiveMigrants {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
              "prospective",
              List.of("survey", "wave", "respondent_id"),
              required("survey", Kind.TEXT, "Code of the survey: its country's, or a pilot's"),
              required("country", Kind.COUNTRY, "ISO 3166-1 alpha-3"),
              required("wave", Kind.INTEGER, "Year of the wave"),
              required("respondent_id", Kind.TEXT, "Respondent in this wave"),
              required("stratum", Kind.TEXT, "Stratum of the sample"),
              required("psu", Kind.TEXT, "Primary sampling unit"),
              required("weight_person", Kind.NUMBER, "Persons that this one stands for"),
              optional("sex", Kind.CODE, "Sex").of("F", "M", "U"),
              optional("age", Kind.INTEGER, "Years"),
              optional("interviewed_on", Kind.DATE, "Day of the interview"),
              optional("intends_12m", Kind.FLAG, "Means to leave within twelve months"),
              optional("is_prepared", Kind.FLAG, "Has document, ticket or job in hand"),
              optional("wants_account", Kind.FLAG, "Would use an account at the stated price"),
              optional("wants_goal_saving", Kind.FLAG, "Would use goal savings"),
              optional("wants_travel_loan", Kind.FLAG, "Would use a travel loan"),
              optional("wants_cheaper_transfer", Kind.FLAG, "Would use a cheaper transfer"),
              optional("wants_insurance", Kind.FLAG, "Would use insurance"),
              optional("wants_pension", Kind.FLAG, "Would use a pension scheme"),
              optional("wtp_start", Kind.MONEY, "First price that was named, local currency"),
              optional("wtp_accepted", Kind.MONEY, "Highest price accepted, local currency"),
              optional(
                  "stated_cost_usd_200",
                  Kind.NUMBER,
                  "What sending USD 200 costs, as the respondent believes, in per cent"),
              optional("recruiter_used", Kind.FLAG, "Used or will use an agent"),
              optional("recruiter_licensed", Kind.FLAG, "That agent has a licence, as told"),
              optional("recruit_cost", Kind.MONEY, "Paid for it, local currency"),
              optional("first_job_year", Kind.INTEGER, "Year in which the first job abroad began"),
              optional(
                  "first_month_pay", Kind.MONEY, "Pay of the first month abroad, local currency"))
          .withReasons();

  /** {@code silver.prospective}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED,
          "silver.prospective",
          "Survey, wave and respondent",
          SurveyWave.SURVEY_WAVE.name(),
          SurveyWave.SURVEY_WAVE);

  private ProspectiveMigrants() {}
}
