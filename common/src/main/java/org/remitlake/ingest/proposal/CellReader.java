package org.remitlake.ingest.proposal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.remitlake.contract.DeliveredField;
import org.remitlake.ingest.file.DateLayout;
import org.remitlake.ingest.file.NumberStyle;
import org.remitlake.ingest.file.Words;

/**
 * Whether ingest could read a cell: what {@code Cells} says as Spark columns, said again in plain
 * Java for a trial without a session.
 *
 * @param numbers how the file writes numbers
 * @param layout how it writes dates
 * @param words its words
 */
record CellReader(NumberStyle numbers, DateLayout layout, Words words) {
  private static final String THOUSANDS = "[ \\u00A0\\u202F'\\u2019%s]";
  private static final String GROUPED = "[-+]?(\\d{1,3}(" + THOUSANDS + "\\d{3})+|\\d+)(%s\\d+)?";
  private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+(\\.\\d*)?");
  private static final Pattern COMMA = Pattern.compile("[-+]?\\d+(,\\d*)?");
  private static final Pattern POINTS = Pattern.compile(GROUPED.formatted(",", "\\."));
  private static final Pattern COMMAS = Pattern.compile(GROUPED.formatted(".", ","));
  private static final Pattern CLEAR =
      Pattern.compile("[-+]?(0?|[1-9]\\d{3,})[.,]\\d+|[-+]?\\d+([.,](\\d{1,2}|\\d{4,}))?");
  private static final Pattern TIME =
      Pattern.compile("[T ](\\d\\d:\\d\\d)(:\\d\\d)?(\\.\\d+)?\\s?(Z|[+-]\\d\\d(:?\\d\\d)?)?");

  boolean reads(DeliveredField field, String cell) {
    return switch (field.kind()) {
      case TEXT, PERSON -> true;
      case CODE, COUNTRY, CURRENCY, FLAG ->
          !Words.concerns(field) || words.meaning(field, cell).isPresent();
      case INTEGER -> isNumber(cell) && isWhole(cell);
      case MONEY, RATE, PERCENT, NUMBER -> isNumber(cell);
      case DATE, INSTANT -> isDate(cell);
    };
  }

  private boolean isNumber(String cell) {
    Pattern pattern =
        switch (numbers) {
          case PLAIN -> PLAIN;
          case COMMA -> COMMA;
          case POINT_GROUPED -> POINTS;
          case COMMA_GROUPED -> COMMAS;
          case MIXED -> CLEAR;
        };
    return pattern.matcher(cell).matches();
  }

  private static boolean isWhole(String cell) {
    String digits = cell.replaceAll("[^\\d-]", "");
    return digits.length() < 11
        && new BigDecimal(digits).abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }

  private boolean isDate(String cell) {
    String first = cell.length() < 10 ? "" : cell.substring(0, 10);
    String iso =
        switch (layout) {
          case ISO, DMY_MONTH -> first.matches("\\d{4}-\\d\\d-\\d\\d") ? first : "";
          case DMY_DOTS -> rearranged(first, "\\.", 3, 0);
          case DMY_SLASH, MIXED_SLASH -> rearranged(first, "/", 3, 0);
          case MDY_SLASH -> rearranged(first, "/", 0, 3);
        };
    try {
      return !iso.isEmpty() && LocalDate.parse(iso) != null && isTime(cell.substring(10));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String rearranged(String text, String mark, int month, int day) {
    return text.matches("\\d\\d" + mark + "\\d\\d" + mark + "\\d{4}")
        ? text.substring(6)
            + "-"
            + text.substring(month, month + 2)
            + "-"
            + text.substring(day, day + 2)
        : "";
  }

  private static boolean isTime(String rest) {
    var time = TIME.matcher(rest);
    return rest.isEmpty() || (time.matches() && LocalTime.parse(time.group(1)) != null);
  }
}
