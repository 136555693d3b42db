package org.remitlake.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.remitlake.ingest.quality.QualityRow;

/**
 * What a run says of files: their rows of {@code ops.file} and {@code gold.data_quality}, counts by
 * outcome, notices.
 */
final class Books {
  private final List<Row> records = new ArrayList<>();
  private final Map<String, Long> rows = new TreeMap<>();
  private final Map<String, Long> files = new TreeMap<>();
  private final List<QualityRow> quality = new ArrayList<>();
  private final Set<String> notices = new LinkedHashSet<>();

  void record(Row file) {
    records.add(file);
  }

  void quality(List<QualityRow> found) {
    quality.addAll(found);
  }

  void countRows(String outcome, long n) {
    rows.merge(outcome, n, Long::sum);
  }

  void countFile(String outcome) {
    files.merge(outcome, 1L, Long::sum);
  }

  void notice(String text) {
    notices.add(text);
  }

  /** Takes over what other books say. */
  void add(Books other) {
    records.addAll(other.records);
    quality.addAll(other.quality);
    other.rows.forEach(this::countRows);
    other.files.forEach((outcome, n) -> files.merge(outcome, n, Long::sum));
    notices.addAll(other.notices);
  }

  List<Row> records() {
    return records;
  }

  List<QualityRow> quality() {
    return quality;
  }

  IngestReport report(List<String> pages) {
    return new IngestReport(files, rows, List.copyOf(notices), quality, pages);
  }
}
