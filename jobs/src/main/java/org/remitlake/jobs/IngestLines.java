package org.remitlake.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.ingest.IngestReport;

/** What an ingest did, in words and as facts. */
final class IngestLines {
  private static final List<String> FILES =
      List.of("accepted", "known", "replaced", "held", "rejected", "unclaimed");
  private static final List<String> ROWS =
      List.of("read", "accepted", "duplicate", "quarantined", "out_of_scope", "held", "replaced");

  private IngestLines() {}

  static Facts facts(IngestReport report) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("files", whole(FILES, report.files()));
    values.put("rows", whole(ROWS, report.rows()));
    values.put("rules_caught", QualityLines.byAction(report.quality()));
    values.put("quality_pages", report.pages().size());
    List<String> lines = new ArrayList<>();
    lines.add(line("Files", FILES, report.files()));
    lines.add(line("Rows ", ROWS, report.rows()));
    if (report.needsAttention() || report.rows().getOrDefault("quarantined", 0L) > 0) {
      lines.add("       reasons by file and row, to tell the partner: ops.file, ops.quarantine");
    }
    lines.addAll(QualityLines.of(report.quality()));
    if (!report.pages().isEmpty()) {
      lines.add(
          "       pages to send to partners: %d in %s"
              .formatted(report.pages().size(), folder(report.pages().get(0))));
    }
    return new Facts(report.needsAttention() ? 4 : 0, values, report.notices(), lines);
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  /** Every outcome has its key, whether there was any or not. */
  private static Map<String, Long> whole(List<String> outcomes, Map<String, Long> counts) {
    Map<String, Long> all = new TreeMap<>(counts);
    outcomes.forEach(outcome -> all.putIfAbsent(outcome, 0L));
    return all;
  }

  private static String line(String what, List<String> outcomes, Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    for (String outcome : outcomes) {
      parts.add(
          String.format(
              Locale.ROOT, "%,d %s", counts.getOrDefault(outcome, 0L), outcome.replace('_', ' ')));
    }
    return what + "  " + String.join(" · ", parts);
  }
}
