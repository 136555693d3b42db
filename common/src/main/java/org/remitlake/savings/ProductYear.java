package org.remitlake.savings;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a product brought a partner in the months of a number, and how many accounts there were.
 *
 * @param fees in its currency
 * @param margin net interest income, in its currency
 * @param cost of servicing, in its currency
 * @param deposits mean of the months
 * @param usd fees and margin in dollars
 * @param accounts mean over the quarters of those open at their two ends
 */
record ProductYear(
    BigDecimal fees,
    BigDecimal margin,
    BigDecimal cost,
    BigDecimal deposits,
    BigDecimal usd,
    BigDecimal accounts) {
  static final ProductYear NONE =
      new ProductYear(
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO);

  ProductYear plus(ProductYear other) {
    return new ProductYear(
        fees.add(other.fees),
        margin.add(other.margin),
        cost.add(other.cost),
        deposits.add(other.deposits),
        usd.add(other.usd),
        accounts.add(other.accounts));
  }

  /** What stands over the line of an indicator: of all accounts. */
  BigDecimal over(PartnerFinance indicator) {
    return switch (indicator) {
      case C51 -> usd;
      case C52 -> cost.subtract(fees).max(BigDecimal.ZERO);
    };
  }

  /** Empty where there is nothing to divide by: no accounts, or no margin on their deposits. */
  Optional<Double> value(PartnerFinance indicator) {
    boolean isNone = accounts.signum() <= 0;
    return switch (indicator) {
      case C51 ->
          isNone ? Optional.empty() : Optional.of(usd.doubleValue() / accounts.doubleValue());
      case C52 ->
          isNone || margin.signum() <= 0 || deposits.signum() <= 0
              ? Optional.empty()
              : Optional.of(
                  over(indicator).doubleValue()
                      / accounts.doubleValue()
                      * (deposits.doubleValue() / margin.doubleValue()));
    };
  }
}
