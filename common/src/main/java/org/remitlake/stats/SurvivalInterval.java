package org.remitlake.stats;

/** Confidence intervals of a survival at one time, by the names of R's {@code survfit}. */
public enum SurvivalInterval {
  /** {@code S ± z SE}, cut off at 0 and 1. */
  PLAIN,
  /** {@code S exp(± z SE / S)}, cut off at 1. R's default. */
  LOG,
  /** {@code S^exp(± z SE / (S log S))}: within 0 and 1 by itself. */
  LOG_LOG;

  /** The interval; 0 to 1 where none survives and the error is unknown. */
  public Interval of(KaplanMeier.Step step, double level) {
    Estimate.checkLevel(level);
    double s = step.survival();
    double error = step.standardError();
    if (Double.isNaN(error)) {
      return new Interval(0, 1);
    }
    if (s == 1) {
      return new Interval(1, 1);
    }
    double z = -Distributions.tQuantile((1 - level) / 2, Double.POSITIVE_INFINITY);
    return switch (this) {
      case PLAIN -> new Interval(Math.max(0, s - z * error), Math.min(1, s + z * error));
      case LOG ->
          new Interval(s * Math.exp(-z * error / s), Math.min(1, s * Math.exp(z * error / s)));
      case LOG_LOG -> {
        double width = z * error / (s * Math.log(s));
        yield new Interval(Math.pow(s, Math.exp(-width)), Math.pow(s, Math.exp(width)));
      }
    };
  }
}
