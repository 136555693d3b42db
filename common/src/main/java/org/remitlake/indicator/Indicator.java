package org.remitlake.indicator;

import org.remitlake.contract.Unit;

/**
 * A published number, defined once: an enum constant of a family. Computation, dictionary and
 * labels follow from it.
 */
public interface Indicator {
  /** Id in the register, as A30. */
  String id();

  /** Key in the register, as vw_cost_t. */
  String key();

  /** Member of the series, as usd200; {@code _T} when there is only one. */
  default String variant() {
    return "_T";
  }

  /** Evidence base: tx, quote, svy, adm, official. Two bases are never mixed in one number. */
  String basis();

  /** Title for readers. */
  String title();

  /** Unit of the value. */
  Unit unit();

  /** Which direction is an improvement. */
  Direction better();

  /** One sentence: what it is, and how it differs from the better-known number. */
  String note();

  /** Units below which a cell must not be published. */
  int minimumUnits();

  /** Which direction is an improvement. */
  enum Direction {
    /** Higher is better. */
    UP,
    /** Lower is better. */
    DOWN,
    /** No judgement. */
    NONE
  }
}
