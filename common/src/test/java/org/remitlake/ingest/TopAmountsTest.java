package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.ingest.quality.RowCount;
import org.remitlake.testing.SparkTest;

/** Amounts above the 99.99th percentile of a provider's quarter and currency (rule T10). */
@SparkTest
class TopAmountsTest {

  /** Transfers 1 to n of a group; an expression of {@code id} gives their amounts. */
  private static Dataset<Row> transfers(
      SparkSession spark, String quarter, String provider, String currency, long n, String amount) {
    return spark
        .range(1, n + 1)
        .selectExpr(
            "'%s' as quarter".formatted(quarter),
            "'%s' as provider_id".formatted(provider),
            "'%s' as send_currency".formatted(currency),
            "cast(%s as decimal(19,4)) as send_amount".formatted(amount),
            "concat('s', id) as sender_pid",
            "'F' as sender_sex",
            "concat('b', id) as beneficiary_pid",
            "'M' as beneficiary_sex",
            "if(id = 1, array('T10_TOP', 'T07'), array('T07')) as flags",
            "if(id % 2 = 0, 'even', 'odd') as file_id",
            "id as row_no",
            "id + 1 as line_no");
  }

  /** Those with the flag, in words, ordered. */
  private static List<String> top(Dataset<Row> transfers) {
    return QuarterVerdicts.among(transfers)
        .told(transfers)
        .where("array_contains(flags, 'T10_TOP')")
        .selectExpr("concat_ws(' ', quarter, provider_id, send_currency, send_amount)")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void amountsAboveThePercentileAreFlaggedWhereThereAreTwentyThousand(SparkSession spark) {
    // Of 1 to 20,000 it is 1 + 19,999 * 0.9999 = 19,998.0001, below which 19,998 of them lie. Of
    // 19,999 amounts none is told, be they all of one provider and quarter with the 20,000. Of 1 to
    // 50,000 in thousandths it is 1 + 49,999 * 0.9999 = 49,995.0001 of them.
    Dataset<Row> transfers =
        transfers(spark, "2024-Q1", "P", "RUB", 20_000, "id")
            .union(transfers(spark, "2024-Q1", "P", "USD", 19_999, "10 * id"))
            .union(transfers(spark, "2024-Q2", "P", "RUB", 19_999, "10 * id"))
            .union(transfers(spark, "2024-Q1", "R", "RUB", 19_999, "10 * id"))
            .union(transfers(spark, "2024-Q1", "R", "KZT", 50_000, "id / 1000"));
    assertThat(top(transfers))
        .containsExactly(
            "2024-Q1 P RUB 19999.0000",
            "2024-Q1 P RUB 20000.0000",
            "2024-Q1 R KZT 49.9960",
            "2024-Q1 R KZT 49.9970",
            "2024-Q1 R KZT 49.9980",
            "2024-Q1 R KZT 49.9990",
            "2024-Q1 R KZT 50.0000");
  }

  @Test
  void equalAmountsAreNotAboveThemselves(SparkSession spark) {
    // The third greatest of 20,000 is the percentile or just below it. Of three equal ones none is
    // above it, nor of 20,000; two above 19,998 equal ones are, be they of one size with them.
    assertThat(
            top(
                transfers(spark, "2024-Q1", "P", "RUB", 20_000, "least(id, 19998)")
                    .union(transfers(spark, "2024-Q1", "R", "RUB", 20_000, "500"))))
        .isEmpty();
    assertThat(
            top(transfers(spark, "2024-Q1", "P", "RUB", 20_000, "500 + greatest(id - 19998, 0)")))
        .containsExactly("2024-Q1 P RUB 501.0000", "2024-Q1 P RUB 502.0000");
    // Below one all are of one size: 0.0001 to 0.5 are below 0.9 and 0.95.
    assertThat(
            top(
                transfers(
                    spark,
                    "2024-Q1",
                    "P",
                    "RUB",
                    20_000,
                    "case id when 7 then 0.9 when 8 then 0.95 else id / 40000 end")))
        .containsExactly("2024-Q1 P RUB 0.9000", "2024-Q1 P RUB 0.9500");
  }

  @Test
  void aFlagThatNoLongerHoldsGoesAndRowsAreCountedByFile(SparkSession spark) {
    Dataset<Row> few = transfers(spark, "2024-Q1", "P", "RUB", 10, "id");
    assertThat(QuarterVerdicts.among(few).byFile(few)).isEmpty();
    assertThat(flags(few)).containsEntry("1.0000", "T07").containsEntry("10.0000", "T07");

    Dataset<Row> many = transfers(spark, "2024-Q1", "P", "RUB", 20_000, "id");
    assertThat(flags(many))
        .containsEntry("1.0000", "T07")
        .containsEntry("19998.0000", "T07")
        .containsEntry("19999.0000", "T07 T10_TOP")
        .containsEntry("20000.0000", "T07 T10_TOP");
    Map<String, Repeats> byFile = QuarterVerdicts.among(many).byFile(many);
    assertThat(byFile.keySet()).containsExactly("even", "odd");
    assertThat(byFile.get("even").marks())
        .isEqualTo(Map.of(TopAmounts.TOP, new RowCount(1, 20_000, 20_001)));
    assertThat(byFile.get("odd").marks())
        .isEqualTo(Map.of(TopAmounts.TOP, new RowCount(1, 19_999, 20_000)));
  }

  private static Map<String, String> flags(Dataset<Row> transfers) {
    return QuarterVerdicts.among(transfers)
        .told(transfers)
        .selectExpr("cast(send_amount as string)", "array_join(flags, ' ')")
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
  }
}
