package org.remitlake.indicator;

/** An indicator that follows from the quotes of a corridor and quarter. */
public interface QuoteIndicator extends Indicator {
  /** Which cells an indicator has values for. */
  enum Scope {
    /** A corridor as a whole. */
    CORRIDOR,
    /** The parts of a corridor, dimension by dimension, without the whole. */
    PARTS,
    /** The whole and the parts. */
    CORRIDOR_AND_PARTS,
    /** All corridors in one. */
    ALL_CORRIDORS;

    /** Whether a cell is one that this scope has. */
    boolean has(CellKey cell) {
      boolean isTotal = cell.isTotal();
      boolean isOfAll = cell.corridor().equals(Dimension.TOTAL);
      return switch (this) {
        case CORRIDOR -> isTotal && !isOfAll;
        case PARTS -> !isTotal;
        case CORRIDOR_AND_PARTS -> !isOfAll;
        case ALL_CORRIDORS -> isOfAll;
      };
    }
  }

  /** The number of a cell. */
  QuoteOutcome of(QuoteCell cell);

  /** Which cells have a number. */
  Scope scope();

  @Override
  default String basis() {
    return "quote";
  }
}
