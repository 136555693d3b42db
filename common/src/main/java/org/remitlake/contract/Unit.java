package org.remitlake.contract;

/** The unit of a value, as printed in dictionaries and column comments. */
public enum Unit {
  /** No unit: names, codes, dates, flags. */
  NONE(""),
  /** Percent, 0 to 100. */
  PERCENT("%"),
  /** Percentage points. */
  POINTS("pp"),
  /** Of a base that is 100. */
  INDEX("index"),
  /** A plain ratio. */
  RATIO("ratio"),
  /** Yes or no, or a share, 0 to 1. */
  ZERO_ONE("0/1"),
  /** Days. */
  DAYS("days"),
  /** Months. */
  MONTHS("months"),
  /** United States dollars. */
  USD("USD"),
  /** Currency of the receiving country. */
  LCU("LCU"),
  /** Currency in which the sender pays. */
  SEND_CURRENCY("send currency"),
  /** Currency in which the beneficiary is paid. */
  PAYOUT_CURRENCY("payout currency"),
  /** Payout currency per 1 unit of send currency. */
  RATE("quote currency per 1 base currency"),
  /** A number per 100 units. */
  PER_100("per 100"),
  /** A number of persons. */
  PERSONS("persons"),
  /** A number of things. */
  NUMBER("number");

  private final String label;

  Unit(String label) {
    this.label = label;
  }

  /** The unit as readers see it; empty for {@link #NONE}. */
  public String label() {
    return label;
  }
}
