package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.account.DeliveryMonths;
import org.remitlake.account.DeliveryPoints;
import org.remitlake.account.Instalments;
import org.remitlake.account.LoanBalances;
import org.remitlake.account.Loans;
import org.remitlake.account.Policies;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.testing.SparkTest;

/** Rules of loans, policies and points: rows that each catches, and rows that it just does not. */
@SparkTest
class CreditRulesTest {
  private static final String LOAN =
      "bank_id,country,loan_pid,customer_pid,disbursed_on,principal,currency,annual_rate,type,"
          + "is_remittance_backed,written_off_on,rescheduled_on";
  private static final String DUE =
      "bank_id,country,loan_pid,instalment_no,due_on,due_amount,currency,paid_on,paid_amount";
  private static final String OWED = "bank_id,country,loan_pid,as_of_on,outstanding,arrears_days";
  private static final String POINT =
      "partner_id,point_id,country,type,region,product_code,offers_from,offers_to,staff_n,"
          + "staff_trained_n,is_pilot_area,as_of_on,latitude,longitude";
  private static final String MONTH =
      "partner_id,country,point_id,product_code,month_on,applications,openings,"
          + "product_transactions,hours_promised,hours_available,complaints";

  private Drops drops;

  @BeforeEach
  void begin(SparkSession spark, @TempDir Path folder) throws IOException {
    drops = new Drops(spark, folder);
  }

  @Test
  void whatComesOfALoanFollowsTheLoanInWhateverOrderFilesCome() throws IOException {
    Path loans =
        drops.file(
            "loan_v01",
            LOAN,
            "B,TJK,one,c1,2024-01-10,1000,USD,24,ROAD,true,,",
            "B,TJK,two,c2,2024-01-10,5000,TJS,100,CONSUMER,false,2024-01-10,2024-01-10");
    // The day of disbursement was typed wrongly; now it holds.
    Path corrected =
        drops.file(
            "loan_v02",
            LOAN,
            "B,TJK,one,c1,2024-01-05,1000,USD,24,ROAD,true,,",
            "B,TJK,three,c3,2024-01-10,200,USD,24,ROAD,true,,");
    Path schedule =
        drops.file(
            "instalment_1",
            DUE,
            "B,TJK,one,1,2024-02-10,350,USD,2024-01-08,350",
            "B,TJK,one,2,2024-03-10,350,USD,,",
            "B,TJK,one,3,2024-03-09,350,TJS,,350",
            "B,TJK,three,1,2024-02-10,210,USD,,");
    Path balances =
        drops.file(
            "loan_balance_1",
            OWED,
            "B,TJK,one,2024-01-31,1500,0",
            "B,TJK,one,2024-02-29,1500.01,0",
            "B,TJK,one,2024-04-30,0,0",
            "B,TJK,three,2024-01-30,200,0");
    Lake lake = drops.lake("a");
    drops.ingest(lake, schedule, balances);
    // All wait for their loans; no file is held.
    assertThat(Drops.aside(lake)).hasSize(8).allMatch(row -> row.endsWith(" K16"));
    drops.ingest(lake, loans);
    assertThat(Drops.aside(lake))
        .containsExactly(
            "instalment 2 K17", "instalment 5 K16", "loan_balance 3 K23", "loan_balance 5 K16");
    drops.ingest(lake, corrected);
    assertThat(Drops.aside(lake)).containsExactly("loan_balance 3 K23");
    assertThat(Drops.flags(lake, Instalments.CONTRACT, "instalment_no || currency || due_amount"))
        .isEqualTo(
            Map.of(
                "1USD350.0000",
                "",
                "2USD350.0000",
                "",
                "3TJS350.0000",
                "K19 K21 K20",
                "1USD210.0000",
                ""));
    assertThat(Drops.silver(lake, LoanBalances.CONTRACT, "as_of_on", "quarter"))
        .isEqualTo(
            Map.of("2024-01-31", "2024-Q1", "2024-04-30", "2024-Q2", "2024-01-30", "2024-Q1"));
    assertThat(Drops.flags(lake, LoanBalances.CONTRACT, "as_of_on"))
        .isEqualTo(Map.of("2024-01-31", "", "2024-04-30", "", "2024-01-30", "K24"));
    // A corrected loan is a later state of it: no flag tells of a change.
    assertThat(Drops.flags(lake, Loans.CONTRACT, "principal"))
        .isEqualTo(Map.of("1000.0000", "", "5000.0000", "", "200.0000", ""));

    Lake turned = drops.lake("b");
    drops.ingest(turned, corrected);
    drops.ingest(turned, balances, loans);
    drops.ingest(turned, schedule);
    assertThat(Drops.aside(turned)).isEqualTo(Drops.aside(lake));
    assertThat(Drops.books(turned)).isEqualTo(Drops.books(lake));
    for (TableContract table :
        List.of(Loans.CONTRACT, Instalments.CONTRACT, LoanBalances.CONTRACT)) {
      assertThat(ContentHash.of(turned, table)).isEqualTo(ContentHash.of(lake, table));
    }
  }

