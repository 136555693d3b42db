package org.remitlake.jobs;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Encoders;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.funder.Provenance;
import org.remitlake.funder.Publication;
import org.remitlake.funder.PublicationReport;
import org.remitlake.ingest.OpsFile;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Releases a quarter's figures for funders. Rerunning changes nothing. */
@Command(
    name = "publish",
    description = "Release a quarter for funders: figures suppressed, rounded, with their vintage.",
    mixinStandardHelpOptions = true)
final class PublishJob implements Callable<Integer> {
  @Mixin private Runner runner;

  @Option(
      names = "--quarter",
      paramLabel = "QUARTER",
      required = true,
      converter = OneQuarter.class,
      description = "Quarter to release, as 2024-Q4.")
  private Quarter quarter;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = {
        "Day whose knowledge the release states, as 2025-02-14: it decides whether figures are",
        "preliminary, revised or final (default: 45 days after the quarter; then that of the",
        "latest release)."
      })
  private Optional<LocalDate> asOf;

  @Override
  public Integer call() {
    asOf.ifPresent(PublishJob::refuseFuture);
    Config config = runner.config();
    return runner.runOnExisting(
        (lake, progress) -> facts(run(lake, config, quarter, asOf, progress)));
  }

  /** The job itself. */
  static PublicationReport run(
      Lake lake, Config config, Quarter quarter, Optional<LocalDate> asOf, Progress progress) {
    Provenance provenance =
        new Provenance(config.activity(), Runner.codeVersion(), acceptedFiles(lake));
    return new Publication(lake, Registry.all(), provenance)
        .release(quarter, asOf, today(), progress);
  }

  /** What is not known yet cannot be stated, and would bar every vintage until that day. */
  private static void refuseFuture(LocalDate asOf) {
    if (asOf.isAfter(today())) {
      throw new ConfigProblem(
          "--as-of %s: that day is still to come. Nothing was written. Give a day up to %s."
              .formatted(asOf, today()));
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  private static List<String> acceptedFiles(Lake lake) {
    return lake.read(OpsFile.CONTRACT_OF)
        .where(OpsFile.STATUS.column().equalTo("ACCEPTED"))
        .select(OpsFile.FILE_ID.column())
        .distinct()
        .orderBy(col("file_id"))
        .as(Encoders.STRING())
        .collectAsList();
  }

  static Facts facts(PublicationReport report) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("release", report.vintage());
    values.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
    values.put("records", report.rows());
    values.put("records_confidential", report.suppressed());
    values.put("folder", report.folder());
    values.put("folders_restored", report.restored());
    String what =
        switch (report.outcome()) {
          case RELEASED -> "released";
          case UNCHANGED ->
              "already released with the same content"
                  + (report.restored().isEmpty() ? ": nothing was written" : "");
          case COMPLETED ->
              "already released with the same content: its missing folder was written";
        };
    List<String> notices =
        report.restored().stream()
            .map(v -> v + ": its folder was missing, and was written anew from gold.")
            .toList();
    List<String> lines =
        List.of(
            "Release    %s %s".formatted(report.vintage(), what),
            "           %d records, %d of them confidential; DRAFT, as disclosure control is not complete"
                .formatted(report.rows(), report.suppressed()),
            "           " + report.folder());
    return new Facts(0, values, notices, lines);
  }

  /** A quarter on the command line. */
  static final class OneQuarter implements ITypeConverter<Quarter> {
    @Override
    public Quarter convert(String text) {
      try {
        return Quarter.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** A day on the command line. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + text + "' is not a day. Write it as 2025-02-14 (year, month, day).");
      }
    }
  }
}
