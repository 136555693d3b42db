package org.remitlake.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Least squares with fixed effects: {@code y_it = x_it β + α_i + λ_t + ε_it}. The effect of most
 * levels is swept out by means; the others enter as dummies. Exact, no iteration; the slopes and
 * their influences are those of the regression with all dummies (Frisch, Waugh and Lovell).
 */
public final class AbsorbedModel {
  /** A column with this little left beside the effects is a combination of them. As R's lm. */
  private static final double COLLINEAR = 1e-7;

  private final List<String> slopes;
  private final LinearModel within;
  private final List<Effect> effects;

  /** One fixed effect and the parameters it takes beside the constant. */
  private record Effect(List<String> labels, int parameters) {}

  private AbsorbedModel(List<String> slopes, LinearModel within, List<Effect> effects) {
    this.slopes = slopes;
    this.within = within;
    this.effects = effects;
  }

  /** Unweighted. */
  public static AbsorbedModel fit(Regressors x, double[] y, List<String[]> effects) {
    double[] one = new double[y.length];
    Arrays.fill(one, 1);
    return fit(x, y, one, effects);
  }

  /**
   * Fits the slopes.
   *
   * @param x regressors without a constant: the effects contain it
   * @param weights 0 leaves a unit out
   * @param effects labels of every unit, one array for each effect, such as unit and period
   * @throws IllegalArgumentException if a regressor does not vary within the effects (named)
   */
  public static AbsorbedModel fit(
      Regressors x, double[] y, double[] weights, List<String[]> effects) {
    Arguments.weights(weights);
    Arguments.finite(y, "the outcome");
    List<String[]> ordered = new ArrayList<>(effects);
    for (String[] labels : ordered) {
      Arguments.sameLength(labels.length, y.length, "the fixed effect");
      Arguments.labels(labels, "fixed effect");
    }
    ordered.sort((a, b) -> Integer.compare(levels(b, weights), levels(a, weights)));
    Within sweep = new Within(ordered.get(0), weights);
    List<Effect> kept = new ArrayList<>();
    kept.add(new Effect(List.of(ordered.get(0)), levels(ordered.get(0), weights) - 1));
    Regressors columns = Regressors.none(y.length);
    List<double[]> basis = new ArrayList<>();
    for (int f = 1; f < ordered.size(); f++) {
      Regressors dummies = Regressors.none(y.length).andDummies("effect" + f + ":", ordered.get(f));
      int parameters = 0;
      for (String name : dummies.names()) {
        double[] swept = sweep.apply(dummies.column(name));
        if (adds(swept, dummies.column(name), weights, basis)) {
          columns = columns.and(name, swept);
          parameters++;
        }
      }
      kept.add(new Effect(List.of(ordered.get(f)), parameters));
    }
    for (String name : x.names()) {
      double[] swept = sweep.apply(x.column(name));
      if (!adds(swept, x.column(name), weights, basis)) {
        throw new IllegalArgumentException(
            "Regressor "
                + name
                + " is a combination of the fixed effects and the columns before it: it does not"
                + " vary within them. Leave it out, or the effect.");
      }
      columns = columns.and(name, swept);
    }
    LinearModel within = LinearModel.fit(columns, sweep.apply(y), weights);
    return new AbsorbedModel(x.names(), within, kept);
  }

  /** Names of the slopes. */
  public List<String> names() {
    return slopes;
  }

  /** One slope. */
  public double coefficient(String name) {
    return within.coefficient(name);
  }

  /** Outcome minus fitted value, effects included. */
  public double[] residuals() {
    return within.residuals();
  }

  /** Units of positive weight. */
  public int n() {
    return within.used().length;
  }

  /** {@code Σ w e²}. */
  public double rss() {
    double[] e = within.residuals();
    return Sums.over(e.length, i -> within.weight(i) * e[i] * e[i]);
  }

  /** All parameters: slopes, constant, and the levels of all effects that can be told apart. */
  public int parameters() {
    return slopes.size() + 1 + effects.stream().mapToInt(Effect::parameters).sum();
  }

  /** What K counts under a rule, for clusters of one's own. */
  public int parameters(KRule rule, String[] clusters) {
    return switch (rule) {
      case ALL_EFFECTS -> parameters();
      case NOT_NESTED ->
          slopes.size()
              + 1
              + effects.stream()
                  .filter(e -> !isNested(e, clusters))
                  .mapToInt(Effect::parameters)
                  .sum();
    };
  }

