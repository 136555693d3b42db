package org.remitlake.ingest.file;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.DeliveryContract;

/**
 * How one source writes its files; a YAML file under {@code conf/providers}.
 *
 * @param provider code of the provider, bank or collector
 * @param contract {@code transfer}, {@code fx} or {@code quote}
 * @param files glob on the file name
 * @param format one of {@code FORMATS}: text with delimiters, xml, json
 * @param encoding declared character set
 * @param delimiter one character
 * @param decimalMark {@code .} or {@code ,}
 * @param timezone zone of local times
 * @param dateLayout name of a {@link DateLayout}
 * @param record name of the record element, object or array of xml and json
 * @param document document-level attribute to contract field, of xml and json
 * @param constants contract field to the text that holds for every row
 * @param columns contract field to accepted column names
 * @param values contract field to delivered word to code; the word {@code *} is any other
 * @param missing contract field, or {@code *} for all, to delivered word to the reason why there is
 *     no value: DK, REFUSED, NOT_APPLICABLE, SKIPPED
 * @param ignore columns that are known and not landed
 * @param tiers amount tier to the columns that hold it, where one row has several
 */
public record Profile(
    String provider,
    String contract,
    String files,
    String format,
    String encoding,
    String delimiter,
    String decimalMark,
    String timezone,
    DateLayout dateLayout,
    String record,
    Map<String, String> document,
    Map<String, String> constants,
    Map<String, List<String>> columns,
    Map<String, Map<String, String>> values,
    Map<String, Map<String, String>> missing,
    List<String> ignore,
    Map<String, Map<String, List<String>>> tiers)
    implements Serializable {

  /** Stands for every field in {@link #missing}. */
  public static final String EVERY_FIELD = "*";

  private static final List<String> REASONS = List.of("DK", "REFUSED", "NOT_APPLICABLE", "SKIPPED");
  private static final Set<String> FORMATS = Set.of("delimited", "xml", "json");

  /** Fills in defaults. */
  public Profile {
    format = or(format, "delimited");
    encoding = or(encoding, "UTF-8");
    delimiter = or(delimiter, ",");
    decimalMark = or(decimalMark, ".");
    timezone = or(timezone, "UTC");
    dateLayout = dateLayout == null ? DateLayout.ISO : dateLayout;
    record = or(record, "");
    document = document == null ? Map.of() : document;
    constants = constants == null ? Map.of() : constants;
    columns = columns == null ? Map.of() : columns;
    values = values == null ? Map.of() : values;
    missing = missing == null ? Map.of() : missing;
    ignore = ignore == null ? List.of() : ignore;
    tiers = tiers == null ? Map.of() : tiers;
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  /** Whether a file of this name is laid out so. */
  public boolean matches(String fileName) {
    return FileSystems.getDefault().getPathMatcher("glob:" + files).matches(Path.of(fileName));
  }

  /** The declared character set. */
  public Charset charset() {
    return Charset.forName(encoding);
  }

  /**
   * Refuses what the contract does not know.
   *
   * @throws ConfigProblem naming the file and every wrong entry
   */
  void check(String where, DeliveryContract known) {
    List<String> problems = new ArrayList<>();
    Set<String> fields = new TreeSet<>(columns.keySet());
    fields.addAll(constants.keySet());
    fields.addAll(values.keySet());
    fields.addAll(missing.keySet());
    fields.remove(EVERY_FIELD);
    fields.addAll(document.values());
    tiers.values().forEach(tier -> fields.addAll(tier.keySet()));
    fields.stream()
        .filter(f -> known.indexOf(f) < 0)
        .forEach(f -> problems.add("'" + f + "' is no field of contract " + known.name()));
    missing.values().stream()
        .flatMap(words -> words.values().stream())
        .filter(reason -> !REASONS.contains(reason))
        .distinct()
        .forEach(reason -> problems.add("'" + reason + "' is no reason of " + REASONS));
    if (!missing.isEmpty() && !known.reasons()) {
      problems.add("contract " + known.name() + " keeps no reasons: it takes no 'missing'");
    }
    if (!FORMATS.contains(format)) {
      problems.add("format must be delimited, xml or json, not '" + format + "'");
    }
    if (delimiter.length() != 1) {
      problems.add("delimiter must be one character");
    }
    if (!decimalMark.equals(".") && !decimalMark.equals(",")) {
      problems.add("decimal_mark must be '.' or ','");
    }
    if (!format.equals("delimited") && record.isEmpty()) {
      problems.add("format " + format + " needs 'record', the name of the record element");
    }
    if (!Charset.isSupported(encoding)) {
      problems.add("encoding '" + encoding + "' is not known");
    }
    if (!ZoneId.getAvailableZoneIds().contains(timezone)) {
      problems.add("timezone '" + timezone + "' is not known; write it as Europe/Moscow");
    }
    if (!problems.isEmpty()) {
      throw new ConfigProblem(where + ": " + String.join("; ", problems) + ". Mend the profile.");
    }
  }
}
