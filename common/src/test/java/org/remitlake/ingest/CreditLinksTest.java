package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.ingest.TransferFiles.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.account.Postings;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.testing.SparkTest;

/** Credits of remittances without their transfer's reference (rule K05). */
@SparkTest
class CreditLinksTest {
  /** 1,000 somoni, paid out on the 10th of January to the beneficiary named. */
  private static Map<String, String> paid(String id, String beneficiary, String reference) {
    return transfer(
        id,
        "2024-01-10T10:00:00Z",
        "send_amount",
        "10000",
        "receive_amount",
        "1000",
        "applied_fx_rate",
        "",
        "beneficiary_pid",
        beneficiary,
        "end_to_end_id",
        reference);
  }

  @Test
  void aCreditIsLinkedToTheOnlyTransferOfItsPersonAmountAndDays(
      SparkSession spark, @TempDir Path folder) throws IOException {
    Drops drops = new Drops(spark, folder);
    Path transfers =
        TransferFiles.file(
            drops,
            "transfer_1",
            List.of(
                paid("T1", "near", "e1"),
                paid("T2", "far", "e2"),
                paid("T3", "late", "e3"),
                paid("T4", "two", "e4"),
                paid("T5", "two", "e5"),
                paid("T6", "named", "e6")));
    String account = "B,TJK,a-%s,c-%s,%s,S,2023-01-01,BRANCH,MIGRANT,TJS,false,OPEN";
    Path accounts =
        drops.file(
            "account_1",
            "bank_id,country,account_pid,customer_pid,beneficiary_pid,product_code,opened_on,"
                + "opened_channel,opened_by,currency,is_joint,status",
            account.formatted("near", "near", "near"),
            account.formatted("far", "far", "far"),
            account.formatted("late", "late", "late"),
            account.formatted("two", "two", "two"),
            account.formatted("named", "named", "named"));
    String credit = "B,TJK,%s,a-%s,%sT10:00:00Z,%s,C,%s,TJS,REMIT_CREDIT,%s,false";
    Path postings =
        drops.file(
            "posting_1",
            "bank_id,country,posting_id,account_pid,booked_at,value_on,direction,amount,currency,"
                + "type,end_to_end_id,is_customer_initiated",
            // 0.5 % and three days off; a little more; a day more; one of two; known already.
            credit.formatted("p1", "near", "2024-01-13", "2024-01-13", "995", ""),
            credit.formatted("p2", "far", "2024-01-10", "2024-01-10", "994.99", ""),
            credit.formatted("p3", "late", "2024-01-14", "2024-01-14", "1000", ""),
            credit.formatted("p4", "two", "2024-01-10", "2024-01-10", "1000", ""),
            credit.formatted("p5", "named", "2024-01-10", "2024-01-10", "1000", "e6"),
            credit.formatted("p6", "named", "2024-01-11", "2024-01-11", "1000", ""));
    Lake lake = drops.lake("a");
    drops.ingest(lake, transfers, accounts, postings);
    Map<String, String> links =
        Drops.silver(
            lake,
            Postings.CONTRACT,
            "posting_id",
            "concat_ws(' ', linked_transaction_id, array_join(flags, ' '))");
    assertThat(links)
        .isEqualTo(Map.of("p1", "T1 K05", "p2", "", "p3", "", "p4", "", "p5", "", "p6", ""));

    Lake turned = drops.lake("b");
    drops.ingest(turned, postings, accounts);
    drops.ingest(turned, transfers);
    assertThat(ContentHash.of(turned, Postings.CONTRACT))
        .isEqualTo(ContentHash.of(lake, Postings.CONTRACT));
  }
}
