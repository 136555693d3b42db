package org.remitlake.ingest.proposal;

/**
 * A value of the proposed profile and what speaks for it.
 *
 * @param value as the profile takes it
 * @param certainty how far it may be trusted
 * @param why the evidence, without any cell's text
 */
public record Finding(String value, Certainty certainty, String why) {
  /** As a comment says it. */
  public String comment() {
    return certainty == Certainty.GUESS
        ? "TODO check, guess: " + why
        : certainty.word() + ": " + why;
  }
}
