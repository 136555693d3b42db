package org.remitlake.ingest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.remitlake.ingest.quality.QualityRow;

/**
 * What a run of {@code ingest} did.
 *
 * @param files number of files by outcome: accepted, held, replaced, rejected, known, unclaimed; an
 *     outcome that did not occur is absent
 * @param rows number of rows by outcome: read, accepted, duplicate, quarantined, out_of_scope,
 *     held, replaced
 * @param notices lines for people: files rejected or held, and why
 * @param quality what rules caught in the files of this run
 * @param pages partners' pages that were written, as paths
 */
public record IngestReport(
    Map<String, Long> files,
    Map<String, Long> rows,
    List<String> notices,
    List<QualityRow> quality,
    List<String> pages) {
  /** Whether something needs a person: exit code 4. */
  public boolean needsAttention() {
    return Stream.of("held", "rejected", "unclaimed").anyMatch(files::containsKey);
  }
}
