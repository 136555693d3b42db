package org.remitlake.synthetic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.remitlake.time.Quarter;

/** What a transfer costs, and what arrives. */
final class Pricing {
  private static final int PROMOTION_DAYS = 14;

  /** Of all transfers, those converted by the paying bank at a rate nobody reports. */
  private static final double UNKNOWN_CONVERSION = 0.04;

  private final Request request;
  private final FxBook fx;

  Pricing(Request request, FxBook fx) {
    this.request = request;
    this.fx = fx;
  }

  Amounts price(Draw draw, Provider provider, Corridor corridor, Service service, Sent sent) {
    long fee = service.tariff().fee(sent.amount(), sent.currency(), draw);
    if (service.tariff() != Tariff.SWIFT && promotion(provider, sent.date())) {
      fee = 0;
    }
    long principal = provider.feeIncluded() ? sent.amount() - fee : sent.amount();
    if (paidUnconverted(draw, corridor, service, sent)) {
      return new Amounts(sent.currency(), sent.amount(), fee, sent.currency(), principal, 0, 0);
    }
    double m = fx.reference(corridor, sent.currency(), FxPath.index(sent.date()));
    double margin = service.tariff().margin(draw);
    long rate = Math.round(m * (1 - margin / 100) * 1_000_000);
    long receive = (principal * rate + 500_000) / 1_000_000;
    return new Amounts(
        sent.currency(), sent.amount(), fee, corridor.receiveCurrency(), receive, rate, 0);
  }

  /** In roubles to the end of the operator's system: converted, if at all, by the paying bank. */
  private boolean paidUnconverted(Draw draw, Corridor corridor, Service service, Sent sent) {
    double u = draw.uniform();
    if (sent.currency() != Currency.RUB || !corridor.fromRussia()) {
      return false;
    }
    if (!corridor.toArmenia() && sent.date().isBefore(Breaks.PAYOUT_IN_SOMONI)) {
      return u < 0.75;
    }
    boolean bank =
        service.payout() == Service.Instrument.CARD
            || service.payout() == Service.Instrument.ACCOUNT;
    double banks = Shares.cashless(corridor, sent.date().getYear());
    banks *= corridor.toArmenia() ? 0.95 : 0.70;
    return bank && u < UNKNOWN_CONVERSION / Math.max(banks, 2 * UNKNOWN_CONVERSION);
  }

  /** Two weeks a quarter without a fee, each provider in its own. */
  boolean promotion(Provider provider, LocalDate date) {
    Quarter quarter = Quarter.of(date);
    long key = Draw.key(request.seed(), provider.key(), quarter.firstDay().toEpochDay());
    long start = Draw.of(key).below(90 - PROMOTION_DAYS);
    long day = ChronoUnit.DAYS.between(quarter.firstDay(), date);
    return day >= start && day < start + PROMOTION_DAYS;
  }

  /**
   * What the sender hands over.
   *
   * @param date pricing date
   * @param amount hundredths, gross where the provider includes the fee
   * @param currency its currency
   */
  record Sent(LocalDate date, long amount, Currency currency) {}
}
