package org.remitlake.synthetic;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * Writes instants the way one partner does. Remembers an hour's offset: not for several threads.
 */
final class Stamp {
  /** A partner's way of writing a time. */
  enum Pattern {
    /** {@code 2020-01-31T10:00:00+03:00}. */
    ISO_OFFSET,
    /** {@code 2020-01-31T10:00:00Z}. */
    ISO_UTC,
    /** {@code 2020-01-31 10:00:00}. */
    ISO_SPACE,
    /** {@code 2020-01-31 10:00}. */
    ISO_MINUTES,
    /** {@code 31.01.2020 10:00:00}. */
    DOTS,
    /** {@code 31/01/2020 10:00}. */
    SLASHES
  }

  private final Pattern pattern;
  private final ZoneRules rules;
  private long hour = Long.MIN_VALUE;
  private int offset;

  Stamp(Pattern pattern, ZoneId zone) {
    this.pattern = pattern;
    this.rules = zone.getRules();
  }

  /** Writes nothing for 0, the model's "did not happen". */
  void append(Text out, long epochSecond) {
    if (epochSecond == 0) {
      return;
    }
    if (Math.floorDiv(epochSecond, 3600) != hour) {
      hour = Math.floorDiv(epochSecond, 3600);
      offset = rules.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
    }
    long local = epochSecond + offset;
    date(out, Math.floorDiv(local, 86_400));
    time(out, Math.floorMod(local, 86_400));
  }

  private void date(Text out, long epochDay) {
    // Civil date from a day number, by eras of 400 years beginning in March.
    long z = epochDay + 719_468;
    long era = Math.floorDiv(z, 146_097);
    long dayOfEra = z - era * 146_097;
    long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long fromMarch = (5 * dayOfYear + 2) / 153;
    long day = dayOfYear - (153 * fromMarch + 2) / 5 + 1;
    long month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    switch (pattern) {
      case DOTS -> parts(out, day, month, year, '.');
      case SLASHES -> parts(out, day, month, year, '/');
      case ISO_OFFSET, ISO_UTC, ISO_SPACE, ISO_MINUTES -> parts(out, year, month, day, '-');
    }
  }

  private static void parts(Text out, long a, long b, long c, char mark) {
    Digits.padded(out, a, a > 31 ? 4 : 2);
    Digits.padded(out.append(mark), b, 2);
    Digits.padded(out.append(mark), c, c > 31 ? 4 : 2);
  }

  private void time(Text out, long second) {
    boolean letter = pattern == Pattern.ISO_OFFSET || pattern == Pattern.ISO_UTC;
    Digits.padded(out.append(letter ? 'T' : ' '), second / 3600, 2);
    Digits.padded(out.append(':'), second / 60 % 60, 2);
    if (pattern == Pattern.ISO_MINUTES || pattern == Pattern.SLASHES) {
      return;
    }
    Digits.padded(out.append(':'), second % 60, 2);
    if (pattern == Pattern.ISO_UTC) {
      out.append('Z');
    } else if (pattern == Pattern.ISO_OFFSET) {
      Digits.padded(out.append(offset < 0 ? '-' : '+'), Math.abs(offset) / 3600, 2);
      Digits.padded(out.append(':'), Math.abs(offset) / 60 % 60, 2);
    }
  }
}
