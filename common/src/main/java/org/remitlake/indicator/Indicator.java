package org.remitlake.indicator;

import org.remitlake.contract.Unit;

/**
 * A published number, defined once: an enum constant of a family. Computation, dictionary and
 * labels follow from it.
 */
public interface Indicator {
  /** The constant's name. */
  String name();

  /** What it says of itself. */
  Definition definition();

  /** Id in the register, as A30: the constant's name up to an underscore. */
  default String id() {
    int end = name().indexOf('_');
    return end < 0 ? name() : name().substring(0, end);
  }

  /** Key in the register, as vw_cost_t. */
  default String key() {
    return definition().key();
  }

  /** Member of the series, as usd200; {@code _T} when there is only one. */
  default String variant() {
    return definition().variant();
  }

  /** Evidence base: tx, quote, svy, adm, official. Two bases are never mixed in one number. */
  String basis();

  /** Title for readers. */
  default String title() {
    return definition().title();
  }

  /** Unit of the value. */
  default Unit unit() {
    return definition().unit();
  }

  /** Which direction is an improvement. */
  default Direction better() {
    return definition().better();
  }

  /** One sentence: what it is, and how it differs from the better-known number. */
  default String note() {
    return definition().note();
  }

  /** Units below which a cell must not be published. */
  default int minimumUnits() {
    return definition().minimumUnits();
  }

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
