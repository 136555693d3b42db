package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.PilotStudy.Subject;

/**
 * Steps on the way to the pilots' accounts, as the programme's office notes them (§11.8). Who is
 * eligible stands in the registry.
 */
final class FunnelDelivery implements Delivery {
  private static final long TAG = "funnel".hashCode();
  private static final int DAY = 86_400;
  private static final double REACHED = 0.70;
  private static final double AWARE = 0.56;
  private static final double APPLIED = 0.168;

  /** Neighbours hear of it without having been contacted. */
  private static final double CONTROL_AWARE = 0.05;

  private static final String[] STEPS = {"REACHED", "AWARE", "INTERESTED", "APPLIED", "APPROVED"};

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    List<Callable<Report>> pieces = new ArrayList<>();
    for (Pilot pilot : Pilot.values()) {
      pieces.add(() -> new Office(population, pilot).write(folder));
    }
    return pieces;
  }

  /** One programme's notes. */
  private static final class Office {
    private final Request request;
    private final Pilot pilot;
    private final PilotCalendar calendar;
    private final Ledger ledger;
    private final Grid grid;
    private final Stamp stamp;
    private final long start;
    private final long end;
    private final Map<Integer, Passbook> accounts = new HashMap<>();

    private Office(Population population, Pilot pilot) {
      this.request = population.request();
      this.pilot = pilot;
      this.calendar = PilotCalendar.of(request);
      this.ledger = Ledger.of(population, pilot);
      this.stamp = new Stamp(Stamp.Pattern.ISO_MINUTES, ledger.zone());
      this.grid =
          new Grid(
              "funnel_" + pilot + "_v01.csv",
              "funnel",
              pilot.name(),
              ',',
              "subject_pid",
              List.of("subject_pid=subject", "stage=stage", "event_at=at"));
      this.start = second(calendar.treatedFrom());
      this.end = second(calendar.asFar());
      ledger.passbooks().stream()
          .filter(Passbook::pilot)
          .forEach(p -> accounts.put(p.holder().number(), p));
    }

    private Report write(Path folder) throws IOException {
      for (Subject subject : PilotStudy.of(request.seed(), pilot).subjects()) {
        Draw draw = Draw.of(Draw.key(subject.key(), TAG));
        if (subject.openedAfter() >= 0) {
          opened(draw, subject);
        } else if (subject.cluster().treated()) {
          stopped(draw, subject);
        } else if (draw.chance(CONTROL_AWARE)) {
          note(subject, "AWARE", start + (30 + draw.below(300)) * (long) DAY);
        }
      }
      long key = Draw.key(request.seed(), TAG, pilot.number());
      new Blemishes(request, grid, key, row -> !grid.cell(row, "stage").equals("OPENED"))
          .wider()
          .unknown("stage", "CALLED");
      return grid.save(folder);
    }

    /** All steps, back from the opening: at most two months before it, never before the offer. */
    private void opened(Draw draw, Subject subject) {
      long at = second(calendar.treatedFrom().plusDays(subject.openedAfter())) + 11 * 3_600;
      long first = Math.max(start, at - (5 + draw.below(55)) * (long) DAY);
      if (at >= end) {
        return;
      }
      if (!subject.cluster().treated()) {
        grid.natural("R04");
      }
      for (int step = 0; step < STEPS.length; step++) {
        long when = first + (at - first) * step / STEPS.length;
        note(subject, STEPS[step], when);
      }
      note(subject, "OPENED", at);
      use(subject, at);
    }

    /** Steps that the bank reports. */
    private void use(Subject subject, long opened) {
      Passbook account = accounts.get(subject.number());
      long first = account.firstDeposit();
      if (first < 0) {
        return;
      }
      note(subject, "FUNDED", first);
      mark(subject, account, "ACTIVE_30D", opened, 30);
      mark(subject, account, "ACTIVE_90D", opened, 90);
      mark(subject, account, "PERSIST_180D", opened, 180);
      mark(subject, account, "PERSIST_365D", opened, 365);
    }

    /** Money on the account, and used by the customer within ninety days. */
    private void mark(Subject subject, Passbook account, String stage, long opened, int days) {
      long at = opened + days * (long) DAY;
      boolean used =
          account.entries().stream()
              .anyMatch(e -> e.byCustomer() && e.at() <= at && e.at() > at - 90L * DAY);
      boolean open = account.closed() == null || second(account.closed()) > at;
      if (open && used && account.balanceBefore(at + 1) > 0) {
        note(subject, stage, at);
      }
    }

    /** Who did not open: shares are those left of all units by who did. */
    private void stopped(Draw draw, Subject subject) {
      double open = Pilot.UPTAKE;
      long at = start + draw.below(330) * (long) DAY;
      double[] chances = {
        (REACHED - open) / (1 - open),
        (AWARE - open) / (REACHED - open),
        0.6,
        (APPLIED - open) / (AWARE - open) / 0.6
      };
      for (int step = 0; step < chances.length && draw.chance(chances[step]); step++) {
        note(subject, STEPS[step], at);
        at += (3 + draw.below(20)) * (long) DAY;
      }
    }

    private void note(Subject subject, String stage, long at) {
      if (at < end) {
        Text time = new Text(20);
        stamp.append(time, at);
        boolean midnight = time.toString().endsWith(" 00:00");
        String text = midnight ? time.toString().substring(0, 10) : time.toString();
        grid.row(Holder.pid(subject), stage, text);
      }
    }

    private long second(LocalDate day) {
      return day.atStartOfDay(ledger.zone()).toEpochSecond();
    }
  }
}
