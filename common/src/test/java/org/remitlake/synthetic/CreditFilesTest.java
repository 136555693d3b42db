package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.synthetic.Loan.Due;
import org.remitlake.synthetic.Loan.Purpose;

/** Loans, policies and points as they are drawn, and their files. */
class CreditFilesTest {
  private static final Request REQUEST = Requests.of(3, 500, "2020-Q1", "2021-Q4", Defects.ROWS);

  @TempDir static Path folder;

  private static List<Loan> loans(Pilot pilot) {
    return LoanBook.of(Population.of(REQUEST), pilot).loans();
  }

  @Test
  void schedulesRepayThePrincipalAndNothingIsOutstandingOnceAllIsPaid() {
    LocalDate always = LocalDate.of(2040, 1, 1);
    for (Pilot pilot : Pilot.values()) {
      for (Loan loan : loans(pilot)) {
        long due = loan.schedule().stream().mapToLong(Due::amount).sum();
        assertThat(due).isGreaterThan(loan.terms().principal());
        assertThat(loan.outstanding(loan.disbursed())).isEqualTo(loan.terms().principal());
        assertThat(loan.outstanding(always)).isBetween(0L, loan.terms().principal());
        boolean repaid = loan.schedule().stream().allMatch(d -> d.paid() == d.amount());
        assertThat(loan.outstanding(always) == 0).isEqualTo(repaid);
        assertThat(loan.live(always)).isFalse();
        loan.schedule()
            .forEach(
                d ->
                    assertThat(d.paidOn() == null || d.paidOn().isAfter(loan.disbursed()))
                        .isTrue());
      }
    }
  }

  @Test
  void loansForTheWayAreInDollarsAndAtMostAThousand() {
    List<Loan> loans = loans(Pilot.PT_TJ_01);
    List<Loan> road =
        loans.stream().filter(loan -> loan.terms().purpose() == Purpose.ROAD).toList();
    assertThat(road)
        .allMatch(loan -> loan.terms().currency() == Currency.USD)
        .allMatch(loan -> loan.terms().principal() <= 100_000);
    assertThat(road.size() / (double) loans.size()).isCloseTo(0.35, within(0.08));
  }

  @Test
  void someAreLateOnMoreThanThirtyDaysAndSomeArePaidFromRemittances() {
    LocalDate end = LocalDate.of(2021, 6, 30);
    List<Loan> live = loans(Pilot.PT_AM_01).stream().filter(loan -> loan.live(end)).toList();
    double late = live.stream().filter(loan -> loan.arrears(end) > 30).count();
    assertThat(late / live.size()).isBetween(0.01, 0.15);
    assertThat(live)
        .anyMatch(loan -> loan.rescheduled(end) != null)
        .anyMatch(loan -> loan.borrower().book() != null);
    Set<String> postings =
        Ledger.of(Population.of(REQUEST), Pilot.PT_AM_01).entries().stream()
            .map(Entry::id)
            .collect(Collectors.toSet());
    List<String> paid =
        loans(Pilot.PT_AM_01).stream()
            .flatMap(loan -> loan.schedule().stream())
            .map(Due::posting)
            .filter(p -> !p.isEmpty())
            .toList();
    assertThat(paid).isNotEmpty().allMatch(postings::contains);
  }

  @Test
  void theFilesOfAQuarterAreOfBothBanksAndFlawsAreTold() throws IOException {
    Deliveries.write(REQUEST, folder);
    Map<String, Integer> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.map(f -> f.getFileName().toString())
          .filter(f -> f.matches("(loan|instalment|policy|point).*_BANK_01_2021Q2.*"))
          .forEach(f -> files.put(f.replaceAll("_BANK.*", ""), 1));
    }
    assertThat(files.keySet())
        .containsExactly(
            "instalment_AM",
            "instalment_TJ",
            "loan_AM",
            "loan_TJ",
            "loan_balance_AM",
            "loan_balance_TJ",
            "point_AM",
            "point_TJ",
            "point_month_AM",
            "point_month_TJ",
            "policy_AM",
            "policy_TJ");
    Set<String> rules =
        Files.readAllLines(folder.resolve("_truth/defects.csv"), UTF_8).stream()
            .map(line -> line.substring(0, line.indexOf(',')))
            .collect(Collectors.toSet());
    assertThat(rules).contains("K12", "K19", "K22", "K23", "K25", "K26", "K28", "K30", "K33");
  }
}
