package org.remitlake.ingest.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.remitlake.contract.Kind;
import org.remitlake.ingest.file.DateLayout;
import org.remitlake.ingest.file.NumberStyle;
import org.remitlake.ingest.file.Words;
import org.remitlake.time.Zones;

/**
 * How a file writes numbers and dates, told from the cells of the columns that were found.
 *
 * @param decimalMark {@code .} or {@code ,}
 * @param dateLayout name of a {@link DateLayout}
 * @param timezone zone of local times
 */
record FileStyle(Finding decimalMark, Finding dateLayout, Finding timezone) {
  private static final Pattern SLASHED = Pattern.compile("(\\d\\d)/(\\d\\d)/\\d{4}.*");
  private static final Pattern TIME = Pattern.compile(".*\\d\\d\\D\\d\\d:\\d\\d.*");
  private static final Pattern OFFSET = Pattern.compile(".*\\d\\d:\\d\\d.*(Z|[+-]\\d\\d:?\\d\\d)");

  static FileStyle of(Table table, Matches matches, Words words) {
    List<ColumnEvidence> numbers =
        columns(matches, List.of(Kind.MONEY, Kind.RATE, Kind.PERCENT, Kind.NUMBER));
    List<ColumnEvidence> dates = columns(matches, List.of(Kind.DATE, Kind.INSTANT));
    List<ColumnEvidence> instants = columns(matches, List.of(Kind.INSTANT));
    return new FileStyle(
        mark(table, numbers), layout(table, dates), zone(table, instants, matches, words));
  }

  private static List<ColumnEvidence> columns(Matches matches, List<Kind> kinds) {
    return matches.byField().entrySet().stream()
        .filter(e -> kinds.contains(matches.contract().field(e.getKey()).kind()))
        .map(e -> e.getValue().column())
        .toList();
  }

  private static Finding mark(Table table, Collection<ColumnEvidence> columns) {
    NumberStyle.Evidence evidence = new NumberStyle.Evidence();
    long cells = 0;
    for (Table.Row row : table.rows()) {
      for (ColumnEvidence column : columns) {
        String cell = row.cells().get(column.index());
        if (!cell.isEmpty()) {
          evidence.add(cell);
          cells++;
        }
      }
    }
    String of = "%d cells of %d columns".formatted(cells, columns.size());
    if (evidence.style(".") == NumberStyle.MIXED) {
      boolean comma = evidence.contradicts(".");
      return new Finding(
          comma ? "," : ".", Certainty.GUESS, "points and commas contradict each other in " + of);
    }
    if (evidence.contradicts(".")) {
      return new Finding(",", Certainty.SURE, "proved by " + of);
    }
    return evidence.contradicts(",")
        ? new Finding(".", Certainty.SURE, "proved by " + of)
        : new Finding(".", Certainty.GUESS, "no cell has a clear decimal mark, of " + of);
  }

  private static Finding layout(Table table, Collection<ColumnEvidence> columns) {
    Map<String, Integer> seen = new TreeMap<>();
    long firstDay = 0;
    long secondDay = 0;
    long unread = 0;
    for (Table.Row row : table.rows()) {
      for (ColumnEvidence column : columns) {
        String cell = row.cells().get(column.index());
        if (cell.isEmpty()) {
          continue;
        }
        if (CellShape.of(cell) != CellShape.DATE) {
          unread++;
          continue;
        }
        seen.merge(
            String.valueOf(Character.isDigit(cell.charAt(2)) ? '-' : cell.charAt(2)),
            1,
            Integer::sum);
        Matcher slashed = SLASHED.matcher(cell);
        if (slashed.matches()) {
          firstDay += Integer.parseInt(slashed.group(1)) > 12 ? 1 : 0;
          secondDay += Integer.parseInt(slashed.group(2)) > 12 ? 1 : 0;
        }
      }
    }
    return layout(seen, firstDay, secondDay, unread);
  }

  private static Finding layout(
      Map<String, Integer> seen, long firstDay, long secondDay, long unread) {
    Optional<Map.Entry<String, Integer>> most =
        seen.entrySet().stream().max(Map.Entry.comparingByValue());
    if (most.isEmpty()) {
      String why = unread > 0 ? "%d dates in no layout that is read".formatted(unread) : "no dates";
      return new Finding(DateLayout.ISO.name(), Certainty.GUESS, why);
    }
    int cells = most.get().getValue();
    String mixed = seen.size() > 1 || unread > 0 ? "; other dates are written otherwise" : "";
    String why = "%d dates are written so%s".formatted(cells, mixed);
    Certainty certainty = mixed.isEmpty() ? Certainty.SURE : Certainty.LIKELY;
    return switch (most.get().getKey()) {
      case "." -> new Finding(DateLayout.DMY_DOTS.name(), certainty, why);
      case "/" -> slashed(firstDay, secondDay, cells);
      default -> new Finding(DateLayout.ISO.name(), certainty, why);
    };
  }

  private static Finding slashed(long firstDay, long secondDay, int cells) {
    String day = "%d of %d dates have a day above 12 in the %s place";
    if (firstDay > 0 && secondDay == 0) {
      return new Finding(
          DateLayout.DMY_SLASH.name(),
          Certainty.SURE,
          "proved: " + day.formatted(firstDay, cells, "first"));
    }
    if (secondDay > 0 && firstDay == 0) {
      return new Finding(
          DateLayout.MDY_SLASH.name(),
          Certainty.SURE,
          "proved: " + day.formatted(secondDay, cells, "second"));
    }
    return new Finding(
        firstDay >= secondDay ? DateLayout.DMY_SLASH.name() : DateLayout.MDY_SLASH.name(),
        Certainty.GUESS,
        firstDay == 0
            ? "no day is above 12, so days and months cannot be told apart; ask the partner"
            : "days above 12 in both places: the file mixes DMY_SLASH and MDY_SLASH");
  }

  private static Finding zone(
      Table table, Collection<ColumnEvidence> instants, Matches matches, Words words) {
    long cells = 0;
    long offsets = 0;
    for (Table.Row row : table.rows()) {
      for (ColumnEvidence column : instants) {
        String cell = row.cells().get(column.index());
        cells += cell.isEmpty() ? 0 : 1;
        offsets += OFFSET.matcher(cell).matches() ? 1 : 0;
      }
    }
    if (cells == 0 && !hasTimes(table)) {
      return new Finding("UTC", Certainty.LIKELY, "no times of day were found");
    }
    if (cells > 0 && offsets == cells) {
      return new Finding("UTC", Certainty.SURE, "of no effect: all times have their offset");
    }
    Optional<String> zone = country(matches, words).flatMap(Zones::of);
    return new Finding(
        zone.orElse("UTC"),
        Certainty.GUESS,
        zone.isPresent()
            ? "times have no zone; this is the zone of most sending countries (of a bank's, its own)"
            : "times have no zone, and no country tells it");
  }

  /** Also in columns that were taken for nothing yet. */
  private static boolean hasTimes(Table table) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> TIME.matcher(cell).matches());
  }

  /** The country that most rows are sent from, or that the bank is in. */
  private static Optional<String> country(Matches matches, Words words) {
    for (String field : List.of("send_country", "country")) {
      Matches.Match match = matches.byField().get(field);
      if (match != null) {
        return match.column().words().entrySet().stream()
            .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.count(), b.count())))
            .flatMap(e -> words.meaning(matches.contract().field(field), e.getKey()))
            .map(Words.Meaning::code);
      }
    }
    return Optional.empty();
  }
}
