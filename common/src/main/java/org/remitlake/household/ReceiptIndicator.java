package org.remitlake.household;

import java.util.List;
import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/** What households receive from abroad (catalogue 6.2), and how it is paid out (C07). */
@SuppressWarnings("ImmutableEnumChecker") // questions are records of functions without a state
enum ReceiptIndicator implements SurveyIndicator {
  /** Households with an account. */
  C01_HOUSEHOLD(
      "household",
      "account_ownership_svy_pct",
      "Receiving households with an account",
      Unit.PERCENT,
      Direction.UP,
      "Of receiving households, those of which any adult (15+) holds one; not told where one adult was"
          + " selected to answer.",
      Question.share(Receipt::receives, Question.flag("has_account"))),
  /** Paid out to an account. */
  C07(
      "_T",
      "receives_via_account_svy_pct",
      "Receivers paid by account",
      Unit.PERCENT,
      Direction.UP,
      "Of receiving households, those whose last money came to an account or card, what was"
          + " carried counted as not; C10 counts transfers.",
      Question.share(Receipt::receives, Receipt::isToAccount)),
  /** Households that received from abroad. */
  D01(
      "_T",
      "hh_receiving_pct",
      "Households receiving",
      Unit.PERCENT,
      Direction.NONE,
      "Money from a person abroad within twelve months; shares of the last ten days are far lower.",
      Question.share(u -> true, Question.flag("remit_received_12m"))),
  /** Households with a migrant. */
  D02(
      "_T",
      "hh_with_migrant_pct",
      "Households with a migrant",
      Unit.PERCENT,
      Direction.NONE,
      "Somebody is abroad, or was for three of the last twelve months; households that left whole are"
          + " not seen.",
      Question.share(u -> true, Question.flag("has_migrant"))),
  /** What they received. */
  D03(
      "_T",
      "remittance_per_receiving_hh_usd",
      "Remittances per receiving household",
      Unit.USD,
      Direction.UP,
      "Mean of twelve months at the rate of the day of the interview, cut off at the wave's 99th"
          + " percentile; one provider's transfers per beneficiary are less.",
      Question.mean(Receipt::receives, u -> u.number("remit_usd"))),
  /** Its median. */
  D03_MEDIAN(
      "median",
      "remittance_per_receiving_hh_usd",
      "Remittances per receiving household, median",
      Unit.USD,
      Direction.UP,
      "Half of receiving households get no more; the mean lies above it.",
      Question.quantile(Receipt::receives, u -> u.number("remit_usd"), 0.5)),
  /** Over all households. */
  D03_ALL(
      "all",
      "remittance_per_hh_lcu",
      "Remittances per household",
      Unit.LCU,
      Direction.UP,
      "Mean of twelve months over all households, those that receive nothing with 0; receivers who do"
          + " not tell how much are left out, which makes it too low.",
      Question.mean(u -> true, Receipt::lcu).decidedBy(Receipt::receives)),
  /** Part of receivers' income. */
  D04(
      "_T",
      "remittance_share_of_income_pct",
      "Remittances in income of receivers",
      Unit.PERCENT,
      Direction.NONE,
      "Total received over total income of receiving households; whether own production is income"
          + " differs by survey, so that countries are not compared.",
      Question.ratio(Receipt::receives, Receipt::lcu, u -> u.number("income_12m")).percent()),
  /** Part of all income. */
  D04_ALL(
      "all",
      "remittance_share_of_income_pct",
      "Remittances in income of all households",
      Unit.PERCENT,
      Direction.NONE,
      "Total received over total income of all households that tell both.",
      Question.ratio(u -> true, Receipt::lcu, u -> u.number("income_12m"))
          .percent()
          .decidedBy(Receipt::receives)),
  /** Mean of shares. */
  D04_MEAN(
      "mean",
      "remittance_share_of_income_pct",
      "Remittances in income, mean of households",
      Unit.PERCENT,
      Direction.NONE,
      "Mean of receiving households' own shares, each 100 % at most; D04 gives those with large"
          + " incomes more weight.",
      Question.mean(Receipt::receives, Receipt::ofIncome).percent()),
  /** Households that depend on it. */
  D05(
      "_T",
      "dependence_50_pct",
      "Households depending on remittances",
      Unit.PERCENT,
      Direction.DOWN,
      "Of all households, those whose remittances are half of their income or more; receivers who do"
          + " not tell either are left out, which makes it too low.",
      Question.share(u -> true, Receipt::depends).decidedBy(Receipt::receives)),
  /** Goods. */
  D10(
      "_T",
      "in_kind_value_share",
      "Value received in kind",
      Unit.PERCENT,
      Direction.NONE,
      "Of all that receiving households got in twelve months, the value of goods; those that tell no"
          + " value are left out.",
      Question.ratio(
              Receipt::receives,
              u -> u.number("remit_in_kind_value"),
              u -> u.number("remit_in_kind_value") + u.number("remit_lcu"))
          .percent()),
  /** Households that receive often. */
  D11(
      "_T",
      "receives_regularly_pct",
      "Regular receivers",
      Unit.PERCENT,
      Direction.UP,
      "Of receiving households, those that received six times or more in twelve months.",
      Question.share(Receipt::receives, Receipt::isRegular)),
  /** Those who know the cost. */
  D12(
      "_T",
      "last_transfer_cost_known_pct",
      "Know the cost",
      Unit.PERCENT,
      Direction.UP,
      "Of receiving households whose last transfer a service brought, those who can state its fee and"
          + " rate.",
      Question.share(Receipt::receives, Question.flag("last_cost_known"))),
  /** What they think it costs. */
  D13(
      "_T",
      "perceived_cost_pct",
      "Perceived cost",
      Unit.PERCENT,
      Direction.DOWN,
      "Mean of what receiving households believe the last transfer cost; A10 is what is asked.",
      Question.mean(Receipt::receives, u -> u.number("last_fee_pct")));

  private static final int LEAST_INTERVIEWS = 30;

  private final Definition definition;
  private final Question question;

  ReceiptIndicator(
      String variant,
      String key,
      String title,
      Unit unit,
      Direction better,
      String note,
      Question question) {
    this.definition = new Definition(variant, key, title, unit, better, note, LEAST_INTERVIEWS);
    this.question = question;
  }

  @Override
  public boolean isBy(String dimension) {
    return this != D01 || !List.of("is_receiving", "receiver_sex").contains(dimension);
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public Question question() {
    return question;
  }
}
