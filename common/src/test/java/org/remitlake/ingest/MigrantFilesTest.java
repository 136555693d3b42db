package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.Lake;
import org.remitlake.registry.AssociationProjects;
import org.remitlake.survey.Migrants;
import org.remitlake.testing.SparkTest;

/** Migrants of households: what is set aside, mended and marked of them, and why. */
@SparkTest
class MigrantFilesTest {
  private static final String HOUSEHOLD =
      "survey,country,wave,hh_id,stratum,psu,result_code,weight_hh,remit_received_12m";
  private static final String HEADER =
      "survey,country,wave,hh_id,migrant_no,sex,age,is_abroad,months_abroad_12m,departed_on,"
          + "returned_on,works,sector,return_intent,remigrate_intent,savings_on_return,"
          + "savings_currency,reint_social";

  @TempDir private Path folder;
  private Drops drops;

  @BeforeEach
  void prepare(SparkSession spark) throws IOException {
    drops = new Drops(spark, folder);
  }

  private Path households(String name, String id) throws IOException {
    return drops.file(name, HOUSEHOLD, "TJ,TJK,2024," + id + ",s,p1,COMPLETE,1,true");
  }

  @Test
  void brokenRowsAreSetAsideWithTheirReasonsAndThoseWithoutHouseholdWaitForIt() throws IOException {
    Path migrants =
        drops.file(
            "migrant_1",
            HEADER,
            "TJ,TJK,2024,h1,1,M,30,true,9,2023-03-01,,true,F,4,,,,",
            "TJ,TJK,2024,h1,2,,30,true,9,,,true,F,4,,,,",
            "TJ,TJK,2024,h1,3,X,30,true,9,,,true,F,4,,,,",
            "TJ,TJK,2024,h1,4,M,3O,true,9,,,true,F,4,,,,",
            "TJ,TJK,2024,h1,5,M,30,,9,,,true,F,4,,,,",
            "TJ,TJK,2024,h9,1,F,30,false,2,,,,,,3,,,0.5");
    Lake lake = drops.lake("a");
    drops.ingestAll(lake, households("household_1", "h1"), migrants);
    assertThat(Drops.aside(lake))
        .containsExactlyInAnyOrder(
            "migrant 3 M01", "migrant 4 S09", "migrant 5 F05", "migrant 6 M01", "migrant 7 S02");
    assertThat(lake.read(Migrants.CONTRACT).count()).isEqualTo(1);
    Map<String, String> reasons =
        lake.read(Quarantine.CONTRACT_OF).collectAsList().stream()
            .collect(
                Collectors.toMap(
                    r -> r.getAs("line_no").toString(), r -> r.<String>getAs("reason_en")));
    assertThat(reasons.get("7"))
        .isEqualTo(
            "The household of the migrant did not come. Send the household, and the migrant follows"
                + " by itself.");
    assertThat(reasons.get("3")).startsWith("A mandatory cell is empty. [sex");

    drops.ingestAll(lake, households("household_2", "h9"));
    assertThat(Drops.silver(lake, Migrants.CONTRACT, "hh_id || migrant_no", "survey_wave"))
        .isEqualTo(Map.of("h11", "TJ-2024", "h91", "TJ-2024"));
  }

  @Test
  void answersOutsideTheirScaleOrBehindASkipAreNotTaken() throws IOException {
    Path migrants =
        drops.file(
            "migrant_1",
            HEADER,
            "TJ,TJK,2024,h1,1,M,111,true,13,,,true,F,6,,,,",
            "TJ,TJK,2024,h1,2,M,30,false,2,2024-05-01,2024-04-01,false,F,4,5,500,,0.5",
            "TJ,TJK,2024,h1,3,M,30,true,12,,,,C,5,4,500,RUB,",
            "TJ,TJK,2024,h1,4,M,30,false,0,2023-04-01,2024-04-01,true,F,,1,500,RUB,1.1");
    Lake lake = drops.lake("a");
    drops.ingestAll(lake, households("household_1", "h1"), migrants);
    assertThat(Drops.aside(lake)).isEmpty();
    assertThat(Drops.flags(lake, Migrants.CONTRACT, "migrant_no"))
        .isEqualTo(Map.of("1", "S04 S17", "2", "S08 S07_CCY S04_DATES", "3", "S08", "4", "S17"));
    List<String> cells =
        List.of(
            "age",
            "months_abroad_12m",
            "sector",
            "return_intent",
            "remigrate_intent",
            "savings_currency",
            "int(100 * reint_social)");
    String told =
        cells.stream()
            .map(c -> "coalesce(cast(" + c + " as string), '-')")
            .collect(Collectors.joining(", ", "concat_ws(' ', ", ")"));
    // The second does not work, so has no sector; is back, so no plan to return.
    assertThat(Drops.silver(lake, Migrants.CONTRACT, "migrant_no", told))
        .isEqualTo(
            Map.of(
                "1", "- - F - - - -",
                "2", "30 2 - - 5 TJS 50",
                "3", "30 12 C 5 - - -",
                "4", "30 0 F - 1 RUB -"));
  }

  @Test
  void aLaterDeliveryOfAProjectIsItsLaterState() throws IOException {
    String header = "assoc_id,pilot_code,country,project_code,due_on,accepted_on,beneficiaries";
    Lake lake = drops.lake("a");
    drops.ingestAll(
        lake,
        drops.file(
            "association_project_1",
            header,
            "a1,PT,TJK,road,2024-05-01,,",
            "a2,PT,TJK,road,2024-05-01,,"));
    drops.ingestAll(
        lake,
        drops.file("association_project_2", header, "a1,PT,TJK,road,2024-05-01,2024-05-03,120"));
    assertThat(
            Drops.silver(
                lake,
                AssociationProjects.CONTRACT,
                "assoc_id",
                "concat_ws(' ', accepted_on, beneficiaries, size(flags))"))
        .isEqualTo(Map.of("a1", "2024-05-03 120 0", "a2", "0"));
  }
}
