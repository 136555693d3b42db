package org.remitlake.ingest.file;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a file turned out to be, before any of its rows is judged. Kept with the file's rows in
 * bronze, so that silver can be derived again without the file.
 *
 * @param fileId SHA-256 of its bytes, unpacked
 * @param bytes size, unpacked
 * @param encoding character set it was read with
 * @param numbers how its numbers are written
 * @param dates how its dates are written; null in records of files that landed before this was told
 * @param rows rows of the contract (a record with two amount tiers is two)
 * @param malformed rows whose width differs from the header's
 * @param fields contract fields that have a column
 * @param words distinct words of its coded columns, by field
 * @param unknownColumns columns that were not landed because nothing knows them
 * @param findings file rules that repaired something, as {@code F03}
 * @param personal cells that held personal data where none belongs and were not taken, by field
 */
public record Inspection(
    String fileId,
    long bytes,
    String encoding,
    NumberStyle numbers,
    DateStyle dates,
    long rows,
    long malformed,
    List<String> fields,
    Map<String, List<String>> words,
    List<String> unknownColumns,
    List<String> findings,
    Map<String, Long> personal)
    implements Serializable {

  /** Records of files that landed before personal data was looked for do not tell of it. */
  public Inspection {
    personal = personal == null ? Map.of() : personal;
  }

  /** Columns and numbers of cells that held personal data, as {@code note: 12 cells}. */
  public String personalCells() {
    return new TreeMap<>(personal)
        .entrySet().stream()
            .map(
                e ->
                    "%s: %d cell%s"
                        .formatted(e.getKey(), e.getValue(), e.getValue() == 1 ? "" : "s"))
            .collect(Collectors.joining(", "));
  }

  Inspection found(Collection<String> rules) {
    Set<String> all = new LinkedHashSet<>(findings);
    all.addAll(rules);
    return new Inspection(
        fileId,
        bytes,
        encoding,
        numbers,
        dates,
        rows,
        malformed,
        fields,
        words,
        unknownColumns,
        List.copyOf(all),
        personal);
  }

  /** How its dates are written, or what the profile says where the file was not asked. */
  public DateStyle datesOr(DateLayout declared) {
    return dates == null ? DateStyle.declared(declared) : dates;
  }
}
