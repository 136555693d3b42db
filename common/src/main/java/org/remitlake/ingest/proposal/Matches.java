package org.remitlake.ingest.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;

/**
 * Which column gives which field of a contract: by its name, confirmed or refused by its content.
 * Where two are equally good nothing is claimed, both are candidates.
 *
 * @param contract the contract
 * @param byField what was found, in the contract's order
 * @param candidates columns that might give a field that nothing was found for
 */
record Matches(
    DeliveryContract contract, Map<String, Match> byField, Map<String, Set<String>> candidates) {
  private static final double KNOWN = ColumnName.SAME_WORDS;
  private static final double MERE_HINT = 0.9;
  private static final double ALIKE = 0.8;
  private static final double REMOTE = 0.5;
  private static final double BONUS = 0.05;
  private static final double CLEAR = 0.025;

  /** A wide file is compared by exact names: thousands of columns times hundreds of names. */
  private static final int WIDE = 300;

  /**
   * A field's column.
   *
   * @param column the column
   * @param certainty how sure
   * @param why name and content
   */
  record Match(ColumnEvidence column, Certainty certainty, String why) {}

  /** A pair that is considered. */
  private record Pair(
      DeliveredField field, ColumnEvidence column, double likeness, String source, Fit fit) {
    double rank() {
      return likeness + (fit == Fit.CONFIRMED ? BONUS : 0);
    }

    Match match() {
      Certainty certainty =
          likeness >= KNOWN && fit == Fit.CONFIRMED ? Certainty.SURE : Certainty.LIKELY;
      String name =
          (likeness >= MERE_HINT ? "the name is known from " : "the name is like one of ") + source;
      return new Match(column, certainty, name + ", " + Fit.described(column));
    }
  }

  static Matches of(
      DeliveryContract contract,
      List<ColumnEvidence> columns,
      Fit.Vocabulary vocabulary,
      Set<String> units) {
    List<Pair> pairs = pairs(contract, columns, vocabulary, units);
    Map<String, Match> found = new LinkedHashMap<>();
    Map<String, Set<String>> candidates = new LinkedHashMap<>();
    assign(pairs, found, candidates);
    Set<ColumnEvidence> taken = new HashSet<>();
    found.values().forEach(m -> taken.add(m.column()));
    for (Pair pair : pairs) {
      if (!found.containsKey(pair.field().name()) && !taken.contains(pair.column())) {
        String but = pair.fit() == Fit.REFUSED ? "; the name fits, but " : "; ";
        candidates
            .computeIfAbsent(pair.field().name(), f -> new LinkedHashSet<>())
            .add(Yaml.quoted(pair.column().name()) + but + Fit.described(pair.column()));
      }
    }
    Map<String, Match> ordered = new LinkedHashMap<>();
    for (DeliveredField field : contract.fields()) {
      if (found.containsKey(field.name())) {
        ordered.put(field.name(), found.get(field.name()));
      }
    }
    return new Matches(contract, ordered, candidates);
  }

  private static void assign(
      List<Pair> pairs, Map<String, Match> found, Map<String, Set<String>> candidates) {
    List<Pair> open =
        new ArrayList<>(
            pairs.stream().filter(p -> p.fit() != Fit.REFUSED && p.likeness() >= ALIKE).toList());
    open.sort(Comparator.comparingDouble((Pair p) -> -p.rank()));
    while (!open.isEmpty()) {
      Pair best = open.get(0);
      List<Pair> rivals =
          open.stream()
              .filter(p -> !p.equals(best) && p.rank() > best.rank() - CLEAR)
              .filter(p -> p.field().equals(best.field()) || p.column().equals(best.column()))
              .toList();
      if (rivals.isEmpty()) {
        found.put(best.field().name(), best.match());
        open.removeIf(p -> p.field().equals(best.field()) || p.column().equals(best.column()));
      } else {
        List<Pair> tied = new ArrayList<>(rivals);
        tied.add(0, best);
        for (Pair p : tied) {
          candidates
              .computeIfAbsent(p.field().name(), f -> new LinkedHashSet<>())
              .add(Yaml.quoted(p.column().name()) + "; as good as another, " + p.match().why());
        }
        open.removeAll(tied);
      }
    }
  }

  private static List<Pair> pairs(
      DeliveryContract contract,
      List<ColumnEvidence> columns,
      Fit.Vocabulary vocabulary,
      Set<String> units) {
    Map<String, List<Aliases.Known>> known = vocabulary.aliases().names(contract);
    List<Pair> pairs = new ArrayList<>();
    for (ColumnEvidence column : columns) {
      ColumnName name = ColumnName.of(column.name()).without(units);
      for (DeliveredField field : contract.fields()) {
        double best = 0;
        String source = "";
        for (Aliases.Known alias : known.get(field.name())) {
          double likeness = likeness(name, alias.name(), columns.size());
          likeness = alias.isHint() ? Math.min(likeness, MERE_HINT) : likeness;
          if (likeness > best) {
            best = likeness;
            source = alias.source();
          }
        }
        if (best >= REMOTE) {
          Fit fit = fit(field, column, name, best, vocabulary);
          pairs.add(new Pair(field, column, best, source, fit));
        }
      }
    }
    return pairs;
  }

  private static double likeness(ColumnName one, ColumnName other, int columns) {
    return columns <= WIDE || one.normal().equals(other.normal()) ? one.likeness(other) : 0;
  }

  /** A column that looks personal is taken for a field on nothing less than its known name. */
  private static Fit fit(
      DeliveredField field,
      ColumnEvidence column,
      ColumnName name,
      double likeness,
      Fit.Vocabulary vocabulary) {
    boolean isSuspect = vocabulary.aliases().isPersonal(name) && likeness < KNOWN;
    return isSuspect ? Fit.REFUSED : Fit.of(field, column, vocabulary);
  }

  /** Mandatory fields that have a column. */
  long mandatoryFound() {
    return contract.fields().stream()
        .filter(f -> f.mandatory() && byField.containsKey(f.name()))
        .count();
  }

  /** Mandatory fields of the contract. */
  long mandatory() {
    return contract.fields().stream().filter(DeliveredField::mandatory).count();
  }
}
