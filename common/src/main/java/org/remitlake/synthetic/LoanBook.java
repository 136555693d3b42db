package org.remitlake.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.remitlake.synthetic.Loan.Borrower;
import org.remitlake.synthetic.Loan.Due;
import org.remitlake.synthetic.Loan.Purpose;
import org.remitlake.synthetic.Loan.Terms;
import org.remitlake.time.Quarter;

/**
 * The loans of a pilot's bank. In Tajikistan many are for the way to Russia: dollars, up to 1 000,
 * repaid within the season; borrowers with an account pay from the remittances on it.
 */
final class LoanBook {
  private static final long TAG = "loans".hashCode();
  private static final double HOLDERS = 0.4;
  private static final double BACKED = 0.25;

  /** Days before and after an instalment is due in which a remittance pays it. */
  private static final int BEFORE = 15;

  private static final int AFTER = 10;

  /** Who stops paying does so within that many months. */
  private static final int EARLY = 9;

  private final Ledger ledger;
  private final Pilot pilot;
  private final long key;
  private final double perDollar;
  private final Map<String, List<Entry>> entries = new HashMap<>();
  private final List<Passbook> holders = new ArrayList<>();
  private final List<Loan> loans = new ArrayList<>();

  /** To whom with an account the bank lends no more before that day. */
  private final Map<String, LocalDate> busy = new HashMap<>();

  private LoanBook(Population population, Pilot pilot) {
    this.ledger = Ledger.of(population, pilot);
    this.pilot = pilot;
    this.key = Draw.key(population.request().seed(), TAG, pilot.number());
    int day = FxPath.index(population.request().from().firstDay());
    this.perDollar = population.fx().perDollar(pilot.country().currency(), day);
    for (Passbook book : ledger.passbooks()) {
      entries
          .computeIfAbsent(Holder.pid(book.holder()), p -> new ArrayList<>())
          .addAll(book.entries());
      if (book.entries().stream().anyMatch(e -> e.type() == Entry.Type.REMIT_CREDIT)) {
        holders.add(book);
      }
    }
    entries.values().forEach(list -> list.sort(Comparator.comparingLong(Entry::at)));
  }

  /** What the bank lends from the first quarter of a request on, as far as its pilot is known. */
  static LoanBook of(Population population, Pilot pilot) {
    LoanBook book = new LoanBook(population, pilot);
    for (Quarter quarter : quarters(population.request())) {
      long own = Draw.key(book.key, quarter.firstDay().toEpochDay());
      int count = (pilot == Pilot.PT_TJ_01 ? 45 : 30) + Draw.of(own).below(9);
      for (int i = 0; i < count; i++) {
        book.lend(quarter, Draw.key(own, i));
      }
    }
    return book;
  }

  static List<Quarter> quarters(Request request) {
    return Quarter.range(
        request.from(), Quarter.of(PilotCalendar.of(request).asFar().minusDays(1)));
  }

  /** In the order of disbursement by quarter. */
  List<Loan> loans() {
    return loans;
  }

  Ledger ledger() {
    return ledger;
  }

  private void lend(Quarter quarter, long own) {
    Draw draw = Draw.of(own);
    LocalDate day = quarter.firstDay().plusDays(draw.below(90));
    Borrower borrower = borrower(draw, own, day);
    boolean backed = borrower.book() != null || draw.chance(BACKED);
    Purpose purpose = purpose(draw);
    Loan loan =
        new Loan(
            Pids.text(Draw.key(own, 1)),
            borrower,
            terms(draw, purpose),
            day,
            backed || (purpose == Purpose.ROAD && draw.chance(0.5)));
    live(draw, loan);
    loans.add(loan);
  }

  private Borrower borrower(Draw draw, long own, LocalDate day) {
    Stratum stratum = stratum(draw);
    String region = stratum.regions().get(draw.below(stratum.regions().size()));
    boolean woman = draw.chance(0.45);
    if (draw.chance(HOLDERS) && !holders.isEmpty()) {
      Passbook book = holders.get(draw.below(holders.size()));
      String pid = Holder.pid(book.holder());
      boolean free = busy.getOrDefault(pid, book.opened()).isBefore(day);
      if (free && book.closed() == null) {
        busy.put(pid, day.plusMonths(12));
        return new Borrower(pid, Holder.sex(book.holder()), book.holder().cluster().region(), book);
      }
    }
    return new Borrower(Pids.text(Draw.key(own, 2)), woman ? "F" : "M", region, null);
  }

  private Stratum stratum(Draw draw) {
    List<Stratum> strata = pilot.country().strata();
    return strata.get(draw.pick(strata.stream().mapToDouble(Stratum::share).toArray()));
  }

