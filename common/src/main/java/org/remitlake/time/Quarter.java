package org.remitlake.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar quarter, written {@code 2024-Q1} as in SDMX.
 *
 * @param year calendar year
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter>, java.io.Serializable {
  private static final Pattern SDMX = Pattern.compile("(\\d{4})-Q([1-4])");

  /** Refuses a quarter that no calendar has. */
  public Quarter {
    if (number < 1 || number > 4) {
      throw new IllegalArgumentException("A quarter's number is 1 to 4, not " + number + ".");
    }
  }

  /**
   * Reads {@code 2024-Q1}.
   *
   * @throws IllegalArgumentException if the text is not a quarter
   */
  public static Quarter parse(String text) {
    Matcher matcher = SDMX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a quarter. Write it as 2024-Q1 (year, -Q, 1 to 4).");
    }
    return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Whether a text is a quarter's label. */
  public static boolean isLabel(String text) {
    return SDMX.matcher(text).matches();
  }

  /** The quarter that holds a date. */
  public static Quarter of(LocalDate date) {
    return new Quarter(date.getYear(), (date.getMonthValue() + 2) / 3);
  }

  /**
   * All quarters from the first to the last, both included.
   *
   * @throws IllegalArgumentException if the last lies before the first
   */
  public static List<Quarter> range(Quarter first, Quarter last) {
    if (last.compareTo(first) < 0) {
      throw new IllegalArgumentException(last + " lies before " + first + ".");
    }
    List<Quarter> quarters = new ArrayList<>();
    for (Quarter q = first; q.compareTo(last) <= 0; q = q.plus(1)) {
      quarters.add(q);
    }
    return quarters;
  }

  /** Its first day. */
  public LocalDate firstDay() {
    return LocalDate.of(year, 3 * number - 2, 1);
  }

  /** The first day after it: quarters are half-open intervals. */
  public LocalDate endExclusive() {
    return firstDay().plusMonths(3);
  }

  /** The quarter {@code n} later, or earlier when {@code n} is negative. */
  public Quarter plus(int n) {
    return of(firstDay().plusMonths(3L * n));
  }

  /** Quarters from this one to another; negative when that lies before. */
  public int until(Quarter other) {
    return 4 * (other.year - year) + other.number - number;
  }

  @Override
  public int compareTo(Quarter other) {
    return firstDay().compareTo(other.firstDay());
  }

  @Override
  public String toString() {
    return year + "-Q" + number;
  }
}
