package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.Planted.Outcome;

/**
 * Extracts of the partner banks for every half-year: postings, balances at the ends of its months,
 * and all accounts at its end.
 */
final class LedgerDelivery implements Delivery {
  private static final long TAG = "ledger flaws".hashCode();
  private static final int BREAKS = 2;
  private static final int DORMANT_DAYS = 180;
  private static final int LARGE = 20;

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    List<Callable<Report>> pieces = new ArrayList<>();
    for (Pilot pilot : Pilot.values()) {
      pieces.add(() -> new Extracts(population, pilot, folder).write());
    }
    return pieces;
  }

  /** One bank's files. */
  private static final class Extracts {
    private final Request request;
    private final Pilot pilot;
    private final Path folder;
    private final BankStyle style;
    private final Ledger ledger;
    private final Matches matches;
    private final ZoneId zone;
    private final PilotCalendar calendar;
    private final long key;

    /** Postings that the bank forgot to send, by account. */
    private final Map<String, Entry> forgotten = new HashMap<>();

    /** Accounts whose break has been told. */
    private final Set<String> told = new HashSet<>();

    private Extracts(Population population, Pilot pilot, Path folder) {
      this.request = population.request();
      this.pilot = pilot;
      this.folder = folder;
      this.style = BankStyle.of(pilot);
      this.ledger = Ledger.of(population, pilot);
      this.matches = Matches.of(population, ledger);
      this.zone = ledger.zone();
      this.calendar = PilotCalendar.of(request);
      this.key = Draw.key(request.seed(), TAG, pilot.number());
    }

    private Report write() throws IOException {
      forget();
      List<Report> reports = new ArrayList<>();
      LocalDate from = calendar.treatedFrom();
      for (LocalDate day = january(from); day.isBefore(calendar.asFar()); day = day.plusMonths(6)) {
        LocalDate end = min(day.plusMonths(6), calendar.asFar());
        if (end.isAfter(from)) {
          long own = Draw.key(key, day.toEpochDay());
          for (Grid grid :
              List.of(accounts(end, own), postings(day, end, own), balances(day, end, own))) {
            if (grid.size() > 0) {
              reports.add(grid.save(folder, style.charset()));
            }
          }
        }
      }
      return Report.of(reports);
    }

    private static LocalDate january(LocalDate day) {
      return day.withDayOfYear(1);
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
      return a.isBefore(b) ? a : b;
    }

    private void forget() {
      Draw draw = Draw.of(Draw.key(key, 1));
      List<Entry> entries = ledger.entries();
      for (int i = 0; i < 1_000 && forgotten.size() < wanted() && !entries.isEmpty(); i++) {
        Entry entry = entries.get(draw.below(entries.size()));
        boolean taken =
            entry.type() == Entry.Type.ATM
                || entry.type() == Entry.Type.CASH_OUT
                || entry.type() == Entry.Type.CARD_POS;
        boolean early = entry.at() < second(calendar.asFar().minusDays(62));
        if (taken && early && entry.passbook().closed() == null) {
          forgotten.putIfAbsent(entry.passbook().pid(), entry);
        }
      }
    }

    private int wanted() {
      return request.defects() == Defects.NONE ? 0 : BREAKS;
    }

    private Grid grid(String contract, LocalDate end, String keyField, List<String> columns) {
      LocalDate last = end.minusDays(1);
      Text name = new Text().append(contract).append('_').append(pilot.bank()).append('_');
      name.append(last.getYear()).append('H').append(last.getMonthValue() > 6 ? 2 : 1);
      name.append('.').append(style.extension());
      return new Grid(
          name.toString(), contract, pilot.bank(), style.delimiter(), keyField, columns);
    }

    private Grid accounts(LocalDate end, long own) {
      Grid grid = grid("account", end, "account_pid", style.accountColumns());
      for (Passbook p : ledger.passbooks()) {
        if (p.opened().isBefore(end)) {
          account(grid, p, end);
        }
      }
      // The last snapshot stays whole: it is the one that counts.
      if (grid.size() >= LARGE && end.isBefore(calendar.asFar())) {
        new Blemishes(request, grid, Draw.key(own, 1), row -> true).wider().empty("product_code");
      }
      return grid;
    }

    private void account(Grid grid, Passbook p, LocalDate end) {
      boolean closed = p.closed() != null && p.closed().isBefore(end);
      boolean abroad = p.pilot() && Holder.openedAbroad(p.holder());
      long first = p.firstDeposit();
      boolean funded = first >= 0 && first < second(end);
      String why = p.holder().number() % 3 == 0 ? "RETURNED_HOME" : "CUSTOMER";
      grid.row(
          p.pid(),
          Holder.pid(p.holder()),
          p.product(),
          p.pilot() ? pilot.name() : "",
          style.day(p.opened()),
          abroad ? "REMOTE_ABROAD" : "BRANCH",
          abroad ? "MIGRANT" : "BENEFICIARY",
          style.flag(false),
          style.status(closed ? "CLOSED" : dormant(p, end) ? "DORMANT" : "OPEN"),
          closed ? style.day(p.closed()) : "",
          closed ? why : "",
          funded ? style.day(localDay(first)) : "",
          Holder.sex(p.holder()),
          Holder.age(p.holder()),
          p.holder().cluster().region(),
          matches.beneficiary(p.holder()));
    }

    private boolean dormant(Passbook p, LocalDate end) {
      long since = second(end.minusDays(DORMANT_DAYS));
      return p.opened().isBefore(end.minusDays(DORMANT_DAYS))
          && p.entries().stream()
              .noneMatch(e -> e.byCustomer() && e.at() >= since && e.at() < second(end));
    }

    private Grid postings(LocalDate from, LocalDate end, long own) {
      Grid grid = grid("posting", end, "posting_id", style.postingColumns());
      Stamp stamp = new Stamp(style.stamp(), zone);
      for (Entry e : ledger.entries()) {
        boolean inside = e.at() >= second(from) && e.at() < second(end);
        if (inside && !e.equals(forgotten.get(e.passbook().pid()))) {
          Text time = new Text(20);
          stamp.append(time, e.at());
          boolean unnamed = e.type() == Entry.Type.REMIT_CREDIT && e.endToEnd().isEmpty();
          if (unnamed) {
            grid.natural("K05");
          }
          grid.row(
              e.id(),
              e.passbook().pid(),
              time.toString(),
              style.day(localDay(e.at())),
              style.direction(e.credit()),
              style.money(e.amount()),
              style.type(e.type()),
              e.endToEnd(),
              style.flag(e.byCustomer()),
              e.reverses(),
              e.group());
        }
      }
      if (grid.size() >= LARGE) {
        new Blemishes(request, grid, Draw.key(own, 2), row -> true).repeated("K01");
      }
      return grid;
    }

    /** An account on which nothing was ever booked has no balance. */
    private Grid balances(LocalDate from, LocalDate end, long own) {
      Grid grid = grid("balance", end, "account_pid", style.balanceColumns());
      for (LocalDate next = from.plusMonths(1); !next.isAfter(end); next = next.plusMonths(1)) {
        for (Passbook p : ledger.passbooks()) {
          boolean closed = p.closed() != null && p.closed().isBefore(next);
          long first = p.firstDeposit();
          if (first >= 0 && first < second(next) && !closed) {
            balance(grid, p, next);
          }
        }
      }
      if (grid.size() >= LARGE) {
        new Blemishes(request, grid, Draw.key(own, 3), row -> true)
            .wider()
            .unreadable("closing_balance");
      }
      return grid;
    }

    private void balance(Grid grid, Passbook p, LocalDate next) {
      grid.row(p.pid(), style.day(next.minusDays(1)), style.money(p.balanceBefore(second(next))));
      Entry missing = forgotten.get(p.pid());
      if (missing != null && missing.at() < second(next) && told.add(p.pid())) {
        String note = "posting " + missing.id() + " was never delivered";
        grid.plant(grid.size() - 1, "K03", Outcome.FLAG, note);
      }
    }

    private LocalDate localDay(long second) {
      return java.time.Instant.ofEpochSecond(second).atZone(zone).toLocalDate();
    }

    private long second(LocalDate day) {
      return day.atStartOfDay(zone).toEpochSecond();
    }
  }
}
