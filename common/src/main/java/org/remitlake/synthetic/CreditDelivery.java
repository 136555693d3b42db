package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.Loan.Due;
import org.remitlake.synthetic.Planted.Outcome;
import org.remitlake.time.Quarter;

/**
 * Extracts of the partner banks' loans for every quarter: all loans at its end, schedules of new
 * ones and what became due or was paid, what was outstanding at the ends of its months, policies.
 */
final class CreditDelivery implements Delivery {
  private static final long TAG = "credit flaws".hashCode();

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    List<Callable<Report>> pieces = new ArrayList<>();
    for (Pilot pilot : Pilot.values()) {
      pieces.add(() -> new Extracts(population, pilot).write(folder));
    }
    return pieces;
  }

  /** Rows of a quarter, by the name that their contract has in file names. */
  static Grid grid(
      Pilot pilot, BankStyle style, String contract, Quarter quarter, List<String> columns) {
    Text name = new Text().append(contract).append('_').append(pilot.bank()).append('_');
    name.append(quarter.year()).append('Q').append(quarter.number());
    name.append('.').append(style.extension());
    String key = columns.get(0).substring(0, columns.get(0).indexOf('='));
    return new Grid(name.toString(), contract, pilot.bank(), style.delimiter(), key, columns);
  }

  /** One bank's files. */
  private static final class Extracts {
    private final Request request;
    private final Pilot pilot;
    private final BankStyle bank;
    private final CreditStyle words;
    private final List<Loan> loans;
    private final List<Policy> policies;
    private final LocalDate asFar;
    private final long key;

    private Extracts(Population population, Pilot pilot) {
      this.request = population.request();
      this.pilot = pilot;
      this.bank = BankStyle.of(pilot);
      this.words = new CreditStyle(bank);
      LoanBook book = LoanBook.of(population, pilot);
      this.loans = book.loans();
      this.policies = Policy.of(request, pilot, book);
      this.asFar = PilotCalendar.of(request).asFar();
      this.key = Draw.key(request.seed(), TAG, pilot.number());
    }

    private Report write(Path folder) throws IOException {
      List<Report> reports = new ArrayList<>();
      for (Quarter quarter : LoanBook.quarters(request)) {
        long own = Draw.key(key, quarter.firstDay().toEpochDay());
        for (Grid grid :
            List.of(
                loans(quarter, own),
                instalments(quarter, own),
                balances(quarter, own),
                policies(quarter, own))) {
          reports.add(grid.save(folder, bank.charset()));
        }
      }
      return Report.of(reports);
    }

    private static boolean in(Quarter quarter, LocalDate day) {
      return !day.isBefore(quarter.firstDay()) && day.isBefore(quarter.endExclusive());
    }

    private static LocalDate last(Quarter quarter) {
      return quarter.endExclusive().minusDays(1);
    }

    private Blemishes blemishes(Grid grid, long own, int number) {
      return new Blemishes(request, grid, Draw.key(own, number), row -> true);
    }

    private Grid loans(Quarter quarter, long own) {
      Grid grid = CreditDelivery.grid(pilot, bank, "loan", quarter, words.loanColumns());
      LocalDate end = last(quarter);
      for (Loan loan : loans) {
        if (!loan.disbursed().isAfter(end)) {
          Passbook book = loan.borrower().book();
          grid.row(
              loan.pid(),
              loan.borrower().pid(),
              bank.day(loan.disbursed()),
              bank.money(loan.terms().principal()),
              loan.terms().currency().name(),
              words.decimal(loan.terms().rate(), 1),
              words.purpose(loan.terms().purpose()),
              bank.flag(loan.backed()),
              book != null && book.pilot() ? pilot.name() : "",
              bank.day(loan.writtenOff(end)),
              bank.day(loan.rescheduled(end)),
              loan.borrower().sex(),
              loan.borrower().region());
        }
      }
      // The last extract stays whole: what comes of a loan waits until it is known.
      if (quarter.endExclusive().isBefore(asFar)) {
        blemishes(grid, own, 1)
            .wider()
            .empty("customer_pid")
            .replace("K12", "principal", bank.money(0), Outcome.QUARANTINE, "a principal of 0")
            .repeated("T01");
      }
      return grid;
    }

    private Grid instalments(Quarter quarter, long own) {
      Grid grid =
          CreditDelivery.grid(pilot, bank, "instalment", quarter, words.instalmentColumns());
      LocalDate end = last(quarter);
      for (Loan loan : loans) {
        for (Due due : loan.schedule()) {
          LocalDate moved = loan.rescheduled(end);
          boolean news =
              in(quarter, loan.disbursed())
                  || in(quarter, loan.due(due, end))
                  || (due.touched(end) && in(quarter, due.paidOn()))
                  || (moved != null && in(quarter, moved));
          if (news && !loan.disbursed().isAfter(end)) {
            instalment(grid, loan, due, end);
          }
        }
      }
      blemishes(grid, own, 2).wider().unreadable("due_amount").repeated("T01");
      new Blemishes(request, grid, Draw.key(own, 3), row -> !grid.cell(row, "paid_on").isEmpty())
          .replace("K19", "paid_amount", "", Outcome.FLAG, "paid nobody knows how much");
      return grid;
    }

    private void instalment(Grid grid, Loan loan, Due due, LocalDate end) {
      boolean paid = due.touched(end);
      grid.row(
          loan.pid(),
          Integer.toString(due.number()),
          bank.day(loan.due(due, end)),
          bank.money(due.amount()),
          loan.terms().currency().name(),
          paid ? bank.day(due.paidOn()) : "",
          paid ? bank.money(due.paid()) : "",
          paid ? due.posting() : "");
    }

    private Grid balances(Quarter quarter, long own) {
      Grid grid = CreditDelivery.grid(pilot, bank, "loan_balance", quarter, words.balanceColumns());
      for (int month = 1; month <= 3; month++) {
        LocalDate end = quarter.firstDay().plusMonths(month).minusDays(1);
        for (Loan loan : loans) {
          if (loan.live(end)) {
            grid.row(
                loan.pid(),
                bank.day(end),
                bank.money(loan.outstanding(end)),
                Long.toString(loan.arrears(end)));
          }
        }
      }
      String much = bank.money(99_999_999_900L);
      blemishes(grid, own, 4)
          .unreadable("outstanding")
          .replace("K22", "arrears_days", "-1", Outcome.QUARANTINE, "arrears below zero")
          .replace("K23", "outstanding", much, Outcome.QUARANTINE, "far above the principal")
          .repeated("T01");
      return grid;
    }

    private Grid policies(Quarter quarter, long own) {
      Grid grid = CreditDelivery.grid(pilot, bank, "policy", quarter, words.policyColumns());
      LocalDate end = last(quarter);
      for (Policy policy : policies) {
        boolean changed = policy.cancelled() != null && in(quarter, policy.cancelled());
        if (in(quarter, policy.from()) || changed) {
          grid.row(
              policy.pid(),
              policy.customer(),
              words.cover(policy.kind()),
              bank.day(policy.from()),
              bank.day(policy.to(end)));
        }
      }
      String before = bank.day(quarter.firstDay().minusYears(1));
      blemishes(grid, own, 5)
          .replace("K25", "valid_to", before, Outcome.QUARANTINE, "ends before it begins")
          .unknown("kind", "XX");
      return grid;
    }
  }
}
