package org.remitlake.synthetic;

/** Pseudonyms that look like keyed hashes. Not a hash of anything: a model has no documents. */
final class Pids {
  private static final String HEX = "0123456789abcdef";

  private Pids() {}

  /** Distinct persons of a provider have distinct keys, since {@link Draw#mix} is a bijection. */
  static long key(long seed, Provider provider, long person) {
    return Draw.mix(Draw.key(seed, provider.key()) ^ person);
  }

  static String text(long key) {
    Text text = new Text(64);
    append(text, key);
    return text.toString();
  }

  static void append(Text out, long key) {
    for (int word = 0; word < 4; word++) {
      long bits = word == 0 ? Draw.mix(key) : Draw.key(key, word);
      for (int shift = 60; shift >= 0; shift -= 4) {
        out.append(HEX.charAt((int) (bits >>> shift) & 15));
      }
    }
  }
}
