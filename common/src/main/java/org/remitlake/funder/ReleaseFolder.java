package org.remitlake.funder;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.Fingerprint;

/**
 * {@code <lake>/releases/<vintage>/}: written beside, then renamed, so that a release is whole or
 * not there.
 */
final class ReleaseFolder {
  private static final String PART = ".part";

  private final Configuration configuration;
  private final Path folder;
  private final Path beside;
  private final String parts;

  ReleaseFolder(Configuration configuration, String releases, String vintage) {
    this.configuration = configuration;
    this.folder = new Path(releases, vintage);
    this.parts = "_" + vintage + ".";
    this.beside = new Path(releases, parts + UUID.randomUUID() + PART);
  }

  /** Where it lies. */
  String path() {
    return folder.toString();
  }

  /**
   * Whether the release lies there whole, by the fingerprints of its manifest.
   *
   * @throws ConfigProblem if something else has its place, or its files were changed since
   */
  boolean isReleased() {
    try {
      FileSystem files = files();
      if (!files.exists(folder)) {
        return false;
      }
      Path manifest = new Path(folder, Manifest.NAME);
      if (!files.exists(manifest)) {
        throw notWhole("has no " + Manifest.NAME);
      }
      List<String> changed = new ArrayList<>();
      for (Map.Entry<String, String> file : Manifest.fingerprints(bytes(manifest)).entrySet()) {
        Path path = new Path(folder, file.getKey());
        if (!files.exists(path) || !Fingerprint.of(bytes(path)).equals(file.getValue())) {
          changed.add(file.getKey());
        }
      }
      if (!changed.isEmpty()) {
        throw notWhole(
            "does not hold what its manifest.json lists (%s)"
                .formatted(String.join(", ", changed)));
      }
      return true;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Refuses to release where something lies already.
   *
   * @throws ConfigProblem if the folder exists
   */
  void refuseTaken() {
    try {
      if (files().exists(folder)) {
        throw new ConfigProblem(
            "%s: is there already, though gold.funder_indicator did not hold this vintage. Nothing was"
                    .formatted(folder)
                + " released or changed. Move it away, unless another run released it just now,"
                + " and run again.");
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private byte[] bytes(Path file) throws IOException {
    try (InputStream in = files().open(file)) {
      return in.readAllBytes();
    }
  }

  private ConfigProblem notWhole(String why) {
    return new ConfigProblem(
        "%s: this release stands in gold.funder_indicator, but its folder %s. Nothing was released or"
                .formatted(folder, why)
            + " changed. Move the folder away and run again: it is written anew.");
  }

  /** Writes the files where nobody looks for them yet. */
  void prepare(Map<String, byte[]> contents) {
    try {
      FileSystem files = files();
      if (!files.mkdirs(beside)) {
        throw new FileNotFoundException(beside.toString());
      }
      for (Map.Entry<String, byte[]> file : contents.entrySet()) {
        try (OutputStream out = files.create(new Path(beside, file.getKey()), false)) {
          out.write(file.getValue());
        }
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Gives them their place, unless another run, which saw the commit, has filled it meanwhile; what
   * runs that died left of this release goes.
   */
  void publish() {
    try {
      FileSystem files = files();
      if (!files.exists(folder) && !files.rename(beside, folder)) {
        throw new FileNotFoundException(folder.toString());
      }
      for (FileStatus other : files.listStatus(folder.getParent())) {
        String name = other.getPath().getName();
        if (name.startsWith(parts) && name.endsWith(PART)) {
          files.delete(other.getPath(), true);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes away what was prepared and will not be released. */
  void discard() {
    try {
      files().delete(beside, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On a local disk without the checksum files that Hadoop would leave beside each file. */
  private FileSystem files() throws IOException {
    FileSystem files = folder.getFileSystem(configuration);
    return files instanceof LocalFileSystem local ? local.getRaw() : files;
  }

  private ConfigProblem unwritable(IOException cause) {
    return new ConfigProblem(
        "the folder %s may not be written. Nothing was released. Check its permissions, or choose"
                .formatted(folder.getParent())
            + " another lake with --lake, and run again.",
        cause);
  }
}
