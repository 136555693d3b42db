package org.remitlake.stats;

/**
 * How far calibrated weights may go: what the ratio g of new weight to old is of the linear
 * predictor u.
 *
 * @param kind form of g(u)
 * @param lower least ratio
 * @param upper largest ratio
 * @see <a href="https://doi.org/10.1080/01621459.1992.10475217">Deville and Särndal (1992)</a>
 */
public record CalibrationDistance(Kind kind, double lower, double upper) {

  /** Forms of g(u), by the names of R's {@code calfun}. */
  public enum Kind {
    /** {@code 1 + u}: the regression estimator. */
    LINEAR,
    /** {@code exp(u)}: never negative, what iterative proportional fitting ends in. */
    RAKING,
    /** Logistic between the bounds. */
    LOGIT
  }

  /** Refuses bounds that exclude 1, and none where the form needs them. */
  public CalibrationDistance {
    if (!(lower < 1 && upper > 1)
        || (kind == Kind.LOGIT && (Double.isInfinite(lower) || Double.isInfinite(upper)))) {
      throw new IllegalArgumentException(
          "Bounds of the ratio of weights lie on either side of 1; LOGIT needs both.");
    }
  }

  /** The regression estimator, without bounds. R's {@code calfun = "linear"}. */
  public static CalibrationDistance linear() {
    return new CalibrationDistance(Kind.LINEAR, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Raking, without bounds. R's {@code calfun = "raking"}. */
  public static CalibrationDistance raking() {
    return new CalibrationDistance(Kind.RAKING, 0, Double.POSITIVE_INFINITY);
  }

  /** The same form with the ratio cut off at bounds. */
  public CalibrationDistance within(double least, double most) {
    return new CalibrationDistance(kind, least, most);
  }

  double ratio(double u) {
    return switch (kind) {
      case LINEAR -> Math.max(lower, Math.min(upper, 1 + u));
      case RAKING -> Math.max(lower, Math.min(upper, Math.exp(u)));
      case LOGIT -> {
        double e = Math.exp(steepness() * u);
        yield Double.isInfinite(e)
            ? upper
            : (lower * (upper - 1) + upper * (1 - lower) * e) / (upper - 1 + (1 - lower) * e);
      }
    };
  }

  double slope(double u) {
    double g = ratio(u);
    boolean free = g > lower && g < upper;
    return switch (kind) {
      case LINEAR -> free ? 1 : 0;
      case RAKING -> free ? g : 0;
      case LOGIT -> steepness() * (g - lower) * (upper - g) / (upper - lower);
    };
  }

  private double steepness() {
    return (upper - lower) / ((upper - 1) * (1 - lower));
  }
}
