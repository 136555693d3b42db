package org.remitlake.contract;

/** What a column is for, in the words of SDMX and VTL. */
public enum Role {
  /** Part of the key: two rows never agree in all identifiers. */
  IDENTIFIER,
  /** A value that the table is about. */
  MEASURE,
  /** A description of the row. */
  ATTRIBUTE,
  /** Where and in which run the row arose; left out of content hashes. */
  PROVENANCE
}
