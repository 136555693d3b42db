package org.remitlake.stata;

/**
 * A missing value that says why.
 *
 * @param place 0 is the plain one, 1 to 26 are .a to .z
 */
public record StataMissing(int place) {
  private static final int LAST = 26;

  /** Checks the place. */
  public StataMissing {
    if (place < 0 || place > LAST) {
      throw new IllegalArgumentException("Missing values are . and .a to .z.");
    }
  }

  /** The number that a value label names it by. */
  public int code() {
    return StataType.MISSING_LONG + place;
  }
}
