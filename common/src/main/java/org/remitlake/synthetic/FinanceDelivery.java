package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.Planted.Outcome;
import org.remitlake.time.Quarter;

/** What the pilots' products bring the partner banks each month, and what they cost them. */
final class FinanceDelivery implements Delivery {
  private static final long TAG = "partner finance".hashCode();

  /** Fees of a thirtieth and a cost of a tenth of a dollar an account and month. */
  private static final double FEE = 0.03;

  private static final double COST = 0.10;

  /** Net interest on deposits in a year. */
  private static final double MARGIN = 0.06;

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    List<Callable<Report>> pieces = new ArrayList<>();
    for (Pilot pilot : Pilot.values()) {
      pieces.add(() -> new Accounts(population, pilot).write(folder));
    }
    return pieces;
  }

  /** One bank's accounts of the pilot. */
  private static final class Accounts {
    private final Request request;
    private final Pilot pilot;
    private final BankStyle bank;
    private final List<Passbook> passbooks;
    private final double perDollar;
    private final LocalDate asFar;
    private final long key;

    private Accounts(Population population, Pilot pilot) {
      this.request = population.request();
      this.pilot = pilot;
      this.bank = BankStyle.of(pilot);
      this.passbooks =
          Ledger.of(population, pilot).passbooks().stream().filter(Passbook::pilot).toList();
      PilotCalendar calendar = PilotCalendar.of(request);
      this.asFar = calendar.asFar();
      int day = FxPath.index(calendar.treatedFrom());
      this.perDollar = population.fx().perDollar(pilot.country().currency(), day);
      this.key = Draw.key(request.seed(), TAG, pilot.number());
    }

    private Report write(Path folder) throws IOException {
      List<Report> reports = new ArrayList<>();
      for (Quarter quarter : LoanBook.quarters(request)) {
        Grid grid =
            CreditDelivery.grid(
                pilot, bank, "partner_finance", quarter, new ServiceStyle(bank).financeColumns());
        for (int month = 0; month < 3; month++) {
          month(grid, quarter.firstDay().plusMonths(month));
        }
        if (grid.size() > 0) {
          spoil(grid, quarter);
          reports.add(grid.save(folder, bank.charset()));
        }
      }
      return Report.of(reports);
    }

    /** Once a year a month is told by another day; none is lost, or no year would be whole. */
    private void spoil(Grid grid, Quarter quarter) {
      if (quarter.number() == 1) {
        long own = Draw.key(key, quarter.firstDay().toEpochDay());
        String middle = bank.day(quarter.firstDay().plusDays(14));
        String first = bank.day(quarter.firstDay());
        new Blemishes(request, grid, own, row -> grid.cell(row, "month_on").equals(first))
            .replace("K33", "month_on", middle, Outcome.ACCEPT_REPAIRED, "told by another day");
      }
    }

    private void month(Grid grid, LocalDate first) {
      LocalDate end = first.plusMonths(1);
      List<Passbook> open =
          passbooks.stream()
              .filter(p -> p.opened().isBefore(end))
              .filter(p -> p.closed() == null || p.closed().isAfter(first))
              .toList();
      if (open.isEmpty() || end.isAfter(asFar)) {
        return;
      }
      Draw draw = Draw.of(Draw.key(key, first.toEpochDay()));
      long middle = first.plusDays(14).toEpochDay() * 86_400;
      double deposits = open.stream().mapToLong(p -> p.balanceBefore(middle)).sum();
      double account = 100 * perDollar * open.size();
      grid.row(
          pilot.product(),
          bank.day(first),
          pilot.country().currency().name(),
          money(FEE * account * draw.logNormal(1, 0.1)),
          money(MARGIN / 12 * deposits * draw.logNormal(1, 0.05)),
          money(COST * account * draw.logNormal(1, 0.1)),
          money(deposits));
    }

    private String money(double hundredths) {
      return bank.money(Math.round(hundredths));
    }
  }
}
