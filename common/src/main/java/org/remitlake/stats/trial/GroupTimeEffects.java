package org.remitlake.stats.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Regressors;

/**
 * Effects by cohort and period where starts differ, and their averages with cohort-size weights
 * (Callaway and Sant'Anna 2021): indicator E31. Every change counts from the period before the
 * cohort's start, for periods before it too (a universal base). Cohorts already treated in the
 * first period have no base and are left out.
 *
 * @see <a href="https://doi.org/10.1016/j.jeconom.2020.12.001">Callaway and Sant'Anna (2021)</a>
 */
public final class GroupTimeEffects {
  private final List<CohortEffect> cells;
  private final List<String> clusterOf;
  private final List<Integer> startOf;
  private final Map<Integer, Integer> sizes;
  private final Comparison comparison;

  private GroupTimeEffects(
      List<CohortEffect> cells,
      List<String> clusterOf,
      List<Integer> startOf,
      Map<Integer, Integer> sizes,
      Comparison comparison) {
    this.cells = cells;
    this.clusterOf = clusterOf;
    this.startOf = startOf;
    this.sizes = sizes;
    this.comparison = comparison;
  }

  /**
   * Computes all effects.
   *
   * @param y outcome, one per unit and period
   * @param units label of the unit
   * @param periods number of the period
   * @param starts first treated period of the unit, or {@link EventStudy#NEVER}
   * @param clusters cluster of the unit, for the errors
   * @param covariates the constant, and what changes may depend on; its values in the base period
   *     count
   * @throws IllegalArgumentException if a unit has two starts or two rows of a period, or no cohort
   *     has anybody to be compared with
   */
  public static GroupTimeEffects of(
      double[] y,
      String[] units,
      int[] periods,
      int[] starts,
      String[] clusters,
      Regressors covariates,
      Comparison comparison) {
    Arguments.finite(y, "the outcome");
    Panel.checkStarts(units, starts);
    Nesting.of(units, clusters, "clusters");
    Table table = Table.of(units, periods);
    int n = table.units.size();
    List<Integer> startOf = new ArrayList<>();
    List<String> clusterOf = new ArrayList<>();
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (String unit : table.units) {
      int row = table.anyRow(unit);
      startOf.add(starts[row]);
      clusterOf.add(clusters[row]);
      sizes.merge(starts[row], 1, Integer::sum);
    }
    sizes.remove(EventStudy.NEVER);
    List<Integer> times = List.copyOf(new TreeSet<>(IntStream.of(periods).boxed().toList()));
    List<CohortEffect> cells = new ArrayList<>();
    for (int cohort : sizes.keySet()) {
      Integer base = new TreeSet<>(times).lower(cohort);
      if (base == null || cohort > times.get(times.size() - 1)) {
        continue;
      }
      for (int time : times) {
        int last = Math.max(time, base);
        Predicate<Integer> compared =
            comparison == Comparison.NEVER_TREATED
                ? s -> s == EventStudy.NEVER
                : s -> s > last && s != cohort;
        int[] rows =
            IntStream.range(0, n)
                .filter(u -> startOf.get(u) == cohort || compared.test(startOf.get(u)))
                .filter(u -> table.has(u, base) && table.has(u, time))
                .toArray();
        boolean[] treated = new boolean[rows.length];
        for (int j = 0; j < rows.length; j++) {
          treated[j] = startOf.get(rows[j]) == cohort;
        }
        int ones = Arms.count(treated);
        if (time != base && ones > 0 && ones < rows.length) {
          cells.add(cell(y, table, covariates, cohort, base, time, rows, treated, n));
        }
      }
    }
    if (cells.isEmpty()) {
      throw new IllegalArgumentException(
          "None of "
              + sizes.size()
              + " cohorts has units to be compared with ("
              + comparison
              + "). Compare with those not yet treated, or widen the panel.");
    }
    return new GroupTimeEffects(List.copyOf(cells), clusterOf, startOf, sizes, comparison);
  }

