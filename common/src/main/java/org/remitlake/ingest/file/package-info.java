/**
 * What did the partner send: which layout, encoding, decimal mark, columns and words?
 *
 * <p>Start with {@link org.remitlake.ingest.file.Inspector}. A file is read whole by one task,
 * since its evidence is the file's; nothing here judges a row.
 */
package org.remitlake.ingest.file;
