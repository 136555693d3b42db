package org.remitlake.synthetic;

import java.time.LocalDate;

/** What a household of a country answers about its money. */
final class Interview {
  private static final int[] TIMES = {52, 26, 12, 4, 6, 1};
  private static final double[] FREQUENCIES = {0.02, 0.05, 0.48, 0.20, 0.15, 0.10};
  private static final double[] USES = {0.85, 0.30, 0.45, 0.35, 0.40, 0.25, 0.08, 0.12, 0.15, 0.05};

  private final FxBook fx;
  private final Country country;

  Interview(FxBook fx, Country country) {
    this.fx = fx;
    this.country = country;
  }

  /** Money rounded as people round it; never a code of the questionnaire, nor zero. */
  long rounded(double amount, long most) {
    long step = country.rounding();
    return Math.min(most, Math.max(1, Math.round(amount / step)) * step);
  }

  /**
   * The answers.
   *
   * @param consumption of a month
   * @param received and saving: what is true
   */
  Told answers(
      Draw draw,
      LocalDate day,
      long size,
      double income,
      double consumption,
      boolean received,
      boolean saving) {
    long most = country == Country.TJK ? 900_000 : 900_000_000;
    long year = rounded(income, most);
    long month = rounded(consumption, most / 10);
    long told = Answers.flag(draw, received);
    Told money = told == 1 ? received(draw, day, income) : nothing(told);
    long debt = draw.chance(0.4) ? rounded(income * draw.logNormal(0.25, 0.8), most) : 0;
    return new Told(
        size,
        Answers.amount(draw, year),
        Answers.amount(draw, month),
        told,
        money.remitYear(),
        money.remitOccasion(),
        money.remitCurrency(),
        money.frequency(),
        money.times(),
        money.uses(),
        money.channel(),
        money.payout(),
        Answers.flag(draw, saving),
        Answers.amount(draw, debt));
  }

  private Told nothing(long told) {
    long none = Answers.NOT_ASKED;
    return new Told(0, 0, 0, told, none, none, country.currency(), 0, 0, 0, -1, -1, 0, 0);
  }

  private Told received(Draw draw, LocalDate day, double income) {
    double year = Dist.beta(draw, 2.5, 3.5) * income;
    int frequency = 1 + draw.pick(FREQUENCIES);
    int times = TIMES[frequency - 1];
    Currency currency = currency(draw);
    boolean own = currency == country.currency();
    double rate = own ? 1 : fx.rate(country.centralBank(), currency, FxPath.index(day));
    long once = Math.max(10, Math.round(year / times / rate / 10) * 10);
    int uses = uses(draw);
    int channel = draw.pick(0.25, 0.42, 0.02, 0.18, 0.04, 0.06, 0.02, 0.01);
    long amount = Answers.amount(draw, rounded(year, Long.MAX_VALUE));
    return new Told(
        0,
        0,
        0,
        1,
        amount,
        amount < 0 ? amount : Math.min(once, 900_000),
        currency,
        frequency,
        times,
        uses,
        channel,
        payout(draw, channel),
        0,
        0);
  }

  private Currency currency(Draw draw) {
    return switch (draw.pick(0.60, 0.35, 0.05)) {
      case 0 -> country.currency();
      case 1 -> Currency.RUB;
      default -> Currency.USD;
    };
  }

  private static int uses(Draw draw) {
    int uses = 0;
    for (int k = 0; k < USES.length; k++) {
      uses |= draw.chance(USES[k]) ? 1 << k : 0;
    }
    return uses;
  }

  /** Nobody is asked how carried money was paid out. */
  private static int payout(Draw draw, int channel) {
    return switch (channel) {
      case 0, 1, 2 -> draw.pick(0.75, 0.12, 0.10, 0.01, 0.02);
      case 3 -> draw.pick(0.10, 0.25, 0.45, 0.20);
      default -> -1;
    };
  }
}
