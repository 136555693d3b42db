package org.remitlake.stats.trial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.Sums;

/**
 * Weights of the controls, {@code w_j ∝ exp(−λ′x_j)}, whose means of the covariates equal those of
 * the treated, as near to equal weights as can be (Hainmueller 2012). Newton on the dual.
 *
 * @param moments names of the covariates balanced
 * @param targets their means among the treated
 * @param lambda multipliers, per unit of the covariate
 * @param weights of every unit: 1 for the treated; those of the controls sum to the treated
 * @param largestGap largest difference of a weighted mean from its target
 */
public record EntropyBalancing(
    List<String> moments,
    List<Double> targets,
    List<Double> lambda,
    List<Double> weights,
    double largestGap) {
  private static final int ITERATIONS = 500;
  private static final double CONVERGED = 1e-13;
  private static final double ACCEPTED = 1e-8;

  /**
   * Finds the weights.
   *
   * @param x covariates without a constant; add squares ({@link #withSquares}) to balance variances
   * @throws IllegalArgumentException if no weights reach the targets: the treated lie outside of
   *     what controls there are, or a covariate is collinear among the controls
   */
  public static EntropyBalancing of(Regressors x, boolean[] treated) {
    Arguments.sameLength(treated.length, x.units(), "the treatment");
    Arms.refuseEmpty(treated);
    double[][] rows = x.rows();
    int k = x.names().size();
    int[] controls = IntStream.range(0, rows.length).filter(i -> !treated[i]).toArray();
    double ones = Arms.count(treated);
    double[] targets = new double[k];
    double[] scale = new double[k];
    for (int c = 0; c < k; c++) {
      int column = c;
      targets[c] = Sums.over(rows.length, i -> treated[i] ? rows[i][column] : 0) / ones;
      scale[c] = deviation(rows, controls, column);
    }
    double[][] z = new double[controls.length][k];
    for (int j = 0; j < controls.length; j++) {
      for (int c = 0; c < k; c++) {
        z[j][c] = (rows[controls[j]][c] - targets[c]) / scale[c];
      }
    }
    double[] dual = solve(z);
    double[] p = shares(z, dual);
    double[] gaps = gradient(z, p);
    double gap = 0;
    for (int c = 0; c < k; c++) {
      if (!(Math.abs(gaps[c]) <= ACCEPTED)) {
        throw unreachable(x.names().get(c));
      }
      gap = Math.max(gap, Math.abs(gaps[c]) * scale[c]);
    }
    Double[] weights = new Double[rows.length];
    Arrays.fill(weights, 1.0);
    for (int j = 0; j < controls.length; j++) {
      weights[controls[j]] = p[j] * ones;
    }
    return new EntropyBalancing(
        x.names(),
        Arrays.stream(targets).boxed().toList(),
        IntStream.range(0, k).mapToObj(c -> dual[c] / scale[c]).toList(),
        List.of(weights),
        gap);
  }

  /** Covariates with the squares of those that are not binary, named {@code x_sq}. */
  public static Regressors withSquares(Regressors x) {
    Regressors all = x;
    for (String name : x.names()) {
      double[] column = x.column(name);
      if (!Arrays.stream(column).allMatch(v -> v == 0 || v == 1)) {
        all = all.and(name + "_sq", Arrays.stream(column).map(v -> v * v).toArray());
      }
    }
    return all;
  }

  /** Means under the weights: the effect on the treated is their difference. */
  public WeightedContrast contrast(double[] y, boolean[] treated) {
    return WeightedContrast.of(y, treated, weightsArray());
  }

  /** Weight of every unit. */
  public double[] weightsArray() {
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Weights of the controls, summing to the number of treated. */
  public double[] controlWeights(boolean[] treated) {
    return IntStream.range(0, treated.length)
        .filter(i -> !treated[i])
        .mapToDouble(weights::get)
        .toArray();
  }

  /** {@code Σ q log(q/q₀)} from equal shares q₀: how far the weights had to go. */
  public double entropy(boolean[] treated) {
    double[] w = controlWeights(treated);
    double total = Sums.of(w);
    return Sums.over(w.length, j -> w[j] / total * Math.log(w[j] / total * w.length));
  }

  private static double[] solve(double[][] z) {
    int k = z[0].length;
    double[] dual = new double[k];
    for (int i = 0; i < ITERATIONS; i++) {
      double[] p = shares(z, dual);
      double[] gradient = gradient(z, p);
      if (Arrays.stream(gradient).map(Math::abs).max().orElse(0) < CONVERGED) {
        break;
      }
      double[] step;
      try {
        step =
            new LUDecomposition(hessian(z, p, gradient)).getSolver().getInverse().operate(gradient);
      } catch (SingularMatrixException e) {
        break;
      }
      double length = 1;
      double before = objective(z, dual);
      double[] next = moved(dual, step, length);
      while (length > 1e-12 && objective(z, next) > before + 1e-15) {
        length /= 2;
        next = moved(dual, step, length);
      }
      dual = next;
    }
    return dual;
  }

  /** The dual falls along its own gradient's Newton step; its gradient is −(weighted mean). */
  private static double[] moved(double[] dual, double[] step, double length) {
    double[] next = dual.clone();
    Arrays.setAll(next, c -> dual[c] + length * step[c]);
    return next;
  }

  private static double objective(double[][] z, double[] dual) {
    double[] u = Arrays.stream(z).mapToDouble(row -> -Sums.dot(row, dual)).toArray();
    double most = Arrays.stream(u).max().orElse(0);
    return most + Math.log(Sums.over(u.length, j -> Math.exp(u[j] - most)));
  }

  private static double[] shares(double[][] z, double[] dual) {
    double[] u = Arrays.stream(z).mapToDouble(row -> -Sums.dot(row, dual)).toArray();
    double most = Arrays.stream(u).max().orElse(0);
    double[] p = Arrays.stream(u).map(v -> Math.exp(v - most)).toArray();
    double total = Sums.of(p);
    return Arrays.stream(p).map(v -> v / total).toArray();
  }

  private static double[] gradient(double[][] z, double[] p) {
    double[] mean = new double[z[0].length];
    Arrays.setAll(mean, c -> Sums.over(z.length, j -> p[j] * z[j][c]));
    return mean;
  }

  private static RealMatrix hessian(double[][] z, double[] p, double[] mean) {
    double[][] h = new double[mean.length][mean.length];
    for (int j = 0; j < z.length; j++) {
      for (int a = 0; a < mean.length; a++) {
        for (int b = 0; b < mean.length; b++) {
          h[a][b] += p[j] * (z[j][a] - mean[a]) * (z[j][b] - mean[b]);
        }
      }
    }
    return MatrixUtils.createRealMatrix(h);
  }

  private static double deviation(double[][] rows, int[] units, int column) {
    double n = units.length;
    double mean = Sums.over(units.length, j -> rows[units[j]][column]) / n;
    double squares =
        Sums.over(
            units.length, j -> (rows[units[j]][column] - mean) * (rows[units[j]][column] - mean));
    return squares == 0 ? 1 : Math.sqrt(squares / (n - 1));
  }

  private static IllegalArgumentException unreachable(String name) {
    return new IllegalArgumentException(
        "No weights of the controls bring the mean of "
            + name
            + " to that of the treated: they lie outside of what controls there are. Balance fewer"
            + " covariates, or leave out treated units without a counterpart.");
  }
}
