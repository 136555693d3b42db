package org.remitlake.ingest.file;

import java.io.Serializable;

/**
 * How the rows of a repeat group name the row they belong to, which lies in another sheet of the
 * same workbook. Columns of that row are named {@code parent:NAME} in the profile.
 *
 * @param sheet name of the sheet with the rows above; empty: there is none
 * @param key its column that names a row
 * @param link the column of the repeat group that holds such a name
 */
public record Parent(String sheet, String key, String link) implements Serializable {
  /** What names of columns of the row above begin with. */
  static final String COLUMN = "parent:";

  /** Of files whose rows belong to no others. */
  static final Parent NONE = new Parent("", null, null);

  /** Fills in what KoboToolbox calls the columns. */
  public Parent {
    sheet = sheet == null ? "" : sheet;
    key = key == null ? "_index" : key;
    link = link == null ? "_parent_index" : link;
  }

  boolean isThere() {
    return !sheet.isEmpty();
  }
}
