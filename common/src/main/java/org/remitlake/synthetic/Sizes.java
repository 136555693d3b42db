package org.remitlake.synthetic;

/** How much is sent: a mixture in dollars, then rounded as people round (§11.1). */
final class Sizes {
  /** Two of any currency, in hundredths: an amount of 1 is a test transfer to T11. */
  private static final long LEAST = 200;

  private Sizes() {}

  /** Dollars, before rounding. */
  static double usd(Draw draw, Corridor corridor, boolean relocation) {
    if (relocation) {
      return draw.logNormal(3_000, 1.0);
    }
    if (corridor.toArmenia()) {
      return switch (draw.pick(0.80, 0.15, 0.05)) {
        case 0 -> draw.logNormal(220, 0.80);
        case 1 -> draw.logNormal(35, 0.9);
        default -> draw.logNormal(3_000, 1.0);
      };
    }
    return switch (draw.pick(0.85, 0.13, 0.02)) {
      case 0 -> draw.logNormal(150, 0.75);
      case 1 -> draw.logNormal(25, 0.9);
      default -> draw.logNormal(1_500, 0.8);
    };
  }

  /** Hundredths: most people send round thousands. */
  static long heaped(Draw draw, double amount, Currency currency) {
    int unit = unit(currency);
    return switch (draw.pick(0.60, 0.20, 0.10, 0.10)) {
      case 0 -> multiple(amount, 10 * unit, unit);
      case 1 -> multiple(amount, 5 * unit, unit);
      case 2 -> multiple(amount, 50 * unit, unit);
      default -> Math.max(Math.max(LEAST, 50L * unit), Math.round(amount * 100));
    };
  }

  /** A tenth of what people count in: roubles by the thousand, tenge by five, dollars by ten. */
  private static int unit(Currency currency) {
    return switch (currency) {
      case RUB -> 100;
      case KZT -> 500;
      case USD, EUR, AMD, TJS -> 1;
    };
  }

  /** Nobody rounds 300 to 5 000: amounts below half a step are rounded to a tenth of a thousand. */
  private static long multiple(double amount, int step, int smallest) {
    int used = amount * 2 < step ? smallest : step;
    return Math.max(LEAST, 100L * used * Math.max(1, Math.round(amount / used)));
  }
}
