package org.remitlake.ingest.proposal;

/** The rows of a text that is cut off: up to the last line end that is outside of quotes. */
final class WholeRows {
  private WholeRows() {}

  static String of(String text) {
    boolean isQuoted = false;
    int end = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isQuoted ^= c == '"';
      end = c == '\n' && !isQuoted ? i : end;
    }
    // Without any, a quote is never closed: the reader says so.
    return end < 0 ? text : text.substring(0, end + 1);
  }
}
