package org.remitlake.stats.trial;

/** Refusals that concern a treated and a control group. */
final class Arms {
  private Arms() {}

  /** Refuses groups of which one is empty. */
  static void refuseEmpty(boolean[] treated) {
    int ones = count(treated);
    if (ones == 0 || ones == treated.length) {
      throw new IllegalArgumentException(
          "There are "
              + ones
              + " treated and "
              + (treated.length - ones)
              + " control units. A comparison needs both.");
    }
  }

  static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  static double indicator(boolean flag) {
    return flag ? 1 : 0;
  }
}
