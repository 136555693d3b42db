package org.remitlake.ingest.file;

import java.util.List;

/** Cells that no column of a file holds as such: told from several columns, or from elsewhere. */
interface DerivedCells {
  /** Names under which a profile's fields find them. */
  List<String> names();

  /** The texts for the present record, one for each name; empty where there is none. */
  List<String> cells(Records record);
}
