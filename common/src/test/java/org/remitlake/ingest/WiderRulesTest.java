package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.account.Accounts;
import org.remitlake.account.FunnelEvents;
import org.remitlake.account.Postings;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Units;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.testing.SparkTest;

/** Rules that look at several rows, or at other tables (catalogue 10.3 to 10.5). */
@SparkTest
class WiderRulesTest {
  @TempDir private Path folder;
  private SparkSession spark;

  @BeforeEach
  void begin(SparkSession session) throws IOException {
    spark = session;
    for (DeliveryContract contract : Ingest.CONTRACTS) {
      String columns =
          contract.fields().stream()
              .map(DeliveredField::name)
              .map(name -> name + ": [" + name + "]")
              .collect(Collectors.joining(", ", "{", "}"));
      Files.writeString(
          Files.createDirectories(folder.resolve("conf/providers"))
              .resolve(contract.name() + ".yaml"),
          "provider: P\ncontract: %s\nfiles: \"%s_*.csv\"\ntimezone: UTC\ncolumns: %s\n"
              .formatted(contract.name(), contract.name(), columns));
    }
    Files.writeString(folder.resolve("conf/codes.yaml"), "country: {Armenia: ARM}\n");
  }

  /** A file of a contract: header, then rows. */
  private Path file(String name, String... lines) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    return Files.writeString(drop.resolve(name + ".csv"), String.join("\n", lines) + "\n");
  }

  private Lake lake(String name) {
    return new Lake(spark, folder.resolve(name).toString(), table -> {});
  }

  private IngestReport ingest(Lake lake, Path... files) {
    Settings settings =
        new Settings(
            Profiles.read(folder.resolve("conf"), Ingest.CONTRACTS), Map.of(), "a key", 0.05, 1);
    return Ingest.run(
        lake, settings, List.of(files).stream().map(Path::toString).toList(), line -> {});
  }

  /** By a column that names a row, what an expression says of it. */
  private static Map<String, String> silver(
      Lake lake, TableContract table, String key, String expression) {
    Map<String, String> found = new TreeMap<>();
    for (Row row :
        lake.read(table)
            .selectExpr(
                "cast(%s as string)".formatted(key), "cast(%s as string)".formatted(expression))
            .collectAsList()) {
      found.put(row.getString(0), row.getString(1));
    }
    return found;
  }

  private static Map<String, String> flags(Lake lake, TableContract table, String key) {
    return silver(lake, table, key, "array_join(flags, ' ')");
  }

  private static List<String> aside(Lake lake) {
    return lake
        .read(Quarantine.CONTRACT_OF)
        .selectExpr("concat(contract, ' ', line_no, ' ', rules)")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private static List<String> books(Lake lake) {
    return lake
        .read(OpsFile.CONTRACT_OF)
        .selectExpr(
            "concat_ws(' ', file_name, status, rows_read, rows_accepted, rows_duplicate, rows_quarantined)")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void postingsFollowWhatIsKnownOfTheirAccountInWhateverOrderFilesCome() throws IOException {
    String header =
        "bank_id,country,account_pid,customer_pid,beneficiary_pid,product_code,opened_on,"
            + "opened_channel,opened_by,currency,is_joint,status,closed_on";
    Path accounts =
        file(
            "account_v01",
            header,
            "B,ARM,one,c1,b1,S,2024-01-01,BRANCH,MIGRANT,AMD,false,CLOSED,2024-01-15",
            "B,ARM,two,c2,b1,S,2024-01-01,BRANCH,MIGRANT,USD,false,OPEN,");
    Path corrected =
        file(
            "account_v02",
            header,
            "B,ARM,one,c1,b1,S,2024-01-01,BRANCH,MIGRANT,AMD,false,CLOSED,2024-01-25");
    String moves =
        "bank_id,country,posting_id,account_pid,booked_at,value_on,direction,amount,currency,type,"
            + "is_customer_initiated,reverses_posting_id,own_transfer_group";
    Path postings =
        file(
            "posting_1",
            moves,
            "B,ARM,p1,one,2024-01-10T10:00:00Z,2024-01-10,C,100,AMD,CASH_IN,true,,",
            "B,ARM,p2,one,2024-01-20T10:00:00Z,2024-01-20,C,100,AMD,CASH_IN,true,,",
            "B,ARM,p3,one,2024-01-30T10:00:00Z,2024-01-30,C,100,AMD,CASH_IN,true,,",
            "B,ARM,p4,two,2024-01-10T10:00:00Z,2024-01-10,C,5,USD,CASH_IN,true,,",
            "B,ARM,p5,two,2024-01-11T10:00:00Z,2024-01-11,D,5,USD,REVERSAL,true,p4,",
            "B,ARM,p6,two,2024-01-11T10:00:00Z,2024-01-11,D,5,USD,REVERSAL,true,p9,",
            "B,ARM,p7,one,2024-01-09T10:00:00Z,2024-01-09,D,400,AMD,TRANSFER_OWN,true,,g1",
            "B,ARM,p8,two,2024-01-09T10:00:00Z,2024-01-09,C,1,USD,TRANSFER_OWN,true,,g1");
    Lake lake = lake("a");
    ingest(lake, accounts, postings);
    // Closed on the 15th: p2 and p3 come later. A quarter of the file, but it is not held for them.
    assertThat(aside(lake)).containsExactly("posting 3 K02", "posting 4 K02");
    assertThat(flags(lake, Accounts.CONTRACT, "product_code || currency"))
        .containsEntry("SAMD", "K10")
        .containsEntry("SUSD", "K10");

    ingest(lake, corrected);
    assertThat(aside(lake)).containsExactly("posting 4 K02");
    assertThat(flags(lake, Postings.CONTRACT, "posting_id"))
        .containsEntry("p1", "")
        .containsEntry("p2", "")
        .containsEntry("p4", "K04")
        .containsEntry("p5", "K04")
        .containsEntry("p6", "K04_ORPHAN")
        .containsEntry("p7", "K06")
        .containsEntry("p8", "K06")
        .hasSize(7);
    assertThat(books(lake)).contains("posting_1.csv ACCEPTED 8 7 0 1");

    // First taken, since nothing was known of the accounts; then set aside.
    Lake turned = lake("b");
    ingest(turned, postings);
    assertThat(aside(turned)).isEmpty();
    ingest(turned, corrected);
    ingest(turned, accounts);
    assertThat(aside(turned)).containsExactly("posting 4 K02");
    assertThat(books(turned)).isEqualTo(books(lake));
    assertThat(ContentHash.of(turned, Postings.CONTRACT))
        .isEqualTo(ContentHash.of(lake, Postings.CONTRACT));
  }

  @Test
  void theRegistryKeepsTheFirstArmAndUnitsWaitForTheirCluster() throws IOException {
    String clusters =
        "cluster_id,pilot_code,cluster_type,region,block,size_frame,arm_code,assigned_on,"
            + "assignment_prob,seed";
    Path first =
        file(
            "cluster_v01",
            clusters,
            "c1,PT,BRANCH,AM-ER,b,10,T,2024-01-01,0.5,1",
            "c2,PT,BRANCH,AM-ER,b,10,C,2024-01-01,0.5,1");
    Path later = file("cluster_v02", clusters, "c1,PT,BRANCH,AM-ER,b,12,C,2024-03-01,0.5,1");
    String header =
        "subject_pid,pilot_code,cluster_id,eligible_from,assigned_arm,hh_id,has_consent";
    Path units =
        file(
            "unit_v01",
            header,
            "u1,PT,c1,2024-01-01,T,h1,true",
            "u2,PT,c2,2024-01-01,C,h2,true",
            "u3,PT,c9,2024-01-01,C,h3,true");
    Path again = file("unit_v02", header, "u1,PT,c2,2024-01-01,C,h1,true");
    Path arms =
        file(
            "arm_1",
            "pilot_code,arm_code,is_control,product_terms",
            "PT,T,false,account",
            "PT,C,true,nothing");
    Path steps =
        file(
            "funnel_1",
            "subject_pid,product_code,pilot_code,stage,event_at",
            "u2,S,PT,APPLIED,2024-02-10T00:00:00Z",
            "u2,S,PT,APPROVED,2024-02-09T12:00:00Z",
            "u2,S,PT,OPENED,2024-02-01T00:00:00Z");
    Lake lake = lake("a");
    ingest(lake, units);
    // All wait; the file is not held.
    assertThat(aside(lake)).containsExactly("unit 2 R01", "unit 3 R01", "unit 4 R01");
    ingest(lake, first, arms);
    assertThat(aside(lake)).containsExactly("unit 4 R01");
    ingest(lake, later, again, steps);
    assertThat(
            silver(lake, Clusters.CONTRACT, "cluster_id", "concat_ws(' ', arm_code, size_frame)"))
        .isEqualTo(Map.of("c1", "T 12", "c2", "C 10"));
    assertThat(silver(lake, Units.CONTRACT, "hh_id", "concat_ws(' ', assigned_arm, cluster_id)"))
        .isEqualTo(Map.of("h1", "T c1", "h2", "C c2"));
    assertThat(flags(lake, Units.CONTRACT, "hh_id"))
        .containsEntry("h1", "R02 T01")
        .containsEntry("h2", "R04");
    // Approved half a day before it was applied for: within a day. Opened nine days before.
    assertThat(silver(lake, FunnelEvents.CONTRACT, "stage", "date_format(event_at, 'dd HH')"))
        .isEqualTo(Map.of("APPLIED", "10 00", "APPROVED", "09 12", "OPENED", "10 00"));
    assertThat(flags(lake, FunnelEvents.CONTRACT, "stage")).containsEntry("OPENED", "K09");

    Lake turned = lake("b");
    ingest(turned, later, again, steps);
    ingest(turned, arms, units);
    ingest(turned, first);
    assertThat(aside(turned)).isEqualTo(aside(lake));
    assertThat(books(turned)).isEqualTo(books(lake));
    for (TableContract table : List.of(Clusters.CONTRACT, Units.CONTRACT, FunnelEvents.CONTRACT)) {
      assertThat(ContentHash.of(turned, table)).isEqualTo(ContentHash.of(lake, table));
    }
  }

  @Test
  void householdsAreHeldAgainstTheirRosterPanelAndInterviewer() throws IOException {
    String header =
        "survey,country,wave,hh_id,panel_hh_id,stratum,psu,interviewer_id,result_code,weight_hh,"
            + "remit_received_12m,remit_amount,remit_currency";
    Path households =
        file(
            "household_1",
            header,
            "AM,ARM,2024,h1,x1,s,p1,i1,COMPLETE,1,false,500,AMD",
            "AM,ARM,2024,h2,x1,s,p1,i1,COMPLETE,1,true,500,AMD",
            "AM,ARM,2024,h3,x3,s,p2,i2,COMPLETE,1,true,500,AMD",
            "AM,ARM,2024,h4,x4,s,p2,i2,REFUSED,1,,,",
            "AM,ARM,2022,h5,x3,s,p1,i2,COMPLETE,1,,,");
    Path members =
        file(
            "member_1",
            "survey,country,wave,hh_id,person_no,sex,age,is_head",
            "AM,ARM,2024,h1,1,F,40,true",
            "AM,ARM,2024,h1,2,M,41,true",
            "AM,ARM,2024,h2,1,F,40,true",
            "AM,ARM,2024,h9,1,F,40,true");
    Lake lake = lake("a");
    ingest(lake, households, members);
    assertThat(aside(lake)).containsExactly("member 5 S02");
    assertThat(flags(lake, Members.CONTRACT, "hh_id || person_no"))
        .isEqualTo(Map.of("h11", "S03", "h12", "S03", "h21", ""));
    // h1: no remittance, but an amount; half of its interviewer's households. h1, h2: one household
    // of the panel. x3: psu p2 in 2024, p1 in 2022. Psu p2 of 2024: one of two refused.
    assertThat(flags(lake, Households.CONTRACT, "hh_id"))
        .isEqualTo(
            Map.of(
                "h1", "S08 S08_REVIEW S16",
                "h2", "S08_REVIEW S16",
                "h3", "S14 S15",
                "h4", "S15",
                "h5", "S14"));
    assertThat(silver(lake, Households.CONTRACT, "hh_id", "coalesce(remit_amount, -1)"))
        .containsEntry("h1", "-1.0000")
        .containsEntry("h2", "500.0000");

    ingest(lake, file("household_2", header, "AM,ARM,2024,h9,x9,s,p3,i3,COMPLETE,1,true,5,AMD"));
    assertThat(aside(lake)).isEmpty();
    assertThat(books(lake)).contains("member_1.csv ACCEPTED 4 4 0 0");
  }

  @Test
  void ratesThatJumpAreFlagged() throws IOException {
    Path rates =
        file(
            "fx_1",
            "fx_source,base_currency,quote_currency,nominal,value,rate_kind,rate_date",
            "CBR,USD,RUB,1,100,OFFICIAL,2024-01-05",
            // exp(0.15) is 1.1618: by 16.2 % upwards is a jump, by 16.1 % is none.
            "CBR,USD,RUB,1,116.1,OFFICIAL,2024-01-08",
            "CBR,USD,RUB,1,134.95,OFFICIAL,2024-01-09",
            // After a gap of weeks.
            "CBR,USD,RUB,1,100,OFFICIAL,2024-02-09");
    Lake lake = lake("a");
    ingest(lake, rates);
    assertThat(flags(lake, FxMid.CONTRACT, "rate_date"))
        .isEqualTo(
            Map.of("2024-01-05", "", "2024-01-08", "", "2024-01-09", "X02", "2024-02-09", ""));
  }
}
