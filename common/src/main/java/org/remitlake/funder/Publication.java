package org.remitlake.funder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
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
import org.remitlake.registry.Outcomes;
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
    folder.prepare(files(rows, Optional.of(tables()), Optional.of(provenance.inputFiles())));
    folder.refuseTaken(); // by a run that was faster
    // Not appended: of two runs that commit the same vintage at once, Delta refuses the later.
    lake.replace(FunderIndicators.CONTRACT, List.of(vintage.id()), frame(rows));
    folder.publish();
    return report(vintage, true, rows, restored);
  }

  private List<Row> rows(Vintage vintage) {
    Quarter quarter = vintage.quarter();
    List<Figure> figures = new Figures(lake, quarter, register).all();
    refuseWithoutSources(quarter, figures);
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
   * A table that is gone would be taken for one without rows: figures would be missing, or hidden
   * for want of providers, in a release that stands for ever.
   */
  private void refuseWithoutSources(Quarter quarter, List<Figure> figures) {
    Map<String, TableContract> sources = Map.of("tx", Tx.CONTRACT, "quote", Quote.CONTRACT);
    sources.forEach(
        (basis, table) -> {
          boolean isTold =
              figures.stream().anyMatch(f -> f.cell().basis().equals(basis) && !f.count().isNone());
          if (isTold && !lake.exists(table)) {
            throw new ConfigProblem(
                "%s: gold has figures that rest on %s, but that table is missing. Nothing was released."
                        .formatted(quarter, table.table())
                    + " Restore it, or fill a new lake from the deliveries.");
          }
        });
    boolean isOfEffects = quarter.number() == Figures.QUARTER_OF_EFFECTS;
    if (isOfEffects && lake.exists(Outcomes.CONTRACT) && !lake.exists(Effects.CONTRACT)) {
      throw new ConfigProblem(
          "%s: silver.outcome is there, but gold.effect is missing. Nothing was released. Run 'remit"
                  .formatted(quarter)
              + " evaluate --pilot' for each pilot first.");
    }
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

  private Map<String, Long> tables() {
    Map<String, Long> versions = new TreeMap<>();
    READ.stream()
        .filter(lake::exists)
        .forEach(table -> versions.put(table.table(), lake.version(table)));
    return versions;
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
                    quarter,
                    Vintage.number(quarter, row.getString(0)),
                    row.getDate(1).toLocalDate()))
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
