package org.remitlake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remitlake.contract.Field;
import org.remitlake.testing.SparkTest;

/** Events of a transfer, an hour apart, and the one that gives its state (catalogue 2.4, T13). */
@SparkTest
class StatesTest {
  /** Events in source time, the state, and whether rule T13 flags the transfer. */
  private static final String[] HISTORIES = {
    "PAID",
    "INITIATED SENT AVAILABLE PAID",
    "INITIATED PAID",
    "PAID PAID",
    "PAID SENT",
    "PAID AVAILABLE INITIATED",
    "PAID SENT REVERSED",
    "PAID REVERSED PAID",
    "CANCELLED PAID",
    "CANCELLED REFUNDED",
    "PAID CANCELLED",
    "PAID PARTIAL_REFUND",
    "PAID PARTIAL_REFUND PARTIAL_REFUND REFUNDED",
    "PARTIAL_REFUND PAID",
    "SENT REJECTED SENT PAID"
  };

  private static final Map<String, Row> STATES = new HashMap<>();

  @BeforeAll
  static void walk(SparkSession spark) {
    List<Row> events = new ArrayList<>();
    for (String history : HISTORIES) {
      int number = 0;
      for (String status : history.split(" ", -1)) {
        number++;
        Instant at = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(3600L * number);
        // A correction that does not hold, at the end of each history, must not count.
        events.add(row(history, at, number, status, true));
        events.add(row(history, at, number, "REVERSED", false));
      }
    }
    StructType schema =
        new StructType()
            .add("id", "string")
            .add("status_at", "timestamp")
            .add("event_seq", "int")
            .add("quarter", "string")
            .add("status", "string")
            .add("reported_as", "string")
            .add("refunded_amount", Field.MONEY)
            .add(Versions.IS_CURRENT, "boolean");
    spark
        .createDataFrame(events, schema)
        .repartition(3)
        .withColumn("history", States.history(Window.partitionBy("id")))
        .withColumn("last", States.last(col("history")))
        .withColumn("leads_back", States.leadsBack(col("history")))
        .selectExpr("id", "last.status", "last.event_seq", "leads_back")
        .distinct()
        .collectAsList()
        .forEach(row -> assertThat(STATES.put(row.getString(0), row)).isNull());
  }

  private static Row row(String history, Instant at, int number, String status, boolean isCurrent) {
    return RowFactory.create(history, at, number, "2024-Q1", status, null, null, isCurrent);
  }

  @ParameterizedTest
  @CsvSource({
    "PAID, PAID, 1, false",
    "INITIATED SENT AVAILABLE PAID, PAID, 4, false",
    "INITIATED PAID, PAID, 2, false",
    "PAID PAID, PAID, 2, false",
    "PAID SENT, PAID, 1, true",
    "PAID AVAILABLE INITIATED, PAID, 1, true",
    "PAID SENT REVERSED, REVERSED, 3, true",
    "PAID REVERSED PAID, REVERSED, 2, true",
    "CANCELLED PAID, CANCELLED, 1, true",
    "CANCELLED REFUNDED, CANCELLED, 1, true",
    "PAID CANCELLED, CANCELLED, 2, false",
    "PAID PARTIAL_REFUND, PARTIAL_REFUND, 2, false",
    "PAID PARTIAL_REFUND PARTIAL_REFUND REFUNDED, REFUNDED, 4, false",
    "PARTIAL_REFUND PAID, PARTIAL_REFUND, 1, true",
    "SENT REJECTED SENT PAID, REJECTED, 2, true"
  })
  void theLastEventThatLeadsOnGivesTheState(
      String history, String status, int event, boolean leadsBack) {
    Row row = STATES.get(history);
    assertThat(row.getString(1)).isEqualTo(status);
    assertThat(row.getInt(2)).isEqualTo(event);
    assertThat(row.getBoolean(3)).isEqualTo(leadsBack);
  }
}
