package org.remitlake.funder;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.remitlake.contract.ConfigProblem;

/**
 * {@code <lake>/releases/<vintage>/}: written beside, then renamed, so that a release is whole or
 * not there.
 */
final class ReleaseFolder {
  private final Configuration configuration;
  private final Path folder;
  private final Path beside;

  ReleaseFolder(Configuration configuration, String releases, String vintage) {
    this.configuration = configuration;
    this.folder = new Path(releases, vintage);
    this.beside = new Path(releases, "_" + vintage + ".part");
  }

  /** Where it lies. */
  String path() {
    return folder.toString();
  }

  boolean exists() {
    try {
      return files().exists(folder);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Writes the files where nobody looks for them yet. */
  void prepare(Map<String, byte[]> contents) {
    try {
      FileSystem files = files();
      files.delete(beside, true);
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

  /** Gives them their place. */
  void publish() {
    try {
      if (!files().rename(beside, folder)) {
        throw new FileNotFoundException(folder.toString());
      }
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
