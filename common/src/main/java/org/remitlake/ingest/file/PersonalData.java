package org.remitlake.ingest.file;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.Kind;

/**
 * What looks like a card, an account or a phone in a cell where nobody expects one (rule F07).
 * Names and documents of persons cannot be told from other words and numbers; columns that are
 * known to hold them are not landed, since no profile names them.
 *
 * <p>Cells of codes, and of free text, lose such a value before anything is written: {@link #MARK}
 * stands in its place. Ids are left as they are, for one number in ten passes the check of a card
 * by chance; only where most ids of a file look so they are cards or accounts.
 */
public final class PersonalData {
  /** Stands for a value that was not taken. */
  public static final String MARK = "[personal data, not stored]";

  /** No card, account or phone is shorter, or has fewer digits. */
  private static final int LEAST = 10;

  private static final int BEFORE_DIGITS = 4;
  private static final BigInteger REMAINDER_OF = BigInteger.valueOf(97);

  private static final Pattern ID = Pattern.compile("(.*_)?(id|sha256|seed|psu|stratum|group)");

  /** 13 to 19 digits, in groups or not. */
  private static final Pattern CARD = Pattern.compile("(?<![\\w])\\d(?:[ -]?\\d){12,18}(?!\\w)");

  /**
   * Country, two check digits, 11 to 30 letters and digits in groups of four or not (ISO 13616).
   */
  private static final Pattern ACCOUNT =
      Pattern.compile("(?<!\\w)[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\\w)");

  private static final Pattern ABROAD =
      Pattern.compile("(?<!\\w)(?:\\+|00(?=[1-9]))(?:[ ().-]{0,2}\\d){10,15}(?!\\w)");

  /** Mobile numbers of Tajikistan, Armenia, Russia and Kazakhstan without the plus sign. */
  private static final Pattern AT_HOME =
      Pattern.compile(
          "(?<![\\w+.,-])(?:992(?:[ -]?\\d){9}|374(?:[ -]?\\d){8}|[78][ -]?\\(?[79](?:[ ()-]{0,2}\\d){9})"
              + "(?![\\w.,])");

  private PersonalData() {}

  /** Whether a field holds ids, of whatever they are. */
  static boolean isId(DeliveredField field) {
    return field.kind() == Kind.TEXT && ID.matcher(field.name()).matches();
  }

  /** Whether cells of a field are looked at, and lose what looks like personal data. */
  static boolean concerns(DeliveredField field) {
    return field.kind().coded() || (field.kind() == Kind.TEXT && !isId(field));
  }

  /** Whether a column is left out of the lake as soon as one cell of it holds personal data. */
  static boolean isDroppedWhole(DeliveredField field) {
    return field.kind() == Kind.TEXT && !field.hasColumn();
  }

  /** Whether a text holds a card, an account or a phone. */
  static boolean isIn(String cell) {
    return mayBe(cell) && (isCertainlyIn(cell) || AT_HOME.matcher(cell).find());
  }

  /** The same, but for phones that have the form of any number. */
  static boolean isCertainlyIn(String cell) {
    return mayBe(cell) && (holdsCard(cell) || holdsAccount(cell) || ABROAD.matcher(cell).find());
  }

  /** Most cells end here. */
  private static boolean mayBe(String cell) {
    int digits = 0;
    for (int i = 0; cell.length() >= LEAST && i < cell.length(); i++) {
      char c = cell.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      if (digits >= LEAST) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsCard(String cell) {
    Matcher found = CARD.matcher(cell);
    while (found.find()) {
      String digits = found.group().replaceAll("[ -]", "");
      // 2 Mir, 3 American Express, 4 Visa, 5 Mastercard, 6 Maestro and UnionPay, 9 Korti Milli
      if (digits.matches("[2-69].*") && isLuhn(digits)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = 2 * digit;
      sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private static boolean holdsAccount(String cell) {
    Matcher found = ACCOUNT.matcher(cell);
    while (found.find()) {
      String account = found.group().replace(" ", "");
      String turned = account.substring(BEFORE_DIGITS) + account.substring(0, BEFORE_DIGITS);
      StringBuilder number = new StringBuilder();
      turned.chars().forEach(c -> number.append(Character.digit(c, 36)));
      if (new BigInteger(number.toString()).mod(REMAINDER_OF).intValue() == 1) {
        return true;
      }
    }
    return false;
  }
}
