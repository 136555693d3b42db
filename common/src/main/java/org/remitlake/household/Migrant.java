package org.remitlake.household;

/** What a household tells of one of its migrants. */
final class Migrant {
  private static final int ADULT = 15;
  private static final int OLD = 65;
  private static final double LEAST_ABROAD = 3;
  private static final double LIKELY = 4;

  private Migrant() {}

  /** Whether a person is of the migrants that are described. */
  static boolean is(SurveyUnit migrant) {
    return migrant.number("age") >= ADULT
        && (migrant.says("is_abroad") || migrant.number("months_abroad_12m") >= LEAST_ABROAD);
  }

  static boolean isAbroad(SurveyUnit migrant) {
    return is(migrant) && migrant.says("is_abroad");
  }

  static boolean works(SurveyUnit migrant) {
    return is(migrant) && migrant.says("works");
  }

  /** Whether a person came back to stay, as {@link SurveyRows#migrants} tells. */
  static boolean isReturnee(SurveyUnit migrant) {
    return migrant.says("is_returnee");
  }

  static boolean isReturneeOfWorkingAge(SurveyUnit migrant) {
    return isReturnee(migrant) && migrant.number("age") < OLD;
  }

  /** A return of three months or more, to which reintegration scores apply. */
  static boolean isBackForMonths(SurveyUnit migrant) {
    return isReturnee(migrant) && migrant.number("months_home") >= LEAST_ABROAD;
  }

  /** Whether an answer from 1 to 5 says rather or very likely. */
  static double isLikely(SurveyUnit migrant, String column) {
    double answer = migrant.number(column);
    return Double.isNaN(answer) ? Double.NaN : answer >= LIKELY ? 1 : 0;
  }
}
