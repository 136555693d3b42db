package org.remitlake.stats.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.ClusterRobust;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.Sums;

/**
 * Greedy nearest-neighbour matching of the treated to controls: indicator E35. Ties go to the
 * earlier row: sort rows by key for a result that does not depend on the file.
 *
 * @param rule how neighbours were chosen
 * @param caliper largest distance that was allowed, in the unit of the distance
 * @param pairs treated and control rows, in the order of the treated rows
 * @param unmatched treated rows without a control inside the caliper
 * @param weights 1 for a matched treated unit; for a control one part of each unit it serves
 * @param meanDistance mean absolute distance of the pairs
 * @param maxDistance largest
 */
public record Matching(
    MatchingRule rule,
    double caliper,
    List<Pair> pairs,
    List<Integer> unmatched,
    List<Double> weights,
    double meanDistance,
    double maxDistance) {

  /** Rows of a treated unit and its control, from 0. */
  public record Pair(int treated, int control) {}

  /** Matches without strata. */
  public static Matching of(double[] distance, boolean[] treated, MatchingRule rule) {
    String[] one = new String[distance.length];
    Arrays.fill(one, "all");
    return of(distance, treated, one, rule);
  }

  /**
   * Matches within strata.
   *
   * @param distance propensity or its log odds
   * @param exact stratum of every unit: pairs agree in it
   * @throws IllegalArgumentException if a group is empty or nobody finds a control
   */
  public static Matching of(
      double[] distance, boolean[] treated, String[] exact, MatchingRule rule) {
    Arguments.finite(distance, "the distance");
    Arguments.sameLength(treated.length, distance.length, "the treatment");
    Arguments.sameLength(exact.length, distance.length, "the stratum");
    Arms.refuseEmpty(treated);
    double caliper =
        Double.isInfinite(rule.caliper()) ? rule.caliper() : rule.caliper() * deviation(distance);
    boolean[] free = new boolean[treated.length];
    List<List<Integer>> chosen = new ArrayList<>();
    for (int i = 0; i < treated.length; i++) {
      free[i] = !treated[i];
      chosen.add(List.of());
    }
    for (int unit : order(distance, treated, rule)) {
      List<Integer> near =
          IntStream.range(0, free.length)
              .filter(j -> free[j] && exact[j].equals(exact[unit]))
              .boxed()
              .sorted(Comparator.comparingDouble(j -> Math.abs(distance[j] - distance[unit])))
              .limit(rule.ratio())
              .filter(j -> Math.abs(distance[j] - distance[unit]) <= caliper)
              .toList();
      chosen.set(unit, near);
      if (rule.replacement() == MatchingRule.Replacement.WITHOUT) {
        near.forEach(j -> free[j] = false);
      }
    }
    return result(distance, treated, rule, caliper, chosen);
  }

  /** Mean of the matched treated less the weighted mean of their controls: effect on them. */
  public double att(double[] y, boolean[] treated) {
    return WeightedContrast.of(y, treated, weightsArray()).difference();
  }

  /** Number of treated units with a control. */
  public int matchedTreated() {
    return (int) pairs.stream().map(Pair::treated).distinct().count();
  }

  /** Number of controls in use. */
  public int matchedControls() {
    return (int) pairs.stream().map(Pair::control).distinct().count();
  }

  /** Weight of every unit. */
  public double[] weightsArray() {
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Mean difference of pairs, {@code sd/√n}, t with n − 1: 1:1 without replacement only.
   *
   * @throws IllegalArgumentException otherwise, as a control then stands in several pairs
   */
  public Estimate paired(double[] y) {
    refuseReuse();
    double n = pairs.size();
    double[] d = pairs.stream().mapToDouble(p -> y[p.treated()] - y[p.control()]).toArray();
    double mean = Sums.of(d) / n;
    double square = Sums.over(d.length, i -> (d[i] - mean) * (d[i] - mean)) / (n - 1);
    return new Estimate(mean, Math.sqrt(square / n), n - 1);
  }

  /** The matched sample as a regression, and the pair of every row of it. */
  public record Sample(LinearModel model, List<String> pairOf) {
    /** The effect with errors by pair (CR1), t with pairs − 1. */
    public Estimate byPair() {
      return ClusterRobust.of(model, pairOf.toArray(String[]::new), ClusterCovariance.CR1)
          .estimate("treated");
    }
  }

  /** Regression of the outcome on treatment in the pairs. */
  public Sample sample(double[] y) {
    refuseReuse();
    int n = pairs.size();
    double[] outcome = new double[2 * n];
    double[] arm = new double[2 * n];
    String[] pairOf = new String[2 * n];
    for (int p = 0; p < n; p++) {
      outcome[p] = y[pairs.get(p).treated()];
      outcome[n + p] = y[pairs.get(p).control()];
      arm[p] = 1;
      pairOf[p] = Integer.toString(p);
      pairOf[n + p] = pairOf[p];
    }
    Regressors x = Regressors.intercept(2 * n).and("treated", arm);
    return new Sample(LinearModel.fit(x, outcome), List.of(pairOf));
  }

  private void refuseReuse() {
    if (rule.replacement() == MatchingRule.Replacement.WITH || rule.ratio() > 1) {
      throw new IllegalArgumentException(
          "Pairs stand for themselves only in 1:1 matching without replacement. Use a bootstrap"
              + " over clusters.");
    }
  }

  private static int[] order(double[] distance, boolean[] treated, MatchingRule rule) {
    Comparator<Integer> largest = Comparator.comparingDouble(i -> -distance[i]);
    Comparator<Integer> smallest = Comparator.comparingDouble(i -> distance[i]);
    List<Integer> units =
        IntStream.range(0, treated.length).filter(i -> treated[i]).boxed().toList();
    return switch (rule.order()) {
      case LARGEST -> units.stream().sorted(largest).mapToInt(i -> i).toArray();
      case SMALLEST -> units.stream().sorted(smallest).mapToInt(i -> i).toArray();
      case DATA -> units.stream().mapToInt(i -> i).toArray();
    };
  }

  private static Matching result(
      double[] distance,
      boolean[] treated,
      MatchingRule rule,
      double caliper,
      List<List<Integer>> chosen) {
    List<Pair> pairs = new ArrayList<>();
    List<Integer> unmatched = new ArrayList<>();
    Double[] weights = new Double[treated.length];
    Arrays.fill(weights, 0.0);
    for (int i = 0; i < treated.length; i++) {
      List<Integer> own = chosen.get(i);
      if (treated[i] && own.isEmpty()) {
        unmatched.add(i);
      }
      for (int control : own) {
        pairs.add(new Pair(i, control));
        weights[i] = 1.0;
        weights[control] += 1.0 / own.size();
      }
    }
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(
          "None of " + unmatched.size() + " treated units has a control inside the caliper.");
    }
    double[] gaps =
        pairs.stream()
            .mapToDouble(p -> Math.abs(distance[p.treated()] - distance[p.control()]))
            .toArray();
    return new Matching(
        rule,
        caliper,
        List.copyOf(pairs),
        List.copyOf(unmatched),
        List.of(weights),
        Sums.of(gaps) / gaps.length,
        Arrays.stream(gaps).max().orElseThrow());
  }

  private static double deviation(double[] values) {
    double mean = Sums.of(values) / values.length;
    double squares = Sums.over(values.length, i -> (values[i] - mean) * (values[i] - mean));
    return Math.sqrt(squares / (values.length - 1));
  }
}
