package org.remitlake.jobs;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.synthetic.Defects;
import org.remitlake.synthetic.Deliveries;
import org.remitlake.synthetic.Request;
import org.remitlake.synthetic.Summary;
import org.remitlake.synthetic.rules.RuleDeliveries;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes synthetic deliveries with known truth. Needs no Spark. */
@Command(
    name = "generate",
    description = "Write synthetic deliveries of any size, with a truth file beside them.",
    mixinStandardHelpOptions = true)
final class GenerateJob implements Callable<Integer> {
  private static final long MOST_TRANSFERS = 1_000_000_000;

  /** Measured: 20,000 transfers give 8.9 MB, all their events and the files beside them. */
  private static final double BYTES_PER_TRANSFER = 430;

  @Mixin private Runner runner;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Empty folder for the files; needed unless --to-silver.")
  private Optional<Path> outOption;

  @Option(
      names = "--to-silver",
      description =
          "Write transfers straight to silver.tx of --lake instead, for measurements. Rates and"
              + " quotes come by ingest.")
  private boolean toSilver;

  @Option(names = "--seed", defaultValue = "20240101", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--transfers",
      defaultValue = "20000",
      description = "About how many transfers (default: ${DEFAULT-VALUE}).")
  private long transfers;

  @Option(
      names = "--from",
      defaultValue = "2020-Q1",
      description = "First quarter (default: ${DEFAULT-VALUE}).")
  private String from;

  @Option(
      names = "--to",
      defaultValue = "2021-Q4",
      description = "Last quarter (default: ${DEFAULT-VALUE}).")
  private String to;

  @Option(
      names = "--defects",
      defaultValue = "rows",
      description =
          "none, rows, or all: rows and whole files that must be rejected; with none, only what"
              + " partners always write and ingest repairs is in the truth (default:"
              + " ${DEFAULT-VALUE}).")
  private Defects defects;

  @Option(
      names = "--every-rule",
      description =
          "Write small files instead that hold, in each partner's form, a defect for each quality"
              + " rule and a row that is all but one.")
  private boolean everyRule;

  @Option(
      names = "--rows-per-file",
      defaultValue = "200000",
      description = "At most about so many rows in a file (default: ${DEFAULT-VALUE}).")
  private int rowsPerFile;

  @Option(
      names = "--households-per-psu",
      defaultValue = "" + Request.HOUSEHOLDS_PER_PSU,
      description =
          "Households visited in each of the 100 places of a country (default: ${DEFAULT-VALUE}).")
  private int householdsPerPsu;

  @Override
  public Integer call() {
    Request request = request();
    if (toSilver && outOption.isPresent()) {
      throw new ConfigProblem(
          "generate: --out and --to-silver are two places. Nothing was written. Give one of them.");
    }
    if (toSilver) {
      return runner.run(
          (lake, progress) -> {
            SyntheticSilver.write(lake, request);
            return new Facts(0, Map.of("transfers", lake.rows(Tx.CONTRACT)), List.of(), List.of());
          });
    }
    Path out =
        outOption.orElseThrow(
            () -> new ConfigProblem("generate needs --out FOLDER, or --to-silver with --lake."));
    Runner.named("--out", out.toString());
    Progress progress = new Progress("generate");
    String what = everyRule ? "every rule's defects" : "about " + transfers + " transfers";
    progress.accept("writing " + what + " to " + out);
    long start = System.nanoTime();
    try {
      Summary summary = everyRule ? everyRule(seed, out) : Deliveries.write(request, out);
      progress.done();
      System.out.printf(
          Locale.ROOT,
          "%,d files, %,d rows, %,d transfers in %s; %,d places to repair or to refuse are told in %s%n",
          summary.files(),
          summary.rows(),
          summary.transfers(),
          out,
          summary.defects(),
          out.resolve("_truth"));
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("job", "generate");
      facts.put("exit", 0);
      facts.put("out", out.toAbsolutePath().toString());
      facts.put("files", summary.files());
      facts.put("rows", summary.rows());
      facts.put("transfers", summary.transfers());
      facts.put("defects", summary.defects());
      facts.put("wall_ms", (System.nanoTime() - start) / 1_000_000);
      System.out.println(Runner.json(facts));
      return 0;
    } catch (IllegalArgumentException e) {
      throw new ConfigProblem(e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new ConfigProblem(
          out + ": cannot be written. Check the path, its permissions and the free space.", e);
    }
  }

  private Summary everyRule(long number, Path folder) {
    Profiles profiles = Profiles.read(runner.confFolder(), Ingest.CONTRACTS);
    return RuleDeliveries.write(number, PartnerForms.of(profiles), folder);
  }

  private Request request() {
    if (transfers < 1 || rowsPerFile < 1) {
      throw new ConfigProblem(
          "--transfers and --rows-per-file must be at least 1. Nothing was written.");
    }
    if (transfers > MOST_TRANSFERS) {
      throw new ConfigProblem(
          String.format(
              Locale.ROOT,
              "--transfers: %,d transfers would take about %,.0f GB of files. Nothing was written."
                  + " Ask for at most %,d.",
              transfers,
              transfers * BYTES_PER_TRANSFER / 1e9,
              MOST_TRANSFERS));
    }
    try {
      return new Request(
          seed,
          transfers,
          Quarter.parse(from),
          Quarter.parse(to),
          rowsPerFile,
          defects,
          householdsPerPsu);
    } catch (IllegalArgumentException e) {
      throw new ConfigProblem(e.getMessage(), e);
    }
  }
}
