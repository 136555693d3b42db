package org.remitlake.synthetic;

import java.io.Serializable;

/**
 * How money was handed in, moved and paid out.
 *
 * @param channel where it was ordered
 * @param funding with what it was paid for
 * @param payout how it arrived
 * @param tariff what was charged for it
 */
public record Service(Channel channel, Instrument funding, Instrument payout, Tariff tariff)
    implements Serializable {

  /** Send channels of the catalogue's §2.7. */
  public enum Channel {
    /** An own counter. */
    BRANCH,
    /** A partner's counter. */
    AGENT,
    /** A post office. */
    POST_OFFICE,
    /** A self-service terminal. */
    KIOSK,
    /** A web page. */
    WEB,
    /** A phone application. */
    APP
  }

  /** Funding and payout instruments of the catalogue's §2.7. */
  public enum Instrument {
    /** Notes. */
    CASH,
    /** A payment card. */
    CARD,
    /** A bank account. */
    ACCOUNT,
    /** An e-wallet. */
    WALLET,
    /** Notes brought home. */
    HOME_DELIVERY
  }

  boolean paysCash() {
    return payout == Instrument.CASH || payout == Instrument.HOME_DELIVERY;
  }
}
