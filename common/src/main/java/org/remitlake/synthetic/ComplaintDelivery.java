package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.Planted.Outcome;
import org.remitlake.synthetic.Point.Offer;
import org.remitlake.time.Quarter;

/**
 * Complaints at the partner banks' points, every quarter: as many as the points count each month,
 * the oldest closed first.
 */
final class ComplaintDelivery implements Delivery {
  private static final long TAG = "complaints".hashCode();
  private static final String[] CHANNELS = {"POINT", "PHONE", "APP"};
  private static final String[] CATEGORIES = {"FEE", "DELAY", "STAFF", "SYSTEM", "OTHER"};

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    List<Callable<Report>> pieces = new ArrayList<>();
    for (Pilot pilot : Pilot.values()) {
      pieces.add(() -> new Register(population.request(), pilot).write(folder));
    }
    return pieces;
  }

  /** A complaint; open without a day of closing. */
  private static final class Complaint {
    private final String id;
    private final Point point;
    private final String product;
    private final LocalDate received;
    private LocalDate closed;

    Complaint(String id, Point point, String product, LocalDate received) {
      this.id = id;
      this.point = point;
      this.product = product;
      this.received = received;
    }
  }

  /** One bank's complaints. */
  private static final class Register {
    private final Request request;
    private final Pilot pilot;
    private final BankStyle bank;
    private final long key;
    private final List<Complaint> complaints = new ArrayList<>();

    Register(Request request, Pilot pilot) {
      this.request = request;
      this.pilot = pilot;
      this.bank = BankStyle.of(pilot);
      this.key = Draw.key(request.seed(), TAG, pilot.number());
      for (Point point : Point.of(request, pilot)) {
        for (Offer offer : point.offers(request, pilot)) {
          fill(point, offer);
        }
      }
    }

    private void fill(Point point, Offer offer) {
      Draw draw = Draw.of(Draw.key(key, point.key(), offer.product().hashCode()));
      Deque<Complaint> open = new ArrayDeque<>();
      for (Quarter quarter : LoanBook.quarters(request)) {
        for (int month = 0; month < 3; month++) {
          LocalDate first = quarter.firstDay().plusMonths(month);
          PointMonth told =
              offer.stands(first)
                  ? PointMonth.of(point, offer.product(), first, 0, open.size())
                  : null;
          if (told != null && point.registers()) {
            month(draw, point, offer.product(), told, open);
          }
        }
      }
    }

    private void month(
        Draw draw, Point point, String product, PointMonth told, Deque<Complaint> open) {
      int days = told.month().lengthOfMonth();
      List<LocalDate> received = new ArrayList<>();
      for (int i = 0; i < told.complaints(); i++) {
        received.add(told.month().plusDays(draw.below(days)));
      }
      received.sort(null);
      for (LocalDate day : received) {
        Text id = new Text(10).append(pilot.country().prefix()).append("-C");
        Digits.padded(id, complaints.size() + 1, 6);
        Complaint complaint = new Complaint(id.toString(), point, product, day);
        complaints.add(complaint);
        open.add(complaint);
      }
      for (int i = 0; i < told.resolved() && !open.isEmpty(); i++) {
        Complaint oldest = open.remove();
        LocalDate from = oldest.received.isBefore(told.month()) ? told.month() : oldest.received;
        oldest.closed = from.plusDays(draw.below(days - from.getDayOfMonth() + 1));
      }
    }

    private Report write(Path folder) throws IOException {
      List<Report> reports = new ArrayList<>();
      for (Quarter quarter : LoanBook.quarters(request)) {
        reports.add(grid(quarter).save(folder, bank.charset()));
      }
      return Report.of(reports);
    }

    private Grid grid(Quarter quarter) {
      Grid grid =
          CreditDelivery.grid(
              pilot, bank, "complaint", quarter, new ServiceStyle(bank).complaintColumns());
      LocalDate end = quarter.endExclusive();
      for (Complaint c : complaints) {
        boolean isClosed = c.closed != null && c.closed.isBefore(end);
        boolean isOfQuarter = !c.received.isBefore(quarter.firstDay()) && c.received.isBefore(end);
        boolean isClosedNow = isClosed && !c.closed.isBefore(quarter.firstDay());
        if (isOfQuarter || isClosedNow) {
          Draw draw = Draw.of(Draw.key(key, c.id.hashCode()));
          grid.row(
              c.id,
              c.point.id(),
              c.product,
              bank.day(c.received),
              isClosed ? bank.day(c.closed) : "",
              CHANNELS[draw.below(CHANNELS.length)],
              CATEGORIES[draw.below(CATEGORIES.length)]);
        }
      }
      String before = bank.day(quarter.firstDay().minusYears(1));
      new Blemishes(request, grid, Draw.key(key, quarter.firstDay().toEpochDay()), row -> true)
          .replace("K34", "closed_on", before, Outcome.QUARANTINE, "closed before it came")
          .empty("received_on")
          .repeated("T01");
      return grid;
    }
  }
}
