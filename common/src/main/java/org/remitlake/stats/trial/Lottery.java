package org.remitlake.stats.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.math3.random.Well19937c;
import org.remitlake.stats.Arguments;

/**
 * The draw of the treated clusters, as it might have come out: within each block as many treated
 * clusters as there were. Clusters and blocks stand in the order of their labels.
 */
public final class Lottery {
  /** Up to here every outcome is gone through. */
  private static final double LIMIT = 20_000;

  private final List<String> clusters;
  private final boolean[] drawn;
  private final List<int[]> blocks;

  private Lottery(List<String> clusters, boolean[] drawn, List<int[]> blocks) {
    this.clusters = clusters;
    this.drawn = drawn;
    this.blocks = blocks;
  }

  /** A draw among all clusters at once. */
  public static Lottery of(String[] clusters, boolean[] treated) {
    String[] one = new String[clusters.length];
    Arrays.fill(one, "all");
    return of(clusters, treated, one);
  }

  /**
   * A draw within blocks.
   *
   * @param clusters cluster of every unit; a label of its own where units were drawn
   * @param treated arm of every unit
   * @param blocks block of every unit
   * @throws IllegalArgumentException if a cluster lies in two arms or two blocks (counted and
   *     named), or an arm is empty
   */
  public static Lottery of(String[] clusters, boolean[] treated, String[] blocks) {
    Arguments.labels(clusters, "cluster");
    Arguments.sameLength(treated.length, clusters.length, "the arm");
    Arguments.sameLength(blocks.length, clusters.length, "the block");
    Arguments.labels(blocks, "block");
    Arms.refuseEmpty(treated);
    String[] arms = new String[treated.length];
    Arrays.setAll(arms, i -> treated[i] ? "treated" : "control");
    Map<String, String> armOf = Nesting.of(clusters, arms, "arms");
    Map<String, String> blockOf = Nesting.of(clusters, blocks, "blocks");
    List<String> labels = List.copyOf(armOf.keySet());
    boolean[] drawn = new boolean[labels.size()];
    Map<String, List<Integer>> members = new TreeMap<>();
    for (int g = 0; g < drawn.length; g++) {
      drawn[g] = armOf.get(labels.get(g)).equals("treated");
      members.computeIfAbsent(blockOf.get(labels.get(g)), b -> new ArrayList<>()).add(g);
    }
    return new Lottery(
        labels,
        drawn,
        members.values().stream().map(m -> m.stream().mapToInt(g -> g).toArray()).toList());
  }

  /** Labels of the clusters, ascending. */
  public List<String> clusters() {
    return clusters;
  }

  /** Number of treated clusters. */
  public int treated() {
    return Arms.count(drawn);
  }

  /** Which clusters were drawn. */
  public boolean[] observed() {
    return drawn.clone();
  }

  /** How many outcomes there could have been; infinite if beyond a double. */
  public double outcomes() {
    double product = 1;
    for (int[] block : blocks) {
      double ways = 1;
      int k = drawnIn(block);
      for (int i = 1; i <= k; i++) {
        ways = ways * (block.length - k + i) / i;
      }
      product *= Math.rint(ways);
    }
    return product;
  }

  /** Whether all outcomes are few enough to be gone through. */
  public boolean isExact() {
    return outcomes() <= LIMIT;
  }

  /** Every outcome once, the observed one among them. The array is used again. */
  void enumerate(Consumer<boolean[]> visitor) {
    boolean[] z = new boolean[drawn.length];
    enumerate(0, z, visitor);
  }

  /** Draws with a seed of one's own. The array is used again. */
  void draw(int times, long seed, Consumer<boolean[]> visitor) {
    Well19937c random = new Well19937c(seed);
    boolean[] z = new boolean[drawn.length];
    for (int t = 0; t < times; t++) {
      Arrays.fill(z, false);
      for (int[] block : blocks) {
        int[] shuffled = block.clone();
        int k = drawnIn(block);
        for (int i = 0; i < k; i++) {
          int j = i + random.nextInt(shuffled.length - i);
          int taken = shuffled[j];
          shuffled[j] = shuffled[i];
          shuffled[i] = taken;
          z[taken] = true;
        }
      }
      visitor.accept(z);
    }
  }

  private void enumerate(int block, boolean[] z, Consumer<boolean[]> visitor) {
    if (block == blocks.size()) {
      visitor.accept(z);
      return;
    }
    choose(block, 0, drawnIn(blocks.get(block)), z, visitor);
  }

  private void choose(int block, int from, int left, boolean[] z, Consumer<boolean[]> visitor) {
    if (left == 0) {
      enumerate(block + 1, z, visitor);
      return;
    }
    int[] own = blocks.get(block);
    for (int i = from; i <= own.length - left; i++) {
      z[own[i]] = true;
      choose(block, i + 1, left - 1, z, visitor);
      z[own[i]] = false;
    }
  }

  private int drawnIn(int[] block) {
    int count = 0;
    for (int g : block) {
      count += drawn[g] ? 1 : 0;
    }
    return count;
  }
}
