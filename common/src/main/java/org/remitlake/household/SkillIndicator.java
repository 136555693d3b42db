package org.remitlake.household;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/** Education and work of migrants (catalogue 6.5). */
@SuppressWarnings("ImmutableEnumChecker") // questions are records of functions without a state
enum SkillIndicator implements SurveyIndicator {
  /** Over-qualified. */
  D41(
      "_T",
      "overqualification_pct",
      "Over-qualification abroad",
      Direction.DOWN,
      "Of migrants who work and have ISCED 5 to 8, those in ISCO-08 major groups 4 to 9; Eurostat's"
          + " rate is of residents.",
      Question.share(
          u -> Migrant.works(u) && Skill.isTertiary(u), u -> Skill.isBelow(u, "isco_abroad"))),
  /** Matched. */
  D42_MATCHED("matched", matched(0)),
  /** Over-educated. */
  D42_OVER("over-educated", matched(1)),
  /** Under-educated. */
  D42_UNDER("under-educated", matched(-1)),
  /** Matched, by what is usual. */
  D42_USUAL_MATCHED("statistical matched", usual(0)),
  /** More than usual. */
  D42_USUAL_OVER("statistical over-educated", usual(1)),
  /** Less than usual. */
  D42_USUAL_UNDER("statistical under-educated", usual(-1)),
  /** Below the work before. */
  D43(
      "_T",
      "occupational_downgrading_pct",
      "Occupational downgrading",
      Direction.DOWN,
      "Of migrants who work and worked before, those whose ISCO skill level is lower abroad.",
      Question.share(Migrant::works, Skill::isDowngraded)),
  /** Recognised. */
  D44(
      "_T",
      "diploma_recognised_pct",
      "Diploma recognised",
      Direction.UP,
      "Of migrants with ISCED 5 to 8.",
      Question.share(
          u -> Migrant.is(u) && Skill.isTertiary(u), Question.flag("diploma_recognised"))),
  /** Gained. */
  D45(
      "_T",
      "skill_gain_pct",
      "Skill gained and used",
      Direction.UP,
      "Of returnees, those who use a skill learnt abroad.",
      Question.share(Migrant::isReturnee, Question.flag("skill_used")));

  private static final int LEAST_INTERVIEWS = 30;

  private final Definition definition;
  private final Question question;

  SkillIndicator(
      String variant, String key, String title, Direction better, String note, Question question) {
    this.definition =
        new Definition(variant, key, title, Unit.PERCENT, better, note, LEAST_INTERVIEWS);
    this.question = question;
  }

  SkillIndicator(String variant, Question question) {
    this(
        variant,
        isUsual(variant) ? "mismatch_statistical" : "mismatch_normative",
        "Education and work abroad: " + variant,
        variant.endsWith("matched") ? Direction.UP : Direction.DOWN,
        isUsual(variant)
            ? "Of migrants who work, against the level of education that most workers at home have in"
                + " the same two digits of ISCO, those of the same wave; work that nobody at home does"
                + " is left out."
            : "Of migrants who work, by ILO's norm: ISCO 1 to 3 asks for ISCED 5 to 8, 4 to 8 for 2 to"
                + " 4, 9 for 0 or 1; armed forces are left out.",
        question);
  }

  private static boolean isUsual(String variant) {
    return variant.startsWith("statistical");
  }

  private static Question matched(int sign) {
    return sign(Migrant::works, sign, u -> Skill.educationBeyond(u, "isco_abroad"));
  }

  private static Question usual(int sign) {
    return sign(
        u -> Migrant.works(u) && (u.code("occupation") == null || isUsualKnown(u)),
        sign,
        u -> u.number("edu_isced") - u.number("usual_isced"));
  }

  private static boolean isUsualKnown(SurveyUnit migrant) {
    return !Double.isNaN(migrant.number("usual_isced"));
  }

  private static Question sign(Question.Asked who, int sign, Question.Told beyond) {
    return Question.share(
        who,
        u -> {
          double gap = beyond.of(u);
          return Double.isNaN(gap) ? Double.NaN : Math.signum(gap) == sign ? 1 : 0;
        });
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
