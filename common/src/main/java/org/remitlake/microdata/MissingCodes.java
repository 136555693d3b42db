package org.remitlake.microdata;

import java.util.List;

/** Stata's extended missing values for reasons; a reason that is not listed is the plain one. */
final class MissingCodes {
  /** The first is .a. */
  static final List<String> REASONS =
      List.of("DK", "REFUSED", "NOT_APPLICABLE", "SKIPPED", "UNMAPPED", "SUPPRESSED");

  private MissingCodes() {}

  /** Place among the 27: 0 for the plain missing value, 1 for .a. */
  static int place(String reason) {
    return REASONS.indexOf(reason) + 1;
  }

  /** As Stata writes it, with the reason that text files have: .a DK. */
  static String of(String reason) {
    int place = place(reason);
    return place == 0 ? reason : "." + (char) ('a' + place - 1) + " " + reason;
  }
}