  @Test
  void amountsAndDaysOfLoansAndPoliciesAreHeldAgainstEachOther() throws IOException {
    Path loans =
        drops.file(
            "loan_v01",
            LOAN,
            "B,TJK,l2,c,2024-01-10,0.01,USD,0,ROAD,true,,",
            "B,TJK,l3,c,2024-01-10,0,USD,24,ROAD,true,,",
            "B,TJK,l4,c,2024-01-10,100,USD,-0.1,ROAD,true,,",
            "B,TJK,l5,c,2024-01-10,100,USD,100.1,ROAD,true,,",
            "B,TJK,l6,c,2024-01-10,100,USD,24,ROAD,true,2024-01-09,",
            "B,TJK,l7,c,2024-01-10,100,USD,24,ROAD,true,,2024-01-09",
            "B,TJK,l8,c,2024-01-12,100,USD,24,ROAD,true,,",
            "B,TJK,l9,c,2024-01-10,100,USD,24,ROAD,true,,2024-01-13");
    // Made late on the 11th by universal time, when it is the 12th in Dushanbe.
    Files.writeString(
        loans.resolveSibling(loans.getFileName() + ".manifest.json"),
        "{\"created_at\": \"2024-01-11T21:00:00Z\"}");
    Path policies =
        drops.file(
            "policy_1",
            "insurer_id,country,policy_pid,customer_pid,kind,valid_from,valid_to",
            "I,TJK,p2,c,COMPULSORY_MEDICAL,2024-01-10,2024-01-10",
            "I,TJK,p3,c,HEALTH,2024-01-10,2024-01-09");
    Path more =
        drops.file("loan_balance_1", OWED, "B,TJK,l2,2024-01-31,0,-1", "B,TJK,l2,2024-02-29,-1,0");
    Lake lake = drops.lake("a");
    drops.ingestAll(lake, loans, policies, more);
    assertThat(Drops.aside(lake))
        .containsExactly(
            "loan 3 K12",
            "loan 4 K13_NEG",
            "loan 6 K14",
            "loan 7 K14",
            "loan 9 K15",
            "loan_balance 2 K22",
            "loan_balance 3 K22",
            "policy 3 K25");
    assertThat(Drops.flags(lake, Loans.CONTRACT, "line_no"))
        .isEqualTo(Map.of("2", "", "5", "K13", "8", ""));
    assertThat(Drops.silver(lake, Policies.CONTRACT, "kind", "valid_to"))
        .isEqualTo(Map.of("COMPULSORY_MEDICAL", "2024-01-10"));
  }

  @Test
  void monthsFollowTheirPointWhichIsKnownToTwoDecimals() throws IOException {
    Path points =
        drops.file(
            "point_1",
            POINT,
            "P,a,TJK,BRANCH,TJ-SU,SAV,2024-01-01,2024-01-01,3,3,true,2024-03-31,40.285,69.624",
            "P,a,TJK,BRANCH,TJ-SU,SAV,2024-01-01,2024-01-01,4,3,true,2024-06-30,40.28,-69.62",
            "P,b,TJK,AGENT,TJ-SU,SAV,2024-01-01,,1,0,false,,4028,69.62",
            "P,c,TJK,AGENT,TJ-SU,SAV,2024-01-01,2023-12-31,1,0,false,,,",
            "P,d,TJK,AGENT,TJ-SU,SAV,2024-01-01,,1,2,false,,,");
    Path later =
        drops.file("point_2", POINT, "P,c,TJK,CASH_DESK,TJ-SU,SAV,2024-01-01,,2,1,false,,40.2,");
    Path months =
        drops.file(
            "point_month_1",
            MONTH,
            "P,TJK,a,SAV,2024-02-29,5,4,30,180,180,",
            "P,TJK,a,SAV,2024-04-01,0,0,0,0,0,0",
            "P,TJK,b,SAV,2024-01-01,5,4,30,180,180.5,1",
            "P,TJK,b,SAV,2024-02-01,5,-1,30,180,170,1",
            "P,TJK,b,LOAN,2024-01-01,5,4,30,180,170,1",
            "P,TJK,c,SAV,2024-01-01,5,4,30,180,170,1");
    Lake lake = drops.lake("a");
    drops.ingestAll(lake, points, months);
    assertThat(Drops.aside(lake))
        .containsExactly(
            "point 5 K27",
            "point 6 K26",
            "point_month 4 K30",
            "point_month 5 K31",
            "point_month 6 K32",
            "point_month 7 K32");
    assertThat(
            Drops.silver(
                lake,
                DeliveryPoints.CONTRACT,
                "concat_ws(' ', point_id, as_of_on)",
                "concat_ws(' ', cast(latitude as double), cast(longitude as double), staff_n)"))
        .isEqualTo(
            Map.of("a 2024-03-31", "40.29 69.62 3", "a 2024-06-30", "40.28 -69.62 4", "b", "1"));
    assertThat(Drops.flags(lake, DeliveryPoints.CONTRACT, "concat_ws(' ', point_id, as_of_on)"))
        .isEqualTo(Map.of("a 2024-03-31", "K28", "a 2024-06-30", "", "b", "K29"));
    drops.ingestAll(lake, later);
    assertThat(Drops.aside(lake)).contains("point_month 6 K32").hasSize(5);
    // A point without a register of complaints had not none.
    assertThat(
            Drops.silver(
                lake,
                DeliveryMonths.CONTRACT,
                "point_id || month_on",
                "concat_ws(' ', quarter, coalesce(string(complaints), 'none told'), array_join(flags, ''))"))
        .isEqualTo(
            Map.of(
                "a2024-02-01", "2024-Q1 none told K33",
                "a2024-04-01", "2024-Q2 0 ",
                "c2024-01-01", "2024-Q1 1 "));
  }
}
