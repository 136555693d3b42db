package org.remitlake.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.remitlake.indicator.IndicatorReport;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes indicators of the quarters whose inputs changed. Rerunning changes nothing. */
@Command(
    name = "indicators",
    description = "Compute cost and frequency indicators of the quarters that changed.",
    mixinStandardHelpOptions = true)
final class IndicatorsJob implements Callable<Integer> {
  @Mixin private Runner runner;

  @Option(
      names = "--quarters",
      paramLabel = "QUARTERS",
      converter = QuarterRange.Converter.class,
      description = "Compute these whether they changed or not: 2024-Q1 or 2024-Q1..2024-Q4.")
  private Optional<QuarterRange> quarters;

  @Override
  public Integer call() {
    Config config = runner.config();
    List<Quarter> asked = quarters.map(QuarterRange::quarters).orElse(List.of());
    return runner.runOnExisting((lake, progress) -> facts(run(lake, config, asked, progress)));
  }

  /** The job itself. */
  static IndicatorReport run(Lake lake, Config config, List<Quarter> asked, Progress progress) {
    Set<String> quarters = new TreeSet<>();
    asked.forEach(q -> quarters.add(q.toString()));
    return Registry.runOfQuarters(lake, config).run(quarters, progress);
  }

  static Facts facts(IndicatorReport report) {
    return facts(report, "quarters");
  }

  /** The same facts of quarters or of waves. */
  static Facts facts(IndicatorReport report, String periods) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(periods + "_computed", report.periods());
    values.put(periods + "_written", report.written());
    values.put("values", report.values());
    List<String> lines = new ArrayList<>();
    lines.add(
        report.periods().isEmpty()
            ? "Indicators  nothing changed: no %s were computed".formatted(periods)
            : String.format(
                Locale.ROOT,
                "Indicators  %,d values in %d %s; %d new or changed",
                report.values(),
                report.periods().size(),
                periods,
                report.written().size()));
    return new Facts(0, values, List.of(), lines);
  }
}
