package org.remitlake.synthetic;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.remitlake.synthetic.PilotStudy.Subject;

/**
 * A pilot's bank: the accounts of the pilot, and accounts of other units for comparison. Money that
 * arrives is taken out the same day; sometimes a part is left for longer than thirty days.
 */
final class Ledger {
  private static final long TAG = "ledger".hashCode();
  private static final int DAY = 86_400;
  private static final double COMPARISON = 0.015;
  private static final double LINKED = 0.20;

  /** Of a remittance of which something is left, on average so much. */
  private static final double LEFT = 0.5;

  private static final int FOREVER = 100_000;

  private final Pilot pilot;
  private final PilotCalendar calendar;
  private final ZoneId zone;
  private final double perDollar;
  private final long end;
  private final List<Passbook> passbooks = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  private Ledger(Population population, Pilot pilot) {
    this.pilot = pilot;
    this.calendar = PilotCalendar.of(population.request());
    this.zone = ZoneId.of(pilot == Pilot.PT_AM_01 ? "Asia/Yerevan" : "Asia/Dushanbe");
    int day = FxPath.index(calendar.treatedFrom());
    this.perDollar = population.fx().perDollar(pilot.country().currency(), day);
    this.end = second(calendar.asFar());
  }

  /** The ledger of a pilot's bank. */
  static Ledger of(Population population, Pilot pilot) {
    Ledger ledger = new Ledger(population, pilot);
    for (Subject subject : PilotStudy.of(population.request().seed(), pilot).subjects()) {
      ledger.add(subject);
    }
    ledger.number();
    return ledger;
  }

  private void add(Subject subject) {
    Draw draw = Draw.of(Draw.key(subject.key(), TAG));
    boolean compared = draw.chance(COMPARISON);
    if (subject.openedAfter() >= 0) {
      LocalDate opened = calendar.treatedFrom().plusDays(subject.openedAfter());
      if (opened.isBefore(calendar.asFar())) {
        Passbook current = draw.chance(LINKED) ? passbook(subject, "CUR", false, opened) : null;
        Passbook savings = passbook(subject, pilot.product(), true, opened);
        live(draw, savings, current, life(draw), retained(true));
      }
    } else if (compared) {
      LocalDate opened = calendar.treatedFrom().plusDays(draw.below(60));
      live(draw, passbook(subject, "CUR", false, opened), null, FOREVER, retained(false));
    }
  }

  /** How often a part of a remittance is left. */
  private static double retained(boolean offered) {
    return (Pilot.RETAINED + (offered ? Pilot.RETAINED_EFFECT : 0)) / LEFT;
  }

  private Passbook passbook(Subject subject, String product, boolean own, LocalDate opened) {
    String code = product.equals("CUR") ? "CUR_" + pilot.country().prefix() + "_01" : product;
    String pid = Pids.text(Draw.key(subject.key(), TAG, code.hashCode()));
    Passbook passbook = new Passbook(subject, pid, code, own, opened);
    passbooks.add(passbook);
    return passbook;
  }

  /** Days of use: at 30, 90, 180 and 365 days 60, 45, 32 and 22 of 100 accounts are in use. */
  private static int life(Draw draw) {
    return switch (draw.pick(0.25, 0.15, 0.15, 0.13, 0.10, 0.22)) {
      case 0 -> 0;
      case 1 -> 5 + draw.below(25);
      case 2 -> 30 + draw.below(60);
      case 3 -> 90 + draw.below(90);
      case 4 -> 180 + draw.below(185);
      default -> FOREVER;
    };
  }

  /**
   * Everything posted on an account.
   *
   * @param current where remittances arrive, if not on the account itself
   */
  private void live(Draw draw, Passbook account, Passbook current, int life, double share) {
    long opened = second(account.opened()) + 11 * 3_600;
    if (life > 0 && account.pilot()) {
      long first = opened + (draw.chance(0.6) ? 600 : (1 + draw.below(25)) * (long) DAY);
      if (first < end) {
        account.post(first, Entry.Type.CASH_IN, true, money(draw.logNormal(60, 0.8)));
      }
    }
    int day = 30 + draw.below(20);
    int before = 0;
    while (day <= life && opened + (day + 2L) * DAY < end) {
      Passbook arrives = current == null ? account : current;
      long at = opened + (long) day * DAY + draw.below(6 * 3_600);
      bookings(account, opened + before * (long) DAY, at);
      remittance(draw, arrives, account, at, share);
      before = day;
      int gap = 30 + draw.below(45);
      withdrawal(draw, account, at + 36L * DAY, gap);
      day += gap;
    }
    long last = opened + (long) Math.min(life, day) * DAY;
    if (life < FOREVER && life > 0 && draw.chance(0.3) && last + 40L * DAY < end) {
      close(account, last + 40L * DAY);
    }
  }

