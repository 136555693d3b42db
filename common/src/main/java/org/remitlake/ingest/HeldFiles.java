package org.remitlake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.rule.Judgement;
import org.remitlake.ingest.rule.Rule;
import org.remitlake.ingest.rule.Rules;

/** Why files are held: the rules that their rows break most often. */
final class HeldFiles {
  private static final int RULES_NAMED = 2;

  private HeldFiles() {}

  /** A rule and how many rows of a file break it. */
  private record Count(String rule, long rows) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s (%,d)", rule, rows);
    }
  }

  /** For each of these files the two rules that most of its rows break, with the counts. */
  static Map<String, String> reasons(Set<String> ids, Dataset<Row> judged, Rules rules) {
    Map<String, String> reasons = new TreeMap<>();
    if (ids.isEmpty()) {
      return reasons;
    }
    Map<String, List<Count>> counts = new TreeMap<>();
    judged
        .where(col("file_id").isInCollection(ids))
        .select(col("file_id"), explode(col(Judgement.BROKEN)).as("rule"))
        .groupBy("file_id", "rule")
        .count()
        .collectAsList()
        .forEach(
            r ->
                counts
                    .computeIfAbsent(r.getString(0), id -> new ArrayList<>())
                    .add(new Count(r.getString(1), r.getLong(2))));
    counts.forEach((id, all) -> reasons.put(id, reason(all, rules)));
    return reasons;
  }

  private static String reason(List<Count> counts, Rules rules) {
    List<String> most =
        counts.stream()
            .filter(c -> !isExclusion(rules.byId().get(c.rule())))
            .sorted(Comparator.comparingLong(Count::rows).reversed().thenComparing(Count::rule))
            .limit(RULES_NAMED)
            .map(Count::toString)
            .toList();
    return "rules broken most often: " + String.join(", ", most);
  }

  private static boolean isExclusion(Rule rule) {
    return rule != null && rule.action() == Rule.Action.EXCLUDE;
  }

  /** What a person is told of a held file. */
  static String notice(Delivery file, long broken, long read, String reason) {
    return String.format(
        Locale.ROOT,
        "%s: held, since %,d of its %,d rows break rules (%s). None of its rows is in silver; the"
            + " reason is in ops.file. Mend profile %s or the file, and run ingest on it again.",
        file.name(),
        broken,
        read,
        reason,
        file.profile());
  }
}
