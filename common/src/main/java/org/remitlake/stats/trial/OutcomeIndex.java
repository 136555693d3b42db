package org.remitlake.stats.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Sums;

/**
 * Several outcomes of one theme as one: indicator E73. Each is turned so that more is better and
 * measured in standard deviations (divisor n − 1) from the control's mean.
 *
 * @param names of the outcomes
 * @param weights of each, summing to 1; may be negative for Anderson's
 * @param values of every unit; NaN where all outcomes are missing
 */
public record OutcomeIndex(List<String> names, List<Double> weights, List<Double> values) {

  /** Which way is better. */
  public enum Direction {
    /** More is better. */
    UP,
    /** Less is better. */
    DOWN
  }

  /**
   * An outcome of the theme.
   *
   * @param name of it
   * @param values of every unit; NaN where missing
   * @param direction which way is better
   */
  public record Component(String name, List<Double> values, Direction direction) {
    /** From an array. */
    public static Component of(String name, double[] values, Direction direction) {
      return new Component(name, Arrays.stream(values).boxed().toList(), direction);
    }
  }

  /**
   * Kling, Liebman and Katz (2007): the plain mean. A missing outcome of a unit that has another is
   * set to the mean of its arm.
   */
  public static OutcomeIndex kling(List<Component> components, String[] arms, String control) {
    double[][] z = standardised(components, arms, control);
    for (double[] own : z) {
      Map<String, List<Double>> byArm = new TreeMap<>();
      for (int i = 0; i < own.length; i++) {
        List<Double> known = byArm.computeIfAbsent(arms[i], a -> new ArrayList<>());
        if (!Double.isNaN(own[i])) {
          known.add(own[i]);
        }
      }
      double[] copy = own.clone();
      for (int i = 0; i < own.length; i++) {
        if (Double.isNaN(copy[i]) && hasAny(z, i)) {
          own[i] = byArm.get(arms[i]).stream().mapToDouble(d -> d).average().orElse(Double.NaN);
        }
      }
    }
    double[] equal = new double[z.length];
    Arrays.fill(equal, 1.0 / z.length);
    return index(components, equal, z);
  }

  /**
   * Anderson (2008): weights are the row sums of the inverse covariance of the standardised
   * outcomes over all units, so that what repeats another counts less. A unit's missing outcomes
   * are left out of its mean.
   *
   * @throws IllegalArgumentException if an outcome is a combination of the others
   */
  public static OutcomeIndex anderson(List<Component> components, String[] arms, String control) {
    double[][] z = standardised(components, arms, control);
    RealMatrix covariance = MatrixUtils.createRealMatrix(z.length, z.length);
    for (int a = 0; a < z.length; a++) {
      for (int b = 0; b < z.length; b++) {
        covariance.setEntry(a, b, covariance(z[a], z[b]));
      }
    }
    try {
      RealMatrix inverse = new LUDecomposition(covariance).getSolver().getInverse();
      double[] rows = new double[z.length];
      Arrays.setAll(rows, k -> Sums.of(inverse.getRow(k)));
      double total = Sums.of(rows);
      return index(components, Arrays.stream(rows).map(w -> w / total).toArray(), z);
    } catch (SingularMatrixException e) {
      throw new IllegalArgumentException(
          "One of "
              + z.length
              + " outcomes is a combination of the others. Leave it out of the index.",
          e);
    }
  }

  /** Value of every unit. */
  public double[] array() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[][] standardised(
      List<Component> components, String[] arms, String control) {
    if (components.isEmpty()) {
      throw new IllegalArgumentException("An index needs at least one outcome.");
    }
    Arguments.labels(arms, "arm");
    double[][] z = new double[components.size()][];
    for (int k = 0; k < z.length; k++) {
      Component c = components.get(k);
      double[] y = c.values().stream().mapToDouble(Double::doubleValue).toArray();
      Arguments.sameLength(y.length, arms.length, c.name());
      double[] own =
          java.util.stream.IntStream.range(0, y.length)
              .filter(i -> arms[i].equals(control) && !Double.isNaN(y[i]))
              .mapToDouble(i -> y[i])
              .toArray();
      double mean = Sums.of(own) / own.length;
      double variance =
          Sums.over(own.length, i -> (own[i] - mean) * (own[i] - mean)) / (own.length - 1);
      if (!(variance > 0)) {
        throw new IllegalArgumentException(
            "Outcome "
                + c.name()
                + " does not vary among the "
                + own.length
                + " control units that have it: it has no standard deviation. Leave it out.");
      }
      double scale = (c.direction() == Direction.UP ? 1 : -1) / Math.sqrt(variance);
      z[k] = Arrays.stream(y).map(v -> (v - mean) * scale).toArray();
    }
    return z;
  }

  private static OutcomeIndex index(List<Component> components, double[] weights, double[][] z) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < z[0].length; i++) {
      double sum = 0;
      double total = 0;
      for (int k = 0; k < z.length; k++) {
        if (!Double.isNaN(z[k][i])) {
          sum += weights[k] * z[k][i];
          total += weights[k];
        }
      }
      values.add(hasAny(z, i) ? sum / total : Double.NaN);
    }
    return new OutcomeIndex(
        components.stream().map(Component::name).toList(),
        Arrays.stream(weights).boxed().toList(),
        List.copyOf(values));
  }

  private static boolean hasAny(double[][] z, int unit) {
    return Arrays.stream(z).anyMatch(own -> !Double.isNaN(own[unit]));
  }

  /** Over the units that have both. */
  private static double covariance(double[] a, double[] b) {
    double[] ofA = new double[a.length];
    double[] ofB = new double[a.length];
    int n = 0;
    for (int i = 0; i < a.length; i++) {
      if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
        ofA[n] = a[i];
        ofB[n++] = b[i];
      }
    }
    int both = n;
    double meanA = Sums.over(both, i -> ofA[i]) / both;
    double meanB = Sums.over(both, i -> ofB[i]) / both;
    return Sums.over(both, i -> (ofA[i] - meanA) * (ofB[i] - meanB)) / both;
  }
}
