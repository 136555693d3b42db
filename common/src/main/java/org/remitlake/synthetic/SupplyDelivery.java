package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.Planted.Outcome;
import org.remitlake.synthetic.Point.Offer;
import org.remitlake.time.Quarter;

/** Where the partner banks offer their products, every quarter: points, and months of points. */
final class SupplyDelivery implements Delivery {
  private static final long TAG = "supply flaws".hashCode();

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    List<Callable<Report>> pieces = new ArrayList<>();
    for (Pilot pilot : Pilot.values()) {
      pieces.add(() -> new Network(population, pilot).write(folder));
    }
    return pieces;
  }

  /** One bank's points. */
  private static final class Network {
    private final Request request;
    private final Pilot pilot;
    private final BankStyle bank;
    private final CreditStyle words;
    private final List<Point> points;
    private final LocalDate asFar;
    private final long key;

    /** Openings that the bank's extracts tell, by point, product and month. */
    private final Map<String, Integer> openings = new HashMap<>();

    /** Complaints not closed yet, by point and product. */
    private final Map<String, Integer> open = new HashMap<>();

    private Network(Population population, Pilot pilot) {
      this.request = population.request();
      this.pilot = pilot;
      this.bank = BankStyle.of(pilot);
      this.words = new CreditStyle(bank);
      this.points = Point.of(request, pilot);
      this.asFar = PilotCalendar.of(request).asFar();
      this.key = Draw.key(request.seed(), TAG, pilot.number());
      LoanBook book = LoanBook.of(population, pilot);
      for (Loan loan : book.loans()) {
        count(loan.borrower().region(), loan.pid(), Point.loanProduct(pilot), loan.disbursed());
      }
      for (Passbook p : book.ledger().passbooks()) {
        if (p.pilot() && !Holder.openedAbroad(p.holder())) {
          count(p.holder().cluster().region(), p.pid(), p.product(), p.opened());
        }
      }
    }

    /** At one of the points of a region. */
    private void count(String region, String pid, String product, LocalDate day) {
      List<Point> near = points.stream().filter(p -> p.region().equals(region)).toList();
      Point point = near.get(Math.floorMod(pid.hashCode(), near.size()));
      openings.merge(name(point, product, day.withDayOfMonth(1)), 1, Integer::sum);
    }

    private static String name(Point point, String product, LocalDate month) {
      return point.id() + ' ' + product + ' ' + month;
    }

    private Report write(Path folder) throws IOException {
      List<Report> reports = new ArrayList<>();
      for (Quarter quarter : LoanBook.quarters(request)) {
        long own = Draw.key(key, quarter.firstDay().toEpochDay());
        reports.add(points(quarter, own).save(folder, bank.charset()));
        reports.add(months(quarter, own).save(folder, bank.charset()));
      }
      return Report.of(reports);
    }

    private Blemishes blemishes(Grid grid, long own, int number) {
      return new Blemishes(request, grid, Draw.key(own, number), row -> true);
    }

    private Grid points(Quarter quarter, long own) {
      Grid grid = CreditDelivery.grid(pilot, bank, "point", quarter, words.pointColumns());
      LocalDate end = quarter.endExclusive().minusDays(1);
      int since = LoanBook.quarters(request).indexOf(quarter);
      for (Point point : points) {
        for (Offer offer : point.offers(request, pilot)) {
          point(grid, point, offer, end, since);
        }
      }
      boolean east = pilot == Pilot.PT_TJ_01;
      String fine = words.decimal(east ? 385_612 : 401_875, 4);
      Blemishes flaws = blemishes(grid, own, 1);
      flaws.replace("K28", "latitude", fine, Outcome.ACCEPT_REPAIRED, "latitude to four decimals");
      // The last extract stays whole: months wait for their point.
      if (quarter.endExclusive().isBefore(asFar)) {
        flaws
            .replace("K26", "staff_trained_n", "99", Outcome.QUARANTINE, "more trained than staff")
            .unknown("type", "XX");
      }
      return grid;
    }

    /** Staff comes and goes, and is trained by and by. */
    private void point(Grid grid, Point point, Offer offer, LocalDate end, int since) {
      Draw draw = Draw.of(Draw.key(point.key(), offer.product().hashCode(), since));
      int staff = Math.max(1, point.staff() + draw.below(3) - 1);
      double share = Math.min(0.95, 0.25 + 0.1 * since + 0.1 * draw.uniform());
      grid.row(
          point.id(),
          words.point(point.kind()),
          point.region(),
          offer.product(),
          bank.day(offer.from()),
          offer.to() == null || offer.to().isAfter(end) ? "" : bank.day(offer.to()),
          Integer.toString(staff),
          Long.toString(Math.round(share * staff)),
          bank.flag(point.pilotArea()),
          bank.day(end),
          words.decimal(point.place(0), 2),
          words.decimal(point.place(1), 2));
    }

    private Grid months(Quarter quarter, long own) {
      Grid grid = CreditDelivery.grid(pilot, bank, "point_month", quarter, words.monthColumns());
      for (int month = 0; month < 3; month++) {
        LocalDate first = quarter.firstDay().plusMonths(month);
        for (Point point : points) {
          for (Offer offer : point.offers(request, pilot)) {
            if (offer.stands(first)) {
              month(grid, point, offer.product(), first);
            }
          }
        }
      }
      blemishes(grid, own, 2)
          .unreadable("hours_promised")
          .replace("K30", "hours_available", words.decimal(9_999, 1), Outcome.QUARANTINE, "hours")
          .repeated("T01");
      String middle = bank.day(quarter.firstDay().plusDays(14));
      String first = bank.day(quarter.firstDay());
      new Blemishes(
              request, grid, Draw.key(own, 3), row -> grid.cell(row, "month_on").equals(first))
          .replace("K33", "month_on", middle, Outcome.ACCEPT_REPAIRED, "told by another day");
      return grid;
    }

    private void month(Grid grid, Point point, String product, LocalDate first) {
      String all = point.id() + ' ' + product;
      PointMonth told =
          PointMonth.of(
              point,
              product,
              first,
              openings.getOrDefault(name(point, product, first), 0),
              open.getOrDefault(all, 0));
      if (told == null) {
        return;
      }
      open.merge(all, Math.max(0, told.complaints()) - Math.max(0, told.resolved()), Integer::sum);
      grid.row(
          point.id(),
          product,
          bank.day(told.month()),
          Integer.toString(told.applications()),
          Integer.toString(told.openings()),
          Integer.toString(told.transactions()),
          words.decimal(told.promised(), 1),
          words.decimal(told.available(), 1),
          words.decimal(told.down(), 1),
          told.complaints() < 0 ? "" : Integer.toString(told.complaints()),
          told.resolved() < 0 ? "" : Integer.toString(told.resolved()),
          Integer.toString(told.contacts()));
    }
  }
}
