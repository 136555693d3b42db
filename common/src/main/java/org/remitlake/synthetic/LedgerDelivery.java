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
import org.remitlake.time.Quarter;

/**
 * Extracts of the partner banks: postings and month-end balances of every quarter, and all accounts
 * at the middle and at the end of every year.
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
      this.zone = ledger.zone();
      this.calendar = PilotCalendar.of(request);
      this.key = Draw.key(request.seed(), TAG, pilot.number());
    }

    private Report write() throws IOException {
      forget();
      List<Report> reports = new ArrayList<>();
      Quarter first = Quarter.of(calendar.treatedFrom());
      Quarter last = Quarter.of(calendar.asFar().minusDays(1));
      for (Quarter q = first; q.compareTo(last) <= 0; q = q.plus(1)) {
        long own = Draw.key(key, q.firstDay().toEpochDay());
        boolean snapshot = q.number() % 2 == 0 || q.equals(last);
        for (Grid grid : List.of(accounts(q, own), postings(q, own), balances(q, own))) {
          boolean due = snapshot || !grid.contract().equals("account");
          if (grid.size() > 0 && due) {
            reports.add(grid.save(folder, style.charset()));
          }
        }
      }
      return Report.of(reports);
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

    private Grid grid(String contract, Quarter quarter, String keyField, List<String> columns) {
      Text name = new Text().append(contract).append('_').append(pilot.bank()).append('_');
      name.append(quarter.year()).append('Q').append(quarter.number());
      name.append('.').append(style.extension());
      return new Grid(
          name.toString(), contract, pilot.bank(), style.delimiter(), keyField, columns);
    }

    private Grid accounts(Quarter quarter, long own) {
      Grid grid = grid("account", quarter, "account_pid", style.accountColumns());
      LocalDate end = quarter.endExclusive();
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
          p.holder().cluster().region());
    }

    private boolean dormant(Passbook p, LocalDate end) {
      long since = second(end.minusDays(DORMANT_DAYS));
      return p.opened().isBefore(end.minusDays(DORMANT_DAYS))
          && p.entries().stream()
              .noneMatch(e -> e.byCustomer() && e.at() >= since && e.at() < second(end));
    }

    private Grid postings(Quarter quarter, long own) {
      Grid grid = grid("posting", quarter, "posting_id", style.postingColumns());
      Stamp stamp = new Stamp(style.stamp(), zone);
      for (Entry e : ledger.entries()) {
        boolean inside =
            e.at() >= second(quarter.firstDay()) && e.at() < second(quarter.endExclusive());
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

    private Grid balances(Quarter quarter, long own) {
      Grid grid = grid("balance", quarter, "account_pid", style.balanceColumns());
      for (int month = 1; month <= 3; month++) {
        LocalDate next = quarter.firstDay().plusMonths(month);
        for (Passbook p : ledger.passbooks()) {
          boolean closed = p.closed() != null && p.closed().isBefore(next);
          if (p.opened().isBefore(next) && !closed) {
            balance(grid, p, next);
          }
        }
      }
      if (grid.size() >= LARGE && quarter.number() % 2 == 0) {
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
