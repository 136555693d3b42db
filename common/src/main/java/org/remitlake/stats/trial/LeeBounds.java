package org.remitlake.stats.trial;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Distributions;
import org.remitlake.stats.Interval;
import org.remitlake.stats.Sums;

/**
 * Bounds on the effect on those who would have been observed in either arm, when the arms answer at
 * different rates (Lee 2009): indicator E44. The arm that answers more is trimmed. Assumes that
 * assignment moves nobody's answering the other way.
 *
 * @param units of both arms
 * @param treated units of the treated arm
 * @param rateTreated share observed of the treated, 0 to 1
 * @param rateControl share observed of the control
 * @param trimmedIsTreated whether the treated arm is the one trimmed
 * @param trimShare {@code p = (q_hi − q_lo)/q_hi}
 * @param selected observed units of the trimmed arm
 * @param selectedOther observed units of the other arm
 * @param quantileLow type-1 quantile of the trimmed arm at p
 * @param quantileHigh at 1 − p
 * @param keptTop units at or above the low quantile
 * @param keptBottom units at or below the high quantile
 * @param naive difference of the observed means
 * @param threshold bounds by the quantiles, units at them kept (Stata's leebounds)
 * @param fractional bounds that trim exactly p of the mass: the unit at the edge counts in part
 */
