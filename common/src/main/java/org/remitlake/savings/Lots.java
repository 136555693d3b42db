package org.remitlake.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of each remittance some days after it was credited (catalogue C13): credits open
 * lots, debits consume them.
 *
 * <p>One holder's accounts at one bank, in one currency. A move between the holder's own accounts
 * carries lots along and consumes none. A debit beyond all lots is money from before the first
 * posting, and consumes nothing.
 */
final class Lots {
  /** Which lot a debit consumes. */
  enum Order {
    /** The newest: the definition. */
    LAST_IN_FIRST_OUT,
    /** The oldest: the upper comparison. */
    FIRST_IN_FIRST_OUT
  }

  /**
   * A posting.
   *
   * @param day day of booking where the bank is
   * @param account account
   * @param isCredit credit or debit
   * @param amount above zero
   * @param isRemittance whether it is a credited remittance
   * @param ownTransfer joins the two sides of a move between own accounts; empty for others
   */
  record Posting(
      LocalDate day,
      String account,
      boolean isCredit,
      BigDecimal amount,
      boolean isRemittance,
      String ownTransfer) {}

  /** A part of a lot; the credit that it came from, or null for other money. */
  private static final class Piece {
    private final Integer credit;
    private BigDecimal left;

    Piece(Integer credit, BigDecimal left) {
      this.credit = credit;
      this.left = left;
    }
  }

  private final Order order;
  private final int days;
  private final Map<String, Deque<Piece>> accounts = new HashMap<>();
  private final Map<String, Deque<Piece>> underWay = new HashMap<>();
  private final List<LocalDate> due = new ArrayList<>();
  private final List<BigDecimal> left = new ArrayList<>();
  private final List<BigDecimal> kept = new ArrayList<>();
  private int settled;

  private Lots(Order order, int days) {
    this.order = order;
    this.days = days;
  }

  /**
   * What is left of each remittance at the end of the day that lies {@code days} after its credit.
   *
   * @param postings in order of booking
   * @return one amount for each posting that is a remittance, in their order
   */
  static List<BigDecimal> left(List<Posting> postings, Order order, int days) {
    Lots lots = new Lots(order, days);
    debitsFirst(postings).forEach(lots::take);
    lots.settleBefore(LocalDate.MAX);
    return lots.kept;
  }

  /**
   * The two sides of a move between own accounts may be booked in either order: a credit that comes
   * before its debit is put right behind it, where the lots that it brings are known.
   */
  private static List<Posting> debitsFirst(List<Posting> postings) {
    Map<String, Integer> debits = new HashMap<>();
    for (int i = 0; i < postings.size(); i++) {
      Posting p = postings.get(i);
      if (!p.ownTransfer().isEmpty() && !p.isCredit()) {
        debits.putIfAbsent(p.ownTransfer(), i);
      }
    }
    List<Posting> ordered = new ArrayList<>();
    Map<String, Posting> early = new HashMap<>();
    for (int i = 0; i < postings.size(); i++) {
      Posting p = postings.get(i);
      if (p.isCredit() && debits.getOrDefault(p.ownTransfer(), -1) > i) {
        early.put(p.ownTransfer(), p);
      } else {
        ordered.add(p);
        Posting credit = p.isCredit() ? null : early.remove(p.ownTransfer());
        if (credit != null) {
          ordered.add(credit);
        }
      }
    }
    return ordered;
  }

  private void take(Posting posting) {
    settleBefore(posting.day());
    Deque<Piece> lots = accounts.computeIfAbsent(posting.account(), a -> new ArrayDeque<>());
    if (!posting.ownTransfer().isEmpty()) {
      move(posting, lots);
    } else if (posting.isCredit()) {
      lots.addLast(new Piece(posting.isRemittance() ? open(posting) : null, posting.amount()));
    } else {
      consume(lots, posting.amount());
    }
  }

  private Integer open(Posting posting) {
    due.add(posting.day().plusDays(days));
    left.add(posting.amount());
    return left.size() - 1;
  }

  /** Freezes what is left of credits whose day came before this one. */
  private void settleBefore(LocalDate day) {
    while (settled < due.size() && due.get(settled).isBefore(day)) {
      kept.add(left.get(settled));
      settled++;
    }
  }

  private void move(Posting posting, Deque<Piece> lots) {
    Deque<Piece> way = underWay.computeIfAbsent(posting.ownTransfer(), g -> new ArrayDeque<>());
    if (posting.isCredit()) {
      BigDecimal carried = way.stream().map(p -> p.left).reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal other = posting.amount().subtract(carried);
      if (other.signum() > 0) {
        lots.addLast(new Piece(null, other));
      }
      lots.addAll(way);
      way.clear();
    } else {
      // The oldest lot is to be the oldest again where it arrives.
      boolean newestFirst = order == Order.LAST_IN_FIRST_OUT;
      pieces(lots, posting.amount()).forEach(newestFirst ? way::addFirst : way::addLast);
    }
  }

  private void consume(Deque<Piece> lots, BigDecimal amount) {
    for (Piece piece : pieces(lots, amount)) {
      if (piece.credit != null) {
        left.set(piece.credit, left.get(piece.credit).subtract(piece.left));
      }
    }
  }

  /** Takes an amount out of lots, in the order of consumption. */
  private List<Piece> pieces(Deque<Piece> lots, BigDecimal amount) {
    List<Piece> taken = new ArrayList<>();
    BigDecimal open = amount;
    while (open.signum() > 0 && !lots.isEmpty()) {
      boolean newest = order == Order.LAST_IN_FIRST_OUT;
      Piece lot = newest ? lots.peekLast() : lots.peekFirst();
      BigDecimal part = lot.left.min(open);
      taken.add(new Piece(lot.credit, part));
      lot.left = lot.left.subtract(part);
      open = open.subtract(part);
      if (lot.left.signum() == 0) {
        if (newest) {
          lots.pollLast();
        } else {
          lots.pollFirst();
        }
      }
    }
    return taken;
  }
}
