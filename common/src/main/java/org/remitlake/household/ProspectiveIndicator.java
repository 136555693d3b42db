package org.remitlake.household;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/** What persons say who may migrate (catalogue 6.7). */
@SuppressWarnings("ImmutableEnumChecker") // questions are records of functions without a state
enum ProspectiveIndicator implements SurveyIndicator {
  /** Intend to leave. */
  D60(
      "_T",
      "migration_intention_12m_pct",
      "Intend to migrate",
      Unit.PERCENT,
      Direction.NONE,
      "Persons of 15 to 64 at home who mean to leave within twelve months; a wish to live elsewhere"
          + " is told far more often.",
      Question.share(u -> true, Question.flag("intends_12m"))),
  /** Prepared. */
  D61(
      "_T",
      "prepared_pct",
      "Prepared to leave",
      Unit.PERCENT,
      Direction.NONE,
      "Of those who mean to leave, those with document, ticket or job in hand.",
      ofLeaving("is_prepared")),
  /** An account. */
  D62_ACCOUNT(
      "account",
      "wants_product_pct",
      "Would use an account",
      Unit.PERCENT,
      Direction.UP,
      "Of those who mean to leave, at the stated price; what people say they would buy exceeds what"
          + " they buy.",
      ofLeaving("wants_account")),
  /** Goal savings. */
  D62_GOAL_SAVING(
      "goal saving",
      "wants_product_pct",
      "Would use goal savings",
      Unit.PERCENT,
      Direction.UP,
      "As D62 account.",
      ofLeaving("wants_goal_saving")),
  /** A travel loan. */
  D62_TRAVEL_LOAN(
      "travel loan",
      "wants_product_pct",
      "Would use a travel loan",
      Unit.PERCENT,
      Direction.UP,
      "As D62 account.",
      ofLeaving("wants_travel_loan")),
  /** A cheaper transfer. */
  D62_TRANSFER(
      "cheaper transfer",
      "wants_product_pct",
      "Would use a cheaper transfer",
      Unit.PERCENT,
      Direction.UP,
      "As D62 account.",
      ofLeaving("wants_cheaper_transfer")),
  /** Insurance. */
  D62_INSURANCE(
      "insurance",
      "wants_product_pct",
      "Would use insurance",
      Unit.PERCENT,
      Direction.UP,
      "As D62 account.",
      ofLeaving("wants_insurance")),
  /** A pension. */
  D62_PENSION(
      "pension",
      "wants_product_pct",
      "Would use a pension scheme",
      Unit.PERCENT,
      Direction.UP,
      "As D62 account.",
      ofLeaving("wants_pension")),
  /** Willingness to pay. */
  D63(
      "_T",
      "willing_to_pay_median",
      "Willingness to pay",
      Unit.LCU,
      Direction.NONE,
      "Median of the highest price accepted among those who mean to leave; first prices are drawn at"
          + " random, since they pull answers.",
      Question.quantile(u -> u.says("intends_12m"), u -> u.number("wtp_accepted"), 0.5)),
  /** Those who know the cost. */
  D64(
      "_T",
      "knows_total_cost_pct",
      "Know the cost within 25 %",
      Unit.PERCENT,
      Direction.UP,
      "Of persons asked, those whose stated cost of sending USD 200 lies within 25 % of A10 from"
          + " Russia in the quarter of the interview; who does not know does not.",
      Question.share(u -> !Double.isNaN(u.number("quoted_cost")), ProspectiveIndicator::knowsCost)),
  /** Those who do not know it. */
  D64_UNKNOWN(
      "not known",
      "knows_total_cost_pct",
      "Do not know the cost",
      Unit.PERCENT,
      Direction.DOWN,
      "Of persons asked, those who state no cost.",
      Question.share(
          u -> !Double.isNaN(u.number("quoted_cost")),
          u -> Double.isNaN(u.number("stated_cost_usd_200")) ? 1 : 0)),
  /** Cost of recruitment. */
  D65(
      "_T",
      "recruitment_cost_indicator",
      "Recruitment cost, months of pay",
      Unit.MONTHS,
      Direction.DOWN,
      "Mean over workers, in a first job abroad of the last three years, of what they paid to be"
          + " recruited over their first month's pay; who used no agent paid nothing (SDG 10.7.1).",
      Question.mean(ProspectiveIndicator::isRecruited, ProspectiveIndicator::recruitment)),
  /** Its median. */
  D65_MEDIAN(
      "median",
      "recruitment_cost_indicator",
      "Recruitment cost, months of pay, median",
      Unit.MONTHS,
      Direction.DOWN,
      "Half of workers paid no more.",
      Question.quantile(ProspectiveIndicator::isRecruited, ProspectiveIndicator::recruitment, 0.5)),
  /** Its ninth decile. */
  D65_P90(
      "p90",
      "recruitment_cost_indicator",
      "Recruitment cost, months of pay, ninth decile",
      Unit.MONTHS,
      Direction.DOWN,
      "One worker in ten paid more.",
      Question.quantile(ProspectiveIndicator::isRecruited, ProspectiveIndicator::recruitment, 0.9)),
  /** Use of agents. */
  D66(
      "_T",
      "uses_recruiter_pct",
      "Use a recruiter",
      Unit.PERCENT,
      Direction.NONE,
      "Of those who mean to leave, those who used or will use an agent.",
      ofLeaving("recruiter_used")),
  /** Licensed agents. */
  D66_LICENSED(
      "licensed",
      "uses_recruiter_pct",
      "Use a licensed recruiter",
      Unit.PERCENT,
      Direction.UP,
      "Of those who mean to leave and used or will use an agent, those whose agent has a licence, as"
          + " they say.",
      Question.share(
          u -> u.says("intends_12m") && u.says("recruiter_used"),
          Question.flag("recruiter_licensed")));

  private static final int LEAST_INTERVIEWS = 30;

  /** Ten lie above it (catalogue 8.5). */
  private static final int LEAST_OF_P90 = 100;

  /** Part of the cost by which somebody who knows it may be wrong. */
  private static final double NEAR = 0.25;

  /** Since the first job abroad. */
  private static final double YEARS = 3;

  private final Definition definition;
  private final Question question;

  ProspectiveIndicator(
      String variant,
      String key,
      String title,
      Unit unit,
      Direction better,
      String note,
      Question question) {
    int least = variant.equals("p90") ? LEAST_OF_P90 : LEAST_INTERVIEWS;
    this.definition = new Definition(variant, key, title, unit, better, note, least);
    this.question = question;
  }

  private static Question ofLeaving(String column) {
    return Question.share(u -> u.says("intends_12m"), Question.flag(column));
  }

  private static double knowsCost(SurveyUnit person) {
    double quoted = person.number("quoted_cost");
    return Math.abs(person.number("stated_cost_usd_200") - quoted) <= NEAR * quoted ? 1 : 0;
  }

  /** Whoever has been paid abroad, in a first job of the last three years as far as is told. */
  private static boolean isRecruited(SurveyUnit person) {
    boolean isLongAgo = person.number("first_job_year") < person.number("wave") - YEARS;
    return person.number("first_month_pay") > 0 && !isLongAgo;
  }

  /** Who used no agent paid none. */
  private static double recruitment(SurveyUnit person) {
    if (Double.isNaN(person.number("first_job_year"))) {
      return Double.NaN;
    }
    boolean isAlone = Boolean.FALSE.equals(person.flag("recruiter_used"));
    return (isAlone ? 0 : person.number("recruit_cost")) / person.number("first_month_pay");
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
