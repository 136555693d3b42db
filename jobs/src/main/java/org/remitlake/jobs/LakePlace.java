package org.remitlake.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.remitlake.contract.ConfigProblem;

/** What can be said of a lake before Spark starts, where it lies on this machine. */
final class LakePlace {
  private static final String LOCAL = "file://";

  private LakePlace() {}

  private static Optional<Path> onThisMachine(String root) {
    if (root.startsWith(LOCAL)) {
      return Optional.of(Path.of(root.substring(LOCAL.length())));
    }
    // With a Hadoop configuration, a path without scheme may lie on another file system.
    boolean elsewhere = root.contains("://") || System.getenv("HADOOP_CONF_DIR") != null;
    return elsewhere ? Optional.empty() : Optional.of(Path.of(root));
  }

  /**
   * Refuses what cannot be a lake.
   *
   * @throws ConfigProblem if a file, or a folder that may not be written, has this path
   */
  static void refuseUnwritable(String root) {
    onThisMachine(root)
        .filter(Files::exists)
        .filter(folder -> !(Files.isDirectory(folder) && Files.isWritable(folder)))
        .ifPresent(
            folder -> {
              String why =
                  Files.isDirectory(folder) ? "may not be written" : "is a file, not a folder";
              throw new ConfigProblem(
                  "the lake %s %s. Nothing was read or written. Choose another folder with --lake."
                      .formatted(root, why));
            });
  }

  /**
   * Refuses a path without a lake, for jobs that read one.
   *
   * @throws ConfigProblem if the folder does not exist or has no folders of tables
   */
  static void refuseMissing(String root) {
    refuseUnwritable(root);
    onThisMachine(root)
        .filter(
            folder ->
                !Files.isDirectory(folder.resolve("bronze"))
                    && !Files.isDirectory(folder.resolve("silver")))
        .ifPresent(
            folder -> {
              String why = Files.exists(folder) ? "the folder has no tables" : "no such folder";
              throw new ConfigProblem(
                  "no lake at %s: %s. Nothing was computed or written. Check --lake, or fill it by"
                          .formatted(root, why)
                      + " 'remit ingest' first.");
            });
  }
}
