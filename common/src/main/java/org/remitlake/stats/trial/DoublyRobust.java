package org.remitlake.stats.trial;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.Sums;

/**
 * Augmented inverse probability weighting: right if the propensity or the linear outcome model of
 * each group is. Indicator E34. Errors from the influence function, which ignores that both models
 * are estimated (their first-order effect is zero when both are right).
 *
 * @param estimand ATE or ATT
 * @param value the effect
 * @param influence of every unit on it
 */
public record DoublyRobust(Estimand estimand, double value, java.util.List<Double> influence) {

  /**
   * Average effect on all units: outcome models by group on the covariates of the propensity.
   *
   * @throws IllegalArgumentException if a covariate is collinear within a group (named)
   */
  public static DoublyRobust ate(PropensityModel model, double[] y) {
    boolean[] treated = model.treated();
    double[] e = model.fitted();
    double[] one = predicted(model.covariates(), y, treated, true);
    double[] none = predicted(model.covariates(), y, treated, false);
    double[] phi = new double[y.length];
    Arrays.setAll(
        phi,
        i ->
            one[i]
                - none[i]
                + (treated[i] ? (y[i] - one[i]) / e[i] : -(y[i] - none[i]) / (1 - e[i])));
    double mean = Sums.of(phi) / phi.length;
    return of(Estimand.ATE, mean, phi, p -> mean);
  }

  /** Average effect on the treated: the control's outcome model alone. */
  public static DoublyRobust att(PropensityModel model, double[] y) {
    boolean[] treated = model.treated();
    double[] e = model.fitted();
    double[] none = predicted(model.covariates(), y, treated, false);
    double share = Arms.count(treated) / (double) y.length;
    double[] phi = new double[y.length];
    Arrays.setAll(phi, i -> (treated[i] ? 1 : -e[i] / (1 - e[i])) * (y[i] - none[i]) / share);
    double mean = Sums.of(phi) / phi.length;
    return of(Estimand.ATT, mean, phi, i -> treated[i] ? mean / share : 0);
  }

  /** With errors of independent units; normal reference. */
  public Estimate estimate() {
    return Influences.independent(value, influenceArray());
  }

  /** The same by cluster (CR1_G). */
  public Estimate estimate(String[] clusters) {
    return Influences.clustered(value, influenceArray(), clusters);
  }

  private static DoublyRobust of(
      Estimand estimand, double mean, double[] phi, java.util.function.IntToDoubleFunction centre) {
    return new DoublyRobust(
        estimand,
        mean,
        IntStream.range(0, phi.length)
            .mapToObj(i -> (phi[i] - centre.applyAsDouble(i)) / phi.length)
            .toList());
  }

  private static double[] predicted(Regressors x, double[] y, boolean[] treated, boolean group) {
    Arguments.sameLength(y.length, treated.length, "the outcome");
    double[] own = new double[y.length];
    Arrays.setAll(own, i -> treated[i] == group ? 1 : 0);
    double[] beta = LinearModel.fit(x, y, own).coefficients();
    return Arrays.stream(x.rows()).mapToDouble(row -> Sums.dot(row, beta)).toArray();
  }

  private double[] influenceArray() {
    return influence.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
