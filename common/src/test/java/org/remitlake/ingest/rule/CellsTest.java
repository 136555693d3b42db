package org.remitlake.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.ingest.rule.Batch.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remitlake.testing.SparkTest;
import org.remitlake.transfer.Transfers;

/** Texts of files with different habits, read together by one plan. */
@SparkTest
class CellsTest {
  private static final Map<String, String> ZONES =
      Map.of("Moscow", "Europe/Moscow", "Yerevan", "Asia/Yerevan");
  private static Map<String, Row> judged;

  @BeforeAll
  static void judge(SparkSession spark) throws NoSuchMethodException {
    Map<String, List<Map<String, String>>> files = new TreeMap<>();
    for (String line : instants()) {
      String[] given = line.split("\\|", -1);
      String file = given[0].strip();
      String text = given[1].strip();
      files
          .computeIfAbsent(file, f -> new ArrayList<>())
          .add(transfer(file + " " + text, "initiated_at=" + text, "status_at=" + now(file)));
    }
    Batch batch = new Batch(Transfers.CONTRACT);
    // So many days above 12 that one in the other place is a slip.
    for (String file : List.of("Moscow DMY_SLASH", "Moscow MDY_SLASH")) {
      for (int i = 0; i < 200; i++) {
        String id = "evidence %s %d".formatted(file, i);
        files.get(file).add(transfer(id, "initiated_at=" + now(file), "status_at=" + now(file)));
      }
    }
    files.forEach(
        (file, rows) -> {
          String[] habit = file.split(" ", -1);
          batch.file(
              file, "timezone: %s\ndate_layout: %s".formatted(ZONES.get(habit[0]), habit[1]), rows);
        });
    Map<String, List<Map<String, String>>> styles = new TreeMap<>();
    for (String line : numbers()) {
      String[] given = line.split("\\|", -1);
      String style = given[0].strip();
      styles
          .computeIfAbsent(style, s -> new ArrayList<>(evidence(s)))
          .add(number(style + " " + given[1].strip(), given[1].strip()));
    }
    styles.forEach((style, rows) -> batch.file(style, "", rows));
    judged = batch.judged(spark, "transaction_id");
  }

  private static String now(String file) {
    return file.endsWith("ISO")
        ? "2024-02-15"
        : file.endsWith("DMY_DOTS")
            ? "15.02.2024"
            : file.endsWith("DMY_SLASH")
                ? "15/02/2024"
                : file.endsWith("DMY_MONTH") ? "15/Feb/2024" : "02/15/2024";
  }

  private static String[] lines(String method) throws NoSuchMethodException {
    return CellsTest.class
        .getDeclaredMethod(method, String.class, String.class, String.class)
        .getAnnotation(CsvSource.class)
        .value();
  }

  private static String[] instants() throws NoSuchMethodException {
    return lines("anInstantIsReadInTheZoneAndLayoutOfItsFile");
  }

  private static String[] numbers() throws NoSuchMethodException {
    return lines("aNumberIsReadInTheStyleOfItsFile");
  }

  /** Rows whose other amounts have no mark, so that the evidence is the test's own. */
  private static Map<String, String> number(String id, String text) {
    return transfer(id, "send_amount=" + text, "fee_amount=0", "receive_amount=1340");
  }

  /** A cell that tells the style; of a mixed file, two that contradict each other. */
  private static List<Map<String, String>> evidence(String style) {
    return switch (style) {
      case "PLAIN" -> List.of(number("evidence p", "12345.67"));
      case "COMMA" -> List.of(number("evidence c", "12345,67"));
      case "POINT_GROUPED" -> List.of(number("evidence pg", "1,234,567.89"));
      case "COMMA_GROUPED" -> List.of(number("evidence cg", "1.234.567,89"));
      default -> List.of(number("evidence m1", "12345.67"), number("evidence m2", "12345,67"));
    };
  }

