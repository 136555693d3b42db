package org.remitlake.synthetic;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The rates as the central banks publish them: per nominal, rounded, with each bank's own noise.
 */
final class FxBook {
  /** Published values have at most four decimals; all are held in ten-thousandths. */
  static final long SCALE = 10_000;

  private static final double NOISE = 0.0003;

  private final FxPath path;
  private final long seed;
  private final int nominalChange;
  private final Map<Bank, Map<Currency, long[]>> values = new EnumMap<>(Bank.class);

  /**
   * @param nominalChange from this day the bank of Tajikistan quotes the rouble per 1, not per 10
   */
  FxBook(long seed, LocalDate nominalChange) {
    this.path = FxPath.of(seed);
    this.seed = seed;
    this.nominalChange = FxPath.index(nominalChange);
    for (Bank bank : Bank.values()) {
      Map<Currency, long[]> list = new EnumMap<>(Currency.class);
      for (Currency currency : Currency.values()) {
        if (nominal(bank, currency, 0).isPresent()) {
          list.put(currency, publish(bank, currency));
        }
      }
      values.put(bank, list);
    }
  }

  private long[] publish(Bank bank, Currency currency) {
    long[] published = new long[FxPath.days()];
    long key = Draw.key(seed, bank.name().hashCode(), currency.name().hashCode());
    for (int day = 0; day < published.length; day++) {
      int set = FxPath.index(FxPath.lastSet(FxPath.FIRST_DAY.plusDays(day)));
      double noise = StrictMath.exp(NOISE * Draw.of(Draw.key(key, set)).normal());
      double rate = path.roubles(currency, day) / path.roubles(bank.home(), day) * noise;
      int nominal = nominal(bank, currency, day).orElseThrow();
      long step = step(bank, currency);
      published[day] = Math.round(rate * nominal * SCALE / step) * step;
    }
    return published;
  }

  /** The bank of Armenia rounds to two decimals, but for the tenge, which is too small for that. */
  private static long step(Bank bank, Currency currency) {
    return bank == Bank.CBA && currency != Currency.KZT ? 100 : 1;
  }

  /** Units of the currency that a published value is for; empty where the bank has no rate. */
  OptionalInt nominal(Bank bank, Currency currency, int day) {
    if (bank.home() == currency) {
      return OptionalInt.empty();
    }
    return switch (currency) {
      case USD, EUR -> OptionalInt.of(1);
      case AMD -> bank == Bank.CBR ? OptionalInt.of(100) : OptionalInt.empty();
      case TJS -> bank == Bank.CBR ? OptionalInt.of(10) : OptionalInt.empty();
      case KZT -> OptionalInt.of(bank == Bank.CBA ? 1 : 100);
      case RUB -> OptionalInt.of(bank == Bank.NBT && day < nominalChange ? 10 : 1);
    };
  }

  /** The published value per nominal, in ten-thousandths. */
  long value(Bank bank, Currency currency, int day) {
    return values.get(bank).get(currency)[day];
  }

  /** Home currency per one unit, as published. */
  double rate(Bank bank, Currency currency, int day) {
    return value(bank, currency, day)
        / (double) (SCALE * nominal(bank, currency, day).orElseThrow());
  }

  /** The reference rate m: the receive country's bank's rate of the send currency. */
  double reference(Corridor corridor, Currency sent, int day) {
    return rate(corridor.toArmenia() ? Bank.CBA : Bank.NBT, sent, day);
  }

  /** How much of a currency a dollar buys on a day. */
  double perDollar(Currency currency, int day) {
    return path.roubles(Currency.USD, day) / path.roubles(currency, day);
  }
}
