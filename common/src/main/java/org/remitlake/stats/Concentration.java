package org.remitlake.stats;

import java.util.Arrays;

/**
 * How concentrated a market is: Herfindahl and Hirschman's sum of squared shares.
 *
 * @param participants how many, those of amount 0 too
 * @param hhi 1/n to 1; tables show 0 to 10,000
 */
public record Concentration(int participants, double hhi) {

  /**
   * Of amounts such as turnovers.
   *
   * @throws IllegalArgumentException if an amount is negative or missing, or all are 0
   */
  public static Concentration of(double[] amounts) {
    double whole = Sums.of(amounts);
    if (!(whole > 0) || Arrays.stream(amounts).anyMatch(a -> a < 0) || Double.isInfinite(whole)) {
      throw new IllegalArgumentException(
          Arrays.stream(amounts).filter(a -> !(a >= 0) || Double.isInfinite(a)).count()
              + " of "
              + amounts.length
              + " amounts are negative or missing, or all are 0. Shares need amounts from 0.");
    }
    return new Concentration(
        amounts.length,
        Sums.of(Arrays.stream(amounts).map(a -> a / whole * (a / whole)).toArray()));
  }

  /** 0 if all are equal, 1 for a monopoly: {@code (H − 1/n) / (1 − 1/n)}; 1 for a single one. */
  public double normalised() {
    return participants == 1 ? 1 : (hhi - 1.0 / participants) / (1 - 1.0 / participants);
  }

  /** As many equal participants would give the same: {@code 1/H}. */
  public double effectiveNumber() {
    return 1 / hhi;
  }
}
