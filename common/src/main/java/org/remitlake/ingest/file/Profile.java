package org.remitlake.ingest.file;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one source writes its files; a YAML file under {@code conf/providers}.
 *
 * @param provider code of the provider, bank or collector
 * @param contract {@code transfer}, {@code fx} or {@code quote}
 * @param files glob on the file name
 * @param format delimited (text with delimiters, or a workbook), xml, json, or jsonl: one object a
 *     line
 * @param encoding declared character set
 * @param delimiter one character
 * @param decimalMark {@code .} or {@code ,}
 * @param timezone zone of local times
 * @param dateLayout name of a {@link DateLayout}
 * @param dateSystem year that serial numbers of days count from: 1900 or 1904; a workbook tells its
 *     own
 * @param headerRow row of the header, from 1: what stands above is passed over
 * @param sheet name of the worksheet; empty: the only visible one that has rows. Profiles that
 *     claim the same workbook each name another
 * @param idLength text field of the contract's key to the length of its ids, whose lost leading
 *     zeros are restored
 * @param record name of the record element, object or array of xml and json
 * @param only names in a record of xml, one of which it must have to be read, as {@code Sts=BOOK}
 * @param document name of what stands beside the records to contract field, of xml and json
 * @param constants contract field to the text that holds for every row
 * @param columns contract field to accepted column names; of xml, paths in the record
 * @param values contract field to delivered word to code; the word {@code *} is any other
 * @param missing contract field, or {@code *} for all, to delivered word to the reason why there is
 *     no value: DK, REFUSED, NOT_APPLICABLE, SKIPPED
 * @param empty texts that stand for an empty cell, in any column
 * @param ignore columns that are known and not landed; of workbooks, the empty name is any column
 *     without heading
 * @param operatesFrom first day, as 2020-01-31, on which the provider made transfers: older ones
 *     are wrong (rule T12); empty when not said
 * @param pidsSince first day, as 2020-01-31, on which codes of persons were made with the key that
 *     is used now (rule T16); empty when it never changed
 * @param tiers amount tier to the columns that hold it, where one row has several
 * @param choices questions with several answers, by any name
 * @param parent where a roster's household is told by its row in another sheet
 * @param notes contract field to what its question means here, where surveys differ
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
    Integer dateSystem,
    Integer headerRow,
    String sheet,
    Map<String, Integer> idLength,
    String record,
    List<String> only,
    Map<String, String> document,
    Map<String, String> constants,
    Map<String, List<String>> columns,
    Map<String, Map<String, String>> values,
    Map<String, Map<String, String>> missing,
    List<String> empty,
    List<String> ignore,
    String operatesFrom,
    String pidsSince,
    Map<String, Map<String, List<String>>> tiers,
    Map<String, Choice> choices,
    Parent parent,
    Map<String, String> notes)
    implements Serializable {

  /** Stands for every field in {@link #missing}. */
  public static final String EVERY_FIELD = "*";

  /** Fills in defaults. */
  public Profile {
    format = or(format, "delimited");
    encoding = or(encoding, "UTF-8");
    delimiter = or(delimiter, ",");
    decimalMark = or(decimalMark, ".");
    timezone = or(timezone, "UTC");
    dateLayout = dateLayout == null ? DateLayout.ISO : dateLayout;
    dateSystem = dateSystem == null ? 1900 : dateSystem;
    headerRow = headerRow == null ? 1 : headerRow;
    sheet = or(sheet, "");
    idLength = idLength == null ? Map.of() : idLength;
    record = or(record, "");
    only = only == null ? List.of() : only;
    document = document == null ? Map.of() : document;
    constants = constants == null ? Map.of() : constants;
    columns = columns == null ? Map.of() : columns;
    values = values == null ? Map.of() : values;
    missing = missing == null ? Map.of() : missing;
    empty = empty == null ? List.of() : empty;
    ignore = ignore == null ? List.of() : ignore;
    operatesFrom = or(operatesFrom, "");
    pidsSince = or(pidsSince, "");
    tiers = tiers == null ? Map.of() : tiers;
    choices = choices == null ? Map.of() : choices;
    parent = parent == null ? Parent.NONE : parent;
    notes = notes == null ? Map.of() : notes;
  }

  /** A profile that says no more than how records are split. */
  public static Profile plain(
      String provider,
      String contract,
      String files,
      String format,
      String delimiter,
      String record) {
    return new Profile(
        provider, contract, files, format, null, delimiter, null, null, null, null, null, null,
        null, record, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  /** Whether a file of this name, or of this name without its .gz, is laid out so. */
  public boolean matches(String fileName) {
    PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + files);
    return glob.matches(Path.of(fileName)) || glob.matches(Path.of(Unpacked.name(fileName)));
  }

  /** The question with several answers that gives a field, if one does. */
  public Optional<Choice> choiceOf(String field) {
    return choices.values().stream()
        .filter(c -> c != null && c.codes().containsValue(field))
        .findFirst();
  }

  /** Names of the columns that may give a field, those first that come first. */
  public List<String> columnsOf(String field) {
    List<String> names = new ArrayList<>(columns.getOrDefault(field, List.of()));
    choiceOf(field).ifPresent(choice -> names.add(Choice.derived(field)));
    return names;
  }

  /** Names of all columns that are read for some field of a row. */
  Set<String> read() {
    Set<String> names = new LinkedHashSet<>(document.keySet());
    columns.values().stream().filter(Objects::nonNull).forEach(names::addAll);
    names.remove(null);
    return names;
  }

  /** Words that stand for no value in a field, with the reason that they tell. */
  public SortedMap<String, String> missingOf(String field) {
    SortedMap<String, String> words = new TreeMap<>();
    words.putAll(missing.getOrDefault(EVERY_FIELD, Map.of()));
    choiceOf(field).ifPresent(choice -> words.putAll(choice.missing()));
    words.putAll(missing.getOrDefault(field, Map.of()));
    return words;
  }

  /** The declared character set. */
  public Charset charset() {
    return Charset.forName(encoding);
  }
}
