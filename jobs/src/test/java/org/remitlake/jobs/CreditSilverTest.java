package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.account.Complaints;
import org.remitlake.account.DeliveryMonths;
import org.remitlake.account.DeliveryPoints;
import org.remitlake.account.Instalments;
import org.remitlake.account.LoanBalances;
import org.remitlake.account.Loans;
import org.remitlake.account.PartnerFinances;
import org.remitlake.account.Policies;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.OpsFile;
import org.remitlake.ingest.Quarantine;
import org.remitlake.synthetic.Defects;
import org.remitlake.synthetic.Deliveries;
import org.remitlake.synthetic.Request;
import org.remitlake.time.Quarter;

/** Generated extracts of loans, policies and points, by the profiles of conf, to silver. */
class CreditSilverTest {
  private static final String OURS =
      "(loan|instalment|loan_balance|policy|point|point_month|complaint|partner_finance)";

  @TempDir Path folder;

  @Test
  void plantedDefectsAreCaughtAndEverythingElseIsInSilver() throws IOException {
    Request request =
        new Request(
            5, 400, Quarter.parse("2020-Q1"), Quarter.parse("2020-Q4"), 1_000, Defects.ROWS);
    Deliveries.write(request, folder.resolve("files"));
    Bench bench = new Bench(folder.resolve("lake"));
    try (Stream<Path> files = Files.list(folder.resolve("files"))) {
      bench.ingest(
          files
              .filter(f -> f.getFileName().toString().matches(OURS + "_.._BANK_01_.*"))
              .toArray(Path[]::new));
    }
    Set<String> planted = new TreeSet<>();
    for (String line : Files.readAllLines(folder.resolve("files/_truth/defects.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[1].matches(OURS) && cells[5].equals("quarantine")) {
        planted.add(cells[2] + ":" + cells[3] + " " + cells[0]);
      }
    }
    Set<String> aside = new TreeSet<>();
    bench
        .lake
        .read(Quarantine.CONTRACT_OF)
        .join(bench.lake.read(OpsFile.CONTRACT_OF).select("file_id", "file_name"), "file_id")
        .select("file_name", "line_no", "rule_id")
        .collectAsList()
        .forEach(r -> aside.add(r.get(0) + ":" + r.get(1) + " " + r.get(2)));
    assertThat(aside).isEqualTo(planted).hasSizeGreaterThan(60);
    for (TableContract table :
        List.of(
            Loans.CONTRACT,
            Instalments.CONTRACT,
            LoanBalances.CONTRACT,
            Policies.CONTRACT,
            DeliveryPoints.CONTRACT,
            DeliveryMonths.CONTRACT)) {
      assertThat(bench.lake.rows(table)).as(table.table()).isGreaterThan(90);
    }
    assertThat(bench.lake.rows(Complaints.CONTRACT)).isGreaterThan(50);
    assertThat(bench.lake.rows(PartnerFinances.CONTRACT)).isPositive();
    // Of no loan more is outstanding than was lent, and none is repaid by more than it was due.
    List<Row> odd =
        bench
            .lake
            .read(LoanBalances.CONTRACT)
            .as("b")
            .join(
                bench.lake.read(Loans.CONTRACT).as("l"),
                org.apache.spark.sql.functions.expr(
                    "b.bank_id = l.bank_id and b.loan_pid = l.loan_pid"),
                "left")
            .where("l.loan_pid is null or b.outstanding > l.principal")
            .collectAsList();
    assertThat(odd).isEmpty();
  }
}
