package org.remitlake.synthetic;

/** Numbers as text without {@code String.format}, whose cost would be most of a file's. */
final class Digits {
  private Digits() {}

  /** With leading zeros; {@code value} is not negative. */
  static void padded(Text out, long value, int width) {
    long power = 1;
    for (int i = 1; i < width; i++) {
      power *= 10;
    }
    long rest = value;
    for (; power > 0; power /= 10) {
      out.append((char) ('0' + rest / power));
      rest %= power;
    }
  }

  /** A fixed-point number: 12345 with two decimals is 123.45. */
  static void decimal(Text out, long value, int decimals, char mark) {
    long scale = 1;
    for (int i = 0; i < decimals; i++) {
      scale *= 10;
    }
    long absolute = Math.abs(value);
    if (value < 0) {
      out.append('-');
    }
    out.append(absolute / scale).append(mark);
    padded(out, absolute % scale, decimals);
  }

  /** Like {@link #decimal} with two decimals, and a separator between groups of three. */
  static void grouped(Text out, long value, char mark, char separator) {
    int start = out.length() + (value < 0 ? 1 : 0);
    decimal(out, value, 2, mark);
    for (int at = out.length() - 6; at > start; at -= 3) {
      out.insert(at, separator);
    }
  }
}
