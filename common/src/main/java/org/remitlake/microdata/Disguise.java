package org.remitlake.microdata;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes rows look alike: numbers become bands, as fine as few withheld answers allow, and what then
 * still singles somebody out is withheld.
 */
final class Disguise {
  private final Answers answers;
  private final Rules rules;
  private final List<Variable> yielding;
  private final List<String> given;

  Disguise(Answers answers, Rules rules) {
    this.answers = answers;
    this.rules = rules;
    MicroTable table = answers.table();
    this.yielding = Protection.yielding(table);
    List<List<Cell>> fixed =
        table.variables().stream()
            .filter(v -> v.singlesOut() && !yielding.contains(v))
            .map(answers::column)
            .toList();
    this.given = looks(fixed);
  }

  private List<String> looks(List<List<Cell>> columns) {
    return IntStream.range(0, answers.size())
        .mapToObj(i -> columns.stream().map(c -> c.get(i).toString()).toList().toString())
        .toList();
  }

  /** A choice of bands, and the answers that are withheld under it. */
  private record Trial(Map<String, Bands> bands, List<BitSet> masks) {
    long withheld() {
      return masks.stream().mapToLong(BitSet::cardinality).sum();
    }
  }

  /** Disguises the rows; returns how many still look like fewer than k. */
  long apply() {
    List<Variable> banded =
        answers.table().variables().stream()
            .filter(v -> v.as() == Treatment.BAND && answers.table().isOwn(v))
            .toList();
    Trial best = best(banded);
    for (Variable v : banded) {
      Bands bands = best.bands().get(v.name());
      answers.note(v, "bands from " + bands.bounds());
      answers.change(v, bands::of);
    }
    for (int c = 0; c < yielding.size(); c++) {
      answers.protect(yielding.get(c), masked(answers.column(yielding.get(c)), best.masks(), c));
    }
    List<List<Cell>> told =
        answers.table().variables().stream()
            .filter(Variable::singlesOut)
            .map(answers::column)
            .toList();
    return told.isEmpty() ? 0 : Alike.below(looks(told), rules.k());
  }

  private static List<Cell> masked(List<Cell> cells, List<BitSet> masks, int column) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> masks.get(i).get(column) ? Cell.withheld() : cells.get(i))
        .toList();
  }

  /** The finest bands under which few answers are withheld; else those under which fewest are. */
  private Trial best(List<Variable> banded) {
    Optional<Trial> least = Optional.empty();
    double most = rules.withheldShare() * answers.size() * yielding.size();
    for (List<Integer> levels : levels(banded)) {
      Trial trial = trial(banded, levels);
      if (trial.withheld() <= most) {
        return trial;
      }
      if (least.isEmpty() || trial.withheld() < least.get().withheld()) {
        least = Optional.of(trial);
      }
    }
    return least.orElseThrow();
  }

  private Trial trial(List<Variable> banded, List<Integer> levels) {
    Map<String, Bands> bands = new LinkedHashMap<>();
    for (int b = 0; b < banded.size(); b++) {
      Variable v = banded.get(b);
      List<Integer> bounds = v.handling().bands().get(levels.get(b));
      bands.put(v.name(), Bands.of(answers.column(v), bounds, rules.leastUnits()));
    }
    List<List<Cell>> columns = new ArrayList<>();
    for (Variable v : yielding) {
      List<Cell> cells = answers.column(v);
      columns.add(
          bands.containsKey(v.name())
              ? cells.stream().map(bands.get(v.name())::of).toList()
              : cells);
    }
    return new Trial(bands, new Alike(given, columns, rules.k()).withheld());
  }

  /** All choices of sets of bands, finer before coarser. */
  private static List<List<Integer>> levels(List<Variable> banded) {
    List<List<Integer>> all = List.of(List.of());
    for (Variable v : banded) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> before : all) {
        for (int level = 0; level < v.handling().bands().size(); level++) {
          List<Integer> one = new ArrayList<>(before);
          one.add(level);
          longer.add(one);
        }
      }
      all = longer;
    }
    return all.stream()
        .sorted(Comparator.comparingInt(l -> l.stream().mapToInt(Integer::intValue).sum()))
        .toList();
  }
}
