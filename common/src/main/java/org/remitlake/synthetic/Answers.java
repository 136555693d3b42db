package org.remitlake.synthetic;

/** Why an answer is not there. Answers that are there are never negative. */
final class Answers {
  static final long DONT_KNOW = -1;
  static final long REFUSED = -2;

  /** Asked, and left empty by the interviewer. */
  static final long SKIPPED = -3;

  /** Not asked, since an earlier answer rules it out. */
  static final long NOT_ASKED = -4;

  private static final double DK_SHARE = 0.03;
  private static final double REFUSED_SHARE = 0.02;
  private static final double SKIPPED_SHARE = 0.005;

  private Answers() {}

  /** An amount as it is told: one in twenty is not. */
  static long amount(Draw draw, long amount) {
    double u = draw.uniform();
    if (u < DK_SHARE) {
      return DONT_KNOW;
    }
    if (u < DK_SHARE + REFUSED_SHARE) {
      return REFUSED;
    }
    return u < DK_SHARE + REFUSED_SHARE + SKIPPED_SHARE ? SKIPPED : amount;
  }

  /** A yes or no as it is told: few people do not know it. */
  static long flag(Draw draw, boolean answer) {
    double u = draw.uniform();
    if (u < 0.01) {
      return u < 0.007 ? DONT_KNOW : REFUSED;
    }
    return answer ? 1 : 0;
  }
}