  /** Interest and fee at the ends of June and December between two instants. */
  private void bookings(Passbook account, long from, long to) {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(from, DAY)).withDayOfMonth(1);
    while (second(day) < to) {
      day = day.plusMonths(1);
      long night = second(day) - 3_600;
      boolean due = day.getMonthValue() % 6 == 1;
      if (due && night > from && night < to && account.balance() > 0) {
        long interest = account.balance() / 50;
        if (interest > 0) {
          account.post(night, Entry.Type.INTEREST, true, interest);
        }
        long fee = Math.min(account.balance(), money(0.2));
        account.post(night + 1_200, Entry.Type.FEE, false, fee);
      }
    }
  }

  private void remittance(Draw draw, Passbook arrives, Passbook saved, long at, double share) {
    long amount = money(draw.logNormal(160, 0.7));
    Entry credit = arrives.post(at, Entry.Type.REMIT_CREDIT, true, amount);
    if (!draw.chance(0.03)) {
      credit.withReference("E" + Long.toHexString(draw.bits() >>> 32));
    }
    if (draw.chance(0.015)) {
      arrives.post(at + 900, Entry.Type.REVERSAL, false, amount).reversing(credit);
      return;
    }
    double kept = draw.chance(share) ? Dist.beta(draw, 3, 3) : 0;
    long left = Math.round(amount * kept / 1_000) * 1_000;
    if (left > 0 && arrives != saved) {
      String group = "G" + Long.toHexString(draw.bits() >>> 36);
      arrives.post(at + 1_800, Entry.Type.TRANSFER_OWN, false, left).inGroup(group);
      saved.post(at + 1_800, Entry.Type.TRANSFER_OWN, true, left).inGroup(group);
    }
    Entry.Type type =
        switch (draw.pick(0.60, 0.25, 0.15)) {
          case 0 -> Entry.Type.ATM;
          case 1 -> Entry.Type.CASH_OUT;
          default -> Entry.Type.CARD_POS;
        };
    if (amount > left) {
      arrives.post(at + 3_600 + draw.below(7_200), type, false, amount - left);
    }
  }

  /** Savings are used later than thirty days after the last remittance. */
  private void withdrawal(Draw draw, Passbook account, long at, int gap) {
    long half = account.balance() / 2_000 * 1_000;
    if (gap > 40 && half > 0 && at < end && draw.chance(0.25)) {
      account.post(at, Entry.Type.CASH_OUT, false, half);
    }
  }

  private static void close(Passbook account, long at) {
    if (account.balance() > 0) {
      account.post(at, Entry.Type.CASH_OUT, false, account.balance());
    }
    account.close(LocalDate.ofEpochDay(Math.floorDiv(at, DAY)));
  }

  private void number() {
    passbooks.forEach(p -> entries.addAll(p.entries()));
    entries.sort(
        Comparator.comparingLong(Entry::at)
            .thenComparing(e -> e.passbook().pid())
            .thenComparing(e -> e.type().name()));
    for (int i = 0; i < entries.size(); i++) {
      Text id = new Text(8).append('P');
      Digits.padded(id, i + 1, 6);
      entries.get(i).number(id.toString());
    }
  }

  /** Dollars as hundredths of the local currency, rounded as people round. */
  private long money(double dollars) {
    long unit = pilot.country().rounding() * 10L;
    return Math.max(unit, Math.round(dollars * perDollar * 100 / unit) * unit);
  }

  private long second(LocalDate day) {
    return day.atStartOfDay(zone).toEpochSecond();
  }

  Pilot pilot() {
    return pilot;
  }

  ZoneId zone() {
    return zone;
  }

  List<Passbook> passbooks() {
    return passbooks;
  }

  /** All postings by time. */
  List<Entry> entries() {
    return entries;
  }
}
