package org.remitlake.synthetic;

import java.io.Serializable;

/**
 * One row of a transfer extract: a status of a transfer, with the fields of the catalogue's
 * contract 1. A transfer that was paid and later reversed is two rows. Times are epoch seconds; 0
 * means it did not happen, or is not told.
 *
 * @param transactionId unique within the provider
 * @param provider who delivers it
 * @param corridor from where to where
 * @param initiatedAt when it was ordered: its day in the send country is the pricing date
 * @param availableAt when it could be collected
 * @param paidAt when it was collected or credited
 * @param event which status this row tells
 * @param amounts the money
 * @param service channel and instruments
 * @param parties the people
 */
public record Transfer(
    String transactionId,
    Provider provider,
    Corridor corridor,
    long initiatedAt,
    long availableAt,
    long paidAt,
    Event event,
    Amounts amounts,
    Service service,
    Parties parties)
    implements Serializable {

  /** What was sent without the fee, in hundredths. */
  public long principal() {
    return provider.feeIncluded() ? amounts.send() - amounts.fee() : amounts.send();
  }

  /** The partner bank that paid out, where the operator tells it; empty else. */
  public String payoutPartner() {
    boolean isTold = provider == Provider.MTO_01 && paidAt != 0;
    boolean isPartner = Math.floorMod(Draw.mix(parties.beneficiary()), 5) < 2;
    return isTold && isPartner
        ? (corridor.toArmenia() ? Pilot.PT_AM_01 : Pilot.PT_TJ_01).bank()
        : "";
  }

  Transfer with(Event next) {
    return new Transfer(
        transactionId,
        provider,
        corridor,
        initiatedAt,
        availableAt,
        next.status() == Event.Status.AVAILABLE ? 0 : paidAt,
        next,
        amounts,
        service,
        parties);
  }
}
