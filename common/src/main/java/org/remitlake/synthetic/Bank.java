package org.remitlake.synthetic;

/** The central banks that publish rates. */
public enum Bank {
  /** Bank of Russia. */
  CBR(Currency.RUB),
  /** Central Bank of Armenia. */
  CBA(Currency.AMD),
  /** National Bank of Tajikistan. */
  NBT(Currency.TJS);

  private final Currency home;

  Bank(Currency home) {
    this.home = home;
  }

  /** The currency its rates are expressed in. */
  public Currency home() {
    return home;
  }
}
