package org.remitlake.ingest.file;

/**
 * One row of a contract, as text.
 *
 * @param line where its record begins
 * @param cells text by contract field; null where the cell is empty or absent
 * @param problem what is wrong with the row's structure, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // one per delivered row: never compared, never shared
public record TextRow(long line, String[] cells, String problem) {}
