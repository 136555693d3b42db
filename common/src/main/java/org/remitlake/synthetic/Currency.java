package org.remitlake.synthetic;

/** The currencies of the corridors and of the banks' lists. */
public enum Currency {
  /** Russian rouble. */
  RUB("643"),
  /** US dollar. */
  USD("840"),
  /** Euro. */
  EUR("978"),
  /** Armenian dram. */
  AMD("051"),
  /** Tajik somoni. */
  TJS("972"),
  /** Kazakh tenge. */
  KZT("398");

  private final String numeric;

  Currency(String numeric) {
    this.numeric = numeric;
  }

  /** The ISO 4217 number, three digits. */
  public String numeric() {
    return numeric;
  }
}
