package org.remitlake.household;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/**
 * Return and reintegration (catalogue 6.4): persons of 15 and over who came back to stay within
 * five years, and what migrants and they intend.
 */
@SuppressWarnings("ImmutableEnumChecker") // questions are records of functions without a state
enum ReturnIndicator implements SurveyIndicator {
  /** End of contract. */
  D31_CONTRACT("end of contract", reason("END_OF_CONTRACT")),
  /** Family. */
  D31_FAMILY("family", reason("FAMILY")),
  /** Health. */
  D31_HEALTH("health", reason("HEALTH")),
  /** Entry ban or expulsion. */
  D31_EXPULSION("ban or expulsion", reason("ENTRY_BAN", "EXPULSION")),
  /** No work. */
  D31_NO_WORK("no work", reason("NO_WORK")),
  /** Other. */
  D31_OTHER("other", reason("OTHER")),
  /** Return. */
  D32(
      "_T",
      "return_intention_12m_pct",
      "Intend to return",
      Unit.PERCENT,
      Direction.NONE,
      "Of migrants abroad, those rather or very likely to return within twelve months, mostly as"
          + " others of the household say.",
      Question.share(Migrant::isAbroad, u -> Migrant.isLikely(u, "return_intent"))),
  /** Leaving again. */
  D32_REMIGRATION(
      "remigration",
      "remigration_intention_12m_pct",
      "Intend to leave again",
      Unit.PERCENT,
      Direction.NONE,
      "Of returnees, those rather or very likely to leave within twelve months.",
      Question.share(Migrant::isReturnee, u -> Migrant.isLikely(u, "remigrate_intent"))),
  /** Intention and what became of it. */
  D33(
      "_T",
      "return_realised_pct",
      "Intentions to return realised",
      Unit.PERCENT,
      Direction.NONE,
      "Of migrants who in the wave before were abroad and likely to return, and are traced, those who"
          + " are back; those traced stand for those of their stratum who are not.",
      Question.part(
              u -> u.says("meant_to_return"),
              u -> u.number("tracing") * (1 - Question.number(u.flag("is_abroad"))),
              u -> u.number("tracing"))
          .ofPanel()),
  /** At work. */
  D34(
      "_T",
      "returnee_employed_pct",
      "Returnees in work",
      Unit.PERCENT,
      Direction.UP,
      "Of returnees of 15 to 64, those who are employed or self-employed; others of the same sex, age"
          + " and place are the comparison, not all.",
      Question.share(Migrant::isReturneeOfWorkingAge, "work_status", "EMPLOYED", "SELF_EMPLOYED")),
  /** Self-employed. */
  D34_SELF(
      "self-employed",
      "returnee_self_employed_pct",
      "Returnees self-employed",
      Unit.PERCENT,
      Direction.NONE,
      "Of returnees of 15 to 64.",
      Question.share(Migrant::isReturneeOfWorkingAge, "work_status", "SELF_EMPLOYED")),
  /** Savings in a business. */
  D34_BUSINESS(
      "savings in business",
      "returnee_used_savings_business_pct",
      "Returnees who put savings into a business",
      Unit.PERCENT,
      Direction.UP,
      "Of returnees of 15 to 64.",
      Question.share(Migrant::isReturneeOfWorkingAge, Question.flag("used_savings_business"))),
  /** Reintegration. */
  D35(
      "_T",
      "reintegration_score",
      "Reintegration score",
      Unit.ZERO_ONE,
      Direction.UP,
      "Mean of the economic, social and psychosocial scores of returnees of three months or more, as"
          + " scored by the survey team with IOM's weights.",
      Question.mean(
          Migrant::isBackForMonths,
          u ->
              (u.number("reint_economic")
                      + u.number("reint_social")
                      + u.number("reint_psychosocial"))
                  / 3)),
  /** Savings. */
  D36(
      "_T",
      "savings_repatriated_usd",
      "Savings brought home",
      Unit.USD,
      Direction.UP,
      "Mean money and goods of returnees, at the rate of the day of the interview; many do not tell,"
          + " and are left out.",
      Question.mean(Migrant::isReturnee, u -> u.number("savings_usd"))),
  /** Their median. */
  D36_MEDIAN(
      "median",
      "savings_repatriated_usd",
      "Savings brought home, median",
      Unit.USD,
      Direction.UP,
      "Half of returnees brought no more.",
      Question.quantile(Migrant::isReturnee, u -> u.number("savings_usd"), 0.5)),
  /** Potential. */
  D37(
      "_T",
      "development_potential_share",
      "Return with development potential",
      Unit.PERCENT,
      Direction.UP,
      "Of returnees, those with savings of six monthly minimum wages or more and a skill learnt"
          + " abroad that they use or plan to.",
      Question.share(Migrant::isReturnee, ReturnIndicator::hasPotential));

  private static final int LEAST_INTERVIEWS = 30;
  private static final double WAGES = 6;

  private final Definition definition;
  private final Question question;

  ReturnIndicator(
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

  ReturnIndicator(String variant, Question question) {
    this(
        variant,
        "return_reason_share",
        "Reason for return: " + variant,
        Unit.PERCENT,
        Direction.NONE,
        "Of returnees, by their main reason; a ban or expulsion stands apart.",
        question);
  }

  private static Question reason(String... codes) {
    return Question.share(Migrant::isReturnee, "reason_return", codes);
  }

  /** Either that is told to be missing decides; else both are to be told. */
  private static double hasPotential(SurveyUnit returnee) {
    double wages = returnee.number("savings_lcu") / returnee.number("minimum_wage");
    Boolean isUsed = returnee.flag("skill_used");
    Boolean isPlanned = returnee.flag("skill_planned");
    boolean hasSkill = returnee.says("skill_used") || returnee.says("skill_planned");
    boolean hasNone = Boolean.FALSE.equals(isUsed) && Boolean.FALSE.equals(isPlanned);
    if (wages < WAGES || hasNone) {
      return 0;
    }
    return wages >= WAGES && hasSkill ? 1 : Double.NaN;
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