  // Expected instants by tzdata (catalogue 2.3): Moscow +3, summer +4 to 2010; +4 from 27 March
  // 2011; +3 from 26 October 2014. Yerevan summer +5 to 30 October 2011, then +4.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Moscow ISO | 2010-01-15T12:00:00 | 2010-01-15T09:00:00Z",
        "Moscow ISO | 2010-07-15T12:00:00 | 2010-07-15T08:00:00Z",
        "Moscow ISO | 2011-03-27T01:30:00 | 2011-03-26T22:30:00Z",
        "Moscow ISO | 2011-03-27T03:30:00 | 2011-03-26T23:30:00Z",
        "Moscow ISO | 2012-01-15T12:00:00 | 2012-01-15T08:00:00Z",
        "Moscow ISO | 2014-10-25T12:00:00 | 2014-10-25T08:00:00Z",
        "Moscow ISO | 2014-10-26T12:00:00 | 2014-10-26T09:00:00Z",
        // On 26 October 2014 01:30 came twice: the earlier counts (F12). On 28 March 2010 02:30
        // did not come: an hour later.
        "Moscow ISO | 2014-10-26T01:30:00 | 2014-10-25T21:30:00Z",
        "Moscow ISO | 2014-10-26T00:59:59 | 2014-10-25T20:59:59Z",
        "Moscow ISO | 2014-10-26T02:00:00 | 2014-10-25T23:00:00Z",
        "Moscow ISO | 2014-10-26T01:30:00+04:00 | 2014-10-25T21:30:00Z",
        "Moscow ISO | 2010-03-28T02:30:00 | 2010-03-27T23:30:00Z",
        "Moscow ISO | 2010-10-31 02:00 | 2010-10-30T22:00:00Z",
        "Yerevan ISO | 2011-10-30T02:59:59 | 2011-10-29T21:59:59Z",
        "Yerevan ISO | 2011-10-29T12:00:00 | 2011-10-29T07:00:00Z",
        "Yerevan ISO | 2011-10-31T12:00:00 | 2011-10-31T08:00:00Z",
        "Moscow ISO | 2024-02-15T10:00:00Z | 2024-02-15T10:00:00Z",
        "Moscow ISO | 2024-02-15T10:00:00+03:00 | 2024-02-15T07:00:00Z",
        "Moscow ISO | 2024-02-15T10:00:00+0300 | 2024-02-15T07:00:00Z",
        "Moscow ISO | 2024-02-15T10:00:00-0500 | 2024-02-15T15:00:00Z",
        "Moscow ISO | 2024-02-15 10:00:00 | 2024-02-15T07:00:00Z",
        "Moscow ISO | 2024-02-15 10:00 | 2024-02-15T07:00:00Z",
        "Moscow ISO | 2024-02-15T10:00:00.250 | 2024-02-15T07:00:00.250Z",
        "Moscow ISO | 2024-02-15 | 2024-02-14T21:00:00Z",
        "Moscow ISO | 2024-02-30 10:00 |",
        "Moscow ISO | 15.02.2024 10:00 |",
        "Moscow DMY_DOTS | 03.02.2024 10:00:00 | 2024-02-03T07:00:00Z",
        "Moscow DMY_DOTS | 03.02.2012 10:00 | 2012-02-03T06:00:00Z",
        "Moscow DMY_DOTS | 31.02.2024 10:00 |",
        "Moscow DMY_SLASH | 03/02/2024 10:00 | 2024-02-03T07:00:00Z",
        "Moscow DMY_SLASH | 02/15/2024 10:00 |",
        "Moscow MDY_SLASH | 03/02/2024 10:00 | 2024-03-02T07:00:00Z",
        "Moscow MDY_SLASH | 15/02/2024 10:00 |",
        "Moscow DMY_MONTH | 24/Jan/2011 | 2011-01-23T21:00:00Z",
        "Moscow DMY_MONTH | 05/dec/2024 10:00 | 2024-12-05T07:00:00Z",
        "Moscow DMY_MONTH | 2024-02-15 10:00 | 2024-02-15T07:00:00Z",
        "Moscow DMY_MONTH | 31/Feb/2024 |",
        "Moscow DMY_MONTH | 24/Янв/2011 |"
      })
  void anInstantIsReadInTheZoneAndLayoutOfItsFile(String file, String text, String expected) {
    Row row = judged.get(file + " " + text);
    assertThat(Batch.value(row, "initiated_at")).isEqualTo(expected);
    assertThat(Batch.broken(row)).isEqualTo(expected == null ? List.of("F10") : List.of());
  }

  // Clocks went back at 02:00 on 26 October 2014 and at 03:00 on 31 October 2010 in Moscow, at
  // 03:00
  // on 30 October 2011 in Yerevan, each by an hour.
  @Test
  void aTimeThatCameTwiceIsFlaggedUnlessItSaysItsZone() throws NoSuchMethodException {
    List<String> flagged =
        Stream.of(instants())
            .map(line -> line.split("\\|", -1))
            .map(cells -> cells[0].strip() + " " + cells[1].strip())
            .filter(row -> Batch.flags(judged.get(row)).contains("F12"))
            .toList();
    assertThat(flagged)
        .containsExactly(
            "Moscow ISO 2014-10-26T01:30:00",
            "Moscow ISO 2010-10-31 02:00",
            "Yerevan ISO 2011-10-30T02:59:59");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "PLAIN | 1234.56 | 1234.56",
        "PLAIN | 1234 | 1234",
        "COMMA | 1234,56 | 1234.56",
        "COMMA | 1,234 | 1.234",
        "POINT_GROUPED | 1,234.56 | 1234.56",
        "POINT_GROUPED | 1,234 | 1234",
        "POINT_GROUPED | 1'234.50 | 1234.5",
        "POINT_GROUPED | 12,34.5 |",
        "COMMA_GROUPED | 1.234,56 | 1234.56",
        "COMMA_GROUPED | 1 234,56 | 1234.56",
        "COMMA_GROUPED | 1\u00A0234,56 | 1234.56",
        "COMMA_GROUPED | 1\u202F234\u202F567 | 1234567",
        "COMMA_GROUPED | 1.234 | 1234",
        "COMMA_GROUPED | 12 34,5 |",
        "MIXED | 1,234 |",
        "MIXED | 1.234 |",
        "MIXED | 2345,67 | 2345.67",
        "MIXED | 0,134 | 0.134",
        "MIXED | 12.5 | 12.5",
        "MIXED | 1234 | 1234"
      })
  void aNumberIsReadInTheStyleOfItsFile(String style, String text, String expected) {
    Row row = judged.get(style + " " + text);
    assertThat(Batch.value(row, "send_amount")).isEqualTo(expected);
    assertThat(Batch.broken(row)).isEqualTo(expected == null ? List.of("F05") : List.of());
  }
}
