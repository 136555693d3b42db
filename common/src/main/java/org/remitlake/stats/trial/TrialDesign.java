package org.remitlake.stats.trial;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.remitlake.stats.Arguments;

/**
 * Who was assigned to what: arm, cluster and block of every unit. Refuses what cannot be evaluated,
 * before an outcome is looked at.
 */
public final class TrialDesign {
  private final String[] arms;
  private final String control;
  private final String[] clusters;
  private final String[] blocks;

  private TrialDesign(String[] arms, String control, String[] clusters, String[] blocks) {
    this.arms = arms;
    this.control = control;
    this.clusters = clusters;
    this.blocks = blocks;
  }

  /** A trial that was drawn among all clusters at once. */
  public static TrialDesign of(String[] arms, String control, String[] clusters) {
    String[] one = new String[arms.length];
    Arrays.fill(one, "all");
    return of(arms, control, clusters, one);
  }

  /**
   * A trial that was drawn within blocks.
   *
   * @param arms arm of every unit
   * @param control arm that the others are compared with
   * @param clusters cluster that was drawn; a label of its own where units were drawn
   * @param blocks block of every unit
   * @throws IllegalArgumentException if nobody or everybody is in the control, a cluster lies in
   *     two arms or two blocks, or there are fewer than two clusters
   */
  public static TrialDesign of(String[] arms, String control, String[] clusters, String[] blocks) {
    Arguments.labels(arms, "arm");
    Arguments.sameLength(clusters.length, arms.length, "the cluster");
    Arguments.labels(clusters, "cluster");
    Arguments.sameLength(blocks.length, arms.length, "the block");
    Arguments.labels(blocks, "block");
    TreeSet<String> all = new TreeSet<>(Arrays.asList(arms));
    if (!all.contains(control)) {
      throw new IllegalArgumentException(
          "None of "
              + arms.length
              + " units is in the control arm "
              + control
              + ". Arms are: "
              + String.join(", ", all)
              + ". Name the control, or there is nothing to compare with.");
    }
    if (all.size() < 2) {
      throw new IllegalArgumentException(
          "All " + arms.length + " units are in the control arm. There is no effect to estimate.");
    }
    int drawn = Nesting.of(clusters, arms, "arms").size();
    Nesting.of(clusters, blocks, "blocks");
    if (drawn < 2) {
      throw new IllegalArgumentException(
          "There is 1 cluster. A trial needs at least 2, and better 50.");
    }
    return new TrialDesign(arms.clone(), control, clusters.clone(), blocks.clone());
  }

  /** Number of units. */
  public int units() {
    return arms.length;
  }

  /** Arms but the control, ascending. */
  public List<String> arms() {
    return new TreeSet<>(Arrays.asList(arms))
        .stream().filter(a -> !a.equals(control)).collect(Collectors.toUnmodifiableList());
  }

  /** The arm that the others are compared with. */
  public String control() {
    return control;
  }

  /** Cluster of every unit. */
  public String[] clusters() {
    return clusters.clone();
  }

  /** Block of every unit. */
  public String[] blocks() {
    return blocks.clone();
  }

  /** Whether there is more than one block. */
  public boolean isBlocked() {
    return Arrays.stream(blocks).distinct().limit(2).count() > 1;
  }

  /** 1 for the units of an arm, else 0. */
  public double[] indicator(String arm) {
    return Arrays.stream(arms).mapToDouble(a -> a.equals(arm) ? 1 : 0).toArray();
  }

  /** Whether each unit is in an arm. */
  public boolean[] isIn(String arm) {
    boolean[] in = new boolean[arms.length];
    for (int i = 0; i < in.length; i++) {
      in[i] = arms[i].equals(arm);
    }
    return in;
  }

  /** Clusters of an arm. */
  public int clusters(String arm) {
    return (int)
        IntStream.range(0, arms.length)
            .filter(i -> arms[i].equals(arm))
            .mapToObj(i -> clusters[i])
            .distinct()
            .count();
  }

  /** The draw of one arm against the control, of their units alone: {@link #rowsOf}. */
  public Lottery lottery(String arm) {
    int[] rows = rowsOf(arm);
    boolean[] treated = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      treated[i] = arms[rows[i]].equals(arm);
    }
    return Lottery.of(pick(clusters, rows), treated, pick(blocks, rows));
  }

  /** Rows of an arm and the control. */
  public int[] rowsOf(String arm) {
    return IntStream.range(0, arms.length)
        .filter(i -> arms[i].equals(arm) || arms[i].equals(control))
        .toArray();
  }

  /** The design of some of the units. */
  public TrialDesign rows(int[] chosen) {
    return new TrialDesign(
        pick(arms, chosen), control, pick(clusters, chosen), pick(blocks, chosen));
  }

  private static String[] pick(String[] labels, int[] rows) {
    return Arrays.stream(rows).mapToObj(i -> labels[i]).toArray(String[]::new);
  }
}
