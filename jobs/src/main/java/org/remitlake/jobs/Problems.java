package org.remitlake.jobs;

import java.util.Locale;

/**
 * One sentence for a failure that nothing foresaw; never the failure's own text, which may quote
 * data.
 */
final class Problems {
  private Problems() {}

  static String sentence(Throwable problem) {
    Throwable cause = problem;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String name = cause.getClass().getSimpleName();
    if (cause instanceof OutOfMemoryError) {
      return "the run needs more memory. Commits made so far are whole; run again with a larger"
          + " heap (REMIT_HEAP=4g, or --driver-memory with spark-submit).";
    }
    if (name.startsWith("Concurrent") || name.contains("ConcurrentModification")) {
      return "another run wrote to the same table at the same time. Commits made so far are whole;"
          + " run again when the other is done.";
    }
    if (cause instanceof java.nio.file.AccessDeniedException
        || String.valueOf(cause.getMessage())
            .toLowerCase(Locale.ROOT)
            .contains("permission denied")) {
      return "a folder may not be read or written. Commits made so far are whole; check the"
          + " permissions of the lake, and run again.";
    }
    return "the run failed ("
        + name
        + "). Commits made so far are whole; run again to complete it, with --verbose to see where"
        + " it failed.";
  }
}
