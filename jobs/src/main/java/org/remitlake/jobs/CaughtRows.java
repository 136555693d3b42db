package org.remitlake.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.split;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.OpsFile;
import org.remitlake.ingest.Quarantine;
import org.remitlake.ingest.quality.DataQuality;
import org.remitlake.lake.Lake;

/** What the rules of an ingest caught: rows set aside, marks in silver, files that were refused. */
final class CaughtRows {
  private final Lake lake;
  private final Map<String, String> names;

  private CaughtRows(Lake lake) {
    this.lake = lake;
    this.names =
        lake.read(OpsFile.CONTRACT_OF).select("file_id", "file_name").collectAsList().stream()
            .collect(Collectors.toMap(r -> r.getString(0), r -> r.getString(1), (a, b) -> a));
  }

  /** Everything with a line of its own, and what is told of whole files. */
  static Set<Catch> of(Lake lake) {
    CaughtRows caught = new CaughtRows(lake);
    Set<Catch> all = new HashSet<>();
    Dataset<Row> aside =
        lake.read(Quarantine.CONTRACT_OF)
            .select(col("file_id"), col("line_no"), explode(split(col("rules"), ", ")));
    all.addAll(caught.rows(aside, Catch.Kind.ASIDE));
    for (TableContract table : Ingest.SILVER) {
      Set<String> fields = table.fields().stream().map(f -> f.name()).collect(Collectors.toSet());
      if (fields.containsAll(Set.of("flags", "file_id", "line_no")) && lake.exists(table)) {
        Dataset<Row> marks =
            lake.read(table).select(col("file_id"), col("line_no"), explode(col("flags")));
        all.addAll(caught.rows(marks, Catch.Kind.MARKED));
      }
    }
    all.addAll(caught.files());
    return all;
  }

  private List<Catch> rows(Dataset<Row> found, Catch.Kind kind) {
    return found.collectAsList().stream()
        .map(r -> new Catch(r.getString(2), names.get(r.getString(0)), kind, r.getLong(1)))
        .toList();
  }

  private List<Catch> files() {
    return lake
        .read(DataQuality.CONTRACT_OF)
        .where(DataQuality.ROWS_CAUGHT.column().isNull())
        .select("rule_id", "file_name", "action")
        .collectAsList()
        .stream()
        .map(r -> new Catch(r.getString(0), r.getString(1), kind(r.getString(2)), 1))
        .toList();
  }

  private static Catch.Kind kind(String action) {
    return switch (action) {
      case "REJECT_FILE" -> Catch.Kind.REFUSED;
      case "DUPLICATE" -> Catch.Kind.AGAIN;
      default -> Catch.Kind.NOTED;
    };
  }

  /** How many rows of a file each rule caught, as {@code gold.data_quality} tells: by kind. */
  static Map<String, Long> counted(Lake lake) {
    Map<String, Long> counts = new TreeMap<>();
    lake.read(DataQuality.CONTRACT_OF)
        .where(DataQuality.ROWS_CAUGHT.column().isNotNull())
        .select("rule_id", "file_name", "action", "rows_caught")
        .collectAsList()
        .forEach(
            r ->
                counts.put(
                    r.getString(0) + ' ' + kindOfRow(r.getString(2)) + ' ' + r.getString(1),
                    r.getLong(3)));
    return counts;
  }

  private static Catch.Kind kindOfRow(String action) {
    return switch (action) {
      case "HOLD", "QUARANTINE", "EXCLUDE" -> Catch.Kind.ASIDE;
      case "DUPLICATE" -> Catch.Kind.AGAIN;
      default -> Catch.Kind.MARKED;
    };
  }
}
