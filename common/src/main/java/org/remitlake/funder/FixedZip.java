package org.remitlake.funder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A workbook whose bytes follow from its content: entries get one fixed time, and the date of
 * creation is the release's, where the writer would put the clock's.
 */
final class FixedZip {
  /** One hour later than 1980 began: the very first Java would write with the machine's zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 1, 0);

  private static final String PROPERTIES = "docProps/core.xml";

  private FixedZip() {}

  static byte[] of(byte[] workbook, String day) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      // The writer leaves sizes out of the local headers: only a file with its directory is read.
      Path file = Files.createTempFile("remit", ".xlsx");
      try {
        Files.write(file, workbook);
        rewrite(file, out, day);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void rewrite(Path file, OutputStream out, String day) throws IOException {
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        ZipEntry fixed = new ZipEntry(entry.getName());
        fixed.setTimeLocal(TIME);
        zip.putNextEntry(fixed);
        zip.write(entry.getName().equals(PROPERTIES) ? created(content, day) : content);
      }
    }
  }

  private static byte[] created(byte[] properties, String day) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + day + "T00:00:00Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}
