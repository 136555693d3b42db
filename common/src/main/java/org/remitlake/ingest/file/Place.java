package org.remitlake.ingest.file;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Where a delivery lies, as text: a file's path, or {@code zip:ARCHIVE!/ENTRY} of an archive. */
final class Place {
  private static final String PREFIX = "zip:";
  private static final String INSIDE = "!/";

  private Place() {}

  /** The place of an entry; its name is escaped, so that the last {@code !/} divides. */
  static String inside(String archive, String entry) {
    return PREFIX + archive + INSIDE + URLEncoder.encode(entry, StandardCharsets.UTF_8);
  }

  /**
   * The file system of a path; this machine's disks without the checksum files that Hadoop would
   * look for beside each file, and whose names it cannot make of a name with a colon.
   */
  static FileSystem system(Path path, Configuration hadoop) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    return files instanceof LocalFileSystem local ? local.getRaw() : files;
  }

  /** What lies at a place, gzip taken off. */
  static FileSource source(String place, Configuration hadoop) {
    return Unpacked.of(asSent(place, hadoop));
  }

  /** What lies at a place, as it was sent. */
  static FileSource asSent(String place, Configuration hadoop) {
    if (!place.startsWith(PREFIX)) {
      Path path = new Path(place);
      return () -> system(path, hadoop).open(path);
    }
    int divide = place.lastIndexOf(INSIDE);
    String archive = place.substring(PREFIX.length(), divide);
    String entry =
        URLDecoder.decode(place.substring(divide + INSIDE.length()), StandardCharsets.UTF_8);
    return () -> {
      Archive opened = Archive.open(new HadoopChannel(archive, hadoop));
      try {
        return opened.stream(entry);
      } catch (IOException | UnreadableFile e) {
        opened.close();
        throw e;
      }
    };
  }
}
