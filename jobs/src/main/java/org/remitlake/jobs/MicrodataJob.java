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
import org.remitlake.contract.ConfigProblem;
import org.remitlake.evaluation.Plan;
import org.remitlake.lake.Lake;
import org.remitlake.microdata.Microdata;
import org.remitlake.microdata.MicrodataReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives evaluators the answers of a survey's wave, de-identified. Rerunning changes nothing. */
@Command(
    name = "microdata",
    description = "Write a wave's survey answers for evaluators: de-identified, for Stata and R.",
    mixinStandardHelpOptions = true)
final class MicrodataJob implements Callable<Integer> {
  @Mixin private Runner runner;

  @Option(
      names = "--country",
      paramLabel = "COUNTRY",
      required = true,
      description = "ISO 3166-1 alpha-3, as ARM.")
  private String country;

  @Option(names = "--wave", paramLabel = "YEAR", required = true, description = "Year of the wave.")
  private int wave;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder of the files (default: microdata/COUNTRY_YEAR in the lake).")
  private Optional<String> out;

  @Option(names = "--pilots", description = "Take in the surveys of pilots, which are no samples.")
  private boolean withPilots;

  @Override
  public Integer call() {
    Config config = runner.config();
    String secret = Runner.pseudonymKey(System.getenv());
    refuseNoSecret(secret);
    List<Plan> plans = EvaluateJob.plans(runner.confFolder());
    Optional<String> folder = out.map(o -> Runner.absolute(Runner.named("--out", o)));
    return runner.runOnExisting(
        (lake, progress) -> {
          Set<String> leftOut = withPilots ? Set.of() : pilots(lake, plans);
          Request request = new Request(country, wave, leftOut, folder);
          return facts(run(lake, config, secret, request, progress));
        });
  }

  /**
   * What is asked for.
   *
   * @param leftOut surveys that are left out
   * @param out folder of the files; in the lake if empty
   */
  record Request(String country, int wave, Set<String> leftOut, Optional<String> out) {}

  /** The job itself. */
  static MicrodataReport run(
      Lake lake, Config config, String secret, Request request, Progress progress) {
    String folder =
        request
            .out()
            .orElseGet(() -> lake.path("microdata/" + request.country() + "_" + request.wave()));
    return new Microdata(lake, config.microdata(), secret)
        .write(request.country(), request.wave(), request.leftOut(), folder, progress);
  }

  /** Pilots of the registry and of plans: the registry may come after their surveys. */
  static Set<String> pilots(Lake lake, List<Plan> plans) {
    Set<String> pilots = new TreeSet<>(Microdata.ofPilots(lake));
    plans.forEach(p -> pilots.add(p.pilot()));
    return pilots;
  }

  /** Without a secret, whoever knows the numbers of households could compute their keys. */
  static void refuseNoSecret(String secret) {
    if (secret.isEmpty()) {
      throw new ConfigProblem(
          "Environment: REMIT_PSEUDONYM_KEY is not set. Nothing was written: keys of households and"
              + " persons could be guessed. Set the lake's long random key, and keep it: other keys give"
              + " other files.");
    }
  }

  static Facts facts(MicrodataReport report) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    Map<String, Object> files = new LinkedHashMap<>();
    for (MicrodataReport.File file : report.files()) {
      Map<String, Object> counts = new LinkedHashMap<>();
      counts.put("rows", file.rows());
      counts.put("answers", file.answers());
      counts.put("answers_recoded", file.recoded());
      counts.put("answers_withheld", file.withheld());
      files.put(file.name(), counts);
      lines.add(
          String.format(
              Locale.ROOT,
              "Microdata   %-26s %,7d rows; of %,d answers %,d pooled or cut, %,d withheld",
              file.name(),
              file.rows(),
              file.answers(),
              file.recoded(),
              file.withheld()));
      if (file.below() > 0) {
        notices.add(
            "%s: %d rows still look like fewer than k others, as there are no more of their place."
                .formatted(file.name(), file.below()));
      }
    }
    lines.add(
        "            "
            + report.folder()
            + (report.isChanged() ? "" : ": nothing changed, nothing was written"));
    values.put("files", files);
    values.put("folder", report.folder());
    values.put("changed", report.isChanged());
    return new Facts(0, values, notices, lines);
  }
}