  private Purpose purpose(Draw draw) {
    boolean tajik = pilot == Pilot.PT_TJ_01;
    return switch (tajik
        ? draw.pick(0.35, 0.35, 0.08, 0.12, 0.10)
        : draw.pick(0.05, 0.50, 0.20, 0.15, 0.10)) {
      case 0 -> Purpose.ROAD;
      case 1 -> Purpose.CONSUMER;
      case 2 -> Purpose.HOUSING;
      case 3 -> Purpose.BUSINESS;
      default -> Purpose.EDUCATION;
    };
  }

  /** Rates and sizes as banks of the two countries lend to households. */
  private Terms terms(Draw draw, Purpose purpose) {
    boolean tajik = pilot == Pilot.PT_TJ_01;
    int rate = (tajik ? 260 : 170) + 10 * draw.below(7);
    return switch (purpose) {
      case ROAD ->
          new Terms(
              purpose, Currency.USD, 20_000 + 5_000L * draw.below(17), rate, 3 + draw.below(6), 2);
      case CONSUMER -> local(draw, purpose, 600, rate, 6 + draw.below(19));
      case HOUSING -> local(draw, purpose, 4_000, rate - 60, 24 + 12 * draw.below(4));
      case BUSINESS -> local(draw, purpose, 2_000, rate - 10, 12 + draw.below(25));
      case EDUCATION -> local(draw, purpose, 800, rate - 40, 10 + draw.below(11));
    };
  }

  private Terms local(Draw draw, Purpose purpose, double dollars, int rate, int months) {
    long unit = pilot.country().rounding() * 1_000L;
    long units = Math.round(draw.logNormal(dollars, 0.5) * perDollar * 100 / unit);
    return new Terms(
        purpose, pilot.country().currency(), Math.max(1, units) * unit, rate, months, 0);
  }

  /** What is paid, and when: most pay in time, some late, some stop. */
  private void live(Draw draw, Loan loan) {
    int kind = draw.pick(0.72, 0.16, 0.12);
    int stop = kind == 2 ? draw.below(Math.min(EARLY, loan.terms().months())) : Integer.MAX_VALUE;
    boolean goesOn = false;
    if (kind == 2) {
      LocalDate missed = loan.schedule().get(stop).day();
      goesOn = draw.chance(0.4);
      if (goesOn) {
        loan.reschedule(missed.plusDays(45), stop);
      } else {
        loan.writeOff(missed.plusDays(180));
      }
    }
    for (Due due : loan.schedule()) {
      boolean stopped = due.number() > stop;
      if (stopped && !goesOn) {
        if (due.number() == stop + 1 && draw.chance(0.5)) {
          due.pay(due.day(), due.amount() / 2, "");
        }
        continue;
      }
      pay(draw, loan, due, loan.due(due, LocalDate.MAX), kind == 1);
    }
  }

  private void pay(Draw draw, Loan loan, Due due, LocalDate day, boolean slow) {
    LocalDate on =
        slow
            ? day.plusDays((long) (-18 * StrictMath.log(draw.uniform())))
            : day.plusDays(draw.below(5) - 3L);
    if (loan.backed() && loan.borrower().book() != null) {
      Entry taken = near(loan, Entry.Type.CASH_OUT, day, due.amount());
      Entry arrived = near(loan, Entry.Type.REMIT_CREDIT, day, due.amount());
      if (taken != null && loan.terms().currency() == pilot.country().currency()) {
        due.pay(day(taken.at()), due.amount(), taken.id());
        return;
      }
      int wait = draw.chance(0.6) ? 0 : 1 + draw.below(3);
      on = arrived == null ? on : day(arrived.at()).plusDays(wait);
    }
    due.pay(on, due.amount(), "");
  }

  /**
   * The first posting of enough money near to the day due, or null: a remittance, or what was taken
   * out of one at the desk, of which the instalment was paid.
   */
  private Entry near(Loan loan, Entry.Type type, LocalDate due, long amount) {
    return entries.get(loan.borrower().pid()).stream()
        .filter(e -> e.type() == type && e.amount() >= amount)
        .filter(e -> day(e.at()).isAfter(due.minusDays(BEFORE)))
        .filter(e -> day(e.at()).isBefore(due.plusDays(AFTER)))
        .filter(e -> day(e.at()).isAfter(loan.disbursed()))
        .findFirst()
        .orElse(null);
  }

  private LocalDate day(long second) {
    return Instant.ofEpochSecond(second).atZone(ledger.zone()).toLocalDate();
  }
}
