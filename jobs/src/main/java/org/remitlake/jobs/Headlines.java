package org.remitlake.jobs;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.remitlake.contract.TableContract;
import org.remitlake.funder.FunderIndicators;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.OpsFile;
import org.remitlake.ingest.Quarantine;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.quote.Quote;
import org.remitlake.transfer.Tx;
import org.remitlake.transfer.TxEvent;

/** What a newcomer wants to see after the demo: the tables, and the latest numbers per corridor. */
final class Headlines {
  private Headlines() {}

  /** All tables that jobs write, in the order of the data's way. */
  static List<TableContract> tables() {
    List<TableContract> tables = new ArrayList<>();
    Ingest.CONTRACTS.forEach(c -> tables.add(Bronze.of(c)));
    tables.addAll(
        List.of(
            Tx.CONTRACT,
            TxEvent.CONTRACT,
            FxMid.CONTRACT,
            Quote.CONTRACT,
            IndicatorValues.CONTRACT,
            FunderIndicators.CONTRACT,
            OpsFile.CONTRACT_OF,
            Quarantine.CONTRACT_OF));
    return tables;
  }

  static List<String> of(Lake lake) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Tables in " + lake.path("").replaceFirst("/$", ""));
    for (TableContract table : tables()) {
      lines.add(
          String.format(
              Locale.ROOT, "  %-22s %,9d rows   %s", table.table(), lake.rows(table), table.doc()));
    }
    lines.addAll(numbers(lake));
    return lines;
  }

  private static List<String> numbers(Lake lake) {
    Map<String, Map<String, Double>> byCell = new TreeMap<>();
    List<Row> rows =
        lake.read(IndicatorValues.CONTRACT)
            .where(
                col("dimensions")
                    .equalTo("_T")
                    .and(col("indicator_id").isin("A30", "A10", "A12", "B01", "B03", "B04", "B09"))
                    .and(col("suppression_code").isNull())
                    .and(col("value").isNotNull())
                    .and(col("corridor").isin("RUS-TJK", "RUS-ARM", "KAZ-TJK"))
                    .and(col("variant").notEqual("usd500")))
            .select("corridor", "period", "indicator_id", "value")
            .collectAsList();
    rows.forEach(
        r ->
            byCell
                .computeIfAbsent(r.getString(0) + " " + r.getString(1), k -> new TreeMap<>())
                .put(r.getString(2), r.getDouble(3)));
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "Corridor  Quarter  Paid cost %  Quoted %  SmaRT %  Transfers  Senders  Volume USD  Median");
    byCell.forEach((cell, v) -> lines.add(line(cell, v)));
    lines.add("(synthetic transfers; paid cost A30, quoted A10 and SmaRT-type A12 at USD 200)");
    return lines;
  }

  private static String line(String cell, Map<String, Double> v) {
    return String.format(
        Locale.ROOT,
        "%-9s %-8s %11s %9s %8s %10s %8s %11s %7s",
        cell.substring(0, 7),
        cell.substring(8),
        number(v.get("A30"), "%.2f"),
        number(v.get("A10"), "%.2f"),
        number(v.get("A12"), "%.2f"),
        number(v.get("B03"), "%,.0f"),
        number(v.get("B01"), "%,.0f"),
        number(v.get("B04"), "%,.0f"),
        number(v.get("B09"), "%.0f"));
  }

  private static String number(Double value, String format) {
    return value == null ? "." : String.format(Locale.ROOT, format, value);
  }
}
