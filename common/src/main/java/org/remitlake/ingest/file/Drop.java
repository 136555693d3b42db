package org.remitlake.ingest.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.remitlake.contract.ConfigProblem;

/** The files that lie in drop folders. */
public final class Drop {
  static final String MANIFEST = ".manifest.json";

  /** Divides the name of a workbook from that of its sheet. */
  static final String SHEET = "#";

  private Drop() {}

  /**
   * A file to look at.
   *
   * @param name its name
   * @param path where it lies; of an entry of an archive, where in it
   * @param size bytes, as it lies there: packed
   * @param manifest where the manifest beside it lies, or empty
   */
  public record Entry(String name, String path, long size, String manifest)
      implements java.io.Serializable {
    /** Whether a manifest lies beside it. */
    public boolean hasManifest() {
      return !manifest.isEmpty();
    }

    /** One sheet of the workbook, as a delivery of its own. */
    public Entry sheet(String sheet) {
      return new Entry(name + SHEET + sheet, path, size, manifest);
    }
  }

  /**
   * An archive that cannot be looked into.
   *
   * @param name its name
   * @param size bytes
   * @param reason rule and reason
   */
  public record Refused(String name, long size, String reason) {}

  /**
   * What lies in drop folders.
   *
   * @param entries files to look at, by name
   * @param notices what lies there and is no file, so that nobody takes it for ingested
   * @param refused archives that are rejected whole
   */
  public record Listing(List<Entry> entries, List<String> notices, List<Refused> refused) {}

  /**
   * Files of the given files and folders, below them too, and entries of zip archives there; hidden
   * files and manifests are no deliveries.
   *
   * @throws ConfigProblem if a path does not exist
   */
  public static Listing list(List<String> inputs, Configuration hadoop) {
    Set<String> paths = new TreeSet<>();
    DropWalk walk = new DropWalk();
    for (String input : inputs) {
      try {
        Path path = new Path(input);
        FileSystem system = Place.system(path, hadoop);
        if (!system.exists(path)) {
          throw new ConfigProblem(
              input + ": no such file or folder. Nothing was read. Check the path.");
        }
        FileStatus named = system.getFileStatus(path);
        walk.add(system, named);
        for (String beside : named.isFile() ? manifests(named.getPath()) : List.<String>of()) {
          if (system.exists(new Path(beside))) {
            walk.add(system, system.getFileStatus(new Path(beside)));
          }
        }
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
    List<Entry> entries = new ArrayList<>();
    List<String> notices = new ArrayList<>(walk.notices());
    List<Refused> refused = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (FileStatus file : found) {
      String name = file.getPath().getName();
      if (!paths.remove(file.getPath().toString()) || name.endsWith(MANIFEST)) {
        continue;
      }
      Entry entry =
          new Entry(name, file.getPath().toString(), file.getLen(), manifest(file.getPath(), all));
      used.addAll(manifests(file.getPath()));
      if (ArchiveListing.concerns(name)) {
        Listing inside = ArchiveListing.of(entry, hadoop);
        entries.addAll(inside.entries());
        notices.addAll(inside.notices());
        refused.addAll(inside.refused());
      } else {
        entries.add(entry);
      }
    }
    all.stream()
        .filter(path -> path.endsWith(MANIFEST) && !used.contains(path))
        .sorted()
        .forEach(
            path ->
                notices.add(
                    new Path(path).getName()
                        + ": the file that this manifest speaks of does not lie beside it. Ask the"
                        + " partner for it, or take the manifest out of the folder."));
    entries.sort(Comparator.comparing(Entry::name).thenComparing(Entry::path));
    return new Listing(entries, notices, refused);
  }

  private static String manifest(Path file, Set<String> all) {
    return manifests(file).stream().filter(all::contains).findFirst().orElse("");
  }

  /** Of a packed file, the manifest may be named after it or after what is in it. */
  private static List<String> manifests(Path file) {
    return Stream.of(file.toString(), Unpacked.name(file.toString()))
        .distinct()
        .map(path -> path + MANIFEST)
        .toList();
  }
}
