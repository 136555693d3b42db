package org.remitlake.synthetic;

import java.io.Serializable;

/**
 * The money of a transfer. Amounts are in hundredths, rates in millionths; 0 means not applicable
 * where so said.
 *
 * @param sendCurrency currency of principal, fee and refund
 * @param send principal, or gross where the provider includes the fee
 * @param fee explicit fee; 0 is a true zero
 * @param receiveCurrency the currency the transfer system pays in
 * @param receive what leaves the transfer system
 * @param appliedRate receive currency per send currency; 0 when no conversion was made
 * @param refunded given back; 0 when nothing was
 */
public record Amounts(
    Currency sendCurrency,
    long send,
    long fee,
    Currency receiveCurrency,
    long receive,
    long appliedRate,
    long refunded)
    implements Serializable {

  Amounts withRefund(long amount) {
    return new Amounts(sendCurrency, send, fee, receiveCurrency, receive, appliedRate, amount);
  }
}
