package org.remitlake.ingest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run of {@code ingest} did.
 *
 * @param files number of files by outcome: accepted, held, rejected, known, unclaimed; an outcome
 *     that did not occur is absent
 * @param rows number of rows by outcome: read, accepted, duplicate, quarantined, out_of_scope, held
 * @param notices lines for people: files rejected or held, and why
 */
public record IngestReport(Map<String, Long> files, Map<String, Long> rows, List<String> notices) {
  /** Whether something needs a person: exit code 4. */
  public boolean needsAttention() {
    return Stream.of("held", "rejected", "unclaimed").anyMatch(files::containsKey);
  }
}