public record LeeBounds(
    int units,
    int treated,
    double rateTreated,
    double rateControl,
    boolean trimmedIsTreated,
    double trimShare,
    int selected,
    int selectedOther,
    double quantileLow,
    double quantileHigh,
    int keptTop,
    int keptBottom,
    double naive,
    Threshold threshold,
    Interval fractional) {
  private static final double LEVEL = 0.95;

  /**
   * Bounds by quantiles, with errors of Lee (2009, proposition 3) for independent units.
   *
   * @param lower lower bound
   * @param upper upper bound
   * @param lowerError its standard error
   * @param upperError its standard error
   */
  public record Threshold(double lower, double upper, double lowerError, double upperError) {
    /** Imbens and Manski's C: between the one-sided and the two-sided normal quantile. */
    public double imbensManskiC() {
      double gap = (upper - lower) / Math.max(lowerError, upperError);
      return new BrentSolver(1e-15, 1e-15)
          .solve(
              200,
              c -> Distributions.normalLower(c + gap) - Distributions.normalLower(-c) - LEVEL,
              1,
              2.5);
    }

    /** 95 % interval for the effect (Imbens and Manski 2004). */
    public Interval interval() {
      return widened(imbensManskiC());
    }

    /** 95 % interval that covers both bounds, each on its own: wider. */
    public Interval unionInterval() {
      return widened(Distributions.normalQuantile((1 + LEVEL) / 2));
    }

    private Interval widened(double c) {
      return new Interval(lower - c * lowerError, upper + c * upperError);
    }
  }

  /**
   * Computes the bounds.
   *
   * @param y outcome; NaN where not observed
   * @throws IllegalArgumentException if an arm is empty or none of it is observed
   */
  public static LeeBounds of(double[] y, boolean[] observed, boolean[] treated) {
    Arguments.sameLength(observed.length, y.length, "who was observed");
    Arguments.sameLength(treated.length, y.length, "the arm");
    Arguments.finiteWithin(y, observed, "the outcome");
    Arms.refuseEmpty(treated);
    double rateTreated = rate(observed, treated, true);
    double rateControl = rate(observed, treated, false);
    if (rateTreated == 0 || rateControl == 0) {
      throw new IllegalArgumentException(
          "Nobody of the "
              + (rateTreated == 0 ? "treated" : "control")
              + " arm was observed: the outcome is all missing there.");
    }
    boolean ones = rateTreated >= rateControl;
    double[] trimmed = sorted(y, observed, treated, ones);
    double[] other = sorted(y, observed, treated, !ones);
    double high = Math.max(rateTreated, rateControl);
    double low = Math.min(rateTreated, rateControl);
    double p = (high - low) / high;
    double quantileLow = trimmed[Math.max(0, rank(trimmed.length * p) - 1)];
    double quantileHigh = trimmed[Math.max(0, rank(trimmed.length * (1 - p)) - 1)];
    double[] top = Arrays.stream(trimmed).filter(v -> v >= quantileLow).toArray();
    double[] bottom = Arrays.stream(trimmed).filter(v -> v <= quantileHigh).toArray();
    Errors errors = new Errors(y.length, observed, treated, ones, other, p, high, low);
    double sign = ones ? 1 : -1;
    double centre = mean(other);
    double ofTop = sign * (mean(top) - centre);
    double ofBottom = sign * (mean(bottom) - centre);
    double topError = errors.of(top, quantileLow);
    double bottomError = errors.of(bottom, quantileHigh);
    Threshold threshold =
        ones
            ? new Threshold(ofBottom, ofTop, bottomError, topError)
            : new Threshold(ofTop, ofBottom, topError, bottomError);
    double one = sign * (withoutLowest(trimmed, p * trimmed.length) - centre);
    double two = sign * (withoutHighest(trimmed, p * trimmed.length) - centre);
    return new LeeBounds(
        y.length,
        Arms.count(treated),
        rateTreated,
        rateControl,
        ones,
        p,
        trimmed.length,
        other.length,
        quantileLow,
        quantileHigh,
        top.length,
        bottom.length,
        sign * (mean(trimmed) - centre),
        threshold,
        new Interval(Math.min(one, two), Math.max(one, two)));
  }

  private static double rate(boolean[] observed, boolean[] treated, boolean arm) {
    double all = Sums.over(treated.length, i -> treated[i] == arm ? 1 : 0);
    return Sums.over(treated.length, i -> treated[i] == arm && observed[i] ? 1 : 0) / all;
  }

  private static double[] sorted(double[] y, boolean[] observed, boolean[] treated, boolean arm) {
    return IntStream.range(0, y.length)
        .filter(i -> observed[i] && treated[i] == arm)
        .mapToDouble(i -> y[i])
        .sorted()
        .toArray();
  }

  /** Rank of a quantile: a whole number of units is not pushed up by rounding. */
  private static int rank(double units) {
    return (int) Math.ceil(units - 1e-9);
  }

  private static double mean(double[] values) {
    return Sums.of(values) / values.length;
  }

  private static double withoutLowest(double[] sorted, double mass) {
    double[] w = new double[sorted.length];
    Arrays.setAll(w, i -> Math.min(Math.max(i + 1 - mass, 0), 1));
    return Sums.over(w.length, i -> w[i] * sorted[i]) / Sums.of(w);
  }

  private static double withoutHighest(double[] sorted, double mass) {
    double[] turned = new double[sorted.length];
    Arrays.setAll(turned, i -> -sorted[sorted.length - 1 - i]);
    return -withoutLowest(turned, mass);
  }

  /** Lee (2009), proposition 3, with population variances. */
  private record Errors(double n, double kept, double otherPart, double trim, double ofShare) {
    Errors(
        int n,
        boolean[] observed,
        boolean[] treated,
        boolean ones,
        double[] other,
        double p,
        double high,
        double low) {
      this(
          n,
          Sums.over(n, i -> treated[i] == ones && observed[i] ? 1 : 0) / n,
          variance(other) / (other.length / (double) n),
          p,
          ofShare(p, high, low, Sums.over(n, i -> treated[i] == ones ? 1 : 0) / n));
    }

    private static double ofShare(double p, double high, double low, double arm) {
      return (1 - p) * (1 - p) * ((1 - high) / (arm * high) + (1 - low) / ((1 - arm) * low));
    }

    double of(double[] rest, double quantile) {
      double away = quantile - mean(rest);
      double mass = kept * (1 - trim);
      double v =
          variance(rest) / mass
              + away * away * trim / mass
              + away * away / ((1 - trim) * (1 - trim)) * ofShare
              + otherPart;
      return Math.sqrt(v / n);
    }

    private static double variance(double[] values) {
      double mean = mean(values);
      return Sums.over(values.length, i -> (values[i] - mean) * (values[i] - mean)) / values.length;
    }
  }
}
