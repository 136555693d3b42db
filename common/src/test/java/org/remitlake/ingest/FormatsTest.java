package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.testing.Packed.cells;
import static org.remitlake.testing.Packed.gzip;
import static org.remitlake.testing.Packed.number;
import static org.remitlake.testing.Packed.row;
import static org.remitlake.testing.Packed.text;
import static org.remitlake.testing.Packed.utf8;
import static org.remitlake.testing.Packed.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxRates;
import org.remitlake.testing.Packed;
import org.remitlake.testing.SparkTest;

/** One drop folder of packed files, archives, workbooks and json lines, good and hostile. */
@SparkTest
class FormatsTest {
  private static final String LAYOUT =
      """
      provider: NBT
      contract: fx
      files: "%s"
      %s
      constants: {fx_source: NBT, quote_currency: TJS}
      columns: {rate_date: [date], base_currency: [code], nominal: [nominal], value: [value]}
      """;
  private static final String HEADER = "date,code,nominal,value\n";

  @TempDir static Path folder;
  private static final List<String> commits = new ArrayList<>();
  private static Lake lake;
  private static IngestReport report;
  private static Map<String, Row> files;

  private static Settings settings() throws IOException {
    Path providers = Files.createDirectories(folder.resolve("conf/providers"));
    Files.writeString(
        providers.resolve("RATES.yaml"),
        LAYOUT.formatted("fx_*.{csv,xlsx}", "date_layout: DMY_SLASH"));
    Files.writeString(
        providers.resolve("LINES.yaml"), LAYOUT.formatted("lines_*.jsonl", "format: jsonl"));
    Files.writeString(folder.resolve("conf/codes.yaml"), "country: {}\ncurrency: {}\n");
    return new Settings(
        Profiles.read(folder.resolve("conf"), Ingest.CONTRACTS),
        Map.of("send_countries", List.of("RUS"), "receive_countries", List.of("TJK")),
        "",
        0.9,
        20);
  }

  private static String rate(int day, String code) {
    return "%02d/02/2024,%s,1,10.5\n".formatted(day, code);
  }

  private static void put(String name, byte[] bytes) throws IOException {
    Files.write(Files.createDirectories(folder.resolve("drop")).resolve(name), bytes);
  }

  private static byte[] workbook() {
    return new Packed()
        .sheet(
            "Курсы",
            row(1, "date", "code", "nominal", "value"),
            cells(
                2,
                number("A2", 1, "45342"),
                text("B2", "USD"),
                number("C2", 0, "1"),
                number("D2", 4, "10.949999999999999")),
            cells(
                4,
                number("A4", 1, "45343"),
                text("B4", "USD"),
                number("C4", 0, "1"),
                "<c r=\"D4\" t=\"e\"><v>#N/A</v></c>"))
        .bytes();
  }

  /** A zip whose entry says that it is encrypted. */
  private static byte[] encrypted() {
    byte[] bytes = zip(Map.of("fx_locked.csv", utf8(HEADER)));
    for (int i = 0; i + 3 < bytes.length; i++) {
      boolean local = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3;
      boolean listed = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1;
      if (local || listed) {
        bytes[i + (local ? 6 : 8)] |= 1;
      }
    }
    return bytes;
  }

  @BeforeAll
  static void ingest(SparkSession spark) throws IOException {
    put("fx_plain.csv", utf8(HEADER + rate(1, "USD")));
    put("fx_again.csv.gz", gzip(utf8(HEADER + rate(1, "USD"))));
    put("fx_gz.csv.gz", gzip(utf8(HEADER + rate(2, "USD"))));
    put("fx_gz.csv.manifest.json", utf8("{\"created_at\": \"2024-03-01T00:00:00Z\"}"));
    put("fx_misnamed.csv", gzip(utf8(HEADER + rate(3, "USD"))));
    put("fx_cut.csv.gz", java.util.Arrays.copyOf(gzip(utf8(HEADER + rate(4, "USD"))), 30));
    put("fx_bomb.csv.gz", gzip(new byte[70 << 20]));
    put("fx_book.xlsx", workbook());
    put(
        "fx_old.xlsx",
        new byte[] {
          (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        });
    Map<String, byte[]> archive = new LinkedHashMap<>();
    archive.put("below/", new byte[0]);
    archive.put("below/fx_in.csv", utf8(HEADER + rate(13, "USD")));
    archive.put("below/fx_in.csv.manifest.json", utf8("{\"created_at\": \"no instant\"}"));
    archive.put("fx_good.csv", utf8(HEADER + rate(14, "USD")));
    archive.put("fx_book2.xlsx", workbook());
    archive.put("fx_packed.csv.gz", gzip(utf8(HEADER + rate(15, "USD"))));
    archive.put("readme.txt", utf8("hello"));
    archive.put("inner.zip", zip(Map.of("fx_hidden.csv", utf8(HEADER + rate(16, "USD")))));
    archive.put("../fx_up.csv", utf8(HEADER + rate(17, "USD")));
    archive.put("/etc/fx_root.csv", utf8(HEADER + rate(18, "USD")));
    archive.put("__MACOSX/._fx_good.csv", new byte[] {0, 5, 22, 7});
    archive.put("fx_renamed.csv", zip(Map.of("a.csv", utf8("x"))));
    put("march.zip", zip(archive));
    put("locked.zip", encrypted());
    put("cut.zip", java.util.Arrays.copyOf(zip(archive), 500));
    put("bomb.zip", zip(Map.of("fx_zeros.csv", new byte[70 << 20])));
    put("book.zip", workbook());
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 10_001; i++) {
      many.put("fx_" + i + ".csv", new byte[0]);
    }
    put("many.zip", zip(many));
    put(
        "lines_1.jsonl",
        utf8(
            "{\"date\": \"2024-02-20\", \"code\": \"USD\", \"nominal\": 1, \"value\": 10.50}\n{broken\n"));
    put("old.xls", new byte[] {1});
    lake = new Lake(spark, folder.resolve("lake").toString(), commits::add);
    report = Ingest.run(lake, settings(), List.of(folder.resolve("drop").toString()), p -> {});
    files = new TreeMap<>();
    lake.read(OpsFile.CONTRACT_OF)
        .collectAsList()
        .forEach(r -> files.put(r.getString(r.fieldIndex("file_name")), r));
  }

