package org.remitlake.ingest.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a person would see of a file whose layout nobody told yet. */
public final class PlainText {
  private PlainText() {}

  /**
   * The text of a file: without its gzip; of a workbook the first rows of its sheet, separated by
   * commas, with ISO dates and decimal points.
   *
   * @param mostRows of a workbook
   * @throws UnreadableFile if it is a workbook that ingest would not read either
   */
  public static FileSource of(FileSource source, int mostRows) throws IOException {
    FileSource plain = Unpacked.of(source);
    try (InputStream in = plain.open()) {
      byte[] head = Arrays.copyOf(in.readNBytes(Signature.LENGTH), Signature.LENGTH);
      Signature signature = Signature.of(head);
      signature.refuseUnreadable("delimited");
      if (signature != Signature.ZIP) {
        return plain;
      }
    }
    byte[] rows = rows(plain, mostRows);
    return () -> new ByteArrayInputStream(rows);
  }

  private static byte[] rows(FileSource source, int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Profile any = Profile.plain("", "", "*", "delimited", ",", "");
    try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(out);
        WorkbookRecords records = new WorkbookRecords(source, any)) {
      csv.writeRecord(records.header());
      for (int i = 0; i < most && records.next(); i++) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < records.width(); c++) {
          cells.add(records.cell(c));
        }
        csv.writeRecord(cells);
      }
    } catch (IOException e) {
      throw new UnreadableFile(
          "F00", "it is no whole workbook; name one file, unpacked, as .xlsx or CSV", e);
    }
    return bytes.toByteArray();
  }
}
