package org.remitlake.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The right-hand side of a regression: named columns, each with one number per unit. Immutable. */
public final class Regressors {
  /** R's name of the constant. */
  public static final String INTERCEPT = "(Intercept)";

  private final int units;
  private final List<String> names;
  private final List<double[]> columns;

  private Regressors(int units, List<String> names, List<double[]> columns) {
    this.units = units;
    this.names = names;
    this.columns = columns;
  }

  /** No column yet, for a regression through the origin or with a dummy for every group. */
  public static Regressors none(int units) {
    return new Regressors(units, List.of(), List.of());
  }

  /** The constant. */
  public static Regressors intercept(int units) {
    double[] one = new double[units];
    Arrays.fill(one, 1);
    return none(units).and(INTERCEPT, one);
  }

  /**
   * One more column.
   *
   * @throws IllegalArgumentException if the name is taken, or a value is missing or not finite
   */
  public Regressors and(String name, double[] values) {
    Arguments.sameLength(values.length, units, name);
    Arguments.finite(values, name);
    if (names.contains(name)) {
      throw new IllegalArgumentException("The regressor " + name + " is named twice.");
    }
    List<String> moreNames = new ArrayList<>(names);
    moreNames.add(name);
    List<double[]> moreColumns = new ArrayList<>(columns);
    moreColumns.add(values.clone());
    return new Regressors(units, List.copyOf(moreNames), moreColumns);
  }

  /**
   * One 0/1 column for every label but the first in text order, named {@code name + label}: blocks,
   * waves, arms. Treatment coding of R.
   */
  public Regressors andDummies(String name, String[] labels) {
    Arguments.sameLength(labels.length, units, name);
    Arguments.labels(labels, name);
    Regressors all = this;
    for (String level : new TreeSet<>(Arrays.asList(labels)).stream().skip(1).toList()) {
      all =
          all.and(
              name + level,
              Arrays.stream(labels).mapToDouble(l -> l.equals(level) ? 1 : 0).toArray());
    }
    return all;
  }

  /** Names of the columns, in order. */
  public List<String> names() {
    return names;
  }

  /** One column. */
  public double[] column(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "There is no regressor " + name + ". There are: " + String.join(", ", names) + ".");
    }
    return columns.get(index).clone();
  }

  /** The columns of both, in order. */
  public Regressors and(Regressors more) {
    Regressors all = this;
    for (String name : more.names) {
      all = all.and(name, more.column(name));
    }
    return all;
  }

  /** Some of the columns, in the order given. */
  public Regressors only(List<String> some) {
    Regressors chosen = none(units);
    for (String name : some) {
      chosen = chosen.and(name, column(name));
    }
    return chosen;
  }

  /** Some of the units, in the order given. */
  public Regressors rows(int[] chosen) {
    List<double[]> fewer = new ArrayList<>();
    for (double[] column : columns) {
      fewer.add(Arrays.stream(chosen).mapToDouble(i -> column[i]).toArray());
    }
    return new Regressors(chosen.length, names, fewer);
  }

  /** Number of units (rows). */
  public int units() {
    return units;
  }

  /** All values, one row for every unit. */
  public double[][] rows() {
    double[][] rows = new double[units][columns.size()];
    for (int k = 0; k < columns.size(); k++) {
      for (int i = 0; i < units; i++) {
        rows[i][k] = columns.get(k)[i];
      }
    }
    return rows;
  }
}
