package org.remitlake.synthetic;

import java.time.DayOfWeek;

/** The year of a migrant: monthly factors, the winter at home, and the days of the week (§11.4). */
final class Season {
  private static final double[] TAJIKISTAN = {
    0.62, 0.60, 0.72, 0.86, 0.98, 1.08, 1.16, 1.18, 1.20, 1.22, 1.22, 1.16
  };
  private static final double[] ARMENIA = {
    0.66, 0.74, 0.84, 0.92, 0.97, 1.02, 1.06, 1.10, 1.10, 1.12, 1.10, 1.37
  };

  /** Who goes home for the winter. */
  static final double WITH_GAP = 0.60;

  /** The gap's first month, November to January, and its length, three to five months. */
  private static final double[] GAP_START = {0.2, 0.4, 0.4};

  private static final int GAP_LENGTHS = 3;

  private static final double[] AT_WORK = atWork();

  private Season() {}

  /** Mean 1 over the year. */
  static double factor(Corridor corridor, int month) {
    return (corridor.toArmenia() ? ARMENIA : TAJIKISTAN)[month - 1];
  }

  /** Who is at work in winter sends more, so that all together keep the monthly factor. */
  static double factorAtWork(Corridor corridor, int month) {
    return factor(corridor, month) / AT_WORK[month - 1];
  }

  /** A gap as a mask of months: bit 0 is January; 0 for who stays. */
  static int gap(Draw draw) {
    if (!draw.chance(WITH_GAP)) {
      return 0;
    }
    return mask(draw.pick(GAP_START), draw.below(GAP_LENGTHS));
  }

  static boolean away(int gap, int month) {
    return (gap >> (month - 1) & 1) == 1;
  }

  static double weekday(DayOfWeek day) {
    return switch (day) {
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> 1.0;
      case FRIDAY -> 1.15;
      case SATURDAY -> 1.05;
      case SUNDAY -> 0.8;
    };
  }

  private static int mask(int start, int length) {
    int mask = 0;
    for (int month = 0; month < 3 + length; month++) {
      mask |= 1 << (10 + start + month) % 12;
    }
    return mask;
  }

  private static double[] atWork() {
    double[] share = new double[12];
    for (int month = 1; month <= 12; month++) {
      double away = 0;
      for (int start = 0; start < GAP_START.length; start++) {
        for (int length = 0; length < GAP_LENGTHS; length++) {
          away += away(mask(start, length), month) ? GAP_START[start] / GAP_LENGTHS : 0;
        }
      }
      share[month - 1] = 1 - WITH_GAP * away;
    }
    return share;
  }
}
