package org.remitlake.ingest.file;

import java.io.Serializable;

/**
 * What a partner says of a file as a whole, in the manifest beside it (catalogue 9); each text is
 * empty where nothing is said.
 *
 * @param manifestId SHA-256 of the manifest; empty of a file that came without one
 * @param createdAt when the partner made the file, in UTC
 * @param kind FULL, DELTA or CORRECTION
 * @param replaces id of the file that this one replaces as a whole
 */
public record Envelope(String manifestId, String createdAt, String kind, String replaces)
    implements Serializable {
  /** Of a file that came without a manifest. */
  public static final Envelope NONE = new Envelope("", "", "", "");

  /** Of a file whose manifest was not read. */
  static Envelope unread(String manifestId) {
    return new Envelope(manifestId, "", "", "");
  }

  /** Whether a manifest came with the file. */
  public boolean hasManifest() {
    return !manifestId.isEmpty();
  }
}
