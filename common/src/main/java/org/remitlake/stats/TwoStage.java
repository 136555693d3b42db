package org.remitlake.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two-stage least squares: {@code β̂ = (X̂′X)⁻¹X̂′y}, {@code X̂ = P_Z X}, residuals {@code y − Xβ̂}
 * of the true regressors. With one binary instrument and no controls the Wald ratio: the effect on
 * those whom the assignment moved (Imbens and Angrist 1994).
 */
public final class TwoStage {
  private final double[] y;
  private final Regressors endogenous;
  private final Regressors controls;
  private final Regressors instruments;
  private final double[] weights;
  private final LinearModel model;

  private TwoStage(
      double[] y,
      Regressors endogenous,
      Regressors controls,
      Regressors instruments,
      double[] weights) {
    this.y = y;
    this.endogenous = endogenous;
    this.controls = controls;
    this.instruments = instruments;
    this.weights = weights;
    Regressors fitted = Regressors.none(y.length);
    for (String name : endogenous.names()) {
      fitted = fitted.and(name, fitted(firstStage(name), endogenous.column(name)));
    }
    LinearModel projected = LinearModel.fit(order(fitted), y, weights);
    double[][] rows = order(endogenous).rows();
    double[] beta = projected.coefficients();
    double[] residuals = new double[y.length];
    Arrays.setAll(residuals, i -> y[i] - Sums.dot(rows[i], beta));
    this.model = projected.withResiduals(residuals);
  }

  /** Unweighted. */
  public static TwoStage fit(
      double[] y, Regressors endogenous, Regressors controls, Regressors instruments) {
    double[] one = new double[y.length];
    Arrays.fill(one, 1);
    return fit(y, endogenous, controls, instruments, one);
  }

  /**
   * Fits both stages.
   *
   * @param endogenous what was taken up
   * @param controls in both stages, the constant among them
   * @param instruments what was assigned; at least as many as endogenous regressors
   * @param weights 0 leaves a unit out
   * @throws IllegalArgumentException if there are too few instruments, or a column is collinear
   */
  public static TwoStage fit(
      double[] y,
      Regressors endogenous,
      Regressors controls,
      Regressors instruments,
      double[] weights) {
    if (instruments.names().size() < endogenous.names().size() || endogenous.names().isEmpty()) {
      throw new IllegalArgumentException(
          instruments.names().size()
              + " instruments for "
              + endogenous.names().size()
              + " endogenous regressors. Give at least one instrument for each.");
    }
    return new TwoStage(y.clone(), endogenous, controls, instruments, weights.clone());
  }

  /** The structural equation: constant, endogenous regressors, controls; true residuals. */
  public LinearModel model() {
    return model;
  }

  /** Names of the instruments. */
  public List<String> instruments() {
    return instruments.names();
  }

  /** Names of the endogenous regressors. */
  public List<String> endogenous() {
    return endogenous.names();
  }

  /** An endogenous regressor on controls and instruments. */
  public LinearModel firstStage(String name) {
    return LinearModel.fit(exogenous(), endogenous.column(name), weights);
  }

  /** Any outcome on controls and instruments: the reduced form for {@code y − β d}. */
  public LinearModel reducedForm(double[] outcome) {
    return LinearModel.fit(exogenous(), outcome, weights);
  }

  /** The outcome. */
  public double[] outcome() {
    return y.clone();
  }

  /** An endogenous regressor. */
  public double[] takeUp(String name) {
    return endogenous.column(name);
  }

  /** {@code √(Σ w û² / (N−K))}. */
  public double sigma() {
    return FitSummary.of(model, y).sigma();
  }

  /** F of the instruments in a first stage under one variance for all units. */
  public WaldTest weakInstruments(String name) {
    return HeteroskedasticRobust.of(firstStage(name), HeteroskedasticCovariance.CLASSICAL)
        .wald(instruments.names());
  }

  /** Wu–Hausman: whether ordinary least squares would have done. */
  public WaldTest wuHausman() {
    Regressors more = order(endogenous);
    List<String> added = new ArrayList<>();
    for (String name : endogenous.names()) {
      added.add("first-stage residual of " + name);
      more = more.and(added.get(added.size() - 1), firstStage(name).residuals());
    }
    return HeteroskedasticRobust.of(
            LinearModel.fit(more, y, weights), HeteroskedasticCovariance.CLASSICAL)
        .wald(added);
  }

  /**
   * Sargan's test of more instruments than needed: {@code N R²} of the residuals on controls and
   * instruments; its f is that over df1, df2 is infinite.
   *
   * @throws IllegalArgumentException if there are as many instruments as endogenous regressors
   */
  public WaldTest sargan() {
    int df = instruments.names().size() - endogenous.names().size();
    if (df == 0) {
      throw new IllegalArgumentException(
          "As many instruments as endogenous regressors: there is nothing to test.");
    }
    double[] u = model.residuals();
    double[] rest = reducedForm(u).residuals();
    double all = Sums.over(u.length, i -> weights[i] * u[i] * u[i]);
    double left = Sums.over(u.length, i -> weights[i] * rest[i] * rest[i]);
    double n = model.used().length;
    return WaldTest.of(n * (1 - left / all) / df, df, Double.POSITIVE_INFINITY);
  }

  private Regressors exogenous() {
    return controls.and(instruments);
  }

  /** The constant first, then what is endogenous, then the controls: R's order. */
  private Regressors order(Regressors middle) {
    Regressors all = Regressors.none(y.length);
    boolean constant = controls.names().contains(Regressors.INTERCEPT);
    if (constant) {
      all = all.and(Regressors.INTERCEPT, controls.column(Regressors.INTERCEPT));
    }
    return all.and(middle)
        .and(
            controls.only(
                controls.names().stream().filter(n -> !n.equals(Regressors.INTERCEPT)).toList()));
  }

  private static double[] fitted(LinearModel model, double[] outcome) {
    double[] residuals = model.residuals();
    double[] fitted = new double[outcome.length];
    Arrays.setAll(fitted, i -> outcome[i] - residuals[i]);
    return fitted;
  }
}
