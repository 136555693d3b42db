package org.remitlake.ingest;

import java.util.List;
import java.util.Map;

/**
 * What a run of {@code ingest} did.
 *
 * @param files number of files by outcome: accepted, held, rejected, known
 * @param rows number of rows by outcome: read, accepted, duplicate, quarantined, out_of_scope, held
 * @param notices lines for people: files rejected or held, and why
 */
public record IngestReport(Map<String, Long> files, Map<String, Long> rows, List<String> notices) {
  /** Whether something needs a person: exit code 4. */
  public boolean needsAttention() {
    return files.getOrDefault("held", 0L) + files.getOrDefault("rejected", 0L) > 0;
  }
}
