package org.remitlake.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.ingest.rule.Batch.broken;
import static org.remitlake.ingest.rule.Batch.flags;
import static org.remitlake.ingest.rule.Batch.transfer;
import static org.remitlake.ingest.rule.Batch.value;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.remitlake.testing.SparkTest;
import org.remitlake.transfer.Transfers;

/** What worksheets do to dates and ids (rules F10, F11), in files with different habits. */
@SparkTest
class WorksheetHabitsTest {
  private static Map<String, Row> judged;

  private static Map<String, String> dated(String id, String at) {
    return transfer(id, "initiated_at=" + at, "status_at=" + at);
  }

  @BeforeAll
  static void judge(SparkSession spark) {
    judged =
        new Batch(Transfers.CONTRACT)
            .file(
                "serials",
                "timezone: Europe/Moscow",
                List.of(dated("serial", "45337.4375"), dated("serial comma", "45337,5")))
            .file("serials 1904", "date_system: 1904", List.of(dated("serial 1904", "43875.4375")))
            .file(
                "mixed",
                "",
                List.of(dated("mixed serial", "45337.4375"), dated("mixed date", "2024-02-15")))
            .file("old", "", List.of(dated("not a date", "25568")))
            .file(
                "proven day first",
                "date_layout: MDY_SLASH",
                List.of(dated("dmy 1", "05/02/2024 10:00"), dated("dmy 2", "15/02/2024 10:00")))
            .file(
                "proven month first",
                "date_layout: DMY_SLASH",
                List.of(dated("mdy 1", "02/05/2024"), dated("mdy 2", "02/15/2024")))
            .file(
                "contradicts",
                "date_layout: DMY_SLASH",
                List.of(
                    dated("both 1", "05/02/2024"),
                    dated("both 2", "15/02/2024"),
                    dated("both 3", "02/15/2024")))
            .file(
                "undeclared proven",
                "",
                List.of(dated("open 1", "05/02/2024"), dated("open 2", "15/02/2024")))
            .file("undeclared", "", List.of(dated("open 3", "05/02/2024")))
            .file(
                "ids",
                "",
                List.of(
                    transfer("1.23E+15"),
                    transfer("1,23457E+11"),
                    transfer("#N/A"),
                    transfer("12E3"),
                    transfer("E+15")))
            .file(
                "padded",
                "id_length: {transaction_id: 12}",
                List.of(transfer("123456789"), transfer("123456789012"), transfer("A1")))
            .judged(spark, "transaction_id");
  }

  private static String at(String id) {
    return value(judged.get(id), "initiated_at");
  }

  // Excel shows 45337.4375 as 15 February 2024 10:30; Moscow is three hours ahead.
  @Test
  void aColumnOfSerialNumbersIsRead() {
    assertThat(at("serial")).isEqualTo("2024-02-15T07:30:00Z");
    assertThat(at("serial comma")).isEqualTo("2024-02-15T09:00:00Z");
    assertThat(at("serial 1904")).isEqualTo("2024-02-15T10:30:00Z");
    assertThat(broken(judged.get("serial"))).isEmpty();
  }

  @Test
  void serialNumbersAmongDatesAndFarNumbersAreSetAside() {
    assertThat(broken(judged.get("mixed serial"))).containsExactly("F10");
    assertThat(broken(judged.get("mixed date"))).isEmpty();
    assertThat(broken(judged.get("not a date"))).containsExactly("F10");
  }

  @Test
  void aDayAboveTwelveAnywhereProvesTheOrder() {
    assertThat(at("dmy 1")).isEqualTo("2024-02-05T10:00:00Z");
    assertThat(at("dmy 2")).isEqualTo("2024-02-15T10:00:00Z");
    assertThat(at("mdy 1")).isEqualTo("2024-02-05T00:00:00Z");
    assertThat(at("mdy 2")).isEqualTo("2024-02-15T00:00:00Z");
    assertThat(at("open 1")).isEqualTo("2024-02-05T00:00:00Z");
    assertThat(at("open 2")).isEqualTo("2024-02-15T00:00:00Z");
  }

  @Test
  void ofAFileThatContradictsItselfOnlyDatesWithOneReadingAreRead() {
    // May or February: nobody knows. The others have one reading each.
    assertThat(broken(judged.get("both 1"))).containsExactly("F10");
    assertThat(at("both 2")).isEqualTo("2024-02-15T00:00:00Z");
    assertThat(at("both 3")).isEqualTo("2024-02-15T00:00:00Z");
    assertThat(broken(judged.get("open 3"))).containsExactly("F10");
  }

  @Test
  void idsThatLostTheirDigitsAreSetAside() {
    assertThat(broken(judged.get("1.23E+15"))).containsExactly("F11");
    assertThat(broken(judged.get("1,23457E+11"))).containsExactly("F11");
    assertThat(broken(judged.get("#N/A"))).containsExactly("F11");
    assertThat(broken(judged.get("12E3"))).isEmpty();
    assertThat(broken(judged.get("E+15"))).isEmpty();
  }

  @Test
  void lostZerosComeBackWhereTheLengthIsKnown() {
    assertThat(judged).containsKey("000123456789").doesNotContainKey("123456789");
    assertThat(flags(judged.get("000123456789"))).contains("F11");
    assertThat(flags(judged.get("123456789012"))).doesNotContain("F11");
    assertThat(flags(judged.get("A1"))).doesNotContain("F11");
  }
}
