package org.remitlake.ingest.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;

/** Delimited text. */
final class DelimitedRecords implements Records {
  /** A quoted cell may hold line breaks, but not hundreds: then its closing quote is missing. */
  private static final int MOST_LINE_BREAKS = 100;

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> header;
  private final boolean oddQuotes;
  private final boolean endsInQuotes;
  private CsvRecord current;

  DelimitedRecords(Reader text, Profile profile, FileBytes bytes) {
    this.oddQuotes = bytes.oddQuotes();
    this.endsInQuotes = bytes.endsInQuotes();
    reader =
        CsvReader.builder()
            .fieldSeparator(profile.delimiter().charAt(0))
            .quoteCharacter('"')
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(Limits.CELL)
            .ofCsvRecord(text);
    records = reader.iterator();
    do {
      if (!advance()) {
        throw new UnreadableFile("F06", "the file is empty: there is no header line");
      }
    } while (current.getStartingLineNumber() < profile.headerRow());
    if (profile.headerRow() > 1 && current.getStartingLineNumber() != profile.headerRow()) {
      throw noHeader(profile.headerRow());
    }
    header = List.copyOf(current.getFields());
  }

  static UnreadableFile noHeader(int row) {
    return new UnreadableFile(
        "F06", "row %d, where the profile says the header is, is empty".formatted(row));
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next() {
    return advance();
  }

  private boolean advance() {
    try {
      if (!records.hasNext()) {
        return false;
      }
      current = records.next();
    } catch (CsvParseException | IllegalStateException | java.io.UncheckedIOException e) {
      throw new UnreadableFile(
          "F04",
          "after line %d the text cannot be split into rows (a quote that is never closed, a cell"
                  .formatted(current == null ? 0 : current.getStartingLineNumber())
              + " longer than a million characters, or a row of more than %d cells)"
                  .formatted(Limits.COLUMNS),
          e);
    }
    checkQuotes();
    return true;
  }

  private void checkQuotes() {
    long breaks = 0;
    for (String cell : current.getFields()) {
      if (cell.length() > MOST_LINE_BREAKS) {
        breaks += cell.chars().filter(c -> c == '\n').count();
      }
    }
    if (breaks > MOST_LINE_BREAKS) {
      throw new UnreadableFile(
          "F04",
          "line %d opens a quote that is not closed within %d lines"
              .formatted(current.getStartingLineNumber(), MOST_LINE_BREAKS));
    }
    String last = current.getField(current.getFieldCount() - 1);
    boolean isCut = endsInQuotes || (oddQuotes && last.indexOf('\n') >= 0);
    if (isCut && !records.hasNext()) {
      throw new UnreadableFile(
          "F04",
          "line %d opens a quote that is never closed".formatted(current.getStartingLineNumber()));
    }
  }

  @Override
  public long line() {
    return current.getStartingLineNumber();
  }

  @Override
  public int width() {
    return current.getFieldCount();
  }

  @Override
  public String cell(int index) {
    return current.getField(index);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
