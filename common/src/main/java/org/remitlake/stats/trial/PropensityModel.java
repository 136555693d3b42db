package org.remitlake.stats.trial;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.Sums;

/**
 * Logit of who was treated given what was known before: {@code P(D=1|x) = 1/(1+exp(−xβ))}, by
 * maximum likelihood (iteratively reweighted least squares). R's {@code glm(binomial)}.
 */
public final class PropensityModel {
  private static final int ITERATIONS = 200;
  private static final double CONVERGED = 1e-15;

  /** A log odds beyond it means probabilities of 0 or 1: nothing to compare with. */
  private static final double SEPARATED = 30;

  private final Regressors x;
  private final boolean[] treated;
  private final double[] coefficients;
  private final double[] linear;
  private final double[] lastWeights;
  private final RealMatrix inverseInformation;

  private PropensityModel(Regressors x, boolean[] treated) {
    this.x = x;
    this.treated = treated;
    double[][] rows = x.rows();
    // R's start: half way between the outcome and one half.
    double[] eta = new double[rows.length];
    Arrays.setAll(eta, i -> treated[i] ? Math.log(3) : -Math.log(3));
    double[] beta = new double[x.names().size()];
    double[] weights = eta;
    double deviance = Double.POSITIVE_INFINITY;
    for (int i = 0; i < ITERATIONS; i++) {
      weights = weights(eta);
      beta = step(rows, eta, weights);
      eta = linear(rows, beta);
      refuseSeparation(eta);
      double before = deviance;
      deviance = deviance(eta, treated);
      if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < CONVERGED) {
        break;
      }
    }
    this.coefficients = beta;
    this.linear = eta;
    this.lastWeights = weights;
    this.inverseInformation = inverse(rows, weights(eta));
  }

  /**
   * Fits the model.
   *
   * @param x covariates with the constant
   * @throws IllegalArgumentException if nobody or everybody is treated, a covariate is collinear
   *     (named), or the covariates tell perfectly who is treated
   */
  public static PropensityModel fit(Regressors x, boolean[] treated) {
    Arguments.sameLength(treated.length, x.units(), "the treatment");
    Arms.refuseEmpty(treated);
    LinearModel.fit(x, numbers(treated)); // names what is collinear
    return new PropensityModel(x, treated.clone());
  }

  /** Names of the coefficients, in order. */
  public List<String> names() {
    return x.names();
  }

  /** A coefficient with the error of the information matrix; normal reference. */
  public Estimate estimate(String name) {
    int k = x.names().indexOf(name);
    return new Estimate(
        coefficients[k], Math.sqrt(inverseInformation.getEntry(k, k)), Double.POSITIVE_INFINITY);
  }

  /**
   * Inverse of the information matrix at the weights of the last step, as R's glm reports it: some
   * 1e-8 of itself from that at the maximum.
   */
  public double[][] covariance() {
    return inverse(x.rows(), lastWeights).getData();
  }

  /** Huber–White sandwich without a small-sample factor, as R's {@code sandwich} of a glm. */
  public double[][] robustCovariance() {
    double[][] rows = x.rows();
    double[] fresh = weights(linear);
    RealMatrix bread = inverse(rows, lastWeights);
    int k = coefficients.length;
    RealMatrix sum = MatrixUtils.createRealMatrix(k, k);
    for (int i = 0; i < rows.length; i++) {
      double score = score(i) * lastWeights[i] / fresh[i];
      double[] unit = bread.operate(rows[i]);
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          sum.addToEntry(a, b, score * score * unit[a] * unit[b]);
        }
      }
    }
    return sum.getData();
  }

  /** Probability of treatment of every unit. */
  public double[] fitted() {
    return Arrays.stream(linear).map(PropensityModel::logistic).toArray();
  }

  /** Log odds of every unit. */
  public double[] linear() {
    return linear.clone();
  }

  /** Log likelihood at the maximum. */
  public double logLikelihood() {
    return -deviance() / 2;
  }

  /** {@code −2 log L}. */
  public double deviance() {
    return deviance(linear, treated);
  }

  /** Deviance of the model of a constant alone. */
  public double nullDeviance() {
    double n = treated.length;
    double ones = Sums.of(numbers(treated));
    return -2 * (ones * Math.log(ones / n) + (n - ones) * Math.log(1 - ones / n));
  }

  /** Akaike's criterion. */
  public double aic() {
    return deviance() + 2 * coefficients.length;
  }

  /** Who was treated. */
  boolean[] treated() {
    return treated.clone();
  }

  /** Covariates, the constant among them. */
  Regressors covariates() {
    return x;
  }

  /** Influence of every unit on the coefficients: {@code I⁻¹ x_i (D_i − e_i)}. */
  double[][] influence() {
    double[][] rows = x.rows();
    double[][] influence = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double score = score(i);
      influence[i] =
          Arrays.stream(inverseInformation.operate(rows[i])).map(v -> score * v).toArray();
    }
    return influence;
  }

  private double score(int unit) {
    return (treated[unit] ? 1 : 0) - logistic(linear[unit]);
  }

  /** One step: weighted least squares of the working response. */
  private double[] step(double[][] rows, double[] eta, double[] weights) {
    double[][] scaled = scaled(rows, weights);
    double[] response = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double e = logistic(eta[i]);
      double root = Math.sqrt(weights[i]);
      response[i] = root * (eta[i] + ((treated[i] ? 1 : 0) - e) / weights[i]);
    }
    return new QRDecomposition(MatrixUtils.createRealMatrix(scaled))
        .getSolver()
        .solve(MatrixUtils.createRealVector(response))
        .toArray();
  }

  private static double[][] scaled(double[][] rows, double[] weights) {
    double[][] scaled = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double root = Math.sqrt(weights[i]);
      scaled[i] = Arrays.stream(rows[i]).map(v -> root * v).toArray();
    }
    return scaled;
  }

  /** {@code (X′WX)⁻¹}, by the triangle of a QR decomposition. */
  private static RealMatrix inverse(double[][] rows, double[] weights) {
    int last = rows[0].length - 1;
    RealMatrix r =
        new QRDecomposition(MatrixUtils.createRealMatrix(scaled(rows, weights)))
            .getR()
            .getSubMatrix(0, last, 0, last);
    RealMatrix inverse = MatrixUtils.inverse(r);
    return inverse.multiply(inverse.transpose());
  }

  private static double[] weights(double[] eta) {
    return Arrays.stream(eta).map(v -> logistic(v) * logistic(-v)).toArray();
  }

  /** {@code 2 Σ log(1 + exp(∓η))}: no digits are lost near probabilities of 0 and 1. */
  private static double deviance(double[] eta, boolean[] treated) {
    return 2 * Sums.over(eta.length, i -> Math.log1p(Math.exp(treated[i] ? -eta[i] : eta[i])));
  }

  private static double[] linear(double[][] rows, double[] beta) {
    return Arrays.stream(rows).mapToDouble(row -> Sums.dot(row, beta)).toArray();
  }

  private static void refuseSeparation(double[] eta) {
    long sure = Arrays.stream(eta).filter(v -> Math.abs(v) > SEPARATED).count();
    if (sure > 0) {
      throw new IllegalArgumentException(
          "The covariates tell perfectly who was treated for "
              + sure
              + " of "
              + eta.length
              + " units: they have nobody to be compared with. Leave covariates or units out.");
    }
  }

  private static double logistic(double eta) {
    return 1 / (1 + Math.exp(-eta));
  }

  private static double[] numbers(boolean[] flags) {
    double[] numbers = new double[flags.length];
    Arrays.setAll(numbers, i -> flags[i] ? 1 : 0);
    return numbers;
  }
}
