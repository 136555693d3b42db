package org.remitlake.indicator;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The cells that a transfer belongs to: the total of its corridor and quarter, its value of each
 * dimension, and of each crossing of dimensions that is asked for.
 *
 * <p>Why not all crossings: each cell has its own persons, quantiles and services, so each crossing
 * costs about as much as a dimension does, and there are a thousand.
 */
public final class Breakdowns implements Serializable {
  /** Between the names, and the values, of crossed dimensions. */
  public static final String CROSSED = "|";

  private static final long serialVersionUID = 1;

  /** By what a cell is cut, the total's nothing left out. */
  private final List<Breakdown> all;

  /**
   * One dimension, or several crossed.
   *
   * @param names of the dimensions, joined
   * @param places of the dimensions among all, in order
   */
  private record Breakdown(String names, List<Integer> places) implements Serializable {
    static Breakdown of(Set<Dimension> dimensions) {
      return new Breakdown(
          dimensions.stream().map(Dimension::column).collect(Collectors.joining(CROSSED)),
          dimensions.stream().map(Dimension.ALL::indexOf).toList());
    }

    String values(String[] ofTransfer) {
      if (places.size() == 1) {
        return ofTransfer[places.get(0)];
      }
      StringBuilder joined = new StringBuilder();
      for (int place : places) {
        joined.append(joined.isEmpty() ? "" : CROSSED).append(ofTransfer[place]);
      }
      return joined.toString();
    }
  }

  private Breakdowns(List<Breakdown> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Each dimension, and crossings.
   *
   * @param crossings as {@code send_channel|amount_tier}, in any order
   * @throws IllegalArgumentException with the {@link #objection} to them
   */
  public static Breakdowns of(List<String> crossings) {
    objection(crossings)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    Set<Breakdown> all = new LinkedHashSet<>();
    Dimension.ALL.forEach(d -> all.add(Breakdown.of(Set.of(d))));
    crossings.forEach(
        crossing ->
            all.add(
                Breakdown.of(
                    names(crossing).stream()
                        .map(name -> Dimension.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(TreeSet::new)))));
    return new Breakdowns(new ArrayList<>(all));
  }

  /** What is wrong with crossings; empty when nothing is. */
  public static Optional<String> objection(List<String> crossings) {
    Set<String> known = new TreeSet<>();
    Dimension.ALL.forEach(d -> known.add(d.column()));
    for (String crossing : crossings) {
      List<String> names = names(crossing);
      boolean isCrossing = names.size() > 1 && Set.copyOf(names).size() == names.size();
      if (!isCrossing || !known.containsAll(names)) {
        return Optional.of(
            "crossings must join two or more of "
                + String.join(", ", known)
                + " by |, as send_channel|amount_tier");
      }
    }
    return Optional.empty();
  }

  private static List<String> names(String crossing) {
    return Arrays.stream(crossing.split("\\|", -1)).map(String::strip).toList();
  }

  /** How many, the total not counted. */
  int size() {
    return all.size();
  }

  /** The names of a breakdown's dimensions, by its place. */
  String names(int place) {
    return all.get(place).names();
  }

  /** A transfer's values of a breakdown, by its place. */
  String values(int place, String[] ofTransfer) {
    return all.get(place).values(ofTransfer);
  }

  /** All cells of a transfer, the total first. */
  List<CellKey> cells(String corridor, String quarter, String[] ofTransfer) {
    List<CellKey> cells = new ArrayList<>();
    cells.add(CellKey.total(corridor, quarter));
    for (Breakdown b : all) {
      cells.add(CellKey.of(corridor, quarter, b.names(), b.values(ofTransfer)));
    }
    return cells;
  }

  /** The names of all, whatever order they were given in. */
  String names() {
    return all.stream().map(Breakdown::names).sorted().collect(Collectors.joining(", "));
  }
}