  /**
   * Slopes with errors of independent units; K counts all effects.
   *
   * @throws IllegalArgumentException for HC2 and HC3, whose leverages need the dummies
   */
  public Inference independent(HeteroskedasticCovariance type) {
    if (type.compareTo(HeteroskedasticCovariance.HC1) > 0) {
      throw new IllegalArgumentException(
          type + " needs the leverage of the fixed effects too. Use HC1, or add dummies.");
    }
    int absorbed = parameters() - within.names().size();
    return HeteroskedasticRobust.of(within, type, absorbed).only(slopes);
  }

  /**
   * Slopes with errors by cluster. The rule matters to CR1 alone.
   *
   * @throws IllegalArgumentException for CR2 and CR3 with weights, or if the swept effect is not
   *     nested in the clusters: its leverage would then be missing
   */
  public Inference clustered(String[] clusters, ClusterCovariance type, KRule rule) {
    boolean adjusts = type == ClusterCovariance.CR2 || type == ClusterCovariance.CR3;
    boolean weighted =
        Arrays.stream(within.weights()).filter(w -> w > 0).distinct().limit(2).count() > 1;
    if (adjusts && (weighted || !isNested(effects.get(0), clusters))) {
      throw new IllegalArgumentException(
          type
              + " with absorbed effects needs equal weights and effects nested in the clusters."
              + " Use CR1, or add dummies.");
    }
    ClusterCovariance base = type == ClusterCovariance.CR1 ? ClusterCovariance.CR1_G : type;
    ClusterRobust robust = ClusterRobust.of(within, clusters, base);
    Inference own = robust.inference();
    int k = parameters(rule, clusters);
    double factor = type == ClusterCovariance.CR1 ? (n() - 1.0) / (n() - k) : 1;
    Convention named =
        new Convention(type.name(), rule, n(), k, robust.clusters(), own.convention().reference());
    return own.only(slopes).scaled(factor, named);
  }

  private boolean isNested(Effect effect, String[] clusters) {
    Map<String, String> first = new HashMap<>();
    for (int i : within.used()) {
      String before = first.putIfAbsent(effect.labels().get(i), clusters[i]);
      if (before != null && !before.equals(clusters[i])) {
        return false;
      }
    }
    return true;
  }

  private static int levels(String[] labels, double[] weights) {
    return (int)
        java.util.stream.IntStream.range(0, labels.length)
            .filter(i -> weights[i] > 0)
            .mapToObj(i -> labels[i])
            .distinct()
            .count();
  }

  /** Whether a column has something beside the basis, which then grows by it (Gram–Schmidt). */
  private static boolean adds(
      double[] swept, double[] original, double[] weights, List<double[]> basis) {
    double[] rest = new double[swept.length];
    double[] full = new double[swept.length];
    Arrays.setAll(rest, i -> Math.sqrt(weights[i]) * swept[i]);
    Arrays.setAll(full, i -> Math.sqrt(weights[i]) * original[i]);
    for (double[] direction : basis) {
      double along = Sums.dot(direction, rest);
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= along * direction[i];
      }
    }
    double length = Math.sqrt(Sums.dot(rest, rest));
    if (length <= COLLINEAR * Math.sqrt(Sums.dot(full, full))) {
      return false;
    }
    for (int i = 0; i < rest.length; i++) {
      rest[i] /= length;
    }
    basis.add(rest);
    return true;
  }

  /** Sweeps the weighted means of the groups out of a column. */
  private record Within(List<int[]> groups, List<Double> weights) {
    Within(String[] labels, double[] weights) {
      this(members(labels), Arrays.stream(weights).boxed().toList());
    }

    private static List<int[]> members(String[] labels) {
      Map<String, List<Integer>> members = new TreeMap<>();
      for (int i = 0; i < labels.length; i++) {
        members.computeIfAbsent(labels[i], l -> new ArrayList<>()).add(i);
      }
      return members.values().stream().map(m -> m.stream().mapToInt(i -> i).toArray()).toList();
    }

    double[] apply(double[] column) {
      double[] swept = column.clone();
      for (int[] group : groups) {
        double total = Sums.over(group.length, i -> weights.get(group[i]));
        double mean =
            total == 0
                ? 0
                : Sums.over(group.length, i -> weights.get(group[i]) * column[group[i]]) / total;
        for (int i : group) {
          swept[i] -= mean;
        }
      }
      return swept;
    }
  }
}
