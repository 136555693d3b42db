package org.remitlake.stats.trial;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.ClusterRobust;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.FitSummary;
import org.remitlake.stats.HeteroskedasticCovariance;
import org.remitlake.stats.HeteroskedasticRobust;
import org.remitlake.stats.Inference;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.Sums;

/**
 * Effects of assignment, of the units with an outcome, as assigned. One coefficient for each arm
 * but the control; blocks enter as dummies.
 *
 * @param estimator E10, E11 or E12 of the catalogue
 * @param sample design of the units with an outcome
 * @param model the regression; {@link #name} names the arms' coefficients
 * @param outcome of the sample
 */
public record AssignmentEffect(
    String estimator, TrialDesign sample, LinearModel model, List<Double> outcome) {

  /** E10: {@code y = α + τZ + blocks + ε}. A missing outcome is NaN. */
  public static AssignmentEffect difference(TrialDesign design, double[] y) {
    Sample s = Sample.of(design, y);
    return s.fit("E10", s.arms());
  }

  /**
   * E11, the headline: {@code y = α + τZ + βy₀ + γ·1[y₀ missing] + blocks + ε}. A missing baseline
   * is set to the mean of its block, or of all where the block has none. A column that the blocks
   * already say is left out.
   *
   * @param baseline the outcome before; NaN where missing
   */
  public static AssignmentEffect ancova(TrialDesign design, double[] y, double[] baseline) {
    Arguments.sameLength(baseline.length, design.units(), "the baseline");
    Sample s = Sample.of(design, y);
    double[] before = s.pick(baseline);
    double[] missing = Arrays.stream(before).map(v -> Double.isNaN(v) ? 1 : 0).toArray();
    fill(before, s.design.blocks());
    Regressors x = s.arms();
    x = varies(before, s.design.blocks()) ? x.and("baseline", before) : x;
    x = varies(missing, s.design.blocks()) ? x.and("baseline_missing", missing) : x;
    return s.fit("E11", x);
  }

  /** E10 or E11 with further covariates of all units, known before the draw. */
  public static AssignmentEffect adjusted(TrialDesign design, double[] y, Regressors covariates) {
    Sample s = Sample.of(design, y);
    return s.fit("E11", s.arms().and(covariates.rows(s.chosen)));
  }

  /**
   * E12: {@code y = α + τZ + (X−X̄)β + Z(X−X̄)δ} (Lin 2013): where arms are unequal. Means are of
   * the units with an outcome, so τ is their average effect.
   */
  public static AssignmentEffect interacted(TrialDesign design, double[] y, Regressors covariates) {
    Sample s = Sample.of(design, y);
    Regressors own = covariates.rows(s.chosen);
    Regressors x = s.arms();
    for (String name : own.names()) {
      double[] column = own.column(name);
      double mean = Sums.of(column) / column.length;
      Arrays.setAll(column, i -> column[i] - mean);
      x = x.and(name, column);
      for (String arm : s.design.arms()) {
        double[] z = s.design.indicator(arm);
        Arrays.setAll(z, i -> z[i] * column[i]);
        x = x.and(name(arm) + ":" + name, z);
      }
    }
    return s.fit("E12", x);
  }

  /** Name of an arm's coefficient. */
  public static String name(String arm) {
    return "arm:" + arm;
  }

  /** Effect of an arm against the control, with errors by cluster. */
  public Effect effect(String arm, ClusterCovariance type) {
    return effect(arm, ClusterRobust.of(model, sample.clusters(), type).inference());
  }

  /** The same with errors of independent units: only where units were drawn. */
  public Effect effect(String arm, HeteroskedasticCovariance type) {
    return effect(arm, HeteroskedasticRobust.of(model, type));
  }

  /** One arm minus another: E13. */
  public Effect difference(String arm, String other, ClusterCovariance type) {
    Inference all = ClusterRobust.of(model, sample.clusters(), type).inference();
    return describe(arm, other, all.difference(name(arm), name(other)), all);
  }

  private Effect effect(String arm, Inference inference) {
    return describe(arm, sample.control(), inference.estimate(name(arm)), inference);
  }

  private Effect describe(String arm, String other, Estimate estimate, Inference inference) {
    double[] y = outcome.stream().mapToDouble(Double::doubleValue).toArray();
    boolean[] in = sample.isIn(other);
    double[] own = IntStream.range(0, y.length).filter(i -> in[i]).mapToDouble(i -> y[i]).toArray();
    double mean = Sums.of(own) / own.length;
    double variance =
        Sums.over(own.length, i -> (own[i] - mean) * (own[i] - mean)) / (own.length - 1);
    return new Effect(
        estimator,
        arm,
        other,
        estimate,
        inference.convention(),
        sample.clusters(arm),
        sample.clusters(other),
        mean,
        variance > 0 ? estimate.value() / Math.sqrt(variance) : Double.NaN,
        FitSummary.of(model, y).rSquared());
  }

  private static void fill(double[] values, String[] blocks) {
    Map<String, double[]> sums = new HashMap<>();
    double[] all = new double[2];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        double[] own = sums.computeIfAbsent(blocks[i], b -> new double[2]);
        own[0] += values[i];
        own[1]++;
        all[0] += values[i];
        all[1]++;
      }
    }
    double overall = all[1] == 0 ? 0 : all[0] / all[1];
    for (int i = 0; i < values.length; i++) {
      double[] own = sums.get(blocks[i]);
      if (Double.isNaN(values[i])) {
        values[i] = own == null ? overall : own[0] / own[1];
      }
    }
  }

  /** Whether a column is no constant within some block. */
  private static boolean varies(double[] column, String[] blocks) {
    Map<String, Double> first = new HashMap<>();
    for (int i = 0; i < column.length; i++) {
      Double before = first.putIfAbsent(blocks[i], column[i]);
      if (before != null && before != column[i]) {
        return true;
      }
    }
    return false;
  }

  /** The units with an outcome. */
  private static final class Sample {
    private final TrialDesign design;
    private final int[] chosen;
    private final double[] y;

    private Sample(TrialDesign design, int[] chosen, double[] y) {
      this.design = design;
      this.chosen = chosen;
      this.y = y;
    }

    static Sample of(TrialDesign design, double[] y) {
      Arguments.sameLength(y.length, design.units(), "the outcome");
      int[] chosen = IntStream.range(0, y.length).filter(i -> !Double.isNaN(y[i])).toArray();
      if (chosen.length == 0) {
        throw new IllegalArgumentException(
            "All " + y.length + " outcomes are missing: there is nothing to estimate.");
      }
      TrialDesign sample = design.rows(chosen);
      List<String> lost = new java.util.ArrayList<>(design.arms());
      lost.add(design.control());
      lost.removeIf(arm -> sample.clusters(arm) > 0);
      if (!lost.isEmpty()) {
        throw new IllegalArgumentException(
            "No unit of arm "
                + String.join(", ", lost)
                + " has an outcome: "
                + (y.length - chosen.length)
                + " of "
                + y.length
                + " are missing.");
      }
      return new Sample(sample, chosen, Arrays.stream(chosen).mapToDouble(i -> y[i]).toArray());
    }

    double[] pick(double[] values) {
      return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
    }

    Regressors arms() {
      Regressors x = Regressors.intercept(y.length);
      for (String arm : design.arms()) {
        x = x.and(name(arm), design.indicator(arm));
      }
      return design.isBlocked() ? x.andDummies("block:", design.blocks()) : x;
    }

    AssignmentEffect fit(String estimator, Regressors x) {
      return new AssignmentEffect(
          estimator, design, LinearModel.fit(x, y), Arrays.stream(y).boxed().toList());
    }
  }
}
