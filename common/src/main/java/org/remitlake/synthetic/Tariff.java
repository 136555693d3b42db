package org.remitlake.synthetic;

/** What a service charges: an explicit fee and a margin on the rate (§11.2). */
public enum Tariff {
  /** Cash in, 1 % up to a cap. */
  CASH(1.0, 0.5),
  /** Application or page, no fee. */
  APP(1.7, 0.6),
  /** Card to card, 1.5 % with a minimum. */
  CARD(0.5, 0.3),
  /** From account to account, a flat fee. */
  SWIFT(0.7, 0.4),
  /** From a wallet, 0.5 %. */
  WALLET(1.5, 0.5),
  /** The post, 2 %, from a larger amount on 1.5 %. */
  POST(1.2, 0.4);

  private final double marginMean;
  private final double marginSd;

  Tariff(double marginMean, double marginSd) {
    this.marginMean = marginMean;
    this.marginSd = marginSd;
  }

  /** Mean margin in percent of the reference rate. */
  double marginMean() {
    return marginMean;
  }

  /** A margin in percent; promotions and stale rates may make it negative, never below −4. */
  double margin(Draw draw) {
    return Math.max(-4, marginMean + marginSd * draw.normal());
  }

  /** The fee in hundredths for an amount in hundredths. */
  long fee(long amount, Currency currency, Draw draw) {
    return switch (this) {
      case CASH -> Math.min(percent(amount, 100), hundredths(currency, 1_000, 20, 5_500));
      case APP -> 0;
      case CARD -> Math.max(percent(amount, 150), hundredths(currency, 30, 1, 150));
      case SWIFT -> hundredths(currency, 900, 15, 5_000) * (6 + draw.below(11)) / 6;
      case WALLET -> percent(amount, 50);
      case POST -> percent(amount, amount < hundredths(currency, 10_000, 150, 60_000) ? 200 : 150);
    };
  }

  /** Basis points of an amount, rounded half up. */
  private static long percent(long amount, int basisPoints) {
    return (amount * basisPoints + 5_000) / 10_000;
  }

  /** A tariff's fixed amounts, by currency. */
  private static long hundredths(Currency currency, long roubles, long dollars, long tenge) {
    return 100
        * switch (currency) {
          case RUB -> roubles;
          case KZT -> tenge;
          case USD, EUR, AMD, TJS -> dollars;
        };
  }
}
