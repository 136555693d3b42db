package org.remitlake.synthetic;

import java.util.List;
import org.remitlake.synthetic.Event.Status;

/** What becomes of a transfer after it was ordered. */
final class Lifecycle {
  private static final int HOUR = 3_600;

  /** Of a wallet's transfers, those told as a history. */
  private static final double HISTORIES = 0.10;

  /** In flight at the end of the delivery, of the transfers of its last two days. */
  private static final double IN_FLIGHT = 0.30;

  private final long end;

  /**
   * @param end epoch second at which the last quarter ends: nothing later can be known
   */
  Lifecycle(long end) {
    this.end = end;
  }

  /** All rows of a transfer whose order is given as a row without a fate. */
  List<Transfer> rows(Draw draw, Transfer order) {
    long initiated = order.initiatedAt();
    long available = initiated + 60 + draw.below(order.service().paysCash() ? 900 : 240);
    long paid = available + (order.service().paysCash() ? collected(draw) : 30 + draw.below(600));
    Status status = status(draw.uniform());
    boolean recent = initiated >= end - 48 * HOUR && draw.chance(IN_FLIGHT);
    if (recent || paid >= end) {
      Status open = draw.chance(0.3) ? Status.INITIATED : Status.SENT;
      return List.of(
          row(order, 0, 0, new Event(1, open, open == Status.SENT ? available : initiated)));
    }
    long later = paid + HOUR + draw.below(36 * HOUR);
    return switch (status) {
      case PAID -> paid(draw, order, available, paid);
      case REVERSED ->
          List.of(
              row(order, available, paid, new Event(1, Status.PAID, paid)),
              row(order, available, paid, new Event(2, Status.REVERSED, later)));
      case PARTIAL_REFUND ->
          List.of(refund(row(order, available, paid, new Event(1, status, later)), draw));
      case REFUNDED -> {
        Transfer back = row(order, available, 0, new Event(1, status, later));
        yield List.of(withRefund(back, order.amounts().send()));
      }
      case INITIATED, SENT, AVAILABLE, CANCELLED, REJECTED ->
          List.of(row(order, 0, 0, new Event(1, status, initiated + 60 + draw.below(24 * HOUR))));
    };
  }

  private List<Transfer> paid(Draw draw, Transfer order, long available, long paid) {
    if (order.provider() == Provider.EMI_01 && draw.chance(HISTORIES)) {
      Transfer first = row(order, available, paid, new Event(1, Status.PAID, paid));
      return List.of(
          first.with(new Event(1, Status.AVAILABLE, available)),
          first.with(new Event(2, Status.PAID, paid)));
    }
    return List.of(row(order, available, paid, new Event(1, Status.PAID, paid)));
  }

  /** Cash waits for somebody to come: half a day on average. */
  private static long collected(Draw draw) {
    return 600 + (long) (-12 * HOUR * StrictMath.log(draw.uniform()));
  }

  private static Status status(double u) {
    if (u < 0.955) {
      return Status.PAID;
    }
    if (u < 0.980) {
      return Status.CANCELLED;
    }
    if (u < 0.990) {
      return Status.REFUNDED;
    }
    if (u < 0.995) {
      return Status.REJECTED;
    }
    return u < 0.999 ? Status.REVERSED : Status.PARTIAL_REFUND;
  }

  /** A tenth to a half of the amount, in whole units of the currency. */
  private static Transfer refund(Transfer row, Draw draw) {
    long part = Math.round(row.amounts().send() * (0.1 + 0.4 * draw.uniform()) / 100) * 100;
    return withRefund(row, Math.max(100, part));
  }

  private static Transfer withRefund(Transfer t, long refunded) {
    return new Transfer(
        t.transactionId(),
        t.provider(),
        t.corridor(),
        t.initiatedAt(),
        t.availableAt(),
        t.paidAt(),
        t.event(),
        t.amounts().withRefund(refunded),
        t.service(),
        t.parties());
  }

  private static Transfer row(Transfer order, long available, long paid, Event event) {
    return new Transfer(
        order.transactionId(),
        order.provider(),
        order.corridor(),
        order.initiatedAt(),
        available,
        paid,
        event,
        order.amounts(),
        order.service(),
        order.parties());
  }
}
