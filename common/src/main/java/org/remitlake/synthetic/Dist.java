package org.remitlake.synthetic;

/** Distributions that surveys need beside those of {@link Draw}. */
final class Dist {
  private Dist() {}

  /** Marsaglia and Tsang (2000), for a shape of at least 1; below that, boosted by a power. */
  static double gamma(Draw draw, double shape) {
    if (shape < 1) {
      return gamma(draw, shape + 1) * StrictMath.pow(draw.uniform(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = draw.normal();
      double v = 1 + c * x;
      v = v * v * v;
      double u = draw.uniform();
      if (v > 0 && StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
        return d * v;
      }
    }
  }

  static double beta(Draw draw, double a, double b) {
    double x = gamma(draw, a);
    return x / (x + gamma(draw, b));
  }

  /**
   * A cluster's probability: beta with this mean, such that two members of a cluster are correlated
   * by exactly {@code icc}.
   */
  static double probability(Draw draw, double mean, double icc) {
    double size = (1 - icc) / icc;
    return beta(draw, mean * size, (1 - mean) * size);
  }
}
