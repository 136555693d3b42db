package org.remitlake.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.remitlake.synthetic.Loan.Purpose;
import org.remitlake.time.Quarter;

/**
 * An insurance policy that a bank sold.
 *
 * @param pid of the policy
 * @param customer insured
 * @param kind what is insured
 * @param from first day in force, the day of the sale
 * @param to last day in force as sold
 * @param cancelled last day in force if it was cancelled, or null
 */
record Policy(
    String pid, String customer, Kind kind, LocalDate from, LocalDate to, LocalDate cancelled) {
  private static final long TAG = "policies".hashCode();

  /** What is insured. */
  enum Kind {
    HEALTH,
    ACCIDENT,
    REPATRIATION,
    COMPULSORY_MEDICAL,
    OTHER
  }

  /** All that a bank sells: to who borrows for the way to work, and to others. */
  static List<Policy> of(Request request, Pilot pilot, LoanBook book) {
    long key = Draw.key(request.seed(), TAG, pilot.number());
    List<Policy> policies = new ArrayList<>();
    for (Loan loan : book.loans()) {
      long own = Draw.key(key, loan.pid().hashCode());
      Draw draw = Draw.of(own);
      boolean road = loan.terms().purpose() == Purpose.ROAD;
      if (draw.chance(road ? 0.6 : 0.08)) {
        Kind kind = road ? ofMigrant(draw) : Kind.ACCIDENT;
        policies.add(sold(draw, own, loan.borrower().pid(), kind, loan.disbursed().plusDays(3)));
      }
    }
    for (Quarter quarter : LoanBook.quarters(request)) {
      long own = Draw.key(key, quarter.firstDay().toEpochDay());
      Draw draw = Draw.of(own);
      int count = 10 + draw.below(8);
      for (int i = 0; i < count; i++) {
        long each = Draw.key(own, i);
        LocalDate day = quarter.firstDay().plusDays(draw.below(90));
        policies.add(sold(draw, each, Pids.text(Draw.key(each, 2)), ofAnybody(draw), day));
      }
    }
    return policies;
  }

  private static Kind ofMigrant(Draw draw) {
    return switch (draw.pick(0.7, 0.2, 0.1)) {
      case 0 -> Kind.COMPULSORY_MEDICAL;
      case 1 -> Kind.REPATRIATION;
      default -> Kind.ACCIDENT;
    };
  }

  private static Kind ofAnybody(Draw draw) {
    return switch (draw.pick(0.35, 0.25, 0.05, 0.2, 0.15)) {
      case 0 -> Kind.HEALTH;
      case 1 -> Kind.ACCIDENT;
      case 2 -> Kind.REPATRIATION;
      case 3 -> Kind.COMPULSORY_MEDICAL;
      default -> Kind.OTHER;
    };
  }

  private static Policy sold(Draw draw, long own, String customer, Kind kind, LocalDate from) {
    LocalDate to = from.plusYears(1).minusDays(1);
    LocalDate cancelled = draw.chance(0.08) ? from.plusDays(30 + draw.below(200)) : null;
    return new Policy(Pids.text(Draw.key(own, 3)), customer, kind, from, to, cancelled);
  }

  /** Last day in force, as known at the end of a day. */
  LocalDate to(LocalDate end) {
    return cancelled == null || cancelled.isAfter(end) ? to : cancelled;
  }
}
