package org.remitlake.funder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.TableContract;
import org.remitlake.evaluation.Effects;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.lake.Lake;
import org.remitlake.quote.Quote;
import org.remitlake.registry.Targets;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * Releases a quarter: one commit to {@code gold.funder_indicator}, one folder. What was released
 * stays; other content makes the next vintage, the same content none.
 */
public final class Publication {
  private static final List<TableContract> READ =
      List.of(
          IndicatorValues.CONTRACT,
          Effects.CONTRACT,
          Targets.CONTRACT,
          Tx.CONTRACT,
          Quote.CONTRACT);

  private final Lake lake;
  private final Register register;
  private final Provenance provenance;

  /**
   * A publication.
   *
   * @param defined indicators that are defined in code
   * @param provenance what the release rests on beside the lake's tables
   */
  public Publication(Lake lake, Collection<? extends Indicator> defined, Provenance provenance) {
    this.lake = lake;
    this.register = new Register(defined);
    this.provenance = provenance;
  }

  /**
   * Releases.
   *
   * @param asOf day whose knowledge the release states; by the calendar of releases if empty
   * @throws ConfigProblem if the quarter has nothing to release, or a folder may not be written
   */
  public PublicationReport release(
      Quarter quarter, Optional<LocalDate> asOf, Consumer<String> progress) {
    Optional<Vintage> latest = latest(quarter);
    Vintage vintage = latest.map(v -> v.next(asOf)).orElseGet(() -> Vintage.first(quarter, asOf));
    progress.accept("selecting figures");
    List<Row> rows = rows(vintage);
    if (latest.isPresent() && isContentOf(latest.get(), rows)) {
      return complete(latest.get());
    }
    progress.accept("writing " + vintage.id());
    ReleaseFolder folder = folder(vintage);
    folder.refuseTaken();
    folder.prepare(files(rows));
    // Not appended: of two runs that release the same vintage at once, Delta refuses the later.
    lake.replace(FunderIndicators.CONTRACT, List.of(vintage.id()), frame(rows));
    folder.publish();
    return report(vintage, rows, PublicationReport.Outcome.RELEASED);
  }

  private List<Row> rows(Vintage vintage) {
    Quarter quarter = vintage.quarter();
    List<Figure> figures = new Figures(lake, quarter, register).all();
    ProviderGroups providers = ProviderGroups.of(lake, quarter);
    figures.forEach(providers::learn);
    Disclosure disclosure = new Disclosure(providers::of);
    ReleaseRows released = new ReleaseRows(vintage, provenance, Targeted.all(lake));
    List<Row> rows =
        figures.stream()
            .filter(figure -> !Figures.isOfOneProvider(figure))
            .map(figure -> released.of(figure, disclosure.ruleAgainst(figure)))
            .toList();
    if (rows.isEmpty()) {
      throw new ConfigProblem(
          "%s: gold holds no value for funders. Nothing was written. Run 'remit indicators' first,"
                  .formatted(quarter)
              + " or check the quarter.");
    }
    return rows;
  }

  /** A run that ended between its commit and its folder is completed from what was committed. */
  private PublicationReport complete(Vintage vintage) {
    List<Row> rows = committed(vintage).collectAsList();
    ReleaseFolder folder = folder(vintage);
    if (folder.isReleased()) {
      return report(vintage, rows, PublicationReport.Outcome.UNCHANGED);
    }
    folder.prepare(files(rows));
    folder.publish();
    return report(vintage, rows, PublicationReport.Outcome.COMPLETED);
  }

  private PublicationReport report(
      Vintage vintage, List<Row> rows, PublicationReport.Outcome outcome) {
    long suppressed = Released.sorted(rows).stream().filter(Released::isSuppressed).count();
    return new PublicationReport(
        vintage.id(), outcome, rows.size(), suppressed, folder(vintage).path());
  }

  private Map<String, byte[]> files(List<Row> rows) {
    List<Released> sorted = Released.sorted(rows);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("indicators.csv", IndicatorsCsv.of(sorted));
    files.put("indicators.xlsx", IndicatorsWorkbook.of(sorted));
    Map<String, Long> versions = new TreeMap<>();
    READ.stream()
        .filter(lake::exists)
        .forEach(table -> versions.put(table.table(), lake.version(table)));
    files.put(Manifest.NAME, Manifest.of(sorted, files, versions, provenance.inputFiles()));
    return files;
  }

  private ReleaseFolder folder(Vintage vintage) {
    return new ReleaseFolder(
        lake.spark().sparkContext().hadoopConfiguration(), lake.path("releases"), vintage.id());
  }

  private Optional<Vintage> latest(Quarter quarter) {
    String prefix = quarter + "_v";
    return lake.sliceVersions(FunderIndicators.CONTRACT).keySet().stream()
        .filter(slice -> slice.startsWith(prefix))
        .map(slice -> Integer.valueOf(slice.substring(prefix.length())))
        .max(Integer::compare)
        .map(number -> new Vintage(quarter, number, asOf(prefix + number)));
  }

  private LocalDate asOf(String vintageId) {
    return lake.read(FunderIndicators.CONTRACT, List.of(vintageId))
        .select(FunderIndicators.AS_OF.column())
        .first()
        .getDate(0)
        .toLocalDate();
  }

  private Dataset<Row> committed(Vintage vintage) {
    return FunderIndicators.CONTRACT.conform(
        lake.read(FunderIndicators.CONTRACT, List.of(vintage.id())));
  }

  private Dataset<Row> frame(List<Row> rows) {
    return lake.spark().createDataFrame(rows, FunderIndicators.CONTRACT.schema());
  }

  private boolean isContentOf(Vintage vintage, List<Row> rows) {
    return SameContent.of(frame(rows), committed(vintage));
  }
}
