package org.remitlake.synthetic;

import java.io.Serializable;

/**
 * One status of a transfer.
 *
 * @param seq 1, 2, … within the transfer
 * @param status the state reached
 * @param at when, in epoch seconds
 */
public record Event(int seq, Status status, long at) implements Serializable {

  /** The states of the catalogue's contract 1. */
  public enum Status {
    /** Ordered. */
    INITIATED,
    /** On its way. */
    SENT,
    /** Can be collected. */
    AVAILABLE,
    /** Collected or credited. */
    PAID,
    /** Withdrawn by the sender before payout. */
    CANCELLED,
    /** Given back whole. */
    REFUNDED,
    /** Paid, then undone. */
    REVERSED,
    /** Paid, then given back in part. */
    PARTIAL_REFUND,
    /** Refused by the provider. */
    REJECTED
  }
}
