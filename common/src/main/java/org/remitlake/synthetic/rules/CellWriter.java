package org.remitlake.synthetic.rules;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells as a partner writes them. Canonical are codes, {@code 1234.50}, {@code 2021-03-15} and
 * {@code 2021-03-15 10:00:00}; text behind {@code =} is written as it stands.
 */
final class CellWriter {
  private static final Pattern REASON = Pattern.compile("\\{reason (\\w+)}");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+\\.\\d+");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})( \\d{2}:\\d{2}.*)?");
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private final PartnerForm form;

  CellWriter(PartnerForm form) {
    this.form = form;
  }

  /** The reason for no value that a cell is to give, if it is to give one. */
  static Optional<String> reason(String canonical) {
    Matcher asked = REASON.matcher(canonical);
    return asked.matches() ? Optional.of(asked.group(1)) : Optional.empty();
  }

  String text(String field, String canonical) {
    if (canonical.startsWith("=")) {
      return canonical.substring(1);
    }
    Optional<String> reason = reason(canonical);
    if (reason.isPresent()) {
      return form.reasons().get(field).get(reason.get());
    }
    String word = form.words().getOrDefault(field, Map.of()).get(canonical);
    if (word != null) {
      return word;
    }
    Matcher day = DAY.matcher(canonical);
    if (day.matches()) {
      return day(day);
    }
    boolean isNumber = NUMBER.matcher(canonical).matches();
    return isNumber ? canonical.replace(".", form.dialect().decimalMark()) : canonical;
  }

  private String day(Matcher iso) {
    String time = iso.group(4) == null ? "" : iso.group(4);
    String year = iso.group(1);
    String month = iso.group(2);
    String day = iso.group(3);
    return time.isEmpty() && form.dialect().dateLayout().equals("ISO")
        ? iso.group()
        : switch (form.dialect().dateLayout()) {
              case "DMY_DOTS" -> day + '.' + month + '.' + year;
              case "DMY_SLASH" -> day + '/' + month + '/' + year;
              case "MDY_SLASH" -> month + '/' + day + '/' + year;
              case "DMY_MONTH" -> day + '-' + MONTHS[Integer.parseInt(month) - 1] + '-' + year;
              default -> year + '-' + month + '-' + day;
            }
            + time;
  }
}
