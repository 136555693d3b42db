package org.remitlake.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.remitlake.contract.ConfigProblem;

/** The files that lie in drop folders. */
public final class Drop {
  private static final String MANIFEST = ".manifest.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Drop() {}

  /**
   * A file to look at.
   *
   * @param name its name
   * @param path where it lies
   * @param size bytes
   * @param hasManifest whether a manifest lies beside it
   */
  public record Entry(String name, String path, long size, boolean hasManifest)
      implements java.io.Serializable {}

  /**
   * What lies in drop folders.
   *
   * @param entries files to look at, by name
   * @param notices what lies there and is no file, so that nobody takes it for ingested
   */
  public record Listing(List<Entry> entries, List<String> notices) {}

  /**
   * Files of the given files and folders, below them too; hidden files and manifests are no
   * deliveries.
   *
   * @throws ConfigProblem if a path does not exist
   */
  public static Listing list(List<String> inputs, Configuration hadoop) {
    Set<String> paths = new TreeSet<>();
    DropWalk walk = new DropWalk();
    for (String input : inputs) {
      try {
        Path path = new Path(input);
        FileSystem system = path.getFileSystem(hadoop);
        if (!system.exists(path)) {
          throw new ConfigProblem(
              input + ": no such file or folder. Nothing was read. Check the path.");
        }
        walk.add(system, system.getFileStatus(path));
      } catch (UnsupportedFileSystemException e) {
        throw new ConfigProblem(
            input
                + ": no connector for this file system here. Nothing was read. Use another path, or"
                + " add the connector to Spark (for s3a:// hadoop-aws).",
            e);
      } catch (IOException | IllegalArgumentException e) {
        throw new ConfigProblem(
            input + ": cannot be listed. Nothing was read. Check the path and its permissions.", e);
      }
    }
    List<FileStatus> found = walk.files();
    found.forEach(file -> paths.add(file.getPath().toString()));
    Set<String> all = Set.copyOf(paths);
    List<Entry> entries =
        found.stream()
            .filter(file -> paths.remove(file.getPath().toString()))
            .filter(file -> !file.getPath().getName().endsWith(MANIFEST))
            .map(
                file ->
                    new Entry(
                        file.getPath().getName(),
                        file.getPath().toString(),
                        file.getLen(),
                        all.contains(file.getPath() + MANIFEST)))
            .sorted(Comparator.comparing(Entry::name).thenComparing(Entry::path))
            .toList();
    return new Listing(entries, walk.notices());
  }

  /**
   * When the partner made the file, by its manifest, in UTC; empty without a manifest.
   *
   * @throws UnreadableFile if the manifest is no json, or its {@code created_at} no instant
   */
  static String createdAt(Entry entry, Configuration hadoop) throws IOException {
    if (!entry.hasManifest()) {
      return "";
    }
    Path path = new Path(entry.path() + MANIFEST);
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      JsonNode manifest = JSON.readTree(in);
      String createdAt = manifest.path("created_at").asText("");
      return createdAt.isEmpty() ? "" : OffsetDateTime.parse(createdAt).toInstant().toString();
    } catch (DateTimeParseException e) {
      throw new UnreadableFile(
          "F02", "created_at in the manifest is not like 2020-01-31T10:00:00+05:00", e);
    } catch (JsonProcessingException e) {
      throw new UnreadableFile("F02", "the manifest beside the file is not valid json", e);
    }
  }
}