  private static String state(String file) {
    Row row = files.get(file);
    String reason = row.getString(row.fieldIndex("reason"));
    return row.getString(row.fieldIndex("status")) + (reason == null ? "" : " " + reason);
  }

  private static Object cell(String file, String column) {
    return files.get(file).get(files.get(file).fieldIndex(column));
  }

  @Test
  void goodRowsOfEveryFormatAreInSilver() {
    assertThat(
            lake
                .read(org.remitlake.money.FxMid.CONTRACT)
                .selectExpr("cast(rate_date as string)")
                .distinct()
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .sorted())
        .contains(
            "2024-02-01", "2024-02-02", "2024-02-03", "2024-02-14", "2024-02-15", "2024-02-20");
  }

  @Test
  void theSameExtractPackedAndPlainIsOneFile() {
    assertThat(files.keySet()).containsAnyOf("fx_plain.csv", "fx_again.csv.gz");
    assertThat(files.containsKey("fx_plain.csv") && files.containsKey("fx_again.csv.gz")).isFalse();
    // The workbook came three times: alone, in an archive, and as a zip.
    assertThat(files.containsKey("fx_book.xlsx") && files.containsKey("fx_book2.xlsx")).isFalse();
  }

  @Test
  void everyRefusalSaysWhatAndWhatToDo() {
    assertThat(state("fx_cut.csv.gz")).startsWith("REJECTED F00: ").contains("cut off");
    assertThat(state("fx_bomb.csv.gz")).contains("F00: it unpacks to more than 200 times");
    assertThat(state("fx_old.xlsx")).contains("F00: it is an old workbook (.xls)");
    assertThat(state("fx_in.csv")).contains("F02: created_at in the manifest");
    assertThat(state("fx_locked.csv")).contains("F00: it has a password in its archive");
    assertThat(state("fx_renamed.csv")).contains("F00: it is a zip archive under another name");
    assertThat(state("cut.zip")).contains("F00: the archive is damaged");
    assertThat(state("bomb.zip")).contains("F00: it unpacks to more than 200 times");
    assertThat(state("many.zip")).contains("F00: the archive lists more than the 10000 entries");
    assertThat(report.needsAttention()).isTrue();
  }

  @Test
  void whatIsPassedOverIsTold() {
    assertThat(report.notices())
        .anyMatch(n -> n.startsWith("march.zip: holds the archive inner.zip"))
        .anyMatch(n -> n.startsWith("march.zip: holds entries (2) whose path leads out of it"))
        .anyMatch(n -> n.startsWith("readme.txt: no profile claims"))
        .anyMatch(n -> n.startsWith("book.zip: no profile claims"))
        .anyMatch(n -> n.startsWith("old.xls: such files are not read"))
        .noneMatch(n -> n.contains("MACOSX") || n.contains("hidden"));
    assertThat(files.keySet()).noneMatch(n -> n.contains("fx_up") || n.contains("fx_root"));
  }

  @Test
  void everyFileAddsUp() {
    for (Row row : files.values()) {
      if (row.getString(row.fieldIndex("status")).equals("ACCEPTED")) {
        long sum = 0;
        for (String part : List.of("accepted", "duplicate", "quarantined", "held")) {
          sum += row.getLong(row.fieldIndex("rows_" + part));
        }
        assertThat(row.getLong(row.fieldIndex("rows_read"))).isEqualTo(sum);
      }
    }
    assertThat(cell("lines_1.jsonl", "rows_quarantined")).isEqualTo(1L);
    String book = files.containsKey("fx_book.xlsx") ? "fx_book.xlsx" : "fx_book2.xlsx";
    assertThat(cell(book, "rows_read")).isEqualTo(2L);
    assertThat(cell(book, "rows_quarantined")).isEqualTo(1L);
  }

  @Test
  void linesOfAWorkbookAreRowsOfItsSheet() {
    List<String> broken =
        lake
            .read(Quarantine.CONTRACT_OF)
            .selectExpr("rule_id || ' ' || line_no")
            .collectAsList()
            .stream()
            .map(r -> r.getString(0))
            .toList();
    assertThat(broken).containsExactlyInAnyOrder("F05 4", "F04 2");
  }

  @Test
  void nothingIsUnpackedOntoTheDiskAndAnotherRunChangesNothing() throws IOException {
    commits.clear();
    IngestReport again =
        Ingest.run(lake, settings(), List.of(folder.resolve("drop").toString()), p -> {});
    assertThat(commits).isEmpty();
    assertThat(again.files()).doesNotContainKey("accepted");
    assertThat(again.files().get("rejected")).isEqualTo(report.files().get("rejected"));
    assertThat(lake.exists(org.remitlake.ingest.file.Bronze.of(FxRates.CONTRACT))).isTrue();
    try (var all = Files.walk(folder)) {
      assertThat(all.map(p -> p.getFileName().toString())).doesNotContain("fx_up.csv", "fx_in.csv");
    }
  }
}
