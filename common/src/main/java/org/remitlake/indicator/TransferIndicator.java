package org.remitlake.indicator;

/** An indicator that follows from transfers. */
public interface TransferIndicator extends Indicator {
  /** How it follows from them. */
  Formula formula();

  @Override
  default String basis() {
    return "tx";
  }
}
