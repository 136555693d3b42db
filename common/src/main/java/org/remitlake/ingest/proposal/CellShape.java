package org.remitlake.ingest.proposal;

import java.util.regex.Pattern;
import org.remitlake.ingest.file.Pseudonyms;

/** What a single cell looks like. */
enum CellShape {
  /** 64 hexadecimal digits. */
  HASH,
  /** A date, with or without a time, in a layout that is read. */
  DATE,
  /** A date in a layout that is not read: one-digit days, two-digit years. */
  OTHER_DATE,
  /** Digits alone. */
  INTEGER,
  /** Digits with a decimal mark or thousands set apart. */
  DECIMAL,
  /** An e-mail address, a phone, card or bank account number, a document, two words of a name. */
  PERSONAL,
  /** Several words, or very long. */
  FREE_TEXT,
  /** A word, a code, an id. */
  WORD;

  private static final Pattern READ_DATE =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d|\\d\\d\\.\\d\\d\\.\\d{4}|\\d\\d/\\d\\d/\\d{4})([T ].*)?");
  private static final Pattern ANY_DATE =
      Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}([T ].*)?");
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,3}([ \\u00A0\\u202F'\\u2019.,]\\d{3})+|\\d+)([.,]\\d+)?");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE =
      Pattern.compile(
          "(\\+\\d[\\d ()-]{8,17}|(8|7|992|374|996|998)\\d{9,10}|8[ (-][\\d ()-]{9,16})");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}( ?[A-Z0-9]{4}){3,7}.{0,4}");
  private static final Pattern CARD = Pattern.compile("\\d{4}([ -]?\\d{4}){3}(\\d{1,3})?");
  private static final Pattern MASKED_CARD = Pattern.compile("\\d{4,6}[*xXхХ]{4,9}\\d{4}");
  private static final Pattern DOCUMENT =
      Pattern.compile("\\d{2} \\d{2} \\d{6}|\\d{4} \\d{6}|\\p{Lu}{1,2}[ №]{0,2}\\d{7}");

  /** Two to four words with capitals, as {@code Каримов Рустам}; one may be an initial. */
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}'’-]+([ ,]+\\p{Lu}(\\.|[\\p{L}'’-]+)){1,3}");

  private static final int LONG_TEXT = 40;
  private static final int WORDS_OF_TEXT = 4;

  static CellShape of(String cell) {
    char first = cell.charAt(0);
    if (Character.isDigit(first) || first == '-' || first == '+') {
      return ofDigits(cell);
    }
    return Pseudonyms.isKeyedHash(cell) ? HASH : ofLetters(cell);
  }

  private static CellShape ofDigits(String cell) {
    if (cell.length() == 64 && Pseudonyms.isKeyedHash(cell)) {
      return HASH;
    }
    if (READ_DATE.matcher(cell).matches()) {
      return DATE;
    }
    if (isCard(cell) || PHONE.matcher(cell).matches() || DOCUMENT.matcher(cell).matches()) {
      return PERSONAL;
    }
    if (WHOLE.matcher(cell).matches()) {
      return INTEGER;
    }
    if (NUMBER.matcher(cell).matches()) {
      return DECIMAL;
    }
    return ANY_DATE.matcher(cell).matches() ? OTHER_DATE : ofLetters(cell);
  }

  private static CellShape ofLetters(String cell) {
    if (EMAIL.matcher(cell).matches()
        || IBAN.matcher(cell).matches()
        || PHONE.matcher(cell).matches()
        || DOCUMENT.matcher(cell).matches()
        || MASKED_CARD.matcher(cell).matches()
        || NAME.matcher(cell).matches()) {
      return PERSONAL;
    }
    boolean isText = cell.length() > LONG_TEXT || cell.split("\\s+").length > WORDS_OF_TEXT;
    return isText || cell.indexOf('\n') >= 0 ? FREE_TEXT : WORD;
  }

  /** Sixteen digits and more whose check digit is right (Luhn, ISO/IEC 7812-1). */
  private static boolean isCard(String cell) {
    return MASKED_CARD.matcher(cell).matches()
        || (CARD.matcher(cell).matches() && luhn(cell.replaceAll("\\D", "")));
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
