package org.remitlake.jobs;

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

  /** For the command line. */
  static final class Converter implements ITypeConverter<QuarterRange> {
    @Override
    public QuarterRange convert(String text) {
      String[] ends = text.split("\\.\\.", -1);
      try {
        Quarter first = Quarter.parse(ends[0]);
        Quarter last = Quarter.parse(ends[ends.length - 1]);
        if (ends.length > 2) {
          throw new IllegalArgumentException("a range has two ends, as 2024-Q1..2024-Q4.");
        }
        return new QuarterRange(Quarter.range(first, last));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
