package org.remitlake.funder;

import java.util.List;

/**
 * What a publication did.
 *
 * @param vintage as 2024-Q4_v1
 * @param outcome what happened
 * @param rows records of the vintage
 * @param suppressed of them, those not shown
 * @param folder where its files lie
 * @param restored vintages of the quarter whose folder was missing and was written anew
 */
public record PublicationReport(
    String vintage,
    Outcome outcome,
    int rows,
    long suppressed,
    String folder,
    List<String> restored) {

  /** Copies the list. */
  public PublicationReport {
    restored = List.copyOf(restored);
  }

  /** What happened to the release. */
  public enum Outcome {
    /** A new vintage was committed and its folder written. */
    RELEASED,
    /** The latest vintage already says the same. */
    UNCHANGED,
    /** The latest vintage says the same; its folder was missing and was written. */
    COMPLETED
  }
}
