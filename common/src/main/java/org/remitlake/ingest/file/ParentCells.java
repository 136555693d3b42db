package org.remitlake.ingest.file;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cells of the row that a roster row belongs to, looked up in another sheet of the workbook. A link
 * that leads to no row, to several, or into another sheet gives none.
 */
final class ParentCells implements DerivedCells {
  /** KoboToolbox names here the group above, which of nested groups is no household. */
  private static final String TABLE = "_parent_table_name";

  /** Sheets have no longer names. */
  private static final int SHEET_NAME = 31;

  private final List<String> names;
  private final String sheet;
  private final int link;
  private final int table;
  private final Map<String, List<String>> above = new HashMap<>();

  private ParentCells(Profile profile, List<String> header) {
    names =
        profile.read().stream()
            .filter(name -> name.startsWith(Parent.COLUMN))
            .collect(Collectors.toList());
    sheet = profile.parent().sheet();
    List<String> own = header.stream().map(Words::normal).toList();
    link = own.indexOf(Words.normal(profile.parent().link()));
    table = own.indexOf(TABLE);
  }

  /**
   * Reads the sheet above.
   *
   * @param header names of the roster's own columns
   * @throws UnreadableFile if the workbook has no such sheet, or it has no such key
   */
  static ParentCells of(FileSource source, Profile profile, List<String> header)
      throws IOException {
    ParentCells cells = new ParentCells(profile, header);
    try (Records records = new WorkbookRecords(source, profile, profile.parent().sheet())) {
      cells.read(records, profile.parent().key());
    }
    return cells;
  }

  private void read(Records records, String keyName) throws IOException {
    List<String> header = records.header().stream().map(Words::normal).toList();
    int key = header.indexOf(Words.normal(keyName));
    if (key < 0) {
      throw new UnreadableFile(
          "F06",
          "sheet '%s' has no column '%s' that rows of other sheets refer to; export it, or mend"
                  .formatted(sheet, keyName)
              + " 'parent' of the profile");
    }
    int[] wanted =
        names.stream()
            .mapToInt(name -> header.indexOf(Words.normal(name.substring(Parent.COLUMN.length()))))
            .toArray();
    Set<String> repeated = new HashSet<>();
    while (records.next()) {
      String id = TextRows.trimmed(records.cell(key));
      List<String> cells =
          java.util.Arrays.stream(wanted)
              .mapToObj(at -> at < 0 ? "" : TextRows.trimmed(records.cell(at)))
              .toList();
      if (!id.isEmpty() && above.putIfAbsent(id, cells) != null) {
        repeated.add(id);
      }
    }
    repeated.forEach(above::remove);
  }

  /** Whether the roster says which rows its own belong to. */
  boolean isGiven() {
    return link >= 0;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<String> cells(Records record) {
    String said = table < 0 ? "" : TextRows.trimmed(record.cell(table));
    boolean isHere = said.isEmpty() || cut(said).equalsIgnoreCase(cut(sheet));
    List<String> none = names.stream().map(name -> "").toList();
    return isHere ? above.getOrDefault(TextRows.trimmed(record.cell(link)), none) : none;
  }

  private static String cut(String name) {
    return name.length() > SHEET_NAME ? name.substring(0, SHEET_NAME) : name;
  }
}
