package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.Words;
import org.remitlake.ingest.quality.FileTally;
import org.remitlake.ingest.rule.Judgement;

/**
 * Files of surveys that a code book does not cover (rule S09): more than 0.5 % of the answers to a
 * question have codes that nobody mapped. Such a file is held, rather than its answers lost.
 */
final class UnmappedCodes {
  /** Of a question's answers. */
  private static final double MOST = 0.005;

  /** One or two are slips of the hand, however few answers there are. */
  private static final long FEWEST = 3;

  private static final String RULE = "S09";

  private UnmappedCodes() {}

  /** Why files are held, by file id; files whose codes are covered are absent. */
  static Map<String, String> byFile(
      DeliveryContract contract, Dataset<Row> judged, Map<String, FileTally> tallies) {
    boolean isMet =
        tallies.values().stream()
            .anyMatch(t -> t.marks().containsKey(RULE) || t.breaks().containsKey(RULE));
    if (!contract.reasons() || !isMet) {
      return Map.of();
    }
    List<DeliveredField> coded = contract.fields().stream().filter(Words::concerns).toList();
    List<Column> counts = new ArrayList<>();
    for (DeliveredField field : coded) {
      counts.add(count_if(field.column().isNotNull()));
      counts.add(count_if(coalesce(isUnmapped(field), lit(false))));
    }
    Map<String, String> reasons = new TreeMap<>();
    judged
        .groupBy("file_id")
        .agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
        .collectAsList()
        .forEach(
            row -> {
              String reason = reason(coded, row);
              if (!reason.isEmpty()) {
                reasons.put(row.getString(0), reason);
              }
            });
    return reasons;
  }

  private static Column isUnmapped(DeliveredField field) {
    return field.mandatory()
        ? array_contains(col(Judgement.BROKEN), RULE)
            .and(array_contains(split(col(Judgement.DETAIL), ", "), field.name()))
        : array_contains(col(Judgement.REASONS), field.name() + ":UNMAPPED");
  }

  private static String reason(List<DeliveredField> coded, Row row) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < coded.size(); i++) {
      long unmapped = row.getLong(2 + 2 * i);
      long answers = row.getLong(1 + 2 * i) + unmapped;
      if (unmapped >= FEWEST && unmapped > MOST * answers) {
        said.add(
            String.format(
                Locale.ROOT, "%s %,d of %,d answers", coded.get(i).name(), unmapped, answers));
      }
    }
    return said.isEmpty() ? "" : "codes that nobody mapped (S09): " + String.join(", ", said);
  }

  /** What a person is told of a held file. */
  static String notice(String file, String profile, String reason) {
    return String.format(
        Locale.ROOT,
        "%s: held, since its code book does not cover it: %s. None of its rows is in silver; the"
            + " codes are in silver.codebook_map. Add them to 'values', 'missing' or 'choices' of"
            + " profile %s, and run requarantine.",
        file,
        reason,
        profile);
  }
}
