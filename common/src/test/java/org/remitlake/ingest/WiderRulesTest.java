package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.account.Accounts;
import org.remitlake.account.FunnelEvents;
import org.remitlake.account.Postings;
import org.remitlake.contract.TableContract;
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
  private Drops drops;

  @BeforeEach
  void begin(SparkSession spark, @TempDir Path folder) throws IOException {
    drops = new Drops(spark, folder);
  }

  @Test
  void postingsFollowWhatIsKnownOfTheirAccountInWhateverOrderFilesCome() throws IOException {
    String header =
        "bank_id,country,account_pid,customer_pid,beneficiary_pid,product_code,opened_on,"
            + "opened_channel,opened_by,currency,is_joint,status,closed_on";
    Path accounts =
        drops.file(
            "account_v01",
            header,
            "B,ARM,one,c1,b1,S,2024-01-01,BRANCH,MIGRANT,AMD,false,CLOSED,2024-01-15",
            "B,ARM,two,c2,b1,S,2024-01-01,BRANCH,MIGRANT,USD,false,OPEN,");
    Path corrected =
        drops.file(
            "account_v02",
            header,
            "B,ARM,one,c1,b1,S,2024-01-01,BRANCH,MIGRANT,AMD,false,CLOSED,2024-01-25");
    String moves =
        "bank_id,country,posting_id,account_pid,booked_at,value_on,direction,amount,currency,type,"
            + "is_customer_initiated,reverses_posting_id,own_transfer_group";
    Path postings =
        drops.file(
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
    Lake lake = drops.lake("a");
    drops.ingest(lake, accounts, postings);
    // Closed on the 15th: p2 and p3 come later. A quarter of the file, but it is not held for them.
    assertThat(Drops.aside(lake)).containsExactly("posting 3 K02", "posting 4 K02");
    assertThat(Drops.flags(lake, Accounts.CONTRACT, "product_code || currency"))
        .containsEntry("SAMD", "K10")
        .containsEntry("SUSD", "K10");

    drops.ingest(lake, corrected);
    assertThat(Drops.aside(lake)).containsExactly("posting 4 K02");
    assertThat(Drops.flags(lake, Postings.CONTRACT, "posting_id"))
        .containsEntry("p1", "")
        .containsEntry("p2", "")
        .containsEntry("p4", "K04")
        .containsEntry("p5", "K04")
        .containsEntry("p6", "K04_ORPHAN")
        .containsEntry("p7", "K06")
        .containsEntry("p8", "K06")
        .hasSize(7);
    assertThat(Drops.books(lake)).contains("posting_1.csv ACCEPTED 8 7 0 1");

    // First taken, since nothing was known of the accounts; then set aside.
    Lake turned = drops.lake("b");
    drops.ingest(turned, postings);
    assertThat(Drops.aside(turned)).isEmpty();
    drops.ingest(turned, corrected);
    drops.ingest(turned, accounts);
    assertThat(Drops.aside(turned)).containsExactly("posting 4 K02");
    assertThat(Drops.books(turned)).isEqualTo(Drops.books(lake));
    assertThat(ContentHash.of(turned, Postings.CONTRACT))
        .isEqualTo(ContentHash.of(lake, Postings.CONTRACT));
  }

  @Test
  void theRegistryKeepsTheFirstArmAndUnitsWaitForTheirCluster() throws IOException {
    String clusters =
        "cluster_id,pilot_code,cluster_type,region,block,size_frame,arm_code,assigned_on,"
            + "assignment_prob,seed";
    Path first =
        drops.file(
            "cluster_v01",
            clusters,
            "c1,PT,BRANCH,AM-ER,b,10,T,2024-01-01,0.5,1",
            "c2,PT,BRANCH,AM-ER,b,10,C,2024-01-01,0.5,1");
    Path later = drops.file("cluster_v02", clusters, "c1,PT,BRANCH,AM-ER,b,12,C,2024-03-01,0.5,1");
    String header =
        "subject_pid,pilot_code,cluster_id,eligible_from,assigned_arm,hh_id,has_consent";
    Path units =
        drops.file(
            "unit_v01",
            header,
            "u1,PT,c1,2024-01-01,T,h1,true",
            "u2,PT,c2,2024-01-01,C,h2,true",
            "u3,PT,c9,2024-01-01,C,h3,true");
    Path again = drops.file("unit_v02", header, "u1,PT,c2,2024-01-01,C,h1,true");
    Path arms =
        drops.file(
            "arm_1",
            "pilot_code,arm_code,is_control,product_terms",
            "PT,T,false,account",
            "PT,C,true,nothing");
    Path steps =
        drops.file(
            "funnel_1",
            "subject_pid,product_code,pilot_code,stage,event_at",
            "u2,S,PT,APPLIED,2024-02-10T00:00:00Z",
            "u2,S,PT,APPROVED,2024-02-09T12:00:00Z",
            "u2,S,PT,OPENED,2024-02-01T00:00:00Z");
    Lake lake = drops.lake("a");
    drops.ingest(lake, units);
    // All wait; the file is not held.
    assertThat(Drops.aside(lake)).containsExactly("unit 2 R01", "unit 3 R01", "unit 4 R01");
    drops.ingest(lake, first, arms);
    assertThat(Drops.aside(lake)).containsExactly("unit 4 R01");
    drops.ingest(lake, later, again, steps);
    assertThat(
            Drops.silver(
                lake, Clusters.CONTRACT, "cluster_id", "concat_ws(' ', arm_code, size_frame)"))
        .isEqualTo(Map.of("c1", "T 12", "c2", "C 10"));
    assertThat(
            Drops.silver(lake, Units.CONTRACT, "hh_id", "concat_ws(' ', assigned_arm, cluster_id)"))
        .isEqualTo(Map.of("h1", "T c1", "h2", "C c2"));
    assertThat(Drops.flags(lake, Units.CONTRACT, "hh_id"))
        .containsEntry("h1", "R02 T01")
        .containsEntry("h2", "R04");
    // Approved half a day before it was applied for: within a day. Opened nine days before.
    assertThat(Drops.silver(lake, FunnelEvents.CONTRACT, "stage", "date_format(event_at, 'dd HH')"))
        .isEqualTo(Map.of("APPLIED", "10 00", "APPROVED", "09 12", "OPENED", "10 00"));
    assertThat(Drops.flags(lake, FunnelEvents.CONTRACT, "stage")).containsEntry("OPENED", "K09");

    Lake turned = drops.lake("b");
    drops.ingest(turned, later, again, steps);
    drops.ingest(turned, arms, units);
    drops.ingest(turned, first);
    assertThat(Drops.aside(turned)).isEqualTo(Drops.aside(lake));
    assertThat(Drops.books(turned)).isEqualTo(Drops.books(lake));
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
        drops.file(
            "household_1",
            header,
            "AM,ARM,2024,h1,x1,s,p1,i1,COMPLETE,1,false,500,AMD",
            "AM,ARM,2024,h2,x1,s,p1,i1,COMPLETE,1,true,50000,AMD",
            "AM,ARM,2024,h3,x3,s,p2,i2,COMPLETE,1,true,50000,AMD",
            "AM,ARM,2024,h4,x4,s,p2,i2,REFUSED,1,,,",
            "AM,ARM,2022,h5,x3,s,p1,i2,COMPLETE,1,,,");
    Path members =
        drops.file(
            "member_1",
            "survey,country,wave,hh_id,person_no,sex,age,is_head",
            "AM,ARM,2024,h1,1,F,40,true",
            "AM,ARM,2024,h1,2,M,41,true",
            "AM,ARM,2024,h2,1,F,40,true",
            "AM,ARM,2024,h9,1,F,40,true");
    Lake lake = drops.lake("a");
    drops.ingest(lake, households, members);
    assertThat(Drops.aside(lake)).containsExactly("member 5 S02");
    assertThat(Drops.flags(lake, Members.CONTRACT, "hh_id || person_no"))
        .isEqualTo(Map.of("h11", "S03", "h12", "S03", "h21", ""));
    // h1: no remittance, but an amount; half of its interviewer's households. h1, h2: one household
    // of the panel. x3: psu p2 in 2024, p1 in 2022. Psu p2 of 2024: one of two refused.
    assertThat(Drops.flags(lake, Households.CONTRACT, "hh_id"))
        .isEqualTo(
            Map.of(
                "h1", "S08 S08_REVIEW S16",
                "h2", "S08_REVIEW S16",
                "h3", "S14 S15",
                "h4", "S15",
                "h5", "S14"));
    assertThat(Drops.silver(lake, Households.CONTRACT, "hh_id", "coalesce(remit_amount, -1)"))
        .containsEntry("h1", "-1.0000")
        .containsEntry("h2", "50000.0000");

    drops.ingest(
        lake, drops.file("household_2", header, "AM,ARM,2024,h9,x9,s,p3,i3,COMPLETE,1,true,5,AMD"));
    assertThat(Drops.aside(lake)).isEmpty();
    assertThat(Drops.books(lake)).contains("member_1.csv ACCEPTED 4 4 0 0");
  }

  @Test
  void ratesThatJumpAreFlagged() throws IOException {
    Path rates =
        drops.file(
            "fx_1",
            "fx_source,base_currency,quote_currency,nominal,value,rate_kind,rate_date",
            "CBR,USD,RUB,1,100,OFFICIAL,2024-01-05",
            // exp(0.15) is 1.1618: by 16.2 % upwards is a jump, by 16.1 % is none.
            "CBR,USD,RUB,1,116.1,OFFICIAL,2024-01-08",
            "CBR,USD,RUB,1,134.95,OFFICIAL,2024-01-09",
            // After a gap of weeks, which is no jump but a gap (X03).
            "CBR,USD,RUB,1,100,OFFICIAL,2024-02-09");
    Lake lake = drops.lake("a");
    drops.ingest(lake, rates);
    assertThat(Drops.flags(lake, FxMid.CONTRACT, "rate_date"))
        .isEqualTo(
            Map.of("2024-01-05", "", "2024-01-08", "", "2024-01-09", "X02", "2024-02-09", "X03"));
  }
}
