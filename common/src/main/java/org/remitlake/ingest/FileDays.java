package org.remitlake.ingest;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * What the days of its transfers tell of a file: that some are missing (rule F09), or that it comes
 * late (F08). As of when it came: what comes later makes no file late that was in time.
 */
final class FileDays {
  /** More than one quarter older than the provider's last: that quarter was closed. */
  static final String LATE = "F08";

  /** A week or more without a transfer between others of the same quarter. */
  static final String NO_DAYS = "F09_DAYS";

  /** Nothing of the quarter before, but of earlier ones. */
  static final String NO_QUARTER = "F09_QUARTER";

  private static final long WEEK = 7;

  /** What is found once, and holds when a file is judged again. */
  static final Set<String> RULES = Set.of(LATE, NO_DAYS, NO_QUARTER);

  /** Before any that a provider has. */
  private static final Quarter FIRST = new Quarter(1, 1);

  /** Transfers a day: of fewer, some weeks have none by chance. */
  private static final long A_DAY = 5;

  private FileDays() {}

  /**
   * Rules that hold for files, by file id.
   *
   * @param good rows that broke no rule
   * @param landed files that they come from; those that came in earlier runs are not asked again
   */
  static Map<String, Set<String>> of(Lake lake, Dataset<Row> good, List<LandedFile> landed) {
    Set<String> files = landed.stream().map(l -> l.delivery().fileId()).collect(toSet());
    Set<String> fresh =
        landed.stream().filter(l -> !l.isLeft()).map(l -> l.delivery().fileId()).collect(toSet());
    if (fresh.isEmpty()) {
      return Map.of();
    }
    Map<String, Map<String, NavigableMap<LocalDate, Long>>> days = new TreeMap<>();
    Map<String, NavigableSet<Quarter>> known = new HashMap<>();
    good.groupBy("file_id", "provider_id", "initiated_on")
        .count()
        .collectAsList()
        .forEach(
            row -> {
              LocalDate day = row.getAs(2);
              known.computeIfAbsent(row.getString(1), p -> new TreeSet<>()).add(Quarter.of(day));
              days.computeIfAbsent(row.getString(0), f -> new TreeMap<>())
                  .computeIfAbsent(row.getString(1), p -> new TreeMap<>())
                  .put(day, row.getLong(3));
            });
    Map<String, Quarter> newest = new HashMap<>();
    lake.read(Tx.CONTRACT)
        .where(not(col("file_id").isInCollection(files)))
        .where(col("provider_id").isInCollection(known.keySet()))
        .select("provider_id", "quarter")
        .distinct()
        .collectAsList()
        .forEach(
            row -> {
              Quarter quarter = Quarter.parse(row.getString(1));
              known.get(row.getString(0)).add(quarter);
              newest.merge(row.getString(0), quarter, FileDays::later);
            });
    Map<String, Set<String>> found = new TreeMap<>();
    days.keySet().retainAll(fresh);
    days.forEach(
        (file, providers) ->
            providers.forEach(
                (provider, rows) -> {
                  Set<String> rules =
                      rules(rows, known.get(provider), newest.getOrDefault(provider, FIRST));
                  found.computeIfAbsent(file, f -> new TreeSet<>()).addAll(rules);
                }));
    return found;
  }

  private static Quarter later(Quarter one, Quarter other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Set<String> rules(
      NavigableMap<LocalDate, Long> rows, NavigableSet<Quarter> known, Quarter newest) {
    Set<String> rules = new TreeSet<>();
    Quarter last = Quarter.of(rows.lastKey());
    if (newest.compareTo(last.plus(1)) > 0) {
      rules.add(LATE);
    }
    for (Quarter quarter : Quarter.range(Quarter.of(rows.firstKey()), last)) {
      NavigableMap<LocalDate, Long> own =
          rows.subMap(quarter.firstDay(), true, quarter.endExclusive(), false);
      // Few are late news of the transfers of another quarter.
      if (isDense(own)) {
        if (hasGap(own)) {
          rules.add(NO_DAYS);
        }
        if (!known.contains(quarter.plus(-1)) && known.lower(quarter) != null) {
          rules.add(NO_QUARTER);
        }
      }
    }
    return rules;
  }

  private static boolean isDense(NavigableMap<LocalDate, Long> rows) {
    if (rows.isEmpty()) {
      return false;
    }
    long days = rows.lastKey().toEpochDay() - rows.firstKey().toEpochDay() + 1;
    return rows.values().stream().mapToLong(n -> n).sum() >= A_DAY * Math.max(days, WEEK);
  }

  private static boolean hasGap(NavigableMap<LocalDate, Long> rows) {
    LocalDate before = rows.firstKey();
    for (LocalDate day : rows.navigableKeySet()) {
      if (day.toEpochDay() - before.toEpochDay() > WEEK) {
        return true;
      }
      before = day;
    }
    return false;
  }
}
