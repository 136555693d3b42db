package org.remitlake.synthetic;

/**
 * Random numbers that follow from a key (SplitMix64): any person, month or transfer can be drawn
 * alone, in any order, on any machine. Own code because the JDK does not promise the same normal
 * deviates from one version to the next.
 */
final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Draw(long state) {
    this.state = state;
  }

  static Draw of(long key) {
    return new Draw(key);
  }

  /** A key from two: not symmetric, so (sender 1, month 2) differs from (sender 2, month 1). */
  static long key(long a, long b) {
    return mix(mix(a + GOLDEN) + b * GOLDEN);
  }

  static long key(long a, long b, long c) {
    return key(key(a, b), c);
  }

  /** SplitMix64's finalizer: a bijection of 64-bit numbers. */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** In the open interval (0, 1), so its logarithm is finite. */
  double uniform() {
    return ((bits() >>> 12) + 0.5) * 0x1.0p-52;
  }

  int below(int bound) {
    return (int) (uniform() * bound);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** The index of the first weight that the draw falls into; weights need not sum to 1. */
  int pick(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double rest = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      rest -= weights[i];
      if (rest < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  double normal() {
    double radius = Math.sqrt(-2 * StrictMath.log(uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }

  /** Gamma of shape 2: the sum of two exponentials. */
  double gammaOfShapeTwo(double mean) {
    return -mean / 2 * StrictMath.log(uniform() * uniform());
  }

  /** By inversion: exact, and quick for the small means of one person's month. */
  int poisson(double mean) {
    double left = uniform();
    double term = StrictMath.exp(-mean);
    int count = 0;
    while (left > term && term > 0) {
      left -= term;
      count++;
      term *= mean / count;
    }
    return count;
  }
}
