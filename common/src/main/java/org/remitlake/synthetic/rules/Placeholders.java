package org.remitlake.synthetic.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between braces in cells: {@code {id}} is the row's own reference and {@code {id 1}}
 * that of the case's first row; {@code {pid s}} is a person of the case, {@code {pid ~s}} one whom
 * all rows of the file know, {@code {pid @s}} one whom all files know, and {@code {pid @s no}} as
 * many of these as the file has rows; {@code {day}} is a day of the row's own, {@code {day 3}}
 * three days later.
 */
final class Placeholders {
  private static final Pattern PLACE = Pattern.compile("\\{(id|no|pid|day)(?: ([^}]*))?}");

  /** Two files of one source tell of different years. */
  private static final LocalDate FIRST_OF_TEXT = LocalDate.of(2000, 1, 3);

  private static final LocalDate FIRST_OF_OTHERS = LocalDate.of(2012, 1, 2);

  /** So far apart that nothing of one case is next to another. */
  private static final int DAYS_OF_CASE = 7;

  private final long seed;
  private final PartnerForm form;

  Placeholders(long seed, PartnerForm form) {
    this.seed = seed;
    this.form = form;
  }

  /**
   * The text of a cell.
   *
   * @param caseNo number of the case in the file
   * @param rowNo number of the row in the case
   * @param number of the row in the file
   * @param ids references of the case's rows
   */
  String fill(String text, int caseNo, int rowNo, int number, List<String> ids) {
    Matcher place = PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String what = place.group(2);
      String value =
          switch (place.group(1)) {
            case "id" -> ids.get(what == null ? rowNo : Integer.parseInt(what) - 1);
            case "no" -> Long.toString(number + offset(what));
            case "pid" -> pid(what.replaceFirst(" no$", "-" + number), caseNo);
            default ->
                first().plusDays(DAYS_OF_CASE * (long) caseNo + rowNo + offset(what)).toString();
          };
      place.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return place.appendTail(filled).toString();
  }

  private LocalDate first() {
    return form.dialect().format().equals("delimited") ? FIRST_OF_TEXT : FIRST_OF_OTHERS;
  }

  private static long offset(String told) {
    return told == null ? 0 : Long.parseLong(told);
  }

  /** A reference with letters, so that no chance makes it a card's number. */
  String id(int number) {
    return String.format(Locale.ROOT, "W%s-%04d", hash(form.name()).substring(0, 5), number);
  }

  private String pid(String label, int caseNo) {
    return switch (label.charAt(0)) {
      case '@' -> hash(label);
      case '~' -> hash(form.name() + ' ' + label);
      default -> hash(form.name() + ' ' + caseNo + ' ' + label);
    };
  }

  private String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = (seed + " " + text).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
