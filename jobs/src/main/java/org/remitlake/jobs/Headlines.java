package org.remitlake.jobs;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.remitlake.contract.TableContract;
import org.remitlake.evaluation.Balances;
import org.remitlake.evaluation.Effects;
import org.remitlake.frequency.SenderStarts;
import org.remitlake.funder.FunderIndicators;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.OpsFile;
import org.remitlake.ingest.Quarantine;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.ingest.quality.DataQuality;
import org.remitlake.lake.Lake;
import org.remitlake.lake.Lanes;
import org.remitlake.microdata.Microdata;
import org.remitlake.registry.Outcomes;

/** What a newcomer wants to see after the demo: the tables, and the latest numbers per corridor. */
final class Headlines {
  private Headlines() {}

  /** All tables that jobs write, in the order of the data's way. */
  static List<TableContract> tables() {
    List<TableContract> tables = new ArrayList<>();
    Ingest.CONTRACTS.forEach(c -> tables.add(Bronze.of(c)));
    tables.addAll(Ingest.SILVER);
    tables.addAll(
        List.of(
            Outcomes.CONTRACT,
            SenderStarts.CONTRACT,
            IndicatorValues.CONTRACT,
            Effects.CONTRACT,
            Balances.CONTRACT,
            FunderIndicators.CONTRACT,
            DataQuality.CONTRACT_OF,
            OpsFile.CONTRACT_OF,
            Quarantine.CONTRACT_OF));
    tables.addAll(Microdata.tables());
    return tables;
  }

  static List<String> of(Lake lake) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Tables in " + lake.path("").replaceFirst("/$", ""));
    List<TableContract> made = tables().stream().filter(lake::exists).toList();
    List<Long> rows = Lanes.each(made, lake::rows);
    long delivered = 0;
    List<String> refined = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      TableContract table = made.get(i);
      if (table.table().startsWith("bronze.")) {
        delivered += rows.get(i);
      } else {
        refined.add(table(table.table(), rows.get(i), table.doc()));
      }
    }
    lines.add(table("bronze.*", delivered, "Delivered rows, as text, and one row per file"));
    lines.addAll(refined);
    lines.addAll(numbers(lake));
    lines.addAll(surveys(lake));
    lines.addAll(pilots(lake));
    return lines;
  }

  private static String table(String name, long rows, String doc) {
    return String.format(Locale.ROOT, "  %-22s %,9d rows   %s", name, rows, doc);
  }

  private static List<String> surveys(Lake lake) {
    List<Row> rows =
        lake.read(IndicatorValues.CONTRACT)
            .where("basis = 'svy' and dimensions = '_T' and suppression_code is null")
            .where("indicator_id in ('C01', 'D01') and variant not like '% %'")
            .where("value is not null and ci_low is not null")
            .orderBy("indicator_id", "corridor", "period")
            .select(
                "indicator_id", "corridor", "period", "value", "ci_low", "ci_high", "n_unweighted")
            .collectAsList();
    List<String> lines = new ArrayList<>();
    if (!rows.isEmpty()) {
      lines.add("");
      lines.add("Surveys (synthetic)            Country  Wave  Estimate %  95 % interval    n");
    }
    for (Row r : rows) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-30s %-8s %-5s %10.1f  %5.1f to %5.1f %5d",
              r.getString(0).equals("D01") ? "Households receiving" : "Adults with an account",
              r.getString(1),
              r.getString(2),
              r.getDouble(3),
              r.getDouble(4),
              r.getDouble(5),
              r.getLong(6)));
    }
    return lines;
  }

  private static List<String> pilots(Lake lake) {
    List<Row> rows =
        lake.read(Effects.CONTRACT)
            .where("estimator = 'E11' and se_type = 'CR2' and is_primary and estimate is not null")
            .orderBy("pilot_code", "arm_code")
            .select(
                "pilot_code",
                "arm_code",
                "outcome",
                "estimate",
                "standard_error",
                "ci_low",
                "ci_high",
                "control_mean",
                "n")
            .collectAsList();
    List<String> lines = new ArrayList<>();
    if (!rows.isEmpty()) {
      lines.add("");
      lines.add(
          "Pilots (synthetic)  Arm  Primary outcome     Control  Effect     SE  95 % interval        n");
    }
    for (Row r : rows) {
      String interval =
          r.isNullAt(5)
              ? r.isNullAt(4) ? "none, exact fit" : "none, df below 5"
              : String.format(Locale.ROOT, "%6.3f to %6.3f", r.getDouble(5), r.getDouble(6));
      lines.add(
          String.format(
              Locale.ROOT,
              "%-19s %-4s %-19s %7.3f %7.3f %6s  %-16s %5d",
              r.getString(0),
              r.getString(1),
              r.getString(2),
              r.getDouble(7),
              r.getDouble(3),
              r.isNullAt(4) ? "" : String.format(Locale.ROOT, "%.3f", r.getDouble(4)),
              interval,
              r.getLong(8)));
    }
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
