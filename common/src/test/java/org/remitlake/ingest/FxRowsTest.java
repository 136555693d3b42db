package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.DeliveredField;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.ingest.quality.RowCount;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.money.FxRates;
import org.remitlake.testing.SparkTest;

/** Reference rates into silver: rules X01 (nominal) and X04 (two values for a date). */
@SparkTest
class FxRowsTest {

  /** A rate as judging leaves it: of a pair, on a day of 2024, in a file and row. */
  private static Row rate(String base, int day, int nominal, String value, String file, long row) {
    List<Object> cells = new ArrayList<>();
    for (DeliveredField field : FxRates.CONTRACT.fields()) {
      cells.add(
          switch (field.name()) {
            case "fx_source" -> "CBR";
            case "base_currency" -> base;
            case "quote_currency" -> "RUB";
            case "nominal" -> nominal;
            case "value" -> new BigDecimal(value);
            case "rate_date" -> LocalDate.of(2024, 1, 1).plusDays(day - 1L);
            case "rate_kind" -> "OFFICIAL";
            default -> null;
          });
    }
    cells.addAll(List.of(file, file, row, row, List.of()));
    return RowFactory.create(cells.toArray());
  }

  private static Dataset<Row> good(SparkSession spark, List<Row> rows) {
    StructType schema = new StructType();
    for (DeliveredField field : FxRates.CONTRACT.fields()) {
      schema = schema.add(field.name(), field.kind().type());
    }
    return spark.createDataFrame(
        rows,
        schema
            .add("precedence", "string")
            .add("file_id", "string")
            .add("row_no", "long")
            .add("line_no", "long")
            .add("flags", DataTypes.createArrayType(DataTypes.StringType)));
  }

  /** Silver as text, by currency and day: unit rate and flags. */
  private static Map<String, String> silver(Lake lake) {
    Map<String, String> found = new TreeMap<>();
    for (Row r :
        lake.read(FxMid.CONTRACT)
            .selectExpr("base_currency", "rate_date", "unit_rate", "array_join(flags, ' ')")
            .collectAsList()) {
      found.put(
          r.getString(0) + " " + r.get(1),
          (r.getDecimal(2).stripTrailingZeros().toPlainString() + " " + r.getString(3)).strip());
    }
    return found;
  }

  @Test
  void nominalsAreRepairedByTheirNeighboursAndLaterValuesReplaceEarlierOnes(
      SparkSession spark, @TempDir Path folder) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    List<Row> first = new ArrayList<>();
    for (int day = 1; day <= 12; day++) {
      // KGS: 100 for about 100 roubles up to day 6, then 10 for about 10: a true change of nominal.
      first.add(rate("KGS", day, day <= 6 ? 100 : 10, day <= 6 ? "100.5" : "10.05", "f1", day));
      // TJS: 10 for about 85 roubles; on day 5 the nominal was lost.
      first.add(rate("TJS", day, day == 5 ? 1 : 10, "85.0", "f1", 100 + day));
    }
    // USD: one rate alone, and no neighbour to say that it is ten times too high.
    first.add(rate("USD", 6, 1, "900", "f1", 200));
    // EUR: 87 each day, on day 3 as euros per rouble. 1 / 0.0115 is 86.956521739130.
    for (int day = 1; day <= 5; day++) {
      first.add(rate("EUR", day, 1, day == 3 ? "0.0115" : "87", "f1", 300 + day));
    }
    // JPY: a hundred millionth of its neighbours is no lost nominal, and no power that can be
    // divided by.
    first.add(rate("JPY", 1, 1, "100000", "f1", 201));
    first.add(rate("JPY", 2, 1, "0.001", "f1", 202));
    first.add(rate("JPY", 3, 1, "100000", "f1", 203));
    FxRows.SETTLEMENT.settle(lake, good(spark, first), Set.of("f1"), Set.of(), places -> places);
    Map<String, String> silver = silver(lake);
    assertThat(silver)
        .containsEntry("KGS 2024-01-06", "1.005")
        .containsEntry("KGS 2024-01-07", "1.005")
        .containsEntry("TJS 2024-01-04", "8.5")
        .containsEntry("TJS 2024-01-05", "8.5 X01")
        .containsEntry("USD 2024-01-06", "900")
        .containsEntry("JPY 2024-01-02", "0.001 X02")
        .containsEntry("EUR 2024-01-02", "87")
        .containsEntry("EUR 2024-01-03", "86.95652173913 X05")
        .containsEntry("EUR 2024-01-04", "87")
        .hasSize(33);

    // Neighbours arrive: USD was 90 before and after. TJS of day 8 is published again.
    List<Row> second = new ArrayList<>();
    for (int day : List.of(3, 4, 5, 7, 8, 9)) {
      second.add(rate("USD", day, 1, "90", "f2", day));
    }
    second.add(rate("TJS", 8, 10, "86.0", "f2", 20));
    second.add(rate("TJS", 9, 10, "85.0", "f2", 21));
    Map<String, Repeats> repeats =
        FxRows.SETTLEMENT.settle(
            lake, good(spark, second), Set.of("f2"), Set.of(), places -> places);
    assertThat(repeats.keySet()).containsExactly("f2");
    assertThat(repeats.get("f2").duplicates().map(RowCount::firstRow)).contains(21L);
    assertThat(repeats.get("f2").duplicateRows()).isEqualTo(1);
    assertThat(repeats.get("f2").changed().map(RowCount::firstRow)).contains(20L);
    silver = silver(lake);
    assertThat(silver)
        .containsEntry("USD 2024-01-06", "90 X01")
        .containsEntry("USD 2024-01-05", "90")
        .containsEntry("TJS 2024-01-08", "8.6 X04")
        .containsEntry("TJS 2024-01-09", "8.5")
        .hasSize(39);

    // The same files in the other order give the same rates.
    Lake turned = new Lake(spark, folder.resolve("turned").toString(), table -> {});
    FxRows.SETTLEMENT.settle(turned, good(spark, second), Set.of("f2"), Set.of(), places -> places);
    FxRows.SETTLEMENT.settle(turned, good(spark, first), Set.of("f1"), Set.of(), places -> places);
    assertThat(ContentHash.of(turned, FxMid.CONTRACT))
        .isEqualTo(ContentHash.of(lake, FxMid.CONTRACT));
  }
}
