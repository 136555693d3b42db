package org.remitlake.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How cost and value follow from amounts and rates, exactly; null where a part is not known. */
final class CostArithmetic {
  /** Below and above, as a share of principal, a cost is no cost but an error (catalogue 2.9). */
  private static final BigDecimal LOWEST_COST = new BigDecimal("-0.05");

  /** See {@link #LOWEST_COST}. */
  static final BigDecimal HIGHEST_COST = new BigDecimal("0.60");

  private static final int PERCENT_SCALE = 12;

  /** A cost of some cents keeps ten digits: with eight decimals it is wrong in its eighth. */
  private static final int MONEY_SCALE = 12;

  private CostArithmetic() {}

  /** What a transfer cost at a reference rate, send currency. */
  static BigDecimal cost(TransferFacts facts, BigDecimal rate) {
    BigDecimal paid = facts.fee();
    BigDecimal sent = facts.principal();
    BigDecimal delivered = facts.delivered();
    if (rate == null || paid == null || sent == null || delivered == null) {
      return null;
    }
    BigDecimal atPayout = facts.beneficiaryFee();
    BigDecimal kept = atPayout == null ? delivered : delivered.subtract(atPayout);
    return paid.add(sent).subtract(kept.divide(rate, MONEY_SCALE, RoundingMode.HALF_UP));
  }

  static boolean isPlausible(BigDecimal cost, BigDecimal principal) {
    return cost.compareTo(principal.multiply(LOWEST_COST)) >= 0
        && cost.compareTo(principal.multiply(HIGHEST_COST)) <= 0;
  }

  static BigDecimal margin(BigDecimal sent, BigDecimal delivered, BigDecimal rate) {
    return sent.subtract(delivered.divide(rate, MONEY_SCALE, RoundingMode.HALF_UP));
  }

  static BigDecimal percent(BigDecimal amount, BigDecimal principal) {
    return amount == null || principal == null || principal.signum() == 0
        ? null
        : amount.scaleByPowerOfTen(2).divide(principal, PERCENT_SCALE, RoundingMode.HALF_UP);
  }

  static BigDecimal times(BigDecimal amount, BigDecimal rate) {
    return amount == null || rate == null
        ? null
        : amount.multiply(rate).setScale(MONEY_SCALE, RoundingMode.HALF_UP);
  }

  /**
   * Catalogue A05, at the reference rate of the receipt date; null where it is no cost but an
   * error.
   */
  static BigDecimal conversion(TransferFacts facts, Prices prices) {
    BigDecimal rate =
        prices.rate(
            facts.corridor(),
            facts.receivedCurrency(),
            facts.deliveredCurrency(),
            facts.receivedOn());
    if (rate == null || facts.payoutRate() == null) {
      return null;
    }
    BigDecimal paid = facts.payoutRate().divide(rate, Prices.SHARE_SCALE, RoundingMode.HALF_UP);
    BigDecimal kept = BigDecimal.ONE.subtract(paid);
    return kept.compareTo(LOWEST_COST) < 0 || kept.compareTo(HIGHEST_COST) > 0
        ? null
        : kept.scaleByPowerOfTen(2);
  }
}
