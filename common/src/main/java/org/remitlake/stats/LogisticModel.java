package org.remitlake.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Weighted logistic regression, {@code logit μ = x′β}, by iterated weighted least squares until the
 * coefficients stand still. Outcomes may be shares. R's {@code glm(family = quasibinomial)}.
 *
 * <p>Influence of unit i: {@code M x_i w_i (y_i − μ_i)}, {@code M = (Σ w μ(1−μ) x x′)⁻¹}.
 */
public final class LogisticModel implements FittedModel {
  private static final int ROUNDS = 50;
  private static final double STILL = 1e-13;
  private static final double CERTAIN = 30;

  private final LinearModel last;
  private final double[] y;
  private final double[] fitted;
  private final double[] weights;

  private LogisticModel(LinearModel last, double[] y, double[] fitted, double[] weights) {
    this.last = last;
    this.y = y;
    this.fitted = fitted;
    this.weights = weights;
  }

  /**
   * Fits the model.
   *
   * @param y outcome 0 to 1, one per unit
   * @param weights 0 or more; a unit of weight 0 is left out but keeps its place, as a domain needs
   * @throws IllegalArgumentException as {@link LinearModel#fit}; if an outcome lies outside 0 to 1;
   *     or if the coefficients do not settle, as where a regressor tells the outcome exactly
   */
  public static LogisticModel fit(Regressors x, double[] y, double[] weights) {
    Arguments.sameLength(y.length, x.units(), "the outcome");
    Arguments.sameLength(weights.length, x.units(), "the weights");
    Arguments.weights(weights);
    long outside = Arrays.stream(y).filter(v -> !(v >= 0 && v <= 1)).count();
    if (outside > 0) {
      throw new IllegalArgumentException(
          outside + " of " + y.length + " outcomes are missing or outside 0 to 1.");
    }
    double[][] rows = x.rows();
    double[] fitted = Arrays.stream(y).map(v -> (v + 0.5) / 2).toArray();
    double[] before = {};
    for (int round = 0; round < ROUNDS; round++) {
      LinearModel step = step(x, y, fitted, weights);
      double[] now = step.coefficients();
      if (round > 0 && change(before, now) < STILL) {
        return new LogisticModel(step, y.clone(), fitted, weights.clone());
      }
      double[] logits = Arrays.stream(rows).mapToDouble(r -> Sums.dot(r, now)).toArray();
      if (isCertain(logits, weights)) {
        break;
      }
      before = now;
      fitted = Arrays.stream(logits).map(LogisticModel::share).toArray();
    }
    throw new IllegalArgumentException(
        "The coefficients do not settle. A regressor may tell the outcome exactly: leave it out or"
            + " join groups.");
  }

  @Override
  public List<String> names() {
    return last.names();
  }

  @Override
  public double[] coefficients() {
    return last.coefficients();
  }

  @Override
  public double[][] influence() {
    return last.influence();
  }

  @Override
  public double[] pearsonResiduals() {
    double[] residuals = new double[y.length];
    Arrays.setAll(residuals, i -> (y[i] - fitted[i]) / Math.sqrt(spread(fitted[i])));
    return residuals;
  }

  @Override
  public boolean isUsed(int unit) {
    return weights[unit] > 0;
  }

  /** Fitted probabilities, of units of weight 0 too. */
  public double[] fitted() {
    return fitted.clone();
  }

  private static LinearModel step(Regressors x, double[] y, double[] fitted, double[] weights) {
    double[] working = new double[y.length];
    double[] inner = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double mu = fitted[i];
      working[i] = Math.log(mu / (1 - mu)) + (y[i] - mu) / spread(mu);
      inner[i] = weights[i] * spread(mu);
    }
    return LinearModel.fit(x, working, inner);
  }

  private static double change(double[] before, double[] now) {
    double change = 0;
    for (int k = 0; k < now.length; k++) {
      change = Math.max(change, Math.abs(now[k] - before[k]) / (1 + Math.abs(now[k])));
    }
    return change;
  }

  private static double spread(double mu) {
    return mu * (1 - mu);
  }

  /** Beyond this a probability is 0 or 1 to the last digit, and the working outcome infinite. */
  private static boolean isCertain(double[] logits, double[] weights) {
    boolean certain = false;
    for (int i = 0; i < logits.length; i++) {
      certain |= weights[i] > 0 && Math.abs(logits[i]) > CERTAIN;
    }
    return certain;
  }

  private static double share(double logit) {
    // Units of weight 0 may lie anywhere.
    return 1 / (1 + Math.exp(-Math.max(-CERTAIN, Math.min(CERTAIN, logit))));
  }
}
