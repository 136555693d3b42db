package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.ingest.TransferFiles.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.testing.SparkTest;
import org.remitlake.transfer.Tx;

/** Codes of persons that stand for nobody (rule T15), and persons of two sexes (T18). */
@SparkTest
class PersonCodesTest {
  private static Map<String, String> of(
      String id, String sender, String senderSex, String beneficiary, String beneficiarySex) {
    return transfer(
        id,
        "2024-02-20T10:00:00Z",
        "sender_pid",
        sender,
        "sender_sex",
        senderSex,
        "beneficiary_pid",
        beneficiary,
        "beneficiary_sex",
        beneficiarySex);
  }

  @Test
  void aCodeOnTooManyTransfersIsNobodyAndTheSexToldMoreOftenHolds(
      SparkSession spark, @TempDir Path folder) throws IOException {
    Drops drops = new Drops(spark, folder);
    List<Map<String, String>> first = new ArrayList<>();
    List<Map<String, String>> later = new ArrayList<>();
    // 20 of the quarter's transfers, and 19; of the first, ten in each file.
    for (int i = 1; i <= 20; i++) {
      (i <= 10 ? first : later).add(of("same" + i, "nobody", "F", "b" + i, "U"));
    }
    for (int i = 1; i <= 19; i++) {
      first.add(of("often" + i, "s" + i, "M", "often", "U"));
    }
    // Both files together: two men and three women, so that the man holds only at first.
    first.add(of("m1", "two", "M", "x1", "F"));
    first.add(of("m2", "two", "M", "x2", "F"));
    first.add(of("f1", "two", "F", "x3", "F"));
    later.add(of("f2", "two", "F", "x4", "F"));
    later.add(of("f3", "two", "F", "x5", "F"));
    // As often the one as the other; what is not known contradicts nothing.
    first.add(of("even1", "y1", "F", "even", "M"));
    later.add(of("even2", "y2", "F", "even", "F"));
    first.add(of("known", "once", "M", "z1", "F"));
    later.add(of("unknown", "once", "U", "z2", "F"));
    Path one = TransferFiles.file(drops, "transfer_1", first);
    Path two = TransferFiles.file(drops, "transfer_2", later);

    Lake lake = drops.lake("a");
    drops.ingest(lake, one);
    String told = "concat_ws(' ', sender_sex, beneficiary_sex, array_join(flags, ' '))";
    assertThat(Drops.silver(lake, Tx.CONTRACT, "transaction_id", told))
        .containsEntry("same1", "F U ")
        .containsEntry("m1", "M F ")
        .containsEntry("f1", "M F T18_SENDER");
    IngestReport report = drops.ingest(lake, two);
    assertThat(Drops.silver(lake, Tx.CONTRACT, "transaction_id", told))
        .containsEntry("same1", "F U T15_SAME")
        .containsEntry("same20", "F U T15_SAME")
        .containsEntry("often1", "M U ")
        .containsEntry("m1", "F F T18_SENDER")
        .containsEntry("m2", "F F T18_SENDER")
        .containsEntry("f1", "F F ")
        .containsEntry("f2", "F F ")
        .containsEntry("even1", "F F T18_BENEFICIARY")
        .containsEntry("even2", "F F ")
        .containsEntry("known", "M F ")
        .containsEntry("unknown", "U F ");
    assertThat(report.quality()).anyMatch(q -> q.rule().id().equals("T15_SAME") && q.rows() == 10);

    Lake turned = drops.lake("b");
    drops.ingest(turned, two, one);
    assertThat(ContentHash.of(turned, Tx.CONTRACT)).isEqualTo(ContentHash.of(lake, Tx.CONTRACT));
  }
}
