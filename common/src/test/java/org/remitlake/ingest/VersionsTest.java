package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.ingest.quality.RowCount;
import org.remitlake.testing.SparkTest;

@SparkTest
class VersionsTest {
  private static final StructType SCHEMA =
      new StructType()
          .add("key", "string")
          .add(Versions.PAYLOAD_HASH, "long")
          .add("precedence", "string")
          .add("row_no", "long")
          .add(Versions.ORIGIN, "int")
          .add(Versions.IS_CHANGED, "boolean")
          .add("file_id", "string")
          .add("line_no", "long");

  private static final long A = 1;
  private static final long B = 2;
  private static final long C = 3;

  private static List<String> verdicts;
  private static List<String> verdictsTurned;
  private static Map<String, Repeats> repeats;

  private static Row row(String key, long payload, String file, long rowNo, int origin) {
    return row(key, payload, file, rowNo, origin, false);
  }

  /** The name of the file is its precedence: f1 before f2. */
  private static Row row(
      String key, long payload, String file, long rowNo, int origin, boolean changed) {
    return RowFactory.create(key, payload, file, rowNo, origin, changed, file, rowNo + 1);
  }

  @BeforeAll
  static void resolve(SparkSession spark) {
    List<Row> rows =
        new ArrayList<>(
            List.of(
                row("once", A, "f1", 1, Versions.NEW),
                row("twice the same", A, "f1", 2, Versions.NEW),
                row("twice the same", A, "f2", 1, Versions.NEW),
                row("in one file", A, "f1", 3, Versions.NEW),
                row("in one file", A, "f1", 4, Versions.NEW),
                row("changed", A, "f1", 5, Versions.NEW),
                row("changed", B, "f2", 2, Versions.NEW),
                row("there and back", A, "f1", 6, Versions.NEW),
                row("there and back", B, "f2", 3, Versions.NEW),
                row("there and back", A, "f3", 1, Versions.NEW),
                row("known", A, "f0", 1, Versions.HISTORY),
                row("known", A, "f1", 7, Versions.NEW),
                row("known and later changed", A, "f0", 2, Versions.HISTORY),
                row("known and later changed", C, "f1", 8, Versions.NEW),
                row("known to be later", A, "f9", 1, Versions.HISTORY),
                row("known to be later", C, "f1", 9, Versions.NEW),
                row("changed in one file", A, "f1", 10, Versions.NEW),
                row("changed in one file", B, "f1", 11, Versions.NEW),
                row("half written", A, "f1", 12, Versions.OWN, true),
                row("half written", A, "f1", 12, Versions.NEW)));
    Dataset<Row> resolved = Versions.resolve(frame(spark, rows), List.of("key"));
    verdicts = verdicts(resolved);
    repeats = Versions.repeats(resolved);
    Collections.reverse(rows);
    verdictsTurned = verdicts(Versions.resolve(frame(spark, rows).repartition(2), List.of("key")));
  }

  private static Dataset<Row> frame(SparkSession spark, List<Row> rows) {
    return spark.createDataFrame(rows, SCHEMA);
  }

  /** Per row: key, file and row, and what was decided. */
  private static List<String> verdicts(Dataset<Row> resolved) {
    List<String> verdicts = new ArrayList<>();
    for (Row r : resolved.collectAsList()) {
      int origin = r.getInt(r.fieldIndex(Versions.ORIGIN));
      verdicts.add(
          "%s: %s#%d%s%s%s%s"
              .formatted(
                  r.getString(0),
                  r.getString(r.fieldIndex("file_id")),
                  r.getLong(r.fieldIndex("row_no")),
                  origin == Versions.OWN ? " own" : "",
                  r.getBoolean(r.fieldIndex(Versions.IS_CURRENT)) ? " current" : "",
                  r.getBoolean(r.fieldIndex(Versions.IS_DUPLICATE)) ? " duplicate" : "",
                  r.getBoolean(r.fieldIndex(Versions.IS_CHANGED)) ? " changed" : ""));
    }
    Collections.sort(verdicts);
    return verdicts;
  }

  private static List<String> of(String key) {
    return verdicts.stream()
        .filter(v -> v.startsWith(key + ":"))
        .map(v -> v.substring(key.length() + 2))
        .toList();
  }

  @Test
  void equalContentAgainIsADuplicate() {
    assertThat(of("once")).containsExactly("f1#1 current");
    assertThat(of("twice the same")).containsExactly("f1#2 current", "f2#1 duplicate");
    assertThat(of("in one file")).containsExactly("f1#3 current", "f1#4 duplicate");
    assertThat(of("known")).containsExactly("f0#1 current", "f1#7 duplicate");
  }

  @Test
  void ofDifferentContentsTheLaterHoldsAndIsMarked() {
    assertThat(of("changed")).containsExactly("f1#5 changed", "f2#2 current changed");
    assertThat(of("known and later changed"))
        .containsExactly("f0#2 changed", "f1#8 current changed");
    assertThat(of("known to be later")).containsExactly("f1#9 changed", "f9#1 current changed");
    assertThat(of("changed in one file")).containsExactly("f1#10 changed", "f1#11 current changed");
  }

  @Test
  void aValueThatReturnsHoldsOnceMore() {
    // A, then B, then A again: A holds, by its first row, and its return is a duplicate.
    assertThat(of("there and back"))
        .containsExactly("f1#6 current changed", "f2#3 changed", "f3#1 duplicate changed");
  }

  @Test
  void whatARunThatDiedLeftBehindCountsForItsMarkOnly() {
    assertThat(of("half written")).containsExactly("f1#12 current changed", "f1#12 own changed");
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    assertThat(verdictsTurned).isEqualTo(verdicts);
  }

  @Test
  void duplicatesAndChangesThatHoldAreCountedByFile() {
    // Duplicates: f1 rows 4 and 7, f2 row 1, f3 row 1. Current and changed: f1 rows 6, 8, 11 and
    // 12,
    // f2 row 2. A row begins one line below its number.
    assertThat(repeats)
        .isEqualTo(
            Map.of(
                "f1", counted(new RowCount(2, 4, 5), new RowCount(4, 6, 7)),
                "f2", counted(new RowCount(1, 1, 2), new RowCount(1, 2, 3)),
                "f3", Repeats.of(new RowCount(1, 1, 2), true, false, Set.of())));
  }

  private static Repeats counted(RowCount duplicates, RowCount changed) {
    return new Repeats(Optional.of(duplicates), Optional.of(changed), Map.of());
  }

  @Test
  void aValueThatMovesToAnotherFieldIsAnotherPayload(SparkSession spark) {
    DeliveryContract contract =
        DeliveryContract.delivery(
            "pair",
            List.of("one"),
            DeliveredField.required("one", Kind.TEXT, "One"),
            DeliveredField.optional("two", Kind.TEXT, "Two"),
            DeliveredField.optional("three", Kind.TEXT, "Three"));
    StructType schema =
        new StructType()
            .add("one", DataTypes.StringType)
            .add("two", DataTypes.StringType)
            .add("three", DataTypes.StringType);
    List<Row> rows =
        List.of(
            RowFactory.create("a", "x", null),
            RowFactory.create("a", null, "x"),
            RowFactory.create("a", null, null),
            RowFactory.create("a", "", null));
    assertThat(
            spark
                .createDataFrame(rows, schema)
                .select(Versions.payloadHash(contract))
                .distinct()
                .count())
        .isEqualTo(4);
  }
}
