package org.remitlake.stats.trial;

/** Whose average effect weights of the propensity e aim at; with the weights of both groups. */
public enum Estimand {
  /** Of all units: {@code 1/e} and {@code 1/(1−e)}. */
  ATE,
  /** Of the treated: 1 and {@code e/(1−e)}. Indicator E33. */
  ATT,
  /** Of those who might have gone either way: {@code 1−e} and {@code e} (Li, Morgan, Zaslavsky). */
  OVERLAP;

  double weight(boolean treated, double e) {
    return switch (this) {
      case ATE -> treated ? 1 / e : 1 / (1 - e);
      case ATT -> treated ? 1 : e / (1 - e);
      case OVERLAP -> treated ? 1 - e : e;
    };
  }

  /** Derivative of the weight by the log odds, whose own is {@code e(1−e)}. */
  double slope(boolean treated, double e) {
    return switch (this) {
      case ATE -> treated ? -(1 - e) / e : e / (1 - e);
      case ATT -> treated ? 0 : e / (1 - e);
      case OVERLAP -> treated ? -e * (1 - e) : e * (1 - e);
    };
  }
}
