package org.remitlake.stats;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Whether two classifications of a population are independent: Pearson's statistic of the estimated
 * table, corrected for the design (Rao and Scott 1984), and Wald's of the estimated residuals. R's
 * {@code svychisq}.
 */
public final class RaoScott {
  private final CrossTable table;
  private final SurveyDesign design;
  private final boolean[] domain;

  private RaoScott(CrossTable table, SurveyDesign design, boolean[] domain) {
    this.table = table;
    this.design = design;
    this.domain = domain;
  }

  /**
   * The table of two classifications within a domain.
   *
   * @param row label of every unit; not looked at outside the domain
   * @param column likewise
   * @param domain without the units that did not answer
   * @throws IllegalArgumentException if sizes differ, a label is missing in the domain, or there
   *     are fewer than two rows or columns
   */
  public static RaoScott of(String[] row, String[] column, boolean[] domain, SurveyDesign design) {
    return new RaoScott(new CrossTable(row, column, domain, design), design, domain.clone());
  }

  /** Labels of the rows, in text order. */
  public List<String> rows() {
    return table.rows();
  }

  /** Labels of the columns, in text order. */
  public List<String> columns() {
    return table.columns();
  }

  /** Estimated number of units of the population in every cell. */
  public double[][] totals() {
    return table.totals();
  }

  /**
   * Pearson's X² of the estimated shares times the units of the sample, those outside the domain
   * too, as R counts. Not comparable with any table: see the corrected tests.
   */
  public double pearson() {
    double[][] p = totals();
    double all = table.sum().value();
    double distance = 0;
    for (int r = 0; r < p.length; r++) {
      for (int c = 0; c < p[r].length; c++) {
        double expected = table.row(r).value() * table.column(c).value() / all;
        distance += Math.pow(p[r][c] - expected, 2) / expected;
      }
    }
    return design.size() * distance / all;
  }

  /** X² over the mean design effect, as chi-square: R's {@code statistic = "Chisq"}. */
  public ChiSquaredTest firstOrder() {
    RealMatrix delta = delta();
    int k = delta.getRowDimension();
    return new ChiSquaredTest(pearson() / (delta.getTrace() / k), k);
  }

  /** With Satterthwaite's correction, as F: R's default. */
  public FTest secondOrder() {
    RealMatrix delta = delta();
    double trace = delta.getTrace();
    double df = trace * trace / delta.multiply(delta).getTrace();
    return new FTest(pearson() / trace, df, df * degreesOfFreedom());
  }

  /** Of the residuals T_rc − T_r T_c / T under their covariance: R's {@code "Wald"}. */
  public FTest wald() {
    return new FTest(waldStatistic() / contrasts(), contrasts(), degreesOfFreedom());
  }

  /** Wald's with fewer denominator degrees of freedom: R's {@code "adjWald"}. */
  public FTest adjustedWald() {
    int left = degreesOfFreedom() - contrasts() + 1;
    double factor = (double) left / (contrasts() * (double) degreesOfFreedom());
    return new FTest(Math.max(0, waldStatistic() * factor), contrasts(), left);
  }

  private int contrasts() {
    return (rows().size() - 1) * (columns().size() - 1);
  }

  private int degreesOfFreedom() {
    return design.degreesOfFreedom(domain, DomainDf.STRATA_PRESENT);
  }

  private double waldStatistic() {
    Linearised all = table.sum();
    List<Linearised> residuals = new ArrayList<>();
    for (int r = 1; r < rows().size(); r++) {
      for (int c = 1; c < columns().size(); c++) {
        Linearised row = table.row(r);
        Linearised column = table.column(c);
        double a = row.value() / all.value();
        double b = column.value() / all.value();
        residuals.add(
            table.cell(r, c).minus(row.times(b)).minus(column.times(a)).plus(all.times(a * b)));
      }
    }
    return Quadratic.form(residuals, domain);
  }

  /** {@code (C′D⁻¹C/n)⁻¹ C′D⁻¹VD⁻¹C}: its eigenvalues are the design effects of the contrasts. */
  private RealMatrix delta() {
    Linearised sum = table.sum();
    double all = sum.value();
    int width = columns().size();
    int k = rows().size() * width;
    double[][] influence = new double[k][];
    double[] inverse = new double[k];
    for (int i = 0; i < k; i++) {
      Linearised cell = table.cell(i / width, i % width);
      double p = cell.value() / all;
      inverse[i] = p == 0 ? 0 : 1 / p;
      influence[i] = cell.minus(sum.times(p)).times(1 / all).influence();
    }
    RealMatrix v = MatrixUtils.createRealMatrix(design.covariance(influence, domain));
    RealMatrix d = MatrixUtils.createRealDiagonalMatrix(inverse);
    RealMatrix c = table.contrasts();
    RealMatrix dc = d.multiply(c);
    RealMatrix simple = c.transpose().multiply(dc).scalarMultiply(1.0 / design.size());
    return new LUDecomposition(simple).getSolver().solve(dc.transpose().multiply(v).multiply(dc));
  }
}
