package org.remitlake.jobs;

import java.util.Arrays;
import java.util.List;
import org.remitlake.time.Quarter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One quarter, {@code 2024-Q1}, or a range, {@code 2024-Q1..2024-Q4}.
 *
 * @param quarters all quarters of the range
 */
record QuarterRange(List<Quarter> quarters) {
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;
  private static final int MOST_QUARTERS = 200;

  /** For the command line. */
  static final class Converter implements ITypeConverter<QuarterRange> {
    @Override
    public QuarterRange convert(String text) {
      try {
        List<Quarter> quarters = quarters(text.split("\\.\\.", -1));
        if (quarters.size() > MOST_QUARTERS) {
          throw new IllegalArgumentException(
              "the range has %d quarters. Ask for at most %d at a time."
                  .formatted(quarters.size(), MOST_QUARTERS));
        }
        return new QuarterRange(quarters);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }

    private static List<Quarter> quarters(String[] ends) {
      boolean whole = ends.length <= 2 && Arrays.stream(ends).noneMatch(String::isBlank);
      if (!whole) {
        throw new IllegalArgumentException(
            "a range has two ends. Write it as 2024-Q1..2024-Q4, or one quarter as 2024-Q1.");
      }
      return Quarter.range(end(ends[0]), end(ends[ends.length - 1]));
    }

    private static Quarter end(String text) {
      Quarter quarter = Quarter.parse(text);
      if (quarter.year() < FIRST_YEAR || quarter.year() > LAST_YEAR) {
        throw new IllegalArgumentException(
            "%s lies outside the years %d to %d. Check the year."
                .formatted(quarter, FIRST_YEAR, LAST_YEAR));
      }
      return quarter;
    }
  }
}
