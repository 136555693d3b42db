package org.remitlake.ingest.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/** Reads a file whole and tells what it is (rules F03 to F06, F10). */
public final class Inspector {
  /** A coded column with more distinct words than this holds no codes. */
  private static final int MOST_WORDS = 500;

  private final FileBytes bytes;
  private final Profile profile;
  private final DeliveryContract contract;
  private final boolean hasPseudonymKey;
  private final ControlSums sums;
  private final NumberStyle.Evidence numbers = new NumberStyle.Evidence();
  private final Map<String, Set<String>> words = new TreeMap<>();
  private final PersonalCells personal;
  private DateStyle.Evidence dates = new DateStyle.Evidence(1900);
  private long rows;
  private long malformed;

  private Inspector(
      FileBytes bytes,
      Profile profile,
      DeliveryContract contract,
      boolean hasPseudonymKey,
      ControlSums sums) {
    this.bytes = bytes;
    this.profile = profile;
    this.contract = contract;
    this.hasPseudonymKey = hasPseudonymKey;
    this.sums = sums;
    this.personal = new PersonalCells(contract);
  }

  /** Inspects a file without a manifest. */
  public static Inspection inspect(
      FileSource source,
      FileBytes bytes,
      Profile profile,
      DeliveryContract contract,
      boolean hasPseudonymKey)
      throws IOException {
    Words none = new Words(profile, Map.of("country", Map.of(), "currency", Map.of()));
    return inspect(
        source,
        bytes,
        profile,
        contract,
        hasPseudonymKey,
        new ControlSums(Manifest.NONE, contract, none));
  }

  /**
   * Inspects one file.
   *
   * @throws UnreadableFile if it is to be rejected whole
   * @throws IOException if it cannot be read
   */
  static Inspection inspect(
      FileSource source,
      FileBytes bytes,
      Profile profile,
      DeliveryContract contract,
      boolean hasPseudonymKey,
      ControlSums sums)
      throws IOException {
    return new Inspector(bytes, profile, contract, hasPseudonymKey, sums).run(source);
  }

  private Inspection run(FileSource source) throws IOException {
    if (bytes.size() == 0) {
      throw new UnreadableFile("F06", "the file is empty: there is no header line");
    }
    bytes.signature().refuseUnreadable(profile.format());
    boolean isWorkbook = bytes.signature() == Signature.ZIP;
    if (isWorkbook) {
      WorkbookGuard.check(source);
    }
    Charset charset = isWorkbook ? StandardCharsets.UTF_8 : bytes.charset(profile.charset());
    try (TextRows text = new TextRows(source, bytes, charset, profile, contract)) {
      text.layouts().forEach(this::refuseUnclear);
      dates =
          new DateStyle.Evidence(text.dateSystem() > 0 ? text.dateSystem() : profile.dateSystem());
      text.forEachRemaining(this::add);
      text.layouts().forEach(this::refuseUnclear);
      Map<String, List<String>> distinct = new TreeMap<>();
      words.forEach((field, set) -> distinct.put(field, List.copyOf(set)));
      DateStyle dateStyle = dates.style(profile.dateLayout(), text.writesDates());
      personal.refuseIds();
      NumberStyle style = numbers.style(profile.decimalMark());
      return new Inspection(
          bytes.sha256(),
          bytes.size(),
          charset.name(),
          style,
          dateStyle,
          rows,
          malformed,
          personal.kept(every(text, layout -> layout.given(contract))),
          distinct,
          every(text, Layout::unknown),
          findings(
              charset,
              dateStyle,
              sums.compare(rows / text.layouts().get(0).tiers().size(), style),
              text.wasCleaned()),
          personal.counts());
    }
  }

  private static List<String> every(TextRows text, Function<Layout, List<String>> of) {
    return text.layouts().stream().flatMap(layout -> of.apply(layout).stream()).distinct().toList();
  }

  private void refuseUnclear(Layout layout) {
    if (!layout.missing().isEmpty()) {
      throw new UnreadableFile(
          "F06",
          "no column for mandatory "
              + String.join(", ", layout.missing())
              + layout
                  .otherDelimiter()
                  .map(
                      "; the header looks divided by '%s', so set the profile's 'delimiter'"
                          ::formatted)
                  .orElse("; add the partner's column name to the profile, or ask for the column"));
    }
    if (!layout.repeated().isEmpty()) {
      throw new UnreadableFile(
          "F06",
          "the header has more than once: "
              + String.join(", ", layout.repeated())
              + "; ask the partner which column holds, and for a file with only that one");
    }
  }

  private List<String> findings(
      Charset charset, DateStyle dateStyle, boolean sumsDiffer, boolean wasCleaned) {
    List<String> findings = new ArrayList<>();
    if (sumsDiffer) {
      findings.add("F02");
    }
    boolean isText = bytes.signature() == Signature.TEXT;
    boolean other = isText && !bytes.ascii() && !charset.equals(profile.charset());
    boolean unexpectedMark = bytes.bom() > 0 && charset.equals(StandardCharsets.UTF_8);
    if (other || unexpectedMark) {
      findings.add("F03");
    }
    if (numbers.contradicts(profile.decimalMark())) {
      findings.add("F05");
    }
    if (rows == 0) {
      findings.add("F09");
    }
    if (!personal.counts().isEmpty()) {
      findings.add("F07");
    }
    if (dateStyle.layout() != profile.dateLayout() || !dateStyle.serials().isEmpty()) {
      findings.add("F10");
    }
    if (wasCleaned) {
      findings.add("S12");
    }
    return findings;
  }

  private void add(TextRow row) {
    rows++;
    if (!row.problem().isEmpty()) {
      malformed++;
      return;
    }
    sums.add(row);
    List<DeliveredField> fields = contract.fields();
    for (int i = 0; i < row.cells().length; i++) {
      String cell = row.cells()[i];
      if (cell != null) {
        personal.add(i, cell);
        add(fields.get(i), cell, row.line());
      }
    }
  }

  private void add(DeliveredField field, String cell, long line) {
    if (field.kind().numeric()) {
      numbers.add(cell);
    } else if (field.kind() == Kind.DATE || field.kind() == Kind.INSTANT) {
      dates.add(field.name(), cell);
    } else if (Words.concerns(field)) {
      Set<String> seen = words.computeIfAbsent(field.name(), f -> new LinkedHashSet<>());
      if (seen.size() < MOST_WORDS) {
        seen.add(cell);
      }
    } else if (field.kind() == Kind.PERSON && !hasPseudonymKey && !Pseudonyms.isKeyedHash(cell)) {
      throw new UnreadableFile(
          "F07",
          "line %d: %s is no keyed hash; set REMIT_PSEUDONYM_KEY so that it is hashed at landing,"
                  .formatted(line, field.name())
              + " or ask the partner for hashed ids");
    }
  }
}
