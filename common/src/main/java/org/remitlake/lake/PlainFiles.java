package org.remitlake.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** A folder of files for people, beside the tables: each is written whole or not at all. */
public final class PlainFiles {
  private static final String PART = ".part";

  private final Path folder;
  private final FileSystem files;

  private PlainFiles(Path folder, FileSystem files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * A folder, made when a file is written.
   *
   * @throws IOException if its file system cannot be reached
   */
  public static PlainFiles in(String folder, Configuration configuration) throws IOException {
    Path path = new Path(folder);
    FileSystem files = path.getFileSystem(configuration);
    // On a local disk without the checksum files that Hadoop would leave beside each file.
    return new PlainFiles(path, files instanceof LocalFileSystem local ? local.getRaw() : files);
  }

  /**
   * Gives a file this content, unless it has it: written beside, then renamed.
   *
   * @return whether it was written
   * @throws IOException if the folder may not be written
   */
  public boolean replace(String name, byte[] content) throws IOException {
    Path file = new Path(folder, name);
    if (files.exists(file) && Arrays.equals(bytes(file), content)) {
      return false;
    }
    String parts = "_" + name + ".";
    Path beside = new Path(folder, parts + UUID.randomUUID() + PART);
    try (OutputStream out = files.create(beside, false)) {
      out.write(content);
    }
    // Where a file system renames onto no file, a death in between leaves none: a rerun writes it.
    boolean isDone =
        files.rename(beside, file) || (files.delete(file, false) && files.rename(beside, file));
    if (!isDone) {
      throw new FileNotFoundException(file.toString());
    }
    for (FileStatus left : files.listStatus(folder)) {
      String other = left.getPath().getName();
      if (other.startsWith(parts) && other.endsWith(PART)) {
        files.delete(left.getPath(), false);
      }
    }
    return true;
  }

  private byte[] bytes(Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return in.readAllBytes();
    }
  }
}
