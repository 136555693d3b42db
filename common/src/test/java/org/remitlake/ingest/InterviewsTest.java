package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.Lake;
import org.remitlake.survey.Households;
import org.remitlake.testing.SparkTest;

/** Interviews beside the others of their wave (rules S01 and S07). */
@SparkTest
class InterviewsTest {
  @Test
  void ofInterviewsOfAHouseholdACompleteOneHoldsAndCopiedAnswersAreFlagged(
      SparkSession spark, @TempDir Path folder) throws IOException {
    Drops drops = new Drops(spark, folder);
    String header =
        "survey,country,wave,hh_id,stratum,psu,interviewer_id,result_code,weight_hh,hh_size,"
            + "income_12m,consumption_month,remit_received_12m,remit_amount,remit_currency,"
            + "use_food,use_housing,use_health,use_education";
    String key = "AM,ARM,2024,%s,s,p1,%s,%s,1,%s,%s,90000,true,50000,AMD,true,false,true,false";
    List<String> lines = new ArrayList<>(List.of(header));
    // Ten answers: a2 has all of a1's, a3 one other, a4 all of them with another interviewer.
    lines.add(key.formatted("a1", "i1", "COMPLETE", "4", "700000"));
    lines.add(key.formatted("a2", "i1", "COMPLETE", "4", "700000"));
    lines.add(key.formatted("a3", "i1", "COMPLETE", "5", "700000"));
    lines.add(key.formatted("a4", "i2", "COMPLETE", "4", "700000"));
    lines.add(key.formatted("a5", "i1", "PARTIAL", "4", "700000"));
    lines.add(key.formatted("b1", "i3", "COMPLETE", "6", "600000"));
    // With 300 households the quantile is 700,000, and ten times that is none too high.
    for (int i = 1; i <= 292; i++) {
      lines.add(key.formatted("c" + i, "j" + i, "COMPLETE", "4", "700000"));
    }
    lines.add(key.formatted("ten", "j0", "COMPLETE", "3", "7000000"));
    lines.add(key.formatted("more", "j00", "COMPLETE", "3", "7000001"));
    Path one = drops.file("household_v01", lines.toArray(String[]::new));
    Path two =
        drops.file(
            "household_v02",
            header,
            key.formatted("b1", "i3", "PARTIAL", "7", "1"),
            key.formatted("a5", "i1", "COMPLETE", "8", "700000"));
    Lake lake = drops.lake("a");
    drops.ingest(lake, one, two);
    assertThat(
            Drops.silver(
                lake,
                Households.CONTRACT,
                "hh_id",
                "concat_ws(' ', result_code, hh_size, array_join(flags, ' '))"))
        .containsEntry("a1", "COMPLETE 4 S01_CURB")
        .containsEntry("a2", "COMPLETE 4 S01_CURB")
        .containsEntry("a3", "COMPLETE 5 ")
        .containsEntry("a4", "COMPLETE 4 ")
        .containsEntry("a5", "COMPLETE 8 S01")
        .containsEntry("b1", "COMPLETE 6 S01")
        .containsEntry("ten", "COMPLETE 3 ")
        .containsEntry("more", "COMPLETE 3 S07_CAP");
  }
}
