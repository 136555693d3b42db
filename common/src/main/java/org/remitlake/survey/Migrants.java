package org.remitlake.survey;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/**
 * Contract 5, current and former migrants of the household, those who remit and those who do not.
 * Stratum, PSU and weight are the household's. A household without a row has no migrant. One who is
 * abroad may be on the roster as well: then {@code person_no} says which line, so that nobody is
 * counted twice.
 */
public final class Migrants {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
              "migrant",
              List.of("survey", "wave", "hh_id", "migrant_no"),
              required("survey", Kind.TEXT, "Code of the survey: its country's, or a pilot's"),
              required("country", Kind.COUNTRY, "Of the household, ISO 3166-1 alpha-3"),
              required("wave", Kind.INTEGER, "Year of the wave"),
              required("hh_id", Kind.TEXT, "Household in this wave"),
              required("migrant_no", Kind.INTEGER, "Line in the list of migrants"),
              optional("person_no", Kind.INTEGER, "Line in the roster, of who lives here"),
              optional("panel_id", Kind.TEXT, "The migrant over the waves"),
              required("sex", Kind.CODE, "Sex").of("F", "M", "U"),
              optional("age", Kind.INTEGER, "Years"),
              optional("edu_isced", Kind.INTEGER, "Highest level of education, ISCED 2011"),
              required("is_abroad", Kind.FLAG, "Whether abroad on the day of the interview"),
              optional("months_abroad_12m", Kind.INTEGER, "Of the last twelve months, 0 to 12"),
              optional("departed_on", Kind.DATE, "Left last; day 1 where only the month is known"),
              optional("returned_on", Kind.DATE, "Came back from there; day 1 as departed_on"),
              optional("months_home", Kind.INTEGER, "Whole months since the return"),
              optional("dest", Kind.COUNTRY, "Country of the last stay, ISO 3166-1 alpha-3"),
              optional(
                  "works", Kind.FLAG, "Worked in the last seven days there; or the last season"),
              optional("sector", Kind.CODE, "Of that work, ISIC Rev. 4 section")
                  .of(
                      "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O",
                      "P", "Q", "R", "S", "T", "U"),
              optional("contract_written", Kind.FLAG, "Has a written contract for it"),
              optional(
                      "stay_status",
                      Kind.CODE,
                      "By what the stay is lawful; EAEU the right of its citizens; NONE nothing")
                  .of("PATENT", "PERMIT", "EAEU", "CITIZEN", "NONE"),
              optional("isco_before", Kind.TEXT, "Work before leaving, ISCO-08, 1 to 4 digits"),
              optional("isco_abroad", Kind.TEXT, "Work there, ISCO-08, 1 to 4 digits"),
              optional("isco_after", Kind.TEXT, "Work after the return, ISCO-08, 1 to 4 digits"),
              optional(
                  "diploma_recognised",
                  Kind.FLAG,
                  "Diploma recognised there; asked of ISCED 5 to 8"),
              optional("remits_12m", Kind.FLAG, "Sent money or goods in twelve months"),
              optional("account_dest", Kind.FLAG, "Has an account or card there"),
              optional(
                      "policy_in_force",
                      Kind.CODE,
                      "Main insurance in force that nobody asks for; asked of who is abroad")
                  .of("HEALTH", "ACCIDENT", "REPATRIATION", "NONE"),
              optional("policy_compulsory", Kind.FLAG, "Has the medical policy of the work patent"),
              optional(
                  "return_intent",
                  Kind.INTEGER,
                  "Return within twelve months, of who is abroad: 1 very unlikely to 5 very likely"),
              optional(
                  "remigrate_intent",
                  Kind.INTEGER,
                  "Leaving again within twelve months, of who is back: 1 to 5 as return_intent"),
              optional("reason_return", Kind.CODE, "Main reason for the return")
                  .of(
                      "END_OF_CONTRACT",
                      "FAMILY",
                      "HEALTH",
                      "ENTRY_BAN",
                      "EXPULSION",
                      "NO_WORK",
                      "OTHER"),
              optional("intends_to_stay", Kind.FLAG, "Is back and does not mean to leave"),
              optional("work_status", Kind.CODE, "Work now, of who is back")
                  .of("EMPLOYED", "SELF_EMPLOYED", "UNEMPLOYED", "INACTIVE"),
              optional("used_savings_business", Kind.FLAG, "Put savings into a business or farm"),
              optional("savings_on_return", Kind.MONEY, "Money and goods brought home"),
              optional("savings_currency", Kind.CURRENCY, "Its currency"),
              optional("skill_used", Kind.FLAG, "Uses a skill learnt abroad"),
              optional("skill_planned", Kind.FLAG, "Has a plan to use one"),
              optional(
                  "reint_economic",
                  Kind.NUMBER,
                  "Economic reintegration, 0 to 1, scored by the survey team with IOM's weights"),
              optional("reint_social", Kind.NUMBER, "Social reintegration, as reint_economic"),
              optional(
                  "reint_psychosocial",
                  Kind.NUMBER,
                  "Psychosocial reintegration, as reint_economic"),
              optional("is_proxy", Kind.FLAG, "Another person of the household answered"))
          .withReasons();

  /** {@code silver.migrant}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED,
          "silver.migrant",
          "Survey, wave, household and migrant",
          SurveyWave.SURVEY_WAVE.name(),
          SurveyWave.SURVEY_WAVE);

  private Migrants() {}
}
