package org.remitlake.ingest;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.ingest.quality.FileTally;
import org.remitlake.ingest.quality.RowCount;
import org.remitlake.ingest.rule.Rules;
import org.remitlake.lake.Lake;
import org.remitlake.transfer.Transfers;

/**
 * Transfer files with one slip throughout: amounts sent and received in each other's place (rule
 * T09), or a hundred times too high (T10).
 *
 * <p>Which files to look at, judging has counted already, so that ordinary ones cost nothing.
 */
final class TransferSlips {
  private static final String SWAPPED = "T09";
  private static final String HIGH = "T10";
  private static final String TOO_HIGH = "T10_OUT";
  private static final String CENT = "T10_CENT";

  /** Fewer rows do not tell of a file. */
  private static final long FEWEST = 20;

  /** Of the rows whose amounts can be compared. */
  private static final double MOST = 0.95;

  /** Of all rows, before it is worth while to look at a file: in others next to none is caught. */
  private static final double SUSPECT = 0.1;

  /** US dollars: half of an extract's transfers are above what rule T10 flags one for. */
  private static final double HIGH_MEDIAN = 15_000;

  /** US dollars: from here on, if in the whole file no amount has a cent. */
  private static final double WHOLE_MEDIAN = 5_000;

  /** US dollars: a hundredth of a higher median would be no usual transfer. */
  private static final double HIGHEST_MEDIAN = 150_000;

  /** Not of what is left after a refund, which is computed. */
  private static final String HAS_CENTS =
      "refunded_amount is null and (send_amount % 1 <> 0 or fee % 1 <> 0 or delivered % 1 <> 0)";

  private TransferSlips() {}

  /** The rule that repairs a file's slip, by file id. */
  static Map<String, Set<String>> of(
      Lake lake, Dataset<Row> judged, Map<String, FileTally> tallies) {
    Set<String> suspects =
        tallies.entrySet().stream()
            .filter(e -> isSuspect(e.getValue()))
            .map(Map.Entry::getKey)
            .collect(toSet());
    Map<String, Set<String>> slips = new TreeMap<>();
    if (suspects.isEmpty()) {
      return slips;
    }
    AmountsAtRates.beside(lake, judged.where(col("file_id").isInCollection(suspects)))
        .groupBy("file_id")
        .agg(
            count("to_rate"),
            count_if(expr(when(SWAPPED))),
            count("sent_usd"),
            expr("percentile(sent_usd, 0.5)"),
            expr("percentile(to_rate, 0.5)"),
            count_if(expr(when(CENT))),
            count_if(expr(HAS_CENTS)))
        .collectAsList()
        .forEach(
            file -> {
              String slip = slip(file);
              if (!slip.isEmpty()) {
                slips.put(file.getString(0), Set.of(slip));
              }
            });
    return slips;
  }

  private static String when(String rule) {
    return Rules.of(Transfers.CONTRACT, Map.of()).byId().get(rule).when();
  }

  private static boolean isSuspect(FileTally tally) {
    long swapped = rows(tally.breaks(), SWAPPED);
    long high = rows(tally.marks(), HIGH) + rows(tally.breaks(), TOO_HIGH);
    long most = Math.max(Math.max(swapped, high), rows(tally.marks(), CENT));
    return most >= FEWEST && most > SUSPECT * tally.read();
  }

  private static long rows(Map<String, RowCount> counts, String rule) {
    return counts.containsKey(rule) ? counts.get(rule).rows() : 0;
  }

  private static String slip(Row file) {
    long compared = file.getLong(1);
    long swapped = file.getLong(2);
    if (swapped >= FEWEST && swapped >= MOST * compared) {
      return "T09_FILE";
    }
    long cents = file.getLong(6);
    if (cents >= FEWEST && cents >= MOST * compared) {
      return "T10_SENT";
    }
    double lowest = file.getLong(7) == 0 ? WHOLE_MEDIAN : HIGH_MEDIAN;
    if (file.getLong(3) < FEWEST || !isBetween(file.getDouble(4), lowest, HIGHEST_MEDIAN)) {
      return "";
    }
    // Where no rate tells, both amounts come from one system.
    double received = file.isNullAt(5) ? 1 : file.getDouble(5);
    return isBetween(received, 0.1, 10) ? "T10_FILE" : "";
  }

  private static boolean isBetween(double value, double low, double high) {
    return value > low && value < high;
  }
}
