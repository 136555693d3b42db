package org.remitlake.ingest.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.regex.Pattern;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;

/** The rows of a file, in its order: a record with two amount tiers gives two. */
public final class TextRows implements Iterator<TextRow>, Closeable {
  /** Blanks around a cell, those too that cannot be seen. */
  private static final Pattern EDGES =
      Pattern.compile("^[\\s\\u00A0\\u202F\\u200B\\uFEFF]+|[\\s\\u00A0\\u202F\\u200B\\uFEFF]+$");

  private final Records records;
  private final Layout layout;
  private final List<DeliveredField> fields;
  private final boolean[] screened;
  private final int tierField;
  private final Queue<TextRow> ready = new ArrayDeque<>();

  /** Opens a file by its profile. */
  public TextRows(
      FileSource source,
      FileBytes bytes,
      Charset charset,
      Profile profile,
      DeliveryContract contract)
      throws IOException {
    records = records(source, bytes, charset, profile);
    layout = Layout.of(records.header(), profile, contract);
    fields = contract.fields();
    screened = new boolean[fields.size()];
    for (int i = 0; i < screened.length; i++) {
      screened[i] = PersonalData.concerns(fields.get(i));
    }
    tierField = contract.indexOf("amount_tier");
  }

  private static Records records(
      FileSource source, FileBytes bytes, Charset charset, Profile profile) throws IOException {
    if (bytes.signature() == Signature.ZIP) {
      return new WorkbookRecords(source, profile);
    }
    return switch (profile.format()) {
      case "xml" -> new XmlRecords(bytes.stream(source), profile);
      case "json" -> new JsonRecords(source, bytes, profile);
      case "jsonl" -> new JsonLineRecords(bytes.reader(source, charset), profile);
      default -> new DelimitedRecords(bytes.reader(source, charset), profile, bytes);
    };
  }

  Layout layout() {
    return layout;
  }

  boolean writesDates() {
    return records.writesDates();
  }

  int dateSystem() {
    return records.dateSystem();
  }

  @Override
  public boolean hasNext() {
    try {
      if (ready.isEmpty() && records.next()) {
        layout.tiers().forEach(this::read);
      }
      if (ready.isEmpty()) {
        close();
      }
      return !ready.isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String tier, int[] positions) {
    String[] cells = new String[fields.size()];
    boolean told = records.problem().isEmpty();
    boolean fits = told && records.width() == records.header().size();
    for (int i = 0; fits && i < cells.length; i++) {
      if (positions[i] >= 0) {
        String text = trimmed(records.cell(positions[i]));
        boolean isPersonal = screened[i] && PersonalData.isIn(text);
        cells[i] = text.isEmpty() ? null : isPersonal ? PersonalData.MARK : text;
      }
    }
    if (fits && !tier.isEmpty()) {
      cells[tierField] = tier;
    }
    String problem =
        !told
            ? records.problem()
            : fits
                ? ""
                : records.width() + " cells where the header has " + records.header().size();
    ready.add(new TextRow(records.line(), cells, problem));
  }

  private static String trimmed(String cell) {
    String text = cell.strip();
    boolean plain =
        text.isEmpty() || (text.charAt(0) < '\u00A0' && text.charAt(text.length() - 1) < '\u00A0');
    return plain ? text : EDGES.matcher(text).replaceAll("");
  }

  @Override
  public TextRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
