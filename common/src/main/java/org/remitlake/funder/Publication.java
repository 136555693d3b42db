package org.remitlake.funder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.indicator.Indicator;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;

/**
 * Releases a quarter: one commit to {@code gold.funder_indicator}, one folder. What was released
 * stays; other content makes the next vintage, the same content none.
 */
public final class Publication {
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
   * @param today the last day whose knowledge there is
   * @throws ConfigProblem if the quarter has nothing to release, or a folder may not be written
   */
  public PublicationReport release(
      Quarter quarter, Optional<LocalDate> asOf, LocalDate today, Consumer<String> progress) {
    List<Vintage> made = vintages(quarter);
    Vintage vintage =
        made.isEmpty() ? Vintage.first(quarter, asOf, today) : made.get(made.size() - 1).next(asOf);
    progress.accept("selecting figures");
    List<Row> rows = rows(vintage);
    boolean isNew = made.isEmpty() || !isContentOf(made.get(made.size() - 1), rows);
    ReleaseFolder folder = folder(vintage);
    List<Vintage> missing = made.stream().filter(v -> !folder(v).isReleased()).toList();
    if (isNew) {
      folder.refuseTaken();
    }
    missing.forEach(this::restore);
    List<String> restored = missing.stream().map(Vintage::id).toList();
    if (!isNew) {
      return report(made.get(made.size() - 1), false, rows, restored);
    }
    progress.accept("writing " + vintage.id());
    folder.prepare(
        files(
            rows,
            Optional.of(ReleaseSources.versions(lake)),
            Optional.of(provenance.inputFiles())));
    try {
      commit(vintage, rows);
    } catch (RuntimeException e) {
      folder.discard();
      throw e;
    }
    folder.publish();
    return report(vintage, true, rows, restored);
  }

  /** Not appended: of two runs that commit the same vintage at once, Delta refuses the later. */
  private void commit(Vintage vintage, List<Row> rows) {
    if (slices(lake, vintage.quarter()).contains(vintage.id())) {
      throw new ConfigProblem(
          "%s: another run released it just now. Nothing was released or changed. Run again."
              .formatted(vintage.id()));
    }
    lake.replace(FunderIndicators.CONTRACT, List.of(vintage.id()), frame(rows));
  }

  private List<Row> rows(Vintage vintage) {
    Quarter quarter = vintage.quarter();
    ReleaseSources sources = new ReleaseSources(lake, quarter);
    sources.refuseUnfinished();
    List<Figure> figures = new Figures(lake, quarter, register).all();
    sources.refuseMissing(figures);
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

  /**
   * Writes the folder of a committed vintage where it is missing: a run ended before it was
   * written, or a hand took it away. Which versions of tables it was made of is not known any more.
   */
  private void restore(Vintage vintage) {
    List<Row> rows = committed(vintage).collectAsList();
    String inputs = Released.sorted(rows).get(0).text(FunderIndicators.INPUT_MANIFEST_SHA256);
    Optional<List<String>> known =
        Optional.of(provenance.inputFiles()).filter(f -> provenance.inputManifest().equals(inputs));
    ReleaseFolder folder = folder(vintage);
    folder.prepare(files(rows, Optional.empty(), known));
    folder.publish();
  }

  private PublicationReport report(
      Vintage vintage, boolean isNew, List<Row> rows, List<String> restored) {
    long suppressed = Released.sorted(rows).stream().filter(Released::isSuppressed).count();
    PublicationReport.Outcome outcome =
        isNew
            ? PublicationReport.Outcome.RELEASED
            : restored.contains(vintage.id())
                ? PublicationReport.Outcome.COMPLETED
                : PublicationReport.Outcome.UNCHANGED;
    return new PublicationReport(
        vintage.id(), outcome, rows.size(), suppressed, folder(vintage).path(), restored);
  }

  private static Map<String, byte[]> files(
      List<Row> rows, Optional<Map<String, Long>> tables, Optional<List<String>> inputs) {
    List<Released> sorted = Released.sorted(rows);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(IndicatorsCsv.NAME, IndicatorsCsv.of(sorted));
    files.put(IndicatorsWorkbook.NAME, IndicatorsWorkbook.of(sorted));
    files.put(Manifest.NAME, Manifest.of(sorted, files, tables, inputs));
    return files;
  }

  private ReleaseFolder folder(Vintage vintage) {
    return folder(lake, vintage.id());
  }

  private static ReleaseFolder folder(Lake lake, String vintage) {
    return new ReleaseFolder(
        lake.spark().sparkContext().hadoopConfiguration(), lake.path("releases"), vintage);
  }

  /**
   * The latest release of a quarter, if there is one and the folders of all are in their places.
   *
   * @throws ConfigProblem if the files of a folder were changed
   */
  public static Optional<String> standing(Lake lake, Quarter quarter) {
    List<String> made = slices(lake, quarter);
    boolean isWhole = made.stream().allMatch(v -> folder(lake, v).isReleased());
    return isWhole
        ? made.stream().max(Comparator.comparingInt(v -> Vintage.number(quarter, v)))
        : Optional.empty();
  }

  private static List<String> slices(Lake lake, Quarter quarter) {
    return lake.sliceVersions(FunderIndicators.CONTRACT).keySet().stream()
        .filter(slice -> slice.startsWith(Vintage.prefix(quarter)))
        .toList();
  }

  /** The releases of a quarter, in order. */
  private List<Vintage> vintages(Quarter quarter) {
    List<String> slices = slices(lake, quarter);
    if (slices.isEmpty()) {
      return List.of();
    }
    return lake
        .read(FunderIndicators.CONTRACT, slices)
        .select(FunderIndicators.VINTAGE_ID.column(), FunderIndicators.AS_OF.column())
        .distinct()
        .collectAsList()
        .stream()
        .map(
            row ->
                new Vintage(
                    quarter, Vintage.number(quarter, row.getString(0)), row.<LocalDate>getAs(1)))
        .sorted(Comparator.comparingInt(Vintage::number))
        .toList();
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
