package org.remitlake.ingest.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Days as workbooks count them: a number whose whole part is a day and whose fraction is the time.
 *
 * @param system 1900, where 1 is 1 January 1900 and there is a 29 February 1900 that never was, or
 *     1904, where 0 is 1 January 1904
 * @param layout how to write a date
 */
record Serials(int system, DateLayout layout) {
  /** Months as English speakers shorten them. */
  static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final long DAY_MILLIS = 86_400_000;
  private static final int NEVER_WAS = 60;
  private static final int LAST = 2_958_465;
  private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
  private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);

  /**
   * A serial number as text: date, and time unless it is midnight, to the millisecond. A time
   * alone, and what is no day, becomes text that no date is read from.
   */
  String text(BigDecimal serial) {
    if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST + 1L)) >= 0) {
      return "#" + serial.toPlainString();
    }
    long millis =
        serial
            .multiply(BigDecimal.valueOf(DAY_MILLIS))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    long day = millis / DAY_MILLIS;
    String time = time(millis % DAY_MILLIS);
    if (day == 0 && system == 1900) {
      return time.strip();
    }
    return date(day) + time;
  }

  private String date(long day) {
    if (system == 1904) {
      return written(START_1904.plusDays(day));
    }
    if (day == NEVER_WAS) {
      return written("1900", "02", "29");
    }
    return written(BEFORE_1900.plusDays(day > NEVER_WAS ? day - 1 : day));
  }

  private static String time(long millis) {
    LocalTime time = LocalTime.ofNanoOfDay(millis * 1_000_000);
    if (millis == 0) {
      return "";
    }
    String pattern = millis % 1000 == 0 ? " HH:mm:ss" : " HH:mm:ss.SSS";
    return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }

  private String written(LocalDate date) {
    String[] parts = date.toString().split("-", -1);
    return written(parts[0], parts[1], parts[2]);
  }

  private String written(String year, String month, String day) {
    return switch (layout) {
      case ISO -> year + "-" + month + "-" + day;
      case DMY_DOTS -> day + "." + month + "." + year;
      case DMY_SLASH, MIXED_SLASH -> day + "/" + month + "/" + year;
      case DMY_MONTH -> day + "/" + MONTHS.get(Integer.parseInt(month) - 1) + "/" + year;
      case MDY_SLASH -> month + "/" + day + "/" + year;
    };
  }
}
