package org.remitlake.survey;

import static org.remitlake.contract.DeliveredField.column;
import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 5, households: one row per interview. */
public final class Households {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
              "household",
              List.of("survey", "wave", "hh_id"),
              required("survey", Kind.TEXT, "Code of the survey: its country's, or a pilot's"),
              required("country", Kind.COUNTRY, "ISO 3166-1 alpha-3"),
              required("wave", Kind.INTEGER, "Year of the wave"),
              required("hh_id", Kind.TEXT, "Household in this wave"),
              optional("panel_hh_id", Kind.TEXT, "The household over the waves"),
              required("stratum", Kind.TEXT, "Stratum of the sample"),
              required("psu", Kind.TEXT, "Primary sampling unit; nested in strata"),
              column(
                  "weight_hh",
                  Kind.NUMBER,
                  "Households that this one stands for; null where the interview is not complete"),
              optional("region", Kind.TEXT, "ISO 3166-2"),
              optional("urbanity", Kind.CODE, "Urban or rural").of("U", "R"),
              optional("interviewed_on", Kind.DATE, "Day of the interview"),
              optional("started_at", Kind.INSTANT, "When the interview began"),
              optional("ended_at", Kind.INSTANT, "When it ended"),
              optional("interviewer_id", Kind.TEXT, "Interviewer's number"),
              required("result_code", Kind.CODE, "Outcome of the visit")
                  .of("COMPLETE", "PARTIAL", "REFUSED", "NO_CONTACT", "NOT_ELIGIBLE"),
              optional("hh_size", Kind.INTEGER, "Persons"),
              optional("income_12m", Kind.MONEY, "Income of twelve months, local currency"),
              optional("consumption_month", Kind.MONEY, "Consumption of a month, local currency"),
              optional(
                  "remit_received_12m",
                  Kind.FLAG,
                  "Whether money came from a person abroad in twelve months"),
              optional(
                  "remit_amount",
                  Kind.MONEY,
                  "Amount of one occasion, or of the year: see the profile"),
              optional("remit_currency", Kind.CURRENCY, "Its currency"),
              optional(
                      "remit_frequency",
                      Kind.CODE,
                      "How often such an amount came; YEAR where the amount is the whole year's")
                  .of("WEEKLY", "FORTNIGHTLY", "MONTHLY", "QUARTERLY", "SEASONAL", "ONCE", "YEAR"),
              optional("remit_times_12m", Kind.INTEGER, "How many times in twelve months"),
              optional(
                  "remit_in_kind_value",
                  Kind.MONEY,
                  "Value of goods from abroad in twelve months, local currency"),
              optional("use_food", Kind.FLAG, "Some of it was used for food"),
              optional("use_housing", Kind.FLAG, "For housing"),
              optional("use_health", Kind.FLAG, "For health"),
              optional("use_education", Kind.FLAG, "For education"),
              optional("use_ceremony", Kind.FLAG, "For ceremonies"),
              optional("use_debt", Kind.FLAG, "To repay debt"),
              optional("use_business", Kind.FLAG, "For a business or farm"),
              optional("use_durables", Kind.FLAG, "For durables"),
              optional("use_saving", Kind.FLAG, "Saved"),
              optional("use_other", Kind.FLAG, "For something else"),
              optional(
                  "use_amt_food",
                  Kind.MONEY,
                  "Spent on food of what came in twelve months, local currency; asked of uses named"),
              optional("use_amt_housing", Kind.MONEY, "On housing, as use_amt_food"),
              optional("use_amt_health", Kind.MONEY, "On health, as use_amt_food"),
              optional("use_amt_education", Kind.MONEY, "On education, as use_amt_food"),
              optional("use_amt_ceremony", Kind.MONEY, "On ceremonies, as use_amt_food"),
              optional("use_amt_debt", Kind.MONEY, "To repay debt, as use_amt_food"),
              optional("use_amt_business", Kind.MONEY, "On a business or farm, as use_amt_food"),
              optional("use_amt_durables", Kind.MONEY, "On durables, as use_amt_food"),
              optional("use_amt_saving", Kind.MONEY, "Saved, as use_amt_food"),
              optional("use_amt_other", Kind.MONEY, "On something else, as use_amt_food"),
              optional("last_channel", Kind.CODE, "How the last transfer came")
                  .of(
                      "BANK",
                      "MTO",
                      "POST",
                      "APP",
                      "CARRIED_SELF",
                      "CARRIED_OTHER",
                      "HAWALA",
                      "OTHER"),
              optional("last_payout", Kind.CODE, "How it was paid out")
                  .of("CASH", "ACCOUNT", "CARD", "WALLET", "HOME_DELIVERY"),
              optional(
                  "last_cost_known",
                  Kind.FLAG,
                  "Can state fee and rate of the last transfer; asked where a service brought it"),
              optional(
                  "last_fee_pct",
                  Kind.PERCENT,
                  "What the last transfer cost, as the household believes, per cent of the amount"),
              optional(
                      "receiver_sex",
                      Kind.CODE,
                      "Sex of the person whom most of the money is sent to")
                  .of("F", "M"),
              optional(
                  "bank_saving_12m",
                  Kind.FLAG,
                  "Whether the household saved at a bank in twelve months"),
              optional("debt_amount", Kind.MONEY, "Debt, local currency"))
          .withReasons();

  /** {@code silver.hh}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED,
          "silver.hh",
          "Survey, wave and household",
          SurveyWave.SURVEY_WAVE.name(),
          SurveyWave.SURVEY_WAVE);

  private Households() {}
}