  private static CohortEffect cell(
      double[] y,
      Table table,
      Regressors covariates,
      int cohort,
      int base,
      int time,
      int[] rows,
      boolean[] treated,
      int n) {
    double[] change =
        Arrays.stream(rows)
            .mapToDouble(u -> y[table.row(u, time)] - y[table.row(u, base)])
            .toArray();
    Regressors x = covariates.rows(Arrays.stream(rows).map(u -> table.row(u, base)).toArray());
    ChangeContrast contrast = ChangeContrast.of(change, treated, x);
    Double[] influence = new Double[n];
    Arrays.fill(influence, 0.0);
    for (int j = 0; j < rows.length; j++) {
      influence[rows[j]] = contrast.influence().get(j);
    }
    int ones = Arms.count(treated);
    return new CohortEffect(
        cohort, time, contrast.value(), ones, rows.length - ones, List.of(influence));
  }

  /** Effects by cohort and period, ascending; none for the base period. */
  public List<CohortEffect> cells() {
    return cells;
  }

  /** With whom cohorts were compared. */
  public Comparison comparison() {
    return comparison;
  }

  /** One effect with errors by cluster: CR1_G of the influences, t with G − 1. */
  public Estimate estimate(CohortEffect cell) {
    return Influences.clustered(
        cell.value(),
        cell.influence().stream().mapToDouble(Double::doubleValue).toArray(),
        clusterOf.toArray(String[]::new));
  }

  /** Times since the start for which there is an effect, ascending; −1 is the base. */
  public List<Integer> events() {
    return List.copyOf(new TreeSet<>(cells.stream().map(c -> c.period() - c.cohort()).toList()));
  }

  /** Average over the cohorts at a time since their start. */
  public Estimate event(int event) {
    return average(cells.stream().filter(c -> c.period() - c.cohort() == event).toList());
  }

  /** Average over all cohorts and the periods since their start. */
  public Estimate overall() {
    return average(cells.stream().filter(c -> c.period() >= c.cohort()).toList());
  }

  /** With cohort-size weights, whose own error counts, too. */
  private Estimate average(List<CohortEffect> some) {
    if (some.isEmpty()) {
      throw new IllegalArgumentException("No cohort was observed then. See events().");
    }
    double total = some.stream().mapToDouble(c -> sizes.get(c.cohort())).sum();
    double value = 0;
    for (CohortEffect c : some) {
      value += sizes.get(c.cohort()) / total * c.value();
    }
    double[] influence = new double[clusterOf.size()];
    for (CohortEffect c : some) {
      double weight = sizes.get(c.cohort()) / total;
      for (int u = 0; u < influence.length; u++) {
        influence[u] += weight * c.influence().get(u);
        influence[u] += startOf.get(u) == c.cohort() ? (c.value() - value) / total : 0;
      }
    }
    return Influences.clustered(value, influence, clusterOf.toArray(String[]::new));
  }

  /** Where the row of a unit and period is. */
  private record Table(List<String> units, List<Map<Integer, Integer>> rows) {
    static Table of(String[] units, int[] periods) {
      Arguments.sameLength(periods.length, units.length, "the period");
      Map<String, Map<Integer, Integer>> rows = new TreeMap<>();
      int twice = 0;
      for (int i = 0; i < units.length; i++) {
        Integer before = rows.computeIfAbsent(units[i], u -> new HashMap<>()).put(periods[i], i);
        twice += before == null ? 0 : 1;
      }
      if (twice > 0) {
        throw new IllegalArgumentException(
            twice + " of " + units.length + " rows repeat a unit and period. Give one of each.");
      }
      return new Table(List.copyOf(rows.keySet()), List.copyOf(rows.values()));
    }

    boolean has(int unit, int period) {
      return rows.get(unit).containsKey(period);
    }

    int row(int unit, int period) {
      return rows.get(unit).get(period);
    }

    int anyRow(String unit) {
      return rows.get(java.util.Collections.binarySearch(units, unit)).values().iterator().next();
    }
  }
}
