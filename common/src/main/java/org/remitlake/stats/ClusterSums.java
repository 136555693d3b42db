package org.remitlake.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A regression reduced to what resampling of clusters needs: K × K and K numbers for each cluster,
 * whatever the number of rows. Regressors are whitened ({@code Z′WZ = I}); clusters stand in the
 * order of their labels: the order of the rows moves no more than rounding.
 */
public final class ClusterSums {
  private final LinearModel model;
  private final List<String> labels;
  private final int[][] members;

  private ClusterSums(LinearModel model, Map<String, int[]> members) {
    this.model = model;
    this.labels = List.copyOf(members.keySet());
    this.members = members.values().toArray(int[][]::new);
  }

  /**
   * Groups the units of positive weight.
   *
   * @throws IllegalArgumentException if there are fewer than two clusters
   */
  public static ClusterSums of(LinearModel model, String[] clusters) {
    Arguments.sameLength(clusters.length, model.weights().length, "cluster");
    Arguments.labels(clusters, "cluster");
    Map<String, int[]> members = ClusterRobust.members(model, clusters);
    if (members.size() < 2) {
      throw new IllegalArgumentException(
          "There is 1 cluster. Errors between clusters need at least 2, and better 50.");
    }
    return new ClusterSums(model, members);
  }

  /** Labels of the clusters, ascending. */
  public List<String> labels() {
    return labels;
  }

  /** Number of clusters. */
  public int size() {
    return members.length;
  }

  /** Units of positive weight. */
  public int units() {
    return Arrays.stream(members).mapToInt(m -> m.length).sum();
  }

  /** {@code Σ w} of every cluster. */
  public double[] weights() {
    return sums(i -> model.weight(i));
  }

  /** {@code Σ w v} of every cluster. */
  public double[] sums(double[] values) {
    return sums(i -> model.weight(i) * values[i]);
  }

  /** {@code Σ w z} of every cluster. */
  public double[][] regressors() {
    double[] one = new double[model.weights().length];
    Arrays.fill(one, 1);
    return products(one);
  }

  /** {@code Σ w z v} of every cluster. */
  public double[][] products(double[] values) {
    double[][] products = new double[members.length][model.names().size()];
    for (int g = 0; g < members.length; g++) {
      for (int i : members[g]) {
        double[] z = model.whitened(i);
        double w = model.weight(i) * values[i];
        for (int k = 0; k < z.length; k++) {
          products[g][k] += w * z[k];
        }
      }
    }
    return products;
  }

  /** {@code Σ w z z′} of every cluster. */
  public double[][][] squares() {
    int size = model.names().size();
    double[][][] squares = new double[members.length][size][size];
    for (int g = 0; g < members.length; g++) {
      for (int i : members[g]) {
        double[] z = model.whitened(i);
        for (int a = 0; a < size; a++) {
          for (int b = 0; b < size; b++) {
            squares[g][a][b] += model.weight(i) * z[a] * z[b];
          }
        }
      }
    }
    return squares;
  }

  /** What turns whitened coefficients into the named one: a row of {@code R⁻¹}. */
  public double[] direction(String name) {
    return model.inverseR().getRow(model.index(name));
  }

  private double[] sums(java.util.function.IntToDoubleFunction term) {
    double[] sums = new double[members.length];
    for (int g = 0; g < sums.length; g++) {
      for (int i : members[g]) {
        sums[g] += term.applyAsDouble(i);
      }
    }
    return sums;
  }
}
