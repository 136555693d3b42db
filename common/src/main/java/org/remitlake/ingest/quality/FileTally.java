package org.remitlake.ingest.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * @param outOfScope rows with which nothing is wrong but that they lie outside the project
 * @param breaks rows by the rule that they broke; a row that broke two is in both
 * @param marks rows by the rule that repaired or flagged them
 */
public record FileTally(
    long read,
    long broken,
    long outOfScope,
    Map<String, RowCount> breaks,
    Map<String, RowCount> marks) {
  /** Of a file without rows. */
  public static final FileTally EMPTY = new FileTally(0, 0, 0, Map.of(), Map.of());

  /**
   * Counts judged rows, by file id, in one aggregation.
   *
   * <p>Why by whole lists of rules: few different ones occur, so that rows need not be multiplied,
   * and no rule has to be known beforehand.
   */
  public static Map<String, FileTally> byFile(Dataset<Row> judged, Rules rules) {
    Map<String, FileTally> tallies = new TreeMap<>();
    judged
        .groupBy(col("file_id"), col(Judgement.BROKEN), col(Judgement.FLAGS))
        .agg(count(lit(1)), min("row_no"), min("line_no"))
        .collectAsList()
        .forEach(
            row ->
                tallies.merge(
                    row.getString(0),
                    of(row.getList(1), row.getList(2), RowCount.at(row, 3), rules),
                    FileTally::plus));
    return tallies;
  }

  private static FileTally of(
      List<String> broken, List<String> flags, RowCount count, Rules rules) {
    boolean isBroken = !broken.isEmpty();
    boolean isBlamed = broken.stream().anyMatch(id -> !isExclusion(rules.byId().get(id)));
    return new FileTally(
        count.rows(),
        isBlamed ? count.rows() : 0,
        isBroken && !isBlamed ? count.rows() : 0,
        each(broken, count),
        each(flags, count));
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
        outOfScope + other.outOfScope,
        both(breaks, other.breaks),
        both(marks, other.marks));
  }

  private static Map<String, RowCount> both(
      Map<String, RowCount> some, Map<String, RowCount> others) {
    Map<String, RowCount> all = new TreeMap<>(some);
    others.forEach((rule, count) -> all.merge(rule, count, RowCount::plus));
    return all;
  }
}
