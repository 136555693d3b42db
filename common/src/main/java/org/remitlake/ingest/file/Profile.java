package org.remitlake.ingest.file;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;

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
 * @param sheet name of the worksheet; empty: the only visible one that has rows
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
    Map<String, Map<String, List<String>>> tiers)
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
    tiers = tiers == null ? Map.of() : tiers;
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
        null, record, null, null, null, null, null, null, null, null, null, null);
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  /** Whether a file of this name, or of this name without its .gz, is laid out so. */
  public boolean matches(String fileName) {
    PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + files);
    return glob.matches(Path.of(fileName)) || glob.matches(Path.of(Unpacked.name(fileName)));
  }

  /** The declared character set. */
  public Charset charset() {
    return Charset.forName(encoding);
  }
}
