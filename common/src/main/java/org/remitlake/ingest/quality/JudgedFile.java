package org.remitlake.ingest.quality;

/**
 * A file that rules looked at.
 *
 * @param batchId slice of the table: the batch with which the file landed, or {@code rejected} or
 *     {@code known}
 * @param fileId SHA-256 of its bytes
 * @param name as delivered
 * @param contract as transfer
 * @param provider code of the provider
 * @param rows rows read; 0 where it was not read
 */
public record JudgedFile(
    String batchId, String fileId, String name, String contract, String provider, long rows) {}
