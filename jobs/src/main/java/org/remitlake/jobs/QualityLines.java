package org.remitlake.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.ingest.quality.QualityRow;
import org.remitlake.ingest.quality.Treatment;

/**
 * What rules caught in a run's files, for people: one line per rule and what became of the rows.
 */
final class QualityLines {
  private static final int MOST_LINES = 20;

  private QualityLines() {}

  /** A rule that caught something, over all files. */
  private record Line(
      Treatment action, String rule, long rows, long read, long files, String example) {
    static Line of(QualityRow row) {
      String rule = row.rule().id() + " " + row.rule().code();
      long read = row.caught().isPresent() ? row.file().rows() : 0;
      return new Line(row.action(), rule, row.rows(), read, 1, row.example());
    }

    /** The example is of the file that has most such rows. */
    Line plus(Line other) {
      return new Line(
          action, rule, rows + other.rows, read + other.read, files + other.files, example);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "  %-11s %-22s %9s %9s %6s  %s",
          action.words(),
          rule,
          read == 0 ? "-" : String.format(Locale.ROOT, "%,d", rows),
          read == 0 ? "-" : String.format(Locale.ROOT, "%.2f %%", 100.0 * rows / read),
          String.format(Locale.ROOT, "%,d", files),
          printable(example));
    }
  }

  /** Names of files come from outside: none may steer the terminal. */
  private static String printable(String name) {
    return name.replaceAll("\\p{C}", "?");
  }

  /** Number of files and rules by action. */
  static Map<String, Long> byAction(List<QualityRow> quality) {
    Map<String, Long> counts = new TreeMap<>();
    quality.forEach(
        row -> counts.merge(row.action().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
    return counts;
  }

  static List<String> of(List<QualityRow> quality) {
    if (quality.isEmpty()) {
      return List.of();
    }
    Map<String, Line> byRule = new TreeMap<>();
    quality.stream()
        .sorted(QualityRow.URGENCY.thenComparing(QualityRow::example))
        .forEach(row -> byRule.merge(row.action() + row.rule().id(), Line.of(row), Line::plus));
    List<Line> all =
        byRule.values().stream()
            .sorted(
                Comparator.comparing(Line::action)
                    .thenComparing(Comparator.comparingLong(Line::rows).reversed())
                    .thenComparing(Comparator.comparingLong(Line::files).reversed())
                    .thenComparing(Line::rule))
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%-36s %9s %9s %6s  %s",
            "Rules that caught something",
            "Rows",
            "of theirs",
            "Files",
            "Example"));
    all.stream().limit(MOST_LINES).forEach(line -> lines.add(line.toString()));
    if (all.size() > MOST_LINES) {
      lines.add("  and %d more in gold.data_quality".formatted(all.size() - MOST_LINES));
    }
    return lines;
  }
}
