package org.remitlake.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One order of a sender: when, how much, by which service, at what price. */
final class Orders {
  /** More than anybody's month: the widest gamma rate, at the year's height, stays below 30. */
  static final int PER_MONTH = 64;

  private static final Event UNDECIDED = new Event(1, Event.Status.INITIATED, 0);

  private final Request request;
  private final FxBook fx;
  private final Roster roster;
  private final Pricing pricing;
  private final Map<YearMonth, Days> russia = new ConcurrentHashMap<>();
  private final Map<YearMonth, Days> kazakhstan = new ConcurrentHashMap<>();

  Orders(Request request, FxBook fx, Roster roster) {
    this.request = request;
    this.fx = fx;
    this.roster = roster;
    this.pricing = new Pricing(request, fx);
  }

  /** Empty when the provider's system was unavailable that day. */
  Optional<Transfer> order(Draw draw, Provider provider, Sender sender, YearMonth month, int k) {
    Corridor corridor = sender.corridor();
    Days days = days(corridor, month);
    int day = days.draw(draw);
    LocalDate date = days.date(day);
    if (Breaks.unavailable(provider, corridor, date)) {
      return Optional.empty();
    }
    double usd = Sizes.usd(draw, corridor, sender.relocation());
    Service service = Services.draw(draw, provider, corridor, month, usd);
    if (service.funding() != Service.Instrument.ACCOUNT) {
      usd = Math.min(usd, Breaks.capUsd(corridor, date));
    }
    Currency currency = currency(draw, corridor, date);
    double amount = usd * fx.perDollar(currency, FxPath.index(date));
    Pricing.Sent sent = new Pricing.Sent(date, Sizes.heaped(draw, amount, currency), currency);
    Amounts amounts = pricing.price(draw, provider, corridor, service, sent);
    Parties parties = sender.parties(request.seed(), provider, draw);
    String id = id(provider, sender.id(), month, k);
    long at = days.second(day, draw);
    return Optional.of(
        new Transfer(id, provider, corridor, at, 0, 0, UNDECIDED, amounts, service, parties));
  }

  private Days days(Corridor corridor, YearMonth month) {
    return (corridor.fromRussia() ? russia : kazakhstan)
        .computeIfAbsent(month, m -> new Days(m, corridor.sendZone()));
  }

  /** Some send dollars from Russia, until March 2022. */
  private static Currency currency(Draw draw, Corridor corridor, LocalDate date) {
    double dollars = corridor.toArmenia() ? 0.05 : 0.03;
    boolean usd = draw.chance(dollars) && corridor.fromRussia();
    return usd && date.isBefore(Breaks.MARCH_2022) ? Currency.USD : corridor.sendCurrency();
  }

  /** The running number is multiplied by a power of three: a permutation, as 3 is coprime to 10. */
  private String id(Provider provider, long sender, YearMonth month, int k) {
    long serial = (sender * 12 + month.getMonthValue() - 1) * PER_MONTH + k;
    boolean nine = roster.senders(provider) * 12 * PER_MONTH < 1_000_000_000L;
    long modulus = nine ? 1_000_000_000L : 1_000_000_000_000L;
    long number = serial * 4_782_969L % modulus;
    Text id = new Text(24).append(provider.idPrefix()).append('-');
    Digits.padded(id, month.getYear() % 100, 2);
    Digits.padded(id.append('-'), number, nine ? 9 : 12);
    return id.toString();
  }
}
