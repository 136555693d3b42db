package org.remitlake.ingest.proposal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.FileBytes;
import org.remitlake.ingest.file.FileSource;
import org.remitlake.ingest.file.Inspector;
import org.remitlake.ingest.file.NumberStyle;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.TextRow;
import org.remitlake.ingest.file.TextRows;
import org.remitlake.ingest.file.UnreadableFile;
import org.remitlake.ingest.file.Words;

/**
 * The proposed profile, used: ingest's own reader reads the rows by it, and each cell is judged.
 *
 * @param rows rows read
 * @param clean rows without a complaint
 * @param complaints what is wrong, with counts and first lines
 * @param verdict why ingest would reject the file as a whole by this profile, or empty
 */
record Trial(long rows, long clean, List<String> complaints, String verdict) {
  /** What a comment says of a {@link #verdict}. */
  static final String REJECTED = "As it is, ingest would reject the file: %s.";

  /** A complaint so far. */
  private record Count(long cells, long line) {
    Count again() {
      return new Count(cells + 1, line);
    }
  }

  /**
   * Tries.
   *
   * @throws UnreadableFile if the file's structure breaks, whatever the profile
   */
  static Trial of(
      byte[] bytes,
      Profile profile,
      DeliveryContract contract,
      Map<String, Map<String, String>> shared)
      throws IOException {
    FileSource source = () -> new ByteArrayInputStream(bytes);
    FileBytes facts = FileBytes.of(source);
    Charset charset = profile.charset();
    NumberStyle.Evidence numbers = new NumberStyle.Evidence();
    long rows = 0;
    try (TextRows text = new TextRows(source, facts, charset, profile, contract)) {
      while (rows < Table.MOST_ROWS && text.hasNext()) {
        rows++;
        evidence(text.next(), contract, numbers);
      }
    }
    CellReader reader =
        new CellReader(
            numbers.style(profile.decimalMark()), profile.dateLayout(), new Words(profile, shared));
    Map<String, Count> complaints = new LinkedHashMap<>();
    long clean = 0;
    try (TextRows text = new TextRows(source, facts, charset, profile, contract)) {
      for (long i = 0; i < rows && text.hasNext(); i++) {
        clean += judge(text.next(), profile, contract, reader, complaints) ? 1 : 0;
      }
    }
    List<String> said = new ArrayList<>();
    complaints.forEach(
        (what, count) ->
            said.add("%s: %d, first in line %d".formatted(what, count.cells(), count.line())));
    return new Trial(rows, clean, said, verdict(source, facts, profile, contract));
  }

  /** What came of it, as comments. */
  List<String> comments() {
    List<String> comments = new ArrayList<>();
    if (rows > 0) {
      comments.add(
          Yaml.comment(
              String.format(
                  Locale.ROOT,
                  "Tried: %d of %d rows (%.1f %%) were read without complaint; what is open below is"
                      + " not counted.",
                  clean,
                  rows,
                  100.0 * clean / rows)));
    }
    complaints.forEach(c -> comments.add(Yaml.comment("  " + c)));
    return comments;
  }

  private static void evidence(
      TextRow row, DeliveryContract contract, NumberStyle.Evidence numbers) {
    for (int i = 0; row.problem().isEmpty() && i < row.cells().length; i++) {
      if (row.cells()[i] != null && contract.fields().get(i).kind().numeric()) {
        numbers.add(row.cells()[i]);
      }
    }
  }

  private static boolean judge(
      TextRow row,
      Profile profile,
      DeliveryContract contract,
      CellReader reader,
      Map<String, Count> complaints) {
    if (!row.problem().isEmpty()) {
      count(complaints, "rows of another width than the header", row.line());
      return false;
    }
    boolean clean = true;
    for (int i = 0; i < row.cells().length; i++) {
      DeliveredField field = contract.fields().get(i);
      String cell = row.cells()[i];
      boolean isGiven = profile.columns().containsKey(field.name());
      if (cell == null && field.mandatory() && isGiven) {
        count(complaints, field.name() + ", mandatory cells that are empty", row.line());
        clean = false;
      } else if (cell != null && !reader.reads(field, cell)) {
        count(complaints, field.name() + ", cells that cannot be read", row.line());
        clean = false;
      }
    }
    return clean;
  }

  private static void count(Map<String, Count> complaints, String what, long line) {
    Count seen = complaints.get(what);
    complaints.put(what, seen == null ? new Count(1, line) : seen.again());
  }

  /** What ingest says, hashing key at hand. */
  private static String verdict(
      FileSource source, FileBytes facts, Profile profile, DeliveryContract contract)
      throws IOException {
    try {
      Inspector.inspect(source, facts, profile, contract, true);
      return "";
    } catch (UnreadableFile e) {
      return e.getMessage();
    }
  }
}
