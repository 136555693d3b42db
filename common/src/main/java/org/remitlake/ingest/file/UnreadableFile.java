package org.remitlake.ingest.file;

/** A file that is rejected whole; the message says why, in words for the partner. */
public final class UnreadableFile extends RuntimeException {
  private final String rule;

  /** A rejection by a rule of catalogue 10.1. */
  public UnreadableFile(String rule, String message) {
    super(message);
    this.rule = rule;
  }

  /** A rejection that a failure caused. */
  public UnreadableFile(String rule, String message, Throwable cause) {
    super(message, cause);
    this.rule = rule;
  }

  /** Id of the rule, as F06. */
  public String rule() {
    return rule;
  }
}
