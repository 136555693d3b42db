package org.remitlake.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.remitlake.lake.Lake;
import org.remitlake.synthetic.Planted.Outcome;

/**
 * What an ingest caught, held against what was planted.
 *
 * @param planted places with a defect
 * @param near places that are all but a defect, by rule
 * @param missed planted, and not caught
 * @param unexpected caught, where nothing was planted
 * @param miscounted where the numbers of {@code gold.data_quality} differ from what was planted
 */
record RuleRecall(
    Set<Catch> planted,
    Map<String, Long> near,
    Set<Catch> missed,
    Set<Catch> unexpected,
    List<String> miscounted) {

  /**
   * A rate behind rows that were set aside, or behind another file's years, comes after a gap, too:
   * so where this rule is not planted, only its near misses tell.
   */
  private static final String GAP = "X03";

  /** Fields of {@code defects.csv}. */
  private record Place(
      String rule, String contract, String file, long line, String key, Outcome outcome) {
    static Place of(String csv) {
      String[] cells = csv.split(",", 7);
      return new Place(
          cells[0],
          cells[1],
          cells[2],
          Long.parseLong(cells[3]),
          cells[4],
          Outcome.valueOf(cells[5].toUpperCase(Locale.ROOT)));
    }

    Catch caught() {
      return new Catch(rule, file, kind(), line);
    }

    private Catch.Kind kind() {
      boolean isFile = key.isEmpty() && line == 1;
      return switch (outcome) {
        case QUARANTINE -> Catch.Kind.ASIDE;
        case DUPLICATE, IGNORED_FILE -> Catch.Kind.AGAIN;
        case REJECT_FILE -> Catch.Kind.REFUSED;
        case ACCEPT, FLAG, ACCEPT_REPAIRED -> isFile ? Catch.Kind.NOTED : Catch.Kind.MARKED;
      };
    }
  }

  /** Holds a lake against the places in {@code defects.csv}. */
  static RuleRecall of(Path defects, Lake lake) throws IOException {
    List<Place> places = Files.readAllLines(defects).stream().skip(1).map(Place::of).toList();
    Set<Catch> planted = new TreeSet<>();
    SortedMap<String, Long> near = new TreeMap<>();
    Set<Catch> nearMisses = new TreeSet<>();
    for (Place place : places) {
      if (place.outcome() == Outcome.ACCEPT) {
        near.merge(place.rule(), 1L, Long::sum);
        nearMisses.add(place.caught());
      } else {
        planted.add(place.caught());
      }
    }
    Map<String, Long> counted = CaughtRows.counted(lake);
    Set<Catch> caught = new TreeSet<>(CaughtRows.of(lake));
    List<String> miscounted = miscounted(planted, counted);
    addRepeats(planted, counted, caught);
    Set<Catch> missed = new TreeSet<>(planted);
    missed.removeAll(caught);
    caught.removeAll(planted);
    caught.removeIf(c -> c.rule().equals(GAP) && !nearMisses.contains(c));
    return new RuleRecall(planted, near, missed, caught, miscounted);
  }

  /** Of rows that had come before, only their number is told. */
  private static void addRepeats(Set<Catch> planted, Map<String, Long> counted, Set<Catch> caught) {
    counted.forEach(
        (key, count) -> {
          String[] words = key.split(" ", -1);
          if (words[1].equals(Catch.Kind.AGAIN.name())) {
            List<Catch> there =
                planted.stream().filter(p -> key(p).equals(key)).sorted(BY_LINE).toList();
            for (int i = 0; i < count; i++) {
              caught.add(
                  i < there.size()
                      ? there.get(i)
                      : new Catch(words[0], words[2], Catch.Kind.AGAIN, -i));
            }
          }
        });
  }

  private static final Comparator<Catch> BY_LINE = Comparator.comparingLong(Catch::line);

  private static String key(Catch one) {
    return one.rule() + ' ' + one.kind() + ' ' + one.file();
  }

  /** Rules that only a whole series tells are in silver alone. */
  private static List<String> miscounted(Set<Catch> planted, Map<String, Long> counted) {
    Map<String, Long> expected = new TreeMap<>();
    Stream.of(Catch.Kind.ASIDE, Catch.Kind.MARKED)
        .flatMap(kind -> planted.stream().filter(p -> p.kind() == kind))
        .forEach(p -> expected.merge(key(p), 1L, Long::sum));
    Set<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(counted.keySet());
    List<String> differ = new ArrayList<>();
    for (String key : keys) {
      boolean isOfSeries =
          Stream.of("X01", GAP, "K03").anyMatch(rule -> key.startsWith(rule + ' '));
      long told = counted.getOrDefault(key, 0L);
      long wanted = expected.getOrDefault(key, 0L);
      if (told != wanted && !isOfSeries && !key.contains(" AGAIN ")) {
        differ.add("%s: %d counted, %d planted".formatted(key, told, wanted));
      }
    }
    return differ;
  }

  /** Whether all that was planted was caught, and nothing else. */
  boolean isPerfect() {
    return missed.isEmpty() && unexpected.isEmpty() && miscounted.isEmpty();
  }

  /** The table for people: a line for each rule, and what went wrong. */
  List<String> lines() {
    Set<String> rules = new TreeSet<>(near.keySet());
    Stream.of(planted, unexpected).flatMap(Set::stream).forEach(c -> rules.add(c.rule()));
    List<String> lines = new ArrayList<>();
    lines.add(line("rule", "planted", "caught", "missed", "unexpected", "near"));
    for (String rule : rules) {
      lines.add(
          line(
              rule,
              of(planted, rule),
              of(planted, rule) - of(missed, rule),
              of(missed, rule),
              of(unexpected, rule),
              near.getOrDefault(rule, 0L)));
    }
    long hits = (long) planted.size() - missed.size();
    lines.add(
        String.format(
            Locale.ROOT,
            "recall %.2f %%, precision %.2f %%, %d planted in %d files",
            100.0 * hits / planted.size(),
            100.0 * hits / (hits + unexpected.size()),
            planted.size(),
            planted.stream().map(Catch::file).distinct().count()));
    missed.forEach(c -> lines.add("missed " + c));
    unexpected.forEach(c -> lines.add("unexpected " + c));
    miscounted.forEach(m -> lines.add("gold.data_quality " + m));
    return lines;
  }

  private static long of(Set<Catch> all, String rule) {
    return all.stream().filter(c -> c.rule().equals(rule)).count();
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-10s %8s %8s %8s %11s %6s", cells);
  }
}
