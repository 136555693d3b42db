package org.remitlake.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.IndicatorRun;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where a number comes from. Reads only. */
@Command(
    name = "explain",
    description = "Show one number's definition, parts, counts, exclusions, sources and rows.",
    mixinStandardHelpOptions = true)
final class ExplainJob implements Callable<Integer> {
  @Mixin private Runner runner;

  @Parameters(paramLabel = "INDICATOR", description = "Id, as A30; see 'remit dictionary'.")
  private String indicator;

  @Option(
      names = "--corridor",
      required = true,
      description = "As RUS-TJK; a country, as TJK, for partners; _T for all.")
  private String corridor;

  @Option(
      names = "--quarter",
      required = true,
      paramLabel = "QUARTER",
      converter = QuarterRange.Converter.class,
      description = "As 2024-Q1.")
  private QuarterRange quarter;

  @Option(names = "--variant", description = "Member of the series, as usd200 (default: all).")
  private Optional<String> variant;

  @Option(
      names = "--cell",
      paramLabel = "DIMENSION=VALUE",
      description =
          "As provider_id=MTO_01 (default: the total); again for what is crossed with it.")
  private Map<String, String> cell = Map.of();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Show so many of the rows behind it; persons by their keyed hashes.")
  private int rows;

  @Override
  public Integer call() {
    if (quarter.quarters().size() > 1 || rows < 0) {
      throw new ConfigProblem(
          "explain: one number at a time. Nothing was read. Give one quarter and"
              + " a number of rows that is not negative.");
    }
    List<Indicator> series =
        Registry.all().stream()
            .filter(i -> i.id().equalsIgnoreCase(indicator))
            .filter(i -> variant.isEmpty() || i.variant().equals(variant.get()))
            .toList();
    if (series.isEmpty()) {
      throw new ConfigProblem(
          "%s%s: no such indicator. Nothing was read. See 'remit dictionary'."
              .formatted(indicator, variant.map(v -> " " + v).orElse("")));
    }
    Config config = runner.config();
    return runner.read((lake, progress) -> facts(lake, config, series));
  }

  private Facts facts(Lake lake, Config config, List<Indicator> series) {
    String period = quarter.quarters().get(0).toString();
    CellKey key = CellKey.crossed(corridor, period, cell);
    IndicatorRun run = Registry.runOfQuarters(lake, config);
    List<Row> found = gold(lake, key, series);
    List<String> lines = new ArrayList<>();
    // All members of a series on one basis come from one source.
    Map<String, Boolean> current = new TreeMap<>();
    for (Indicator i : series) {
      for (Row row : found) {
        if (ExplainedValue.isOf(row, i)) {
          boolean isCurrent = current.computeIfAbsent(i.basis(), b -> run.isCurrent(i, period));
          lines.addAll(ExplainedValue.lines(i, row, isCurrent));
        }
      }
    }
    if (rows > 0) {
      lines.addAll(rows(run, series, key));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("indicator", series.get(0).id());
    values.put("values", found.size());
    values.put("gold_version", lake.version(IndicatorValues.CONTRACT));
    return new Facts(0, values, List.of(), lines);
  }

  private List<Row> gold(Lake lake, CellKey key, List<Indicator> series) {
    Dataset<Row> all = lake.read(IndicatorValues.CONTRACT);
    Column isOfId = col("indicator_id").equalTo(series.get(0).id());
    List<Row> found =
        all.where(isOfId.and(col("period").equalTo(key.quarter())))
            .where(col("corridor").equalTo(key.corridor()))
            .where(col("dimensions").equalTo(key.dimensions()))
            .where(col("dimension_values").equalTo(key.values()))
            .orderBy("basis", "variant", "pilot_code", "arm_code")
            .collectAsList();
    if (found.isEmpty()) {
      List<String> known =
          all
              .where(isOfId)
              .groupBy("corridor")
              .agg(min("period"), max("period"))
              .orderBy("corridor")
              .collectAsList()
              .stream()
              .map(r -> r.getString(0) + " " + r.getString(1) + " to " + r.getString(2))
              .toList();
      throw new ConfigProblem(
          "%s %s %s: the lake has no value of it. It has %s. Nothing was changed. Run 'remit"
                  .formatted(
                      series.get(0).id(),
                      key.corridor(),
                      key.quarter(),
                      known.isEmpty() ? "none at all" : "some of " + String.join(", ", known))
              + " indicators', or look at another cell"
              + (cell.size() > 1
                  ? "; 'crossings' in conf/remit.yaml says which are crossed."
                  : "."));
    }
    return found;
  }

  private List<String> rows(IndicatorRun run, List<Indicator> series, CellKey key) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    Optional<Dataset<Row>> behind = run.source(series.get(0)).rows(key);
    if (behind.isEmpty()) {
      lines.add(
          "Rows are shown of transfers, of quotes and of values of other indicators, not of this source.");
      return lines;
    }
    lines.add(String.join("\t", behind.get().columns()));
    for (Row row : behind.get().limit(rows).collectAsList()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(row.isNullAt(i) ? "" : row.get(i).toString());
      }
      lines.add(String.join("\t", cells));
    }
    return lines;
  }
}
