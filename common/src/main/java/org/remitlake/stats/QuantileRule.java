package org.remitlake.stats;

/**
 * What lies between two values when a quantile is read off a weighted sample. Types as in Hyndman
 * and Fan (1996); weighted forms as R's {@code svyquantile(qrule = …)}. At equal weights they are
 * R's {@code quantile(type = …)}.
 *
 * <p>MATH and SCHOOL differ from TYPE_1 and TYPE_2 only where the cumulated weight meets p exactly,
 * as with equal weights it does: R then asks whether {@code p − C/W} is 0 in floating point, which
 * rounding decides (5 of 50 equal weights need not be a tenth). Take MATH to repeat R, TYPE_1 for
 * an answer that depends neither on the scale of the weights nor on the order of the rows.
 *
 * <p>HF6 and HF7 ask which of several equal values comes last, and that has a weight of its own: as
 * in R, they then depend on the order of the rows.
 */
public enum QuantileRule {
  /** The smallest value with a cumulated weight of p or more. R's {@code math}, its default. */
  MATH,
  /** As MATH, but the middle to the next value where p is met exactly. R's {@code school}. */
  SCHOOL,
  /**
   * MATH with weights that differ by rounding taken for equal: the inverse of the step function.
   */
  TYPE_1,
  /** SCHOOL with weights that differ by rounding taken for equal. */
  TYPE_2,
  /** Linear between the points {@code C_k / (W + w_n)}: type 6, {@code hf6}. */
  HF6,
  /** Linear between the points {@code C_(k−1) / C_(n−1)}: type 7, {@code hf7}. */
  HF7;

  /** Sums of weights that differ by less than this part of their total are equal. */
  private static final double ROUNDING = 1e-12;

  /**
   * The weighted quantile.
   *
   * @param weights 0 or more; values of weight 0 do not count
   * @param p 0 to 1; beyond the outermost points, the outermost value
   * @throws IllegalArgumentException if sizes differ, a number is missing or no weight is positive
   */
  public double of(double[] values, double[] weights, double p) {
    Arguments.sameLength(weights.length, values.length, "the weights");
    Arguments.finite(values, "the variable");
    Arguments.weights(weights);
    return of(new Cumulated(values, weights), p);
  }

  double of(Cumulated sample, double p) {
    return switch (this) {
      case MATH -> tie(sample, p) == 0 ? sample.value(last(sample, p)) : above(sample, p);
      case SCHOOL -> tie(sample, p) == 0 ? middle(sample, last(sample, p)) : above(sample, p);
      case TYPE_1 -> sample.value(step(sample, p));
      case TYPE_2 -> {
        int k = step(sample, p);
        double miss = Math.abs(sample.upTo(k) - p * sample.total());
        yield miss <= ROUNDING * sample.total() ? middle(sample, k) : sample.value(k);
      }
      case HF6 -> {
        double whole = sample.total() + sample.weight(sample.size() - 1);
        yield linear(sample, p * whole, 0);
      }
      case HF7 -> linear(sample, p * (sample.total() - sample.weight(sample.size() - 1)), 1);
    };
  }

  private static int step(Cumulated sample, double p) {
    double wanted = p * sample.total() * (1 - ROUNDING);
    int k = 0;
    while (k < sample.size() - 1 && sample.upTo(k) < wanted) {
      k++;
    }
    return k;
  }

  /** The last value whose cumulated weight does not exceed p; −1 if the first one does. */
  private static int last(Cumulated sample, double p) {
    int k = -1;
    while (k < sample.size() - 1 && sample.upTo(k + 1) <= p * sample.total()) {
      k++;
    }
    return k;
  }

  private static double tie(Cumulated sample, double p) {
    return p - sample.upTo(last(sample, p)) / sample.total();
  }

  private static double above(Cumulated sample, double p) {
    return sample.value(Math.min(last(sample, p) + 1, sample.size() - 1));
  }

  private static double middle(Cumulated sample, int k) {
    return (sample.value(k) + sample.value(Math.min(k + 1, sample.size() - 1))) / 2;
  }

  /** Between the points (C_(k−lag), x_k), with C_(−1) = 0. */
  private static double linear(Cumulated sample, double wanted, int lag) {
    int k = 0;
    while (k < sample.size() && sample.upTo(k - lag) < wanted) {
      k++;
    }
    if (k == 0 || k == sample.size()) {
      return sample.value(Math.min(k, sample.size() - 1));
    }
    double below = sample.upTo(k - 1 - lag);
    double part = (wanted - below) / (sample.upTo(k - lag) - below);
    return sample.value(k - 1) + part * (sample.value(k) - sample.value(k - 1));
  }
}
