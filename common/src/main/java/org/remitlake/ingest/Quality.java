package org.remitlake.ingest;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.remitlake.ingest.quality.DataQuality;
import org.remitlake.ingest.quality.JudgedFile;
import org.remitlake.ingest.quality.QualityRow;
import org.remitlake.ingest.quality.QualityRows;
import org.remitlake.lake.Lake;

/**
 * Writes {@code gold.data_quality}: after silver and quarantine, before {@code ops.file}. What a
 * run that died in between has written is written again by the run that completes its files.
 *
 * <p>Why {@code ops.file} tells which slices to write: it is written later, so where it says what
 * it is to say, this table does too. A run without news reads and writes nothing here.
 */
final class Quality {
  private final Lake lake;
  private final Ledger ledger;
  private final Set<String> touched = new TreeSet<>();

  Quality(Lake lake, Ledger ledger) {
    this.lake = lake;
    this.ledger = ledger;
  }

  /** Providers about whose files this run says something new. */
  Set<String> touched() {
    return touched;
  }

  /**
   * Writes what a run found; one commit, none without news.
   *
   * @param copies files whose content is known, by content and name
   * @return what was found in files that did not land
   */
  List<QualityRow> write(Books books, Map<String, JudgedFile> copies) {
    Map<String, List<Row>> altered = ledger.altered(books.records());
    Set<String> settled = settled(books.records());
    Set<String> slices = new TreeSet<>(settled);
    List<Row> rows = new ArrayList<>();
    books.quality().forEach(q -> rows.add(q.row()));
    List<QualityRow> rejected = rejected(books.records());
    if (altered.containsKey(Ledger.REJECTED_SLICE)) {
      slices.add(Ledger.REJECTED_SLICE);
      rejected(altered.get(Ledger.REJECTED_SLICE)).forEach(q -> rows.add(q.row()));
    }
    Set<String> left = new TreeSet<>(altered.keySet());
    left.removeAll(slices);
    if (!left.isEmpty()) {
      slices.addAll(left);
      rows.addAll(staying(left, altered));
    }
    List<QualityRow> known = known(copies, rows, slices);
    ledger
        .news(books.records())
        .forEach(
            file -> {
              // Nobody knows whose an archive is that cannot be looked into.
              String provider = OpsFile.text(file, OpsFile.PROVIDER.name());
              if (provider != null) {
                touched.add(provider);
              }
            });
    known.forEach(q -> touched.add(q.file().provider()));
    if (!rows.isEmpty() || lake.exists(DataQuality.CONTRACT_OF)) {
      lake.replace(
          DataQuality.CONTRACT_OF,
          slices,
          lake.spark().createDataFrame(rows, DataQuality.CONTRACT_OF.schema()).coalesce(1));
    }
    List<QualityRow> beside = new ArrayList<>(rejected);
    beside.addAll(known);
    return beside;
  }

  private static Set<String> settled(List<Row> records) {
    Set<String> batches =
        records.stream()
            .map(file -> OpsFile.text(file, OpsFile.BATCH_ID.name()))
            .collect(toCollection(TreeSet::new));
    batches.remove(Ledger.REJECTED_SLICE);
    return batches;
  }

  private static List<QualityRow> rejected(List<Row> files) {
    return files.stream()
        .filter(f -> OpsFile.text(f, OpsFile.BATCH_ID.name()).equals(Ledger.REJECTED_SLICE))
        .map(f -> QualityRows.rejected(judged(f), OpsFile.text(f, OpsFile.REASON.name())))
        .toList();
  }

  private static JudgedFile judged(Row file) {
    return new JudgedFile(
        Ledger.REJECTED_SLICE,
        OpsFile.text(file, OpsFile.FILE_ID.name()),
        OpsFile.text(file, OpsFile.FILE_NAME.name()),
        OpsFile.text(file, OpsFile.CONTRACT.name()),
        OpsFile.text(file, OpsFile.PROVIDER.name()),
        0);
  }

  /**
   * Rows of the files that stay in slices which another file leaves: one was held, and came anew.
   */
  private List<Row> staying(Set<String> slices, Map<String, List<Row>> altered) {
    Set<String> ids =
        slices.stream()
            .flatMap(slice -> altered.get(slice).stream())
            .map(file -> OpsFile.text(file, OpsFile.FILE_ID.name()))
            .collect(toSet());
    return lake.read(DataQuality.CONTRACT_OF, slices)
        .where(DataQuality.FILE_ID.column().isInCollection(ids))
        .collectAsList();
  }

  /** Copies that are not recorded yet; with them the slice of the known is written anew. */
  private List<QualityRow> known(
      Map<String, JudgedFile> copies, List<Row> rows, Set<String> slices) {
    if (copies.isEmpty()) {
      return List.of();
    }
    Map<String, JudgedFile> unrecorded = new TreeMap<>(copies);
    List<Row> recorded =
        lake.read(DataQuality.CONTRACT_OF, List.of(DataQuality.KNOWN_SLICE)).collectAsList();
    for (Row row : recorded) {
      JudgedFile file = QualityRow.of(row).file();
      unrecorded.remove(file.fileId() + file.name());
    }
    List<QualityRow> found = unrecorded.values().stream().map(QualityRows::known).toList();
    if (!found.isEmpty()) {
      slices.add(DataQuality.KNOWN_SLICE);
      rows.addAll(recorded);
      found.forEach(q -> rows.add(q.row()));
    }
    return found;
  }
}
