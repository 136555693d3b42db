package org.remitlake.microdata;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.remitlake.contract.ConfigProblem;

/** The folder of files that an evaluator is given; a file is written where its content differs. */
final class MicrodataFolder {
  private static final String PART = ".part";

  private final Configuration configuration;
  private final Path folder;

  MicrodataFolder(Configuration configuration, String folder) {
    this.configuration = configuration;
    this.folder = new Path(folder);
  }

  /** The files, by name. */
  static Map<String, byte[]> files(List<Answers> tables, String country, Rules rules) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Answers table : tables) {
      files.put(table.fileName() + ".csv", Csv.of(table));
      files.put(table.fileName() + ".dta", StataTable.of(table, country));
    }
    files.put(Codebook.NAME, Codebook.of(tables, country));
    files.put(About.NAME, About.of(tables, country, rules));
    return files;
  }

  /**
   * Writes the files that are not there yet as they are to be; others in the folder stay.
   *
   * @return whether any was written
   * @throws ConfigProblem if the folder may not be written
   */
  boolean write(Map<String, byte[]> contents) {
    boolean isChanged = false;
    try {
      FileSystem files = folder.getFileSystem(configuration);
      files = files instanceof LocalFileSystem local ? local.getRaw() : files;
      if (!files.mkdirs(folder)) {
        throw new FileNotFoundException(folder.toString());
      }
      for (Map.Entry<String, byte[]> file : contents.entrySet()) {
        Path path = new Path(folder, file.getKey());
        if (!files.exists(path) || !Arrays.equals(bytes(files, path), file.getValue())) {
          replace(files, path, file.getValue());
          isChanged = true;
        }
      }
    } catch (IOException e) {
      throw new ConfigProblem(
          "the folder %s may not be written. The tables of gold were written, not all files. Check its"
                  .formatted(folder)
              + " permissions, or give another --out, and run again.",
          e);
    }
    return isChanged;
  }

  private static byte[] bytes(FileSystem files, Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      return in.readAllBytes();
    }
  }

  /** Written beside, then renamed: whoever reads meanwhile sees a whole file. */
  private static void replace(FileSystem files, Path path, byte[] content) throws IOException {
    Path beside = new Path(path.getParent(), "_" + path.getName() + PART);
    try (OutputStream out = files.create(beside, true)) {
      out.write(content);
    }
    if ((files.exists(path) && !files.delete(path, false)) || !files.rename(beside, path)) {
      throw new FileNotFoundException(path.toString());
    }
  }
}
