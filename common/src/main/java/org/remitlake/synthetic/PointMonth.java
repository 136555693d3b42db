package org.remitlake.synthetic;

import java.time.LocalDate;

/**
 * What a point reports of a product for a month.
 *
 * @param month its first day
 * @param applications received
 * @param openings accounts opened or loans disbursed
 * @param transactions on the product
 * @param promised tenths of hours of service
 * @param available tenths of hours in which there was service
 * @param down tenths of hours that were announced to be without service
 * @param complaints received, or -1 at a point without a register of them
 * @param resolved complaints closed, or -1
 * @param contacts persons told of the product
 */
record PointMonth(
    LocalDate month,
    int applications,
    int openings,
    int transactions,
    int promised,
    int available,
    int down,
    int complaints,
    int resolved,
    int contacts) {
  private static final double MISSING = 0.04;

  /**
   * A point's month, or null where the report was never made.
   *
   * @param openings that the bank's own extracts know of
   * @param open complaints that are not closed yet
   */
  static PointMonth of(Point point, String product, LocalDate month, int openings, int open) {
    Draw draw = Draw.of(Draw.key(point.key(), product.hashCode(), month.toEpochDay()));
    if (draw.chance(MISSING)) {
      return null;
    }
    boolean branch = point.kind() == Point.Kind.BRANCH;
    int opened = openings + draw.poisson(branch ? 1.5 : 0.4);
    int applied = opened + draw.poisson(0.6);
    int transactions = draw.poisson(branch ? 24 : 5);
    int promised = 10 * (branch ? 176 : 240);
    int down = draw.chance(0.2) ? 10 * (1 + draw.below(6)) : 0;
    int failed = draw.chance(0.35) ? 1 + draw.below(branch ? 80 : 300) : 0;
    int complaints = point.registers() ? draw.poisson(0.012 * transactions) : -1;
    int resolved = point.registers() ? draw.below(open + complaints + 1) : -1;
    int contacts = draw.poisson(point.pilotArea() ? 14 : 4);
    return new PointMonth(
        month,
        applied,
        opened,
        transactions,
        promised,
        promised - down - failed,
        down,
        complaints,
        resolved,
        contacts);
  }
}
