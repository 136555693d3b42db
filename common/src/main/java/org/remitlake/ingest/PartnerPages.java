package org.remitlake.ingest;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.Field;
import org.remitlake.ingest.quality.DataQuality;
import org.remitlake.ingest.quality.JudgedFile;
import org.remitlake.ingest.quality.PageName;
import org.remitlake.ingest.quality.PartnerFile;
import org.remitlake.ingest.quality.QualityPage;
import org.remitlake.ingest.quality.QualityRow;
import org.remitlake.lake.Lake;
import org.remitlake.lake.PlainFiles;

/**
 * Writes {@code reports/quality/<provider>.html}, from {@code gold.data_quality} and what {@code
 * ops.file} is to say.
 *
 * <p>Why before {@code ops.file} is written: a run that dies here is completed by the next, which
 * writes the page too.
 */
final class PartnerPages {
  /**
   * What matters most on top: what was not taken, then the latest names, which carry the period.
   */
  private static final Comparator<Row> ORDER =
      Comparator.<Row, Boolean>comparing(f -> text(f, OpsFile.STATUS).equals("ACCEPTED"))
          .thenComparing(f -> text(f, OpsFile.FILE_NAME), Comparator.reverseOrder())
          .thenComparing(f -> text(f, OpsFile.FILE_ID));

  private final Lake lake;

  PartnerPages(Lake lake) {
    this.lake = lake;
  }

  /**
   * Writes the pages of some providers where their content differs.
   *
   * @param files all rows of {@code ops.file}, as they are to be
   * @return paths of the pages that were written
   */
  List<String> write(List<Row> files, Set<String> providers) {
    Map<String, List<Row>> byProvider = new TreeMap<>();
    providers.forEach(provider -> byProvider.put(provider, new ArrayList<>()));
    for (Row file : files) {
      String provider = text(file, OpsFile.PROVIDER);
      if (provider != null && providers.contains(provider)) {
        byProvider.get(provider).add(file);
      }
    }
    byProvider.values().forEach(own -> own.sort(ORDER));
    List<QualityRow> found = found(byProvider.values(), providers);
    List<String> written = new ArrayList<>();
    String folder = lake.path("reports.quality");
    try {
      PlainFiles pages = PlainFiles.in(folder, lake.spark().sparkContext().hadoopConfiguration());
      for (Map.Entry<String, List<Row>> partner : byProvider.entrySet()) {
        String name = PageName.of(partner.getKey());
        String page = page(partner.getKey(), partner.getValue(), found);
        if (pages.replace(name, page.getBytes(StandardCharsets.UTF_8))) {
          written.add(folder + "/" + name);
        }
      }
      return written;
    } catch (IOException e) {
      throw new ConfigProblem(
          folder
              + ": pages for partners cannot be written. The rows are in silver; ops.file was not"
              + " written. Check the permissions of the folder, and run again.",
          e);
    }
  }

  /** What was found in the files that pages show, and in copies of any. */
  private List<QualityRow> found(Collection<List<Row>> byProvider, Set<String> providers) {
    if (providers.isEmpty()) {
      return List.of();
    }
    List<Row> shown =
        byProvider.stream().flatMap(own -> own.stream().limit(QualityPage.MOST_FILES)).toList();
    Set<String> slices = shown.stream().map(f -> text(f, OpsFile.BATCH_ID)).collect(toSet());
    slices.add(DataQuality.KNOWN_SLICE);
    return lake
        .read(DataQuality.CONTRACT_OF, slices)
        .where(DataQuality.PROVIDER.column().isInCollection(providers))
        .collectAsList()
        .stream()
        .map(QualityRow::of)
        .toList();
  }

  private static String page(String provider, List<Row> files, List<QualityRow> found) {
    Map<String, List<QualityRow>> byFile = new HashMap<>();
    List<String> copies = new ArrayList<>();
    for (QualityRow row : found) {
      if (!row.file().provider().equals(provider)) {
        continue;
      }
      if (row.file().batchId().equals(DataQuality.KNOWN_SLICE)) {
        copies.add(row.file().name());
      } else {
        byFile.computeIfAbsent(row.file().fileId(), f -> new ArrayList<>()).add(row);
      }
    }
    List<PartnerFile> all =
        files.stream()
            .map(f -> file(f, byFile.getOrDefault(text(f, OpsFile.FILE_ID), List.of())))
            .toList();
    return new QualityPage(provider, all, copies.stream().sorted().toList()).html();
  }

  private static PartnerFile file(Row file, List<QualityRow> found) {
    return new PartnerFile(
        new JudgedFile(
            text(file, OpsFile.BATCH_ID),
            text(file, OpsFile.FILE_ID),
            text(file, OpsFile.FILE_NAME),
            text(file, OpsFile.CONTRACT),
            text(file, OpsFile.PROVIDER),
            number(file, OpsFile.ROWS_READ)),
        PartnerFile.Status.valueOf(text(file, OpsFile.STATUS)),
        number(file, OpsFile.ROWS_ACCEPTED),
        number(file, OpsFile.ROWS_DUPLICATE),
        number(file, OpsFile.ROWS_QUARANTINED),
        number(file, OpsFile.ROWS_HELD),
        found.stream().sorted(QualityRow.URGENCY).toList());
  }

  private static String text(Row file, Field field) {
    return OpsFile.text(file, field.name());
  }

  private static long number(Row file, Field field) {
    return OpsFile.number(file, field.name());
  }
}
