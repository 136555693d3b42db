package org.remitlake.ingest.proposal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.remitlake.ingest.file.UnreadableFile;

/** Delimited text: the delimiter is the one by which most rows are as wide as the header. */
final class DialectGuess {
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", "^", "~");
  private static final int ROWS_OF_TRIAL = 500;
  private static final int LONGEST_FIELD = 1 << 20;

  private DialectGuess() {}

  /** How a delimiter does. */
  private record Trial(String delimiter, int width, long fitting, long rows) {
    double share() {
      return rows == 0 ? 0 : (double) fitting / rows;
    }

    /** Wide and even; a delimiter that the header lacks is none. */
    double merit() {
      return width < 2 ? 0 : share() * (1 - 1.0 / width);
    }
  }

  static Table table(String text) {
    Trial best = new Trial(",", 1, 0, 0);
    double second = 0;
    for (String delimiter : DELIMITERS) {
      Trial trial = tried(text, delimiter);
      if (trial.merit() > best.merit()) {
        second = best.merit();
        best = trial;
      } else {
        second = Math.max(second, trial.merit());
      }
    }
    List<CsvRecord> records = records(text, best.delimiter(), Table.MOST_ROWS + 1);
    if (records.isEmpty()) {
      throw new UnreadableFile("F06", "the file is empty: there is no header line");
    }
    return table(records, best, second);
  }

  private static Table table(List<CsvRecord> records, Trial best, double second) {
    List<String> header = records.get(0).getFields().stream().map(DialectGuess::trimmed).toList();
    List<Table.Row> rows = new ArrayList<>();
    List<Long> malformed = new ArrayList<>();
    for (CsvRecord record : records.subList(1, records.size())) {
      if (record.getFieldCount() == header.size()) {
        rows.add(
            new Table.Row(
                record.getStartingLineNumber(),
                record.getFields().stream().map(DialectGuess::trimmed).toList()));
      } else {
        malformed.add(record.getStartingLineNumber());
      }
    }
    return new Table(
        "delimited",
        best.delimiter(),
        "",
        header,
        List.of(),
        rows,
        malformed,
        evidence(best, second));
  }

  private static Finding evidence(Trial best, double second) {
    if (best.width() < 2) {
      return new Finding(best.delimiter(), Certainty.GUESS, "the file has one column only");
    }
    Certainty certainty =
        best.rows() > 1 && best.share() > 0.9 && best.merit() > second + 0.2
            ? Certainty.SURE
            : best.share() > 0.5 ? Certainty.LIKELY : Certainty.GUESS;
    return new Finding(
        best.delimiter(),
        certainty,
        "%d of the first %d rows have %d cells, as the header"
            .formatted(best.fitting(), best.rows(), best.width()));
  }

  private static Trial tried(String text, String delimiter) {
    List<CsvRecord> records = records(text, delimiter, ROWS_OF_TRIAL);
    if (records.isEmpty()) {
      return new Trial(delimiter, 1, 0, 0);
    }
    int width = records.get(0).getFieldCount();
    long fitting = records.stream().filter(r -> r.getFieldCount() == width).count();
    return new Trial(delimiter, width, fitting, records.size());
  }

  private static List<CsvRecord> records(String text, String delimiter, int most) {
    List<CsvRecord> records = new ArrayList<>();
    try {
      Iterator<CsvRecord> all =
          CsvReader.builder()
              .fieldSeparator(delimiter.charAt(0))
              .quoteCharacter('"')
              .skipEmptyLines(true)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .allowExtraCharsAfterClosingQuote(true)
              .maxBufferSize(LONGEST_FIELD)
              .ofCsvRecord(text)
              .iterator();
      while (records.size() < most && all.hasNext()) {
        records.add(all.next());
      }
    } catch (CsvParseException | IllegalStateException e) {
      // What was read until then is judged; whether the file breaks is for its reader to say.
      return records;
    }
    return records;
  }

  static String trimmed(String cell) {
    return cell.replaceAll(
        "^[\\s\\u00A0\\u202F\\u200B\\uFEFF]+|[\\s\\u00A0\\u202F\\u200B\\uFEFF]+$", "");
  }
}
