package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.testing.Packed.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.lake.Lake;
import org.remitlake.survey.CodebookMap;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.testing.Packed;
import org.remitlake.testing.SparkTest;

/** Exports of KoboToolbox and Survey Solutions as they come, in one drop folder. */
@SparkTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SurveyFilesTest {
  private static final String KOBO =
      """
      provider: KOBO
      contract: household
      files: "kobo_*.xlsx"
      sheet: hh
      constants: {survey: KOBO, country: TJK}
      columns: {hh_id: [_uuid], wave: [wave], stratum: [str], psu: [psu], weight_hh: [w],
                result_code: [res], remit_received_12m: [recv]}
      values:
        result_code: {"1": COMPLETE}
        remit_received_12m: {"1": "true", "2": "false"}
      missing:
        remit_received_12m: {"98": DK}
      choices:
        use:
          column: sec_c/use
          codes: {"1": use_food, "2": use_health}
          missing: {"99": REFUSED}
          asked: {column: recv, codes: ["1"]}
      notes: {remit_received_12m: "Twelve months before the interview."}
      """;
  private static final String KOBO_MEMBERS =
      """
      provider: KOBO
      contract: member
      files: "kobo_*.xlsx"
      sheet: member
      parent: {sheet: hh}
      constants: {survey: KOBO, country: TJK}
      columns: {hh_id: [_submission__uuid, "parent:_uuid"], wave: ["parent:wave"],
                person_no: [b02], sex: [b03]}
      values:
        sex: {"1": M, "2": F}
      ignore: [_parent_index]
      """;
  private static final String SOLUTIONS =
      """
      provider: SUSO
      contract: household
      files: "suso_*_hh.tab"
      delimiter: "\\t"
      constants: {survey: SUSO, country: ARM, remit_currency: AMD}
      columns: {hh_id: [interview__key], wave: [wave], stratum: [str], psu: [psu], weight_hh: [w],
                result_code: [A7], region: [A3], remit_received_12m: [C1], last_channel: [C9]}
      values:
        result_code: {"1": COMPLETE}
        last_channel: {"1": MTO, "2": BANK%s}
      missing:
        "*": {"-999999999": SKIPPED, "##N/A##": SKIPPED}
      choices:
        use: {column: C8, ordered: true, codes: {"1": use_food, "2": use_health}}
      ignore: [interview__id]
      notes: {remit_received_12m: "The last calendar year."}
      """;
  private static final String SOLUTIONS_MEMBERS =
      """
      provider: SUSO
      contract: member
      files: "suso_*_members.tab"
      delimiter: "\\t"
      constants: {survey: SUSO, country: ARM, wave: "2021"}
      columns: {hh_id: [interview__key], person_no: [members__id], sex: [R2], age: [R3]}
      values:
        sex: {"1": M, "2": F}
      missing:
        "*": {"-999999999": SKIPPED, "##N/A##": SKIPPED}
      ignore: [interview__id]
      """;

  @TempDir static Path folder;
  private static Lake lake;
  private static IngestReport report;

  private static Settings settings(String moreChannels) throws IOException {
    Path surveys = Files.createDirectories(folder.resolve("conf/surveys"));
    Files.createDirectories(folder.resolve("conf/providers"));
    Files.writeString(folder.resolve("conf/providers/KOBO_hh.yaml"), KOBO);
    Files.writeString(surveys.resolve("KOBO_member.yaml"), KOBO_MEMBERS);
    Files.writeString(surveys.resolve("SUSO_hh.yaml"), SOLUTIONS.formatted(moreChannels));
    Files.writeString(surveys.resolve("SUSO_member.yaml"), SOLUTIONS_MEMBERS);
    Files.writeString(folder.resolve("conf/codes.yaml"), "country: {}\ncurrency: {}\n");
    return new Settings(
        Profiles.read(folder.resolve("conf"), Ingest.CONTRACTS),
        Map.of("send_countries", List.of("RUS"), "receive_countries", List.of("TJK", "ARM")),
        "",
        0.05,
        20);
  }

  private static Path drop(String name) throws IOException {
    return Files.createDirectories(folder.resolve("drop")).resolve(name);
  }

  private static byte[] kobo() {
    return new Packed()
        .sheet(
            "hh",
            row(1, "_index", "_uuid", "wave", "str", "psu", "w", "res", "recv", "sec_c/use"),
            row(2, "1", "u-1", "2020", "A", "1", "10.5", "1", "1", "1 2"),
            row(3, "2", "u-2", "2020", "A", "1", "10.5", "1", "1", ""),
            row(4, "3", "u-3", "2020", "A", "2", "10.5", "1", "2", ""),
            row(5, "4", "u-4", "2020", "A", "2", "10.5", "1", "98", "99"))
        .sheet(
            "member",
            row(1, "b02", "b03", "_parent_index"),
            row(2, "1", "1", "2"),
            row(3, "2", "2", "2"),
            row(4, "1", "2", "4"),
            // Nobody has row 9: an orphan.
            row(5, "1", "1", "9"))
        .bytes();
  }

  private static String solutions() {
    StringBuilder rows =
        new StringBuilder(
            "interview__key\tinterview__id\twave\tstr\tpsu\tw\tA7\tA3\tC1\tC8__1\tC8__2\tC9\n");
    rows.append("11-11\tf0\t2021\tB\t1\t7\t1\t##N/A##\t1\t2\t1\t1\n");
    rows.append("22-22\tf1\t2021\tB\t1\t7\t1\tAM-ER\t0\t\t\t\n");
    rows.append(
        "33-33\tf2\t2021\tB\t2\t7\t1\tAM-ER\t-999999999\t-999999999\t-999999999\tby my brother Karen\n");
    return rows.toString();
  }

  /** Ten answers, three of them with a code of a later version of the questionnaire. */
  private static String unmapped() {
    StringBuilder rows =
        new StringBuilder("interview__key\twave\tstr\tpsu\tw\tA7\tA3\tC1\tC8__1\tC8__2\tC9\n");
    for (int i = 0; i < 10; i++) {
      rows.append("9%d-00\t2022\tB\t1\t7\t1\tAM-ER\t1\t1\t0\t%s\n".formatted(i, i < 3 ? 9 : 1));
    }
    return rows.toString();
  }

  @BeforeAll
  static void ingest(SparkSession spark) throws IOException {
    Files.write(drop("kobo_2020.xlsx"), kobo());
    Files.writeString(drop("suso_2021_hh.tab"), solutions());
    Files.writeString(
        drop("suso_2021_members.tab"),
        """
        interview__key\tinterview__id\tmembers__id\tR2\tR3
        11-11\tf0\t1\t1\t44
        11-11\tf0\t2\t2\t-999999999
        """);
    Files.writeString(drop("suso_2022_hh.tab"), unmapped());
    lake = new Lake(spark, folder.resolve("lake").toString(), table -> {});
    report = run(settings(""));
  }

  private static IngestReport run(Settings settings) throws IOException {
    return Ingest.run(lake, settings, List.of(drop("").toString()), step -> {});
  }

  private static Map<String, String> households(String... fields) {
    Map<String, String> cells = new TreeMap<>();
    for (Row r : lake.read(Households.CONTRACT).collectAsList()) {
      List<String> own = new ArrayList<>();
      for (String field : fields) {
        own.add(String.valueOf(r.<Object>getAs(field)));
      }
      cells.put(r.getAs("hh_id"), String.join(" ", own));
    }
    return cells;
  }

  private static List<String> mapped(String where) {
    return lake.read(CodebookMap.CONTRACT_OF).where(where).collectAsList().stream()
        .map(
            r ->
                "%s %s %s %s=%s > %s=%s %s"
                    .formatted(
                        r.getAs("survey"),
                        r.getAs("country"),
                        r.getAs("wave"),
                        r.getAs("source_var"),
                        r.getAs("source_code"),
                        r.getAs("canonical_var"),
                        r.getAs("canonical_code"),
                        r.getAs("rule_id")))
        .sorted()
        .toList();
  }

  @Test
  @Order(1)
  void twoSheetsOfAWorkbookAreTwoDeliveries() {
    List<String> files =
        lake
            .read(OpsFile.CONTRACT_OF)
            .select("file_name", "status", "rows_read", "rows_accepted", "rows_quarantined")
            .collectAsList()
            .stream()
            .map(r -> r.mkString(" "))
            .sorted()
            .toList();
    assertThat(files)
        .containsExactly(
            "kobo_2020.xlsx#hh ACCEPTED 4 4 0",
            "kobo_2020.xlsx#member ACCEPTED 4 3 1",
            "suso_2021_hh.tab ACCEPTED 3 3 0",
            "suso_2021_members.tab ACCEPTED 2 2 0",
            "suso_2022_hh.tab HELD 10 0 0");
  }

  @Test
  @Order(2)
  void membersOfAWorkbookBelongToTheHouseholdOfTheirParentRow() {
    List<String> members =
        lake.read(Members.CONTRACT).where("survey = 'KOBO'").collectAsList().stream()
            .map(r -> r.getAs("hh_id") + " " + r.getAs("wave") + " " + r.getAs("person_no"))
            .sorted()
            .toList();
    assertThat(members).containsExactly("u-2 2020 1", "u-2 2020 2", "u-4 2020 1");
    Row orphan = lake.read(Quarantine.CONTRACT_OF).first();
    assertThat(orphan.<String>getAs("rule_id")).isEqualTo("M01");
    assertThat(orphan.<String>getAs("reason_en")).contains("[wave, hh_id]");
  }

  @Test
  @Order(3)
  void answersOfSeveralAreTrueFalseOrUnknownWhateverTheirShape() {
    Map<String, String> uses = households("use_food", "use_health");
    assertThat(uses)
        .containsEntry("u-1", "true true")
        .containsEntry("u-2", "false false")
        .containsEntry("u-3", "null null")
        .containsEntry("u-4", "null null")
        // Health first, food second: both were chosen.
        .containsEntry("11-11", "true true")
        .containsEntry("22-22", "null null")
        .containsEntry("33-33", "null null");
    assertThat(households("reasons").get("u-4"))
        .contains("remit_received_12m:DK", "use_food:REFUSED", "use_health:REFUSED");
    assertThat(households("reasons").get("33-33"))
        .contains("remit_received_12m:SKIPPED", "use_food:SKIPPED");
    assertThat(households("reasons").get("11-11")).contains("region:SKIPPED");
  }

  @Test
  @Order(4)
  void aFileThatItsCodeBookDoesNotCoverIsHeldAndSaysWhichQuestions() {
    String reason = lake.read(OpsFile.CONTRACT_OF).where("status = 'HELD'").first().getAs("reason");
    assertThat(reason).isEqualTo("codes that nobody mapped (S09): last_channel 3 of 10 answers");
    assertThat(report.notices()).anyMatch(n -> n.startsWith("suso_2022_hh.tab: held"));
    assertThat(report.files()).containsEntry("held", 1L);
  }

  @Test
  @Order(5)
  void theCodeBookHoldsEveryCodeOfEveryFile() {
    assertThat(mapped("canonical_var = 'remit_received_12m' and survey = 'KOBO'"))
        .containsExactly(
            "KOBO TJK 2020 recv=1 > remit_received_12m=true null",
            "KOBO TJK 2020 recv=2 > remit_received_12m=false null",
            "KOBO TJK 2020 recv=98 > remit_received_12m=DK S05");
    assertThat(mapped("canonical_var = 'last_channel' and wave = '2022'"))
        .containsExactly(
            "SUSO ARM 2022 C9=##N/A## > last_channel=SKIPPED S06",
            "SUSO ARM 2022 C9=-999999999 > last_channel=SKIPPED S06",
            "SUSO ARM 2022 C9=1 > last_channel=MTO null",
            "SUSO ARM 2022 C9=2 > last_channel=BANK null",
            "SUSO ARM 2022 C9=9 > last_channel=null S09");
    assertThat(mapped("canonical_var = 'use_food' and survey = 'KOBO'"))
        .containsExactly(
            "KOBO TJK 2020 sec_c/use/1=0 > use_food=false null",
            "KOBO TJK 2020 sec_c/use/1=1 > use_food=true null",
            "KOBO TJK 2020 sec_c/use/1=99 > use_food=REFUSED S05");
    // What a person may have typed is in bronze and quarantine, not in a table that all read.
    assertThat(mapped("canonical_var = 'last_channel' and wave = '2021' and rule_id = 'S09'"))
        .containsExactly("SUSO ARM 2021 C9=(text) > last_channel=null S09");
    assertThat(mapped("canonical_var = 'remit_currency'"))
        .contains("SUSO ARM 2021 (constant)=* > remit_currency=AMD null");
  }

  @Test
  @Order(6)
  void whereQuestionsDifferTheCodeBookSaysSo() {
    List<String> notes =
        lake
            .read(CodebookMap.CONTRACT_OF)
            .where("canonical_var = 'remit_received_12m' and source_code = '1'")
            .select("survey", "wave", "note")
            .collectAsList()
            .stream()
            .map(r -> r.mkString(" "))
            .sorted()
            .toList();
    assertThat(notes)
        .containsExactly(
            "KOBO 2020 Twelve months before the interview.",
            "SUSO 2021 The last calendar year.",
            "SUSO 2022 The last calendar year.");
  }

  @Test
  @Order(7)
  void aSecondRunKnowsBothSheetsAndWritesNothing() throws IOException {
    long before = lake.version(OpsFile.CONTRACT_OF);
    assertThat(run(settings("")).files()).isEqualTo(Map.of("known", 5L));
    assertThat(lake.version(OpsFile.CONTRACT_OF)).isEqualTo(before);
  }

  @Test
  @Order(8)
  void withTheCodeMappedTheHeldFileIsTaken() throws IOException {
    Ingest.requarantine(lake, settings(", \"9\": APP"), step -> {});
    assertThat(households("last_channel")).containsEntry("90-00", "APP").hasSize(17);
    assertThat(mapped("rule_id = 'S09' and wave = '2022'")).isEmpty();
  }
}
