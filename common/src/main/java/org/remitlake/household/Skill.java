package org.remitlake.household;

/** Education by ISCED 2011 and occupations by ISCO-08, whose first digit is the major group. */
final class Skill {
  private static final double TERTIARY = 5;
  private static final double LOWER_SECONDARY = 2;
  private static final int CLERKS = 4;
  private static final int ELEMENTARY = 9;

  private Skill() {}

  static boolean isTertiary(SurveyUnit person) {
    return person.number("edu_isced") >= TERTIARY;
  }

  /** Major group 1 to 9; 0 for none, and for armed forces, of whom levels cannot be told. */
  private static int majorGroup(SurveyUnit person, String column) {
    String code = person.code(column);
    return code == null || code.isBlank()
        ? 0
        : Math.max(0, Character.digit(code.strip().charAt(0), 10));
  }

  /** Whether the work asks for less than tertiary education: major groups 4 to 9. */
  static double isBelow(SurveyUnit person, String column) {
    int group = majorGroup(person, column);
    return group == 0 ? Double.NaN : group >= CLERKS ? 1 : 0;
  }

  /** ISCO's skill level, 1 to 4; of managers, who have two, the upper. */
  private static double level(SurveyUnit person, String column) {
    int group = majorGroup(person, column);
    return switch (group) {
      case 0 -> Double.NaN;
      case 1, 2 -> 4;
      case 3 -> 3;
      case ELEMENTARY -> 1;
      default -> 2;
    };
  }

  static double isDowngraded(SurveyUnit migrant) {
    double before = level(migrant, "isco_before");
    double abroad = level(migrant, "isco_abroad");
    return Double.isNaN(before) || Double.isNaN(abroad) ? Double.NaN : abroad < before ? 1 : 0;
  }

  /** Band of education less the band that the work asks for, in ILO's three bands. */
  static double educationBeyond(SurveyUnit person, String column) {
    int group = majorGroup(person, column);
    double isced = person.number("edu_isced");
    if (group == 0 || Double.isNaN(isced)) {
      return Double.NaN;
    }
    int asked = group < CLERKS ? 2 : group < ELEMENTARY ? 1 : 0;
    int has = isced >= TERTIARY ? 2 : isced >= LOWER_SECONDARY ? 1 : 0;
    return has - asked;
  }
}
