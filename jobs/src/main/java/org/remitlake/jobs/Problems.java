package org.remitlake.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;

/**
 * One sentence for a failure that nothing foresaw; never the failure's own text, which may quote
 * data.
 */
final class Problems {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int MOST_CAUSES = 50;
  private static final String WHOLE = "Commits made so far are whole; ";
  private static final List<String> DELTA = List.of("io.delta.", "org.apache.spark.sql.delta.");

  /** A table's folder as paths in messages have it; a slice behind it may hold a value. */
  private static final Pattern TABLE = Pattern.compile("\\b(bronze|silver|gold|ops)/([a-z_0-9]+)");

  /**
   * What a person is told.
   *
   * @param exitCode 2 where the command or the installation is to be changed, else 1
   * @param sentence one line
   */
  record Told(int exitCode, String sentence) {}

  private final List<Throwable> chain = new ArrayList<>();

  private Problems(Throwable problem) {
    Throwable cause = problem;
    while (cause != null && chain.size() < MOST_CAUSES) {
      chain.add(cause);
      cause = cause.getCause();
    }
  }

  static Told told(Throwable problem) {
    return new Problems(problem).told();
  }

  private Told told() {
    if (any(Problems::lacksConnector)) {
      return new Told(
          USAGE,
          "no connector for the file system of a path (as s3:// or abfss://) here. Nothing was"
              + " written. Use another path, or add the connector to Spark (for s3a:// hadoop-aws).");
    }
    return new Told(FAILED, sentence());
  }

  private String sentence() {
    if (any(t -> t instanceof OutOfMemoryError)) {
      return "the run needs more memory. "
          + WHOLE
          + "run again with a larger heap (REMIT_HEAP=4g, or --driver-memory with spark-submit).";
    }
    if (any(t -> says(t, "no space left on device") || says(t, "disk quota exceeded"))) {
      return "a disk is full, of the lake or of Spark's scratch files (SPARK_LOCAL_DIRS, else /tmp). "
          + WHOLE
          + "make room, and run again.";
    }
    if (any(Problems::isConcurrent)) {
      return "another run wrote to the same table at the same time. "
          + WHOLE
          + "run again when the other is done.";
    }
    if (any(
        t -> t instanceof java.nio.file.AccessDeniedException || says(t, "permission denied"))) {
      return "a folder may not be read or written. "
          + WHOLE
          + "check the permissions of the lake, and run again.";
    }
    if (any(t -> says(t, "delta_cannot_create_log_path"))) {
      return "a folder of the lake cannot be made: a file is in its place, or the file system does not"
          + " allow it. "
          + WHOLE
          + "give another --lake, and run again.";
    }
    if (isBroken()) {
      return table().map(t -> "the table " + t).orElse("a table")
          + " of the lake cannot be read: its log (_delta_log), or a file that the log names, is"
          + " broken, missing or of a newer Delta. Nothing was changed in it. Restore the table's"
          + " folder from a copy, or fill a new lake from the deliveries.";
    }
    return "the run failed (%s). %srun again to complete it, with --verbose to see where it failed."
        .formatted(chain.get(chain.size() - 1).getClass().getSimpleName(), WHOLE);
  }

  private boolean any(Predicate<Throwable> test) {
    return chain.stream().anyMatch(test);
  }

  private static boolean says(Throwable problem, String words) {
    return String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT).contains(words);
  }

  private static boolean lacksConnector(Throwable problem) {
    return problem instanceof org.apache.hadoop.fs.UnsupportedFileSystemException
        || (problem instanceof ClassNotFoundException && says(problem, "filesystem"));
  }

  private static boolean fromDelta(String className) {
    return DELTA.stream().anyMatch(className::startsWith);
  }

  private static boolean isConcurrent(Throwable problem) {
    String name = problem.getClass().getName();
    return name.startsWith("io.delta.exceptions.")
        || problem.getClass().getSimpleName().startsWith("Concurrent")
        || (fromDelta(name) && problem instanceof java.util.ConcurrentModificationException);
  }

  /** Whether the content of a table is at fault, and not the way to it. */
  private boolean isBroken() {
    boolean ofLog = any(t -> says(t, "_delta_log"));
    return any(t -> fromDelta(t.getClass().getName()) && !(t instanceof AnalysisException))
        || any(t -> says(t, "[failed_read_file"))
        || (ofLog && any(t -> says(t, "[expression_decoding_failed")));
  }

  private Optional<String> table() {
    return chain.stream()
        .map(t -> TABLE.matcher(String.valueOf(t.getMessage())))
        .filter(Matcher::find)
        .map(m -> m.group(1) + "." + m.group(2))
        .findFirst();
  }
}
