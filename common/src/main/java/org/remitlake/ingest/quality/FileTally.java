package org.remitlake.ingest.quality;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.ingest.rule.Judgement;
import org.remitlake.ingest.rule.Rule;
import org.remitlake.ingest.rule.Rules;

/**
 * What judging counted for one file.
 *
 * @param read rows
 * @param broken rows that broke a rule
 * @param waiting those of them that broke only rules that look at other tables, and may come right
 *     by another file
 * @param outOfScope rows with which nothing is wrong but that they lie outside the project
 * @param breaks rows by the rule that they broke; a row that broke two is in both
 * @param fields columns whose cells broke a rule of how cells are read, by that rule
 * @param marks rows by the rule that repaired or flagged them, of those that broke none
 */
public record FileTally(
    long read,
    long broken,
    long waiting,
    long outOfScope,
    Map<String, RowCount> breaks,
    Map<String, Set<String>> fields,
    Map<String, RowCount> marks) {
  /** The rule of rows that have not as many cells as the header. */
  private static final String UNSPLIT = "F04";

  /** Of a file without rows. */
  public static final FileTally EMPTY = new FileTally(0, 0, 0, 0, Map.of(), Map.of(), Map.of());

  /**
   * Counts judged rows, by file id, in one aggregation.
   *
   * <p>Why by whole lists of rules: few different ones occur, so that rows need not be multiplied,
   * and no rule has to be known beforehand.
   */
  public static Map<String, FileTally> byFile(Dataset<Row> judged, Rules rules) {
    Map<String, FileTally> tallies = new TreeMap<>();
    // What is wrong with a row that could not be split is not a list of columns.
    Column fields =
        when(array_contains(col(Judgement.BROKEN), UNSPLIT), "").otherwise(col(Judgement.DETAIL));
    judged
        .groupBy(col("file_id"), col(Judgement.BROKEN), col(Judgement.FLAGS), fields.as("fields"))
        .agg(count(lit(1)), min("row_no"), min("line_no"))
        .collectAsList()
        .forEach(
            row ->
                tallies.merge(
                    row.getString(0),
                    of(
                        row.getList(1),
                        row.getList(2),
                        row.getString(3),
                        RowCount.at(row, 4),
                        rules),
                    FileTally::plus));
    return tallies;
  }

  private static FileTally of(
      List<String> broken, List<String> flags, String fields, RowCount count, Rules rules) {
    Map<String, Set<String>> byRule = new TreeMap<>();
    if (!fields.isEmpty()) {
      rules.every().stream()
          .filter(rule -> broken.contains(rule.id()))
          .forEach(rule -> byRule.put(rule.id(), new TreeSet<>(List.of(fields.split(", ", -1)))));
    }
    boolean isBroken = !broken.isEmpty();
    boolean isBlamed = broken.stream().anyMatch(id -> !isExclusion(rules.byId().get(id)));
    return new FileTally(
        count.rows(),
        isBlamed ? count.rows() : 0,
        isBlamed && broken.stream().allMatch(id -> mayComeRight(rules.byId().get(id)))
            ? count.rows()
            : 0,
        isBroken && !isBlamed ? count.rows() : 0,
        each(broken, count),
        byRule,
        // What was repaired or flagged counts where the row went on to silver.
        isBroken ? Map.of() : each(flags, count));
  }

  private static boolean mayComeRight(Rule rule) {
    return rule != null && !rule.needs().isEmpty();
  }

  private static boolean isExclusion(Rule rule) {
    return rule != null && rule.action() == Rule.Action.EXCLUDE;
  }

  private static Map<String, RowCount> each(List<String> rules, RowCount count) {
    Map<String, RowCount> counts = new TreeMap<>();
    new HashSet<>(rules).forEach(rule -> counts.put(rule, count));
    return counts;
  }

  private FileTally plus(FileTally other) {
    return new FileTally(
        read + other.read,
        broken + other.broken,
        waiting + other.waiting,
        outOfScope + other.outOfScope,
        both(breaks, other.breaks),
        united(fields, other.fields),
        both(marks, other.marks));
  }

  private static Map<String, Set<String>> united(
      Map<String, Set<String>> some, Map<String, Set<String>> others) {
    Map<String, Set<String>> all = new TreeMap<>();
    some.forEach((rule, names) -> all.put(rule, new TreeSet<>(names)));
    others.forEach((rule, names) -> all.computeIfAbsent(rule, r -> new TreeSet<>()).addAll(names));
    return all;
  }

  private static Map<String, RowCount> both(
      Map<String, RowCount> some, Map<String, RowCount> others) {
    Map<String, RowCount> all = new TreeMap<>(some);
    others.forEach((rule, count) -> all.merge(rule, count, RowCount::plus));
    return all;
  }
}
