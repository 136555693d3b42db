package org.remitlake.synthetic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** One loan with its schedule, and what the bank knew of it at the end of any day. */
final class Loan {
  /** What it is for. */
  enum Purpose {
    ROAD,
    CONSUMER,
    HOUSING,
    BUSINESS,
    EDUCATION
  }

  /**
   * What was agreed; the same names as in the contract.
   *
   * @param principal hundredths
   * @param rate tenths of a per cent a year
   * @param months instalments
   * @param grace months before the first instalment
   */
  record Terms(
      Purpose purpose, Currency currency, long principal, int rate, int months, int grace) {}

  /**
   * Who borrows.
   *
   * @param book an account at the bank on which remittances arrive, or null
   */
  record Borrower(String pid, String sex, String region, Passbook book) {}

  /** An instalment. */
  static final class Due {
    private final int number;
    private final LocalDate day;
    private final long principal;
    private final long interest;
    private LocalDate moved;
    private LocalDate paidOn;
    private long paid;
    private String posting = "";

    private Due(int number, LocalDate day, long principal, long interest) {
      this.number = number;
      this.day = day;
      this.principal = principal;
      this.interest = interest;
    }

    int number() {
      return number;
    }

    LocalDate day() {
      return day;
    }

    /** Hundredths. */
    long amount() {
      return principal + interest;
    }

    /** Pays it, or a part of it. */
    void pay(LocalDate on, long amount, String postingId) {
      paidOn = on;
      paid = amount;
      posting = postingId;
    }

    boolean touched(LocalDate end) {
      return paidOn != null && !paidOn.isAfter(end);
    }

    LocalDate paidOn() {
      return paidOn;
    }

    /** Hundredths. */
    long paid() {
      return paid;
    }

    String posting() {
      return posting;
    }

    private boolean settled(LocalDate end) {
      return touched(end) && paid == amount();
    }
  }

  private final String pid;
  private final Borrower borrower;
  private final Terms terms;
  private final LocalDate disbursed;
  private final boolean backed;
  private final List<Due> schedule = new ArrayList<>();
  private LocalDate rescheduled;
  private LocalDate writtenOff;

  Loan(String pid, Borrower borrower, Terms terms, LocalDate disbursed, boolean backed) {
    this.pid = pid;
    this.borrower = borrower;
    this.terms = terms;
    this.disbursed = disbursed;
    this.backed = backed;
    long left = terms.principal();
    long part = left / terms.months();
    for (int n = 1; n <= terms.months(); n++) {
      long principal = n == terms.months() ? left : part;
      long interest = Math.round(left * (terms.rate() / 12_000.0));
      schedule.add(new Due(n, disbursed.plusMonths(n + terms.grace()), principal, interest));
      left -= principal;
    }
  }

  String pid() {
    return pid;
  }

  Borrower borrower() {
    return borrower;
  }

  Terms terms() {
    return terms;
  }

  LocalDate disbursed() {
    return disbursed;
  }

  boolean backed() {
    return backed;
  }

  List<Due> schedule() {
    return schedule;
  }

  /** Puts off what is not paid: month by month from a day on. */
  void reschedule(LocalDate on, int from) {
    rescheduled = on;
    for (Due due : schedule.subList(from, schedule.size())) {
      due.moved = on.plusMonths(due.number - from);
    }
  }

  void writeOff(LocalDate on) {
    writtenOff = on;
  }

  /** Null unless it has happened by then. */
  LocalDate rescheduled(LocalDate end) {
    return rescheduled == null || rescheduled.isAfter(end) ? null : rescheduled;
  }

  LocalDate writtenOff(LocalDate end) {
    return writtenOff == null || writtenOff.isAfter(end) ? null : writtenOff;
  }

  /** When an instalment is due, by the schedule of that day. */
  LocalDate due(Due due, LocalDate end) {
    return rescheduled(end) == null || due.moved == null ? due.day : due.moved;
  }

  /** Hundredths of principal; of a payment interest comes first. */
  long outstanding(LocalDate end) {
    long repaid = 0;
    for (Due due : schedule) {
      repaid += due.touched(end) ? Math.max(0, due.paid - due.interest) : 0;
    }
    return terms.principal() - repaid;
  }

  /** Days since the oldest instalment that is not paid whole was due, or 0. */
  long arrears(LocalDate end) {
    return schedule.stream()
        .filter(due -> !due.settled(end))
        .mapToLong(due -> ChronoUnit.DAYS.between(due(due, end), end))
        .filter(days -> days > 0)
        .max()
        .orElse(0);
  }

  /** Whether it is on the bank's books. */
  boolean live(LocalDate end) {
    return !disbursed.isAfter(end) && writtenOff(end) == null && outstanding(end) > 0;
  }
}
