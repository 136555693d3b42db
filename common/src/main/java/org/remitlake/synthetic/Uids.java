package org.remitlake.synthetic;

/** Interview numbers as two survey systems write them: one to one, and in no visible order. */
final class Uids {
  private static final long HUNDRED_MILLION = 100_000_000L;
  private static final int MASK = 0xFFFFFF;

  /** Interviews of one survey and wave are numbered from a multiple of this. */
  static final int SURVEY = 2_000_000;

  private Uids() {}

  /** Six hexadecimal digits: a bijection of 24-bit numbers. */
  static String hex(long seed, int number) {
    int x = (number ^ (int) Draw.mix(seed)) & MASK;
    x = ((x ^ (x >>> 12)) * 0x85EBCB) & MASK;
    x = ((x ^ (x >>> 11)) * 0x9E3779) & MASK;
    x ^= x >>> 12;
    Text text = new Text(6);
    for (int shift = 20; shift >= 0; shift -= 4) {
      text.append(Character.forDigit((x >>> shift) & 15, 16));
    }
    return text.toString();
  }

  /** {@code 12-34-56-78}; the factor shares no divisor with 100 million. */
  static String pairs(long seed, int number) {
    long offset = Math.floorMod(Draw.mix(seed), HUNDRED_MILLION);
    long value = (number * 48_271L + offset) % HUNDRED_MILLION;
    Text text = new Text(12);
    for (long divisor = 1_000_000; divisor > 0; divisor /= 100) {
      Digits.padded(text, value / divisor % 100, 2);
      text.append(divisor == 1 ? "" : "-");
    }
    return text.toString();
  }
}
