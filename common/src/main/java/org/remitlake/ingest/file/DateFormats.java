package org.remitlake.ingest.file;

/** Which number formats of a workbook show a number as a date or a time. */
final class DateFormats {
  private DateFormats() {}

  /**
   * Whether a number is shown as a date or time.
   *
   * @param id number of the format; those up to 58 may have no code in the file
   * @param code the format as text, or empty
   * @see "ECMA-376 part 1, 18.8.30"
   */
  static boolean isDate(int id, String code) {
    return code.isEmpty() ? isBuiltIn(id) : hasDateLetter(code);
  }

  private static boolean isBuiltIn(int id) {
    return (id >= 14 && id <= 22)
        || (id >= 27 && id <= 36)
        || (id >= 45 && id <= 47)
        || (id >= 50 && id <= 58);
  }

  /** A letter of dates outside quotes, brackets (colours, currencies) and escapes. */
  private static boolean hasDateLetter(String code) {
    boolean quoted = false;
    boolean bracketed = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"' && !bracketed) {
        quoted = !quoted;
      } else if (!quoted && (c == '[' || c == ']')) {
        bracketed = c == '[';
      } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
        i++;
      } else if (!quoted && !bracketed && "yYmMdDhHsS".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }
}
