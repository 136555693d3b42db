package org.remitlake.stats;

/** How one cluster enters the Satterthwaite form of a contrast; see {@link ClusterBlock#pull}. */
final class Pull {
  private final double square;
  private final double[] p;
  private final double[] q;
  private final double[] rest;

  /**
   * Keeps what the cluster's weights {@code a} are to the others.
   *
   * @param square {@code a′a}
   * @param p {@code Z_g′a}
   * @param q {@code Z_g′W_g a}
   * @param squaredP {@code Z′W²Z p}
   */
  Pull(double square, double[] p, double[] q, double[] squaredP) {
    this.square = square;
    this.p = p;
    this.q = q;
    this.rest = new double[p.length];
    java.util.Arrays.setAll(rest, k -> squaredP[k] - q[k]);
  }

  /** {@code P_gg}. */
  double own() {
    return square + with(this);
  }

  /** {@code P_gh} of two clusters. */
  double with(Pull other) {
    return Sums.dot(p, other.rest) - Sums.dot(q, other.p);
  }
}
