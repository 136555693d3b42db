package org.remitlake.stats.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.ClusterRobust;
import org.remitlake.stats.Distributions;
import org.remitlake.stats.Interval;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Sums;
import org.remitlake.stats.TwoStage;

/**
 * The effects β for which the instruments do not explain {@code y − βd}: a confidence set that
 * holds its level however weak the instruments are (Anderson and Rubin 1949). It may be the whole
 * line, or all but an interval: then the data cannot bound the effect.
 *
 * @param parts the set, as intervals in ascending order; none if every β is rejected
 * @param level of confidence
 * @param errors name of the covariance
 * @param df1 number of instruments
 * @param df2 G − 1
 */
public record AndersonRubin(
    List<Interval> parts, double level, ClusterCovariance errors, double df1, double df2) {
  private static final int STEPS = 4000;
  private static final double ACCURACY = 1e-13;

  /**
   * Inverts the test.
   *
   * @param iv a model with one endogenous regressor
   * @param level between 0 and 1, such as 0.95
   * @throws IllegalArgumentException if there are more endogenous regressors
   */
  public static AndersonRubin of(
      TwoStage iv, String[] clusters, ClusterCovariance type, double level) {
    if (iv.endogenous().size() != 1) {
      throw new IllegalArgumentException(
          "The set is for one endogenous regressor; there are " + iv.endogenous().size() + ".");
    }
    Statistic statistic = Statistic.of(iv, clusters, type);
    int q = iv.instruments().size();
    double df2 = statistic.clusters() - 1.0;
    double bound = Distributions.fQuantile(level, q, df2);
    double centre = iv.model().coefficient(iv.endogenous().get(0));
    double scale =
        ClusterRobust.of(iv.model(), clusters, ClusterCovariance.CR1)
            .estimate(iv.endogenous().get(0))
            .standardError();
    // β = centre + scale·tan θ covers the line, its far ends included.
    DoubleUnaryOperator excess = theta -> statistic.at(centre + scale * Math.tan(theta)) - bound;
    return new AndersonRubin(parts(excess, centre, scale), level, type, q, df2);
  }

  /** Whether both ends are finite. */
  public boolean isBounded() {
    return parts.stream().allMatch(p -> Double.isFinite(p.lower()) && Double.isFinite(p.upper()));
  }

  /** Whether an effect is in the set. */
  public boolean contains(double effect) {
    return parts.stream().anyMatch(p -> p.lower() <= effect && effect <= p.upper());
  }

  private static List<Interval> parts(DoubleUnaryOperator excess, double centre, double scale) {
    List<Interval> parts = new ArrayList<>();
    double end = Math.PI / 2 - 1e-9;
    boolean in = excess.applyAsDouble(-end) <= 0;
    double from = Double.NEGATIVE_INFINITY;
    double before = -end;
    for (int step = 1; step <= STEPS; step++) {
      double theta = -end + 2 * end * step / STEPS;
      boolean now = excess.applyAsDouble(theta) <= 0;
      if (now != in) {
        double root =
            new BrentSolver(ACCURACY, ACCURACY).solve(200, excess::applyAsDouble, before, theta);
        double beta = centre + scale * Math.tan(root);
        if (in) {
          parts.add(new Interval(from, beta));
        }
        from = beta;
        in = now;
      }
      before = theta;
    }
    if (in) {
      parts.add(new Interval(from, Double.POSITIVE_INFINITY));
    }
    return List.copyOf(parts);
  }

  /** The F of the instruments for {@code y − βd}: a ratio of polynomials in β. */
  private record Statistic(
      List<Double> y, List<Double> d, RealMatrix yy, RealMatrix yd, RealMatrix dd, int clusters) {
    static Statistic of(TwoStage iv, String[] clusters, ClusterCovariance type) {
      double[] outcome = iv.outcome();
      double[] takeUp = iv.takeUp(iv.endogenous().get(0));
      double[] sum = new double[outcome.length];
      Arrays.setAll(sum, i -> outcome[i] + takeUp[i]);
      LinearModel reduced = iv.reducedForm(outcome);
      LinearModel first = iv.reducedForm(takeUp);
      ClusterRobust ofY = ClusterRobust.of(reduced, clusters, type);
      RealMatrix yy = block(ofY, iv, reduced);
      RealMatrix dd = block(ClusterRobust.of(first, clusters, type), iv, first);
      // V(y + d) = V(y) + V(d) + 2 V(y, d), symmetrised.
      RealMatrix both = block(ClusterRobust.of(iv.reducedForm(sum), clusters, type), iv, first);
      RealMatrix yd = both.subtract(yy).subtract(dd).scalarMultiply(0.5);
      return new Statistic(slopes(iv, reduced), slopes(iv, first), yy, yd, dd, ofY.clusters());
    }

    double at(double beta) {
      double[] b = new double[y.size()];
      Arrays.setAll(b, k -> y.get(k) - beta * d.get(k));
      RealMatrix v = yy.subtract(yd.scalarMultiply(2 * beta)).add(dd.scalarMultiply(beta * beta));
      return Sums.dot(b, new LUDecomposition(v).getSolver().getInverse().operate(b)) / b.length;
    }

    private static RealMatrix block(ClusterRobust robust, TwoStage iv, LinearModel model) {
      int[] at = iv.instruments().stream().mapToInt(model.names()::indexOf).toArray();
      return MatrixUtils.createRealMatrix(robust.covariance()).getSubMatrix(at, at);
    }

    private static List<Double> slopes(TwoStage iv, LinearModel model) {
      return iv.instruments().stream().map(model::coefficient).toList();
    }
  }
}
