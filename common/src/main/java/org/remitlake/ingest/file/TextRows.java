package org.remitlake.ingest.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;

/** The rows of a file, in its order: a record with two amount tiers gives two. */
public final class TextRows implements Iterator<TextRow>, Closeable {
  /** Blanks around a cell, those too that cannot be seen. */
  private static final Pattern EDGES =
      Pattern.compile("^[\\s\\u00A0\\u202F\\u200B\\uFEFF]+|[\\s\\u00A0\\u202F\\u200B\\uFEFF]+$");

  /** Joiners, soft hyphens and marks without width. */
  private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");

  private final Records records;
  private final FileSource source;
  private final FileBytes bytes;
  private final Profile profile;
  private final DeliveryContract contract;
  private final List<Layout> layouts = new ArrayList<>();
  private List<DerivedCells> derived = List.of();
  private List<String> header;
  private Layout layout;
  private final List<DeliveredField> fields;
  private final boolean[] screened;
  private final int tierField;
  private final boolean isSurvey;
  private boolean wasCleaned;
  private final Set<String> empty;
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
    this.source = source;
    this.bytes = bytes;
    this.profile = profile;
    this.contract = contract;
    layOut();
    fields = contract.fields();
    screened = new boolean[fields.size()];
    for (int i = 0; i < screened.length; i++) {
      screened[i] = PersonalData.concerns(fields.get(i));
    }
    isSurvey = contract.reasons();
    tierField = contract.indexOf("amount_tier");
    empty = Set.copyOf(profile.empty());
  }

  private static Records records(
      FileSource source, FileBytes bytes, Charset charset, Profile profile) throws IOException {
    if (bytes.signature() == Signature.ZIP) {
      return new WorkbookRecords(source, profile);
    }
    return switch (profile.format()) {
      case "xml" -> new XmlRecords(bytes.stream(source), bytes.utf8(), profile);
      case "json" -> new JsonRecords(source, bytes, profile);
      case "jsonl" -> new JsonLineRecords(bytes.reader(source, charset), profile);
      default -> new DelimitedRecords(bytes.reader(source, charset), profile, bytes);
    };
  }

  private void layOut() throws IOException {
    header = records.header();
    derived = DerivedCells.of(source, bytes, profile, header);
    List<String> all = new ArrayList<>(header);
    derived.forEach(cells -> all.addAll(cells.names()));
    layout = Layout.of(all, profile, contract);
    layouts.add(layout);
  }

  /** How the cells lie: of a workbook, in each sheet that was begun so far. */
  List<Layout> layouts() {
    return layouts;
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
        if (!records.header().equals(header)) {
          layOut();
        }
        boolean fits = records.problem().isEmpty() && records.width() == records.header().size();
        List<String> told = new ArrayList<>();
        if (fits) {
          derived.forEach(cells -> told.addAll(cells.cells(records)));
        }
        layout.tiers().forEach((tier, positions) -> read(tier, positions, told));
      }
      if (ready.isEmpty()) {
        close();
      }
      return !ready.isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String tier, int[] positions, List<String> derivedCells) {
    int own = records.header().size();
    String[] cells = new String[fields.size()];
    boolean told = records.problem().isEmpty();
    boolean fits = told && records.width() == records.header().size();
    for (int i = 0; fits && i < cells.length; i++) {
      if (positions[i] >= 0) {
        int at = positions[i];
        String text = at < own ? trimmed(records.cell(at)) : derivedCells.get(at - own);
        boolean isPersonal = screened[i] && PersonalData.isIn(text);
        String read = isPersonal ? PersonalData.MARK : isSurvey ? composed(text) : text;
        cells[i] = text.isEmpty() || empty.contains(text) ? null : read;
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

  /**
   * Letters typed in parts (и and a macron for ӣ) made whole, and what cannot be seen taken out, so
   * that the same word is the same text (rule S12).
   */
  private String composed(String text) {
    if (text.chars().allMatch(c -> c < 0x00AD)) {
      return text;
    }
    String composed = Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Form.NFC);
    wasCleaned |= !composed.equals(text);
    return composed;
  }

  /** Whether a text was not written as its letters are (rule S12), so far. */
  boolean wasCleaned() {
    return wasCleaned;
  }

  static String trimmed(String cell) {
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
