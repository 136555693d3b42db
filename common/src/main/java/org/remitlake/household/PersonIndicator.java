package org.remitlake.household;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/**
 * Of all persons of 15 and over of the households, those abroad among them: returnees, and the
 * educated who left (catalogue 6.4, 6.5). Each has the household's weight.
 */
@SuppressWarnings("ImmutableEnumChecker") // questions are records of functions without a state
enum PersonIndicator implements SurveyIndicator {
  /** Returnees. */
  D30(
      "returnee_share",
      "Returnees among adults",
      Unit.PERCENT,
      Direction.NONE,
      "Of persons of 15 and over at home, those who came back within five years from three months or"
          + " more abroad, for six months or to stay; a winter at home is no return.",
      Question.share(u -> u.says("is_home"), Question.flag("is_returnee"))),
  /** Emigration of the educated. */
  D40(
      "skilled_emigration_rate",
      "Skilled emigration",
      Unit.PERCENT,
      Direction.DOWN,
      "Of persons of 25 and over with ISCED 5 to 8, here or abroad, those abroad: households that left"
          + " whole are not seen, so that it is too low; Docquier and Marfouk count in destinations.",
      Question.share(
          u -> u.number("age") >= 25 && Skill.isTertiary(u) && u.flag("is_home") != null,
          u -> 1 - Question.number(u.flag("is_home")))),
  /** Over-qualification abroad less that at home. */
  D46(
      "brain_waste_index",
      "Brain-waste gap",
      Unit.POINTS,
      Direction.DOWN,
      "Over-qualification of migrants (D41) less that of those with ISCED 5 to 8 who work at home and"
          + " neither migrate nor came back; both of any age.",
      Question.share(
              u -> u.says("is_working") && Skill.isTertiary(u) && isMigrantOrStayer(u),
              u -> Skill.isBelow(u, "isco"))
          .gap(u -> u.says("is_migrant")));

  private static final int LEAST_INTERVIEWS = 30;

  private final Definition definition;
  private final Question question;

  PersonIndicator(
      String key, String title, Unit unit, Direction better, String note, Question question) {
    this.definition = new Definition(key, title, unit, better, note, LEAST_INTERVIEWS);
    this.question = question;
  }

  private static boolean isMigrantOrStayer(SurveyUnit person) {
    return person.says("is_migrant")
        || (person.says("is_home") && Boolean.FALSE.equals(person.flag("is_returnee")));
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
