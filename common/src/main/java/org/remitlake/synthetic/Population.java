package org.remitlake.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.remitlake.time.Quarter;

/**
 * The people, what they send and what it costs them: the model behind all deliveries, without a
 * file. Immutable and safe to share between threads; cheap enough to build once in every task.
 *
 * <p>Everything about a sender, a month or a transfer is drawn from (seed, provider, sender, month,
 * running number), so a unit is the same whether computed alone or with all others.
 */
public final class Population {
  private static final Comparator<Transfer> BY_TIME =
      Comparator.comparingLong(Transfer::initiatedAt)
          .thenComparing(Transfer::transactionId)
          .thenComparingInt(row -> row.event().seq());

  /** Days of rates before the first quarter, so that its first day has one. */
  static final int FX_LEAD_DAYS = 20;

  private final Request request;
  private final Roster roster;
  private final FxBook fx;
  private final Orders orders;
  private final Lifecycle lifecycle;

  private Population(Request request) {
    this.request = request;
    this.roster = new Roster(request);
    long span = request.to().endExclusive().toEpochDay() - request.from().firstDay().toEpochDay();
    this.fx = new FxBook(request.seed(), request.from().firstDay().plusDays(span / 2));
    this.orders = new Orders(request, fx, roster);
    this.lifecycle =
        new Lifecycle(request.to().endExclusive().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
  }

  /** The population of a request. */
  public static Population of(Request request) {
    return new Population(request);
  }

  /** The request it was made for. */
  public Request request() {
    return request;
  }

  /** The pieces it is delivered in, by provider, quarter and part. */
  public List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    for (Provider provider : Provider.values()) {
      for (Quarter quarter : Quarter.range(request.from(), request.to())) {
        long senders = roster.senders(provider);
        // A twentieth above: reversals and histories are second rows.
        double rows = roster.expected(provider, quarter) * 1.05;
        int parts = (int) Math.min((double) senders, Math.ceil(rows / request.rowsPerFile()));
        for (int part = 1; part <= parts; part++) {
          long first = senders * (part - 1) / parts;
          units.add(new Unit(provider, quarter, part, parts, first, senders * part / parts));
        }
      }
    }
    return units;
  }

  /** A unit's rows by time of initiation, all statuses of a transfer together. */
  public List<Transfer> transfers(Unit unit) {
    List<Transfer> rows = new ArrayList<>();
    for (long id = unit.firstSender(); id < unit.endSender(); id++) {
      send(unit, roster.sender(unit.provider(), id), rows::add);
    }
    rows.sort(BY_TIME);
    return rows;
  }

  private void send(Unit unit, Sender sender, Consumer<Transfer> rows) {
    for (int i = 0; i < 3; i++) {
      YearMonth month = YearMonth.from(unit.quarter().firstDay()).plusMonths(i);
      Draw count = Draw.of(Draw.key(sender.key(), month.getYear(), month.getMonthValue()));
      int transfers = Math.min(Orders.PER_MONTH, count.poisson(monthly(unit, sender, month)));
      for (int k = 0; k < transfers; k++) {
        Draw draw = Draw.of(Draw.key(count.bits(), k));
        orders
            .order(draw, unit.provider(), sender, month, k)
            .ifPresent(order -> lifecycle.rows(draw, order).forEach(rows));
      }
    }
  }

  /** Expected transfers of one sender in one month. */
  private static double monthly(Unit unit, Sender sender, YearMonth month) {
    Corridor corridor = sender.corridor();
    double share = Shares.provider(unit.provider(), corridor, month);
    boolean customer = sender.entry() * Shares.largest(unit.provider(), corridor) < share;
    if (!customer || Season.away(sender.gap(), month.getMonthValue())) {
      return 0;
    }
    double rate = sender.yearlyRate() / 12;
    return sender.relocation()
        ? rate * Breaks.relocation(corridor, month)
        : rate
            * Season.factorAtWork(corridor, month.getMonthValue())
            * Breaks.volume(corridor, month);
  }

  /** The number of a provider's senders, or a limit. */
  long senders(Provider provider, long most) {
    return Math.min(most, roster.senders(provider));
  }

  /** Whether a sender's money goes to a country. */
  boolean sendsTo(Provider provider, long sender, Country country) {
    boolean isArmenia = country == Country.ARM;
    return roster.sender(provider, sender).corridor().toArmenia() == isArmenia;
  }

  /** The pseudonym of the one to whom a sender sends most. */
  String beneficiary(Provider provider, long sender) {
    return Pids.text(Sender.beneficiary(request.seed(), provider, sender, 0));
  }

  FxBook fx() {
    return fx;
  }

  /** The first day for which rates are delivered. */
  LocalDate firstRate() {
    return request.from().firstDay().minusDays(FX_LEAD_DAYS);
  }

  /** The last day for which rates are delivered. */
  LocalDate lastRate() {
    return request.to().endExclusive().minusDays(1);
  }
}
