package org.remitlake.stats.trial;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Familywise p values that know how the outcomes move together: step-down over bootstraps with
 * common draws. Indicator E72 (Romano and Wolf 2005, 2016).
 *
 * @param raw p value of each outcome alone, ties counted
 * @param adjusted p value in the family, in the order given
 * @param replicates of the bootstrap
 */
public record RomanoWolf(List<Double> raw, List<Double> adjusted, int replicates) {
  private static final double TIE = 1e-9;

  /**
   * Steps down: {@code p_s = share(max over r ≥ s of |t*_r| ≥ |t_s|)}, then the running maximum;
   * where draws were made instead of all combinations, {@code (1+#)/(1+B)}.
   *
   * @param outcomes bootstraps of one plan over the same clusters
   * @throws IllegalArgumentException if plans or clusters differ: draws are then not common
   */
  public static RomanoWolf of(List<WildBootstrap> outcomes) {
    if (outcomes.isEmpty()) {
      throw new IllegalArgumentException("A family needs at least one outcome.");
    }
    WildBootstrap first = outcomes.get(0);
    long other =
        outcomes.stream()
            .filter(o -> !o.plan().equals(first.plan()) || o.clusters() != first.clusters())
            .count();
    if (other > 0) {
      throw new IllegalArgumentException(
          other
              + " of "
              + outcomes.size()
              + " outcomes were drawn with another plan or over other clusters than the first."
              + " Draw all with one plan and the clusters they share.");
    }
    int[] order =
        IntStream.range(0, outcomes.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(outcomes.get(i).estimate().t())))
            .mapToInt(i -> i)
            .toArray();
    int replicates = first.replicates();
    double[][] draws = outcomes.stream().map(WildBootstrap::statistics).toArray(double[][]::new);
    Double[] adjusted = new Double[order.length];
    double[] most = new double[replicates];
    double[] share = new double[order.length];
    int extra = first.seed().isPresent() ? 1 : 0;
    for (int s = order.length - 1; s >= 0; s--) {
      double t = Math.abs(outcomes.get(order[s]).estimate().t());
      int count = extra;
      for (int b = 0; b < replicates; b++) {
        most[b] = Math.max(most[b], Math.abs(draws[order[s]][b]));
        count += most[b] >= t * (1 - TIE) ? 1 : 0;
      }
      share[s] = count / (double) (replicates + extra);
    }
    double running = 0;
    for (int s = 0; s < order.length; s++) {
      running = Math.max(running, share[s]);
      adjusted[order[s]] = running;
    }
    return new RomanoWolf(
        outcomes.stream().map(WildBootstrap::pValue).toList(), List.of(adjusted), replicates);
  }
}
