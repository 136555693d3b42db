package org.remitlake.stats;

import java.util.Arrays;
import java.util.List;

/**
 * A regression fitted with the weights of a design, and its errors under that design: {@link
 * SurveyDesign#covariance} of the influence on the coefficients. R's {@code svyglm}.
 *
 * <p>Degrees of freedom are PSUs minus strata, over what the fitted units reach, plus 1 minus the
 * number of coefficients, as R's; Stata takes PSUs minus strata ({@link #estimate(String,
 * double)}).
 */
public final class SurveyRegression {
  private final FittedModel model;
  private final SurveyDesign design;
  private final boolean[] used;
  private final double[][] covariance;

  private SurveyRegression(FittedModel model, SurveyDesign design, boolean[] used) {
    this.model = model;
    this.design = design;
    this.used = used;
    this.covariance = design.covariance(model.influence(), used);
  }

  /**
   * Joins a fit and the design it was made under.
   *
   * @param model fitted with the design's weights, 0 for units outside the domain
   * @throws IllegalArgumentException if sizes differ
   */
  public static SurveyRegression of(FittedModel model, SurveyDesign design) {
    Arguments.sameLength(model.pearsonResiduals().length, design.size(), "the regression");
    boolean[] used = new boolean[design.size()];
    for (int j = 0; j < used.length; j++) {
      used[j] = model.isUsed(j);
    }
    return new SurveyRegression(model, design, used);
  }

  /** Units of positive weight. */
  public int sampleSize() {
    int n = 0;
    for (boolean u : used) {
      n += u ? 1 : 0;
    }
    return n;
  }

  /** PSUs minus strata, over those that hold a fitted unit. R's {@code degf} of complete cases. */
  public int designDegreesOfFreedom() {
    return design.degreesOfFreedom(used, DomainDf.UNITS_PRESENT);
  }

  /** Those of the design, plus 1, minus the coefficients; never below 0. */
  public int degreesOfFreedom() {
    return Math.max(0, designDegreesOfFreedom() + 1 - model.names().size());
  }

  /** Covariance of the coefficients, in the order of the model's names. */
  public double[][] covariance() {
    return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
  }

  /** A coefficient with its error. */
  public Estimate estimate(String name) {
    return estimate(name, degreesOfFreedom());
  }

  /** A coefficient under degrees of freedom of one's own. */
  public Estimate estimate(String name, double degreesOfFreedom) {
    int k = index(name);
    return new Estimate(model.coefficients()[k], Math.sqrt(covariance[k][k]), degreesOfFreedom);
  }

  /** A coefficient with its influence. */
  public Linearised linearised(String name) {
    int k = index(name);
    return Linearised.of(model.coefficients()[k], model.influence()[k], used, design);
  }

  /**
   * Whether several coefficients are all zero: {@code F = b′V⁻¹b / q} on q and {@link
   * #degreesOfFreedom}. R's {@code regTermTest}.
   */
  public FTest wald(List<String> names) {
    int q = names.size();
    double[] b = new double[q];
    double[][] v = new double[q][q];
    for (int a = 0; a < q; a++) {
      b[a] = model.coefficients()[index(names.get(a))];
      for (int c = 0; c < q; c++) {
        v[a][c] = covariance[index(names.get(a))][index(names.get(c))];
      }
    }
    return new FTest(Quadratic.form(b, v) / q, q, degreesOfFreedom());
  }

  /** Weighted variance of the Pearson residuals, n/(n − 1) times. R's dispersion. */
  public double dispersion() {
    double[] r = model.pearsonResiduals();
    double whole = Sums.over(r.length, j -> used[j] ? design.weight(j) : 0);
    double mean = Sums.over(r.length, j -> used[j] ? design.weight(j) * r[j] : 0) / whole;
    double squares =
        Sums.over(r.length, j -> used[j] ? design.weight(j) * (r[j] - mean) * (r[j] - mean) : 0);
    double n = sampleSize();
    return squares / whole * n / (n - 1);
  }

  private int index(String name) {
    int k = model.names().indexOf(name);
    if (k < 0) {
      throw new IllegalArgumentException(
          "There is no regressor "
              + name
              + ". There are: "
              + String.join(", ", model.names())
              + ".");
    }
    return k;
  }
}
