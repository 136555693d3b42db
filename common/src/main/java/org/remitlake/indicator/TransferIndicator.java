package org.remitlake.indicator;

/** An indicator that follows from transfers. */
public interface TransferIndicator extends Indicator {
  /** How it follows from them. */
  Formula formula();

  /**
   * Whether its change from quarter to quarter is read as one of prices, so that it is marked where
   * composition moved.
   */
  default boolean isReadAsPrice() {
    return false;
  }

  @Override
  default String basis() {
    return "tx";
  }
}
