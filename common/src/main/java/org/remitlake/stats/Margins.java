package org.remitlake.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is known of a population: totals of variables that the sample holds too. Margins may overlap
 * (regions and ages both add to the population). Immutable.
 */
public final class Margins {
  private final int units;
  private final List<String> names;
  private final List<double[]> columns;
  private final List<Double> totals;

  private Margins(int units, List<String> names, List<double[]> columns, List<Double> totals) {
    this.units = units;
    this.names = names;
    this.columns = columns;
    this.totals = totals;
  }

  /** Nothing yet, for a sample of that many units. */
  public static Margins of(int units) {
    return new Margins(units, List.of(), List.of(), List.of());
  }

  /** The size of the population. */
  public Margins andSize(double total) {
    double[] one = new double[units];
    Arrays.fill(one, 1);
    return and("size", one, total);
  }

  /**
   * The total of a variable.
   *
   * @throws IllegalArgumentException if sizes differ, or a value or the total is missing
   */
  public Margins and(String name, double[] values, double total) {
    Arguments.sameLength(values.length, units, name);
    Arguments.finite(values, name);
    Arguments.finite(new double[] {total}, "the total of " + name);
    List<String> moreNames = new ArrayList<>(names);
    moreNames.add(name);
    List<double[]> moreColumns = new ArrayList<>(columns);
    moreColumns.add(values.clone());
    List<Double> moreTotals = new ArrayList<>(totals);
    moreTotals.add(total);
    return new Margins(units, List.copyOf(moreNames), moreColumns, List.copyOf(moreTotals));
  }

  /**
   * The number of units in every class, such as households by region.
   *
   * @param labels class of every unit of the sample
   * @param sizes of every class in the population
   * @throws IllegalArgumentException if sizes differ, a label is missing, a class of the sample has
   *     no size, or a class of the population has no unit in the sample: join it with another
   */
  public Margins andClasses(String name, String[] labels, Map<String, ? extends Number> sizes) {
    Arguments.sameLength(labels.length, units, name);
    Arguments.labels(labels, name);
    TreeSet<String> found = new TreeSet<>(Arrays.asList(labels));
    long unknown = found.stream().filter(l -> !sizes.containsKey(l)).count();
    long unseen =
        sizes.entrySet().stream()
            .filter(e -> e.getValue().doubleValue() != 0 && !found.contains(e.getKey()))
            .count();
    if (unknown > 0 || unseen > 0) {
      throw new IllegalArgumentException(
          name
              + ": "
              + unknown
              + " classes of the sample have no size in the population, and "
              + unseen
              + " of the population no unit in the sample. Join classes.");
    }
    Margins all = this;
    for (String label : found) {
      all =
          all.and(
              name + label,
              Arrays.stream(labels).mapToDouble(l -> l.equals(label) ? 1 : 0).toArray(),
              sizes.get(label).doubleValue());
    }
    return all;
  }

  int units() {
    return units;
  }

  List<String> names() {
    return names;
  }

  double total(int k) {
    return totals.get(k);
  }

  double[][] rows() {
    double[][] rows = new double[units][columns.size()];
    for (int k = 0; k < columns.size(); k++) {
      for (int j = 0; j < units; j++) {
        rows[j][k] = columns.get(k)[j];
      }
    }
    return rows;
  }
}
