package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.testing.Packed.gzip;
import static org.remitlake.testing.Packed.row;
import static org.remitlake.testing.Packed.utf8;
import static org.remitlake.testing.Packed.zip;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxRates;
import org.remitlake.registry.Arms;
import org.remitlake.testing.Packed;
import org.remitlake.testing.SparkTest;

/**
 * Files that accidents and malice make, and what becomes of each: all in one drop folder and one
 * run. {@code 1 of 2, F04} is one row taken of two, the others set aside by F04; {@code note} is
 * what the file as a whole shows; a rule alone rejects the file; {@code told} names it in a notice.
 */
@SparkTest
class NastyFilesTest {
  private static final String H = "date,code,nominal,value\n";
  private static final String PHONE = "+992 900 123456";
  private static final String CARD = "4111 1111 1111 1111";
  private static final String LAYOUT =
      """
      provider: NBT
      contract: fx
      files: "%s"
      %s
      constants: {fx_source: NBT, quote_currency: TJS}
      columns: {rate_date: [date], base_currency: [code], nominal: [nominal], value: [value]}
      """;

  @TempDir static Path folder;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> expected = new TreeMap<>();
  private int day;

  private void file(String name, byte[] bytes, String outcome) {
    files.put(name, bytes);
    expected.put(name, outcome);
  }

  private void file(String name, String text, String outcome) {
    file(name, utf8(text), outcome);
  }

  /** A good row; each has a day of its own, so that no two are one rate. */
  private String rate() {
    return rate("USD", "10.5");
  }

  private String rate(String code, String value) {
    day++;
    return "2020-%02d-%02d,%s,1,%s\n".formatted(1 + day / 28, 1 + day % 28, code, value);
  }

  private void delimited() {
    file("n_empty.csv", "", "F06: the file is empty");
    file("n_blank_lines.csv", "\n\n\n", "F06: the file is empty");
    file("n_only_a_mark.csv", "\uFEFF", "F06: the file is empty");
    file("n_header_only.csv", H, "0 of 0, note F09");
    file("n_no_header.csv", rate() + rate(), "F06: no column for mandatory");
    file("n_other_delimiter.csv", (H + rate()).replace(',', ';'), "F06: no column for mandatory");
    file("n_web_page.csv", "<!DOCTYPE html><html><body>Log in</body></html>", "F06: no column");
    file("n_header_twice.csv", H + H + rate(), "1 of 2, F05");
    file(
        "n_column_twice.csv",
        "date,code,nominal,value,value\n",
        "F06: the header has more than once");
    file("n_zeros_behind.csv", H + rate() + "\0".repeat(64), "1 of 2, F04");
    file("n_cells_too_many.csv", H + rate().strip() + ",7\n" + rate(), "1 of 2, F04");
    file("n_cut_in_a_row.csv", H + rate() + "2020-01-", "1 of 2, F04");
    file(
        "n_open_quote.csv", H + rate() + "\"2020" + "\nx".repeat(200), "F04: line 3 opens a quote");
    file("n_quote_at_end.csv", H + rate() + "2020-01-01,USD,1,\"10", "F04: line 3 opens a quote");
    file("n_quotes_inside.csv", H + rate() + rate("U\"S\"D", "10"), "1 of 2, T08");
    file("n_three_line_ends.csv", H + rate() + rate().replace("\n", "\r") + rate(), "3 of 3");
    file("n_endless_cell.csv", H + "x".repeat(1_100_000), "F04: after line 1");
    file("n_endless_header.csv", "date,code" + ",x".repeat(20_000), "F04: after line 0");
    file("n_endless_number.csv", H + rate() + rate("USD", "9".repeat(400)), "1 of 2, F05");
    file("n_no_number.csv", H + rate() + rate("USD", "NaN"), "1 of 2, F05");
    file("n_exponent.csv", H + rate() + rate("USD", "1e999999999"), "1 of 2, F05");
    file("n_formula.csv", H + rate() + rate("USD", "=1+1"), "1 of 2, F05");
    file("n_below_zero.csv", H + rate() + rate("USD", "-10.5") + rate("USD", "0"), "1 of 3, X06");
    file("n_no_day.csv", H + rate() + "2020-02-30,USD,1,10\n", "1 of 2, F10");
    file("n_empty_cells.csv", H + rate() + ",,,\n", "1 of 2, M01");
    file("n_hidden_blanks.csv", H + rate("\u00A0USD\u200B", " 10.5\u202F"), "1 of 1");
    file("n_phone_as_code.csv", H + rate() + rate(PHONE, "10"), "1 of 2, F07, note F07");
  }

  private void encodings() {
    Charset ansi = Charset.forName("windows-1251");
    file("n_bom.csv", "\uFEFF" + H + rate(), "1 of 1, note F03");
    file(
        "n_utf16.csv",
        ("\uFEFF" + H + rate()).getBytes(StandardCharsets.UTF_16LE),
        "1 of 1, note F03");
    file(
        "n_utf16_unmarked.csv", (H + rate()).getBytes(StandardCharsets.UTF_16LE), "F06: no column");
    file("n_ansi.csv", (H + rate() + rate("Рубль", "1")).getBytes(ansi), "1 of 2, T08, note F03");
    file(
        "n_bytes.csv",
        new byte[] {0, 1, (byte) 0x81, (byte) 0x98, (byte) 0xFF, 9},
        "F03: the text is");
    file(
        "n_half_a_letter.csv",
        Arrays.copyOf(utf8(H + "Я"), H.length() + 1),
        "0 of 1, F04, note F03");
  }

  private void packed() {
    byte[] good = utf8(H + rate());
    file("n_packed.csv.gz", gzip(utf8(H + rate())), "1 of 1");
    file("n_packed_nothing.csv.gz", gzip(utf8("\n")), "F06: the file is empty");
    file("n_packed_twice.csv.gz", gzip(gzip(good)), "F00: it is packed with gzip twice");
    file("n_packed_and_cut.csv.gz", Arrays.copyOf(gzip(good), 30), "F00: its packing is damaged");
    file("n_packed_zeros.csv.gz", gzip(new byte[70 << 20]), "F00: it unpacks to more than 200");
    file("n_packed_in_name_only.csv.gz", H + rate(), "1 of 1");
    file("n_zip_in_name_of_text.csv", zip(Map.of("a.csv", good)), "F00: it is a zip archive");
    file(
        "cut.zip", Arrays.copyOf(zip(Map.of("n_in.csv", good)), 60), "F00: the archive is damaged");
    file("nothing.zip", zip(Map.of()), "told: is empty");
    file("leads_out.zip", zip(Map.of("../n_up.csv", good)), "told: holds entries (1) whose path");
    file(
        "zip_in_zip.zip",
        zip(Map.of("in.zip", zip(Map.of("n_x.csv", good)))),
        "told: holds the archive");
  }

  private void workbooks() {
    Packed book =
        new Packed()
            .sheet(
                "a",
                row(1, "date", "code", "nominal", "value"),
                row(2, "2021-01-05", "USD", "1", "9"));
    byte[] bytes = book.bytes();
    file("n_book_in_name_of_text.csv", bytes, "1 of 1");
    file("n_book_cut.xlsx", Arrays.copyOf(bytes, bytes.length / 2), "F00: ");
    Map<String, byte[]> parts = new HashMap<>(book.parts());
    parts.remove("xl/worksheets/sheet1.xml");
    file("n_book_without_sheet.xlsx", zip(parts), "F0");
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    file("n_book_old.xlsx", old, "F00: it is an old workbook");
  }

  private void documents() {
    file(
        "x_entity.xml",
        "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d><r><code>&e;</code></r></d>",
        "F04: not well-formed xml at line 1; it has a document type");
    file(
        "x_laughs.xml",
        "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><d><r><code>&b;</code></r></d>",
        "F04: not well-formed");
    file("x_deep.xml", "<d><r>" + "<a>".repeat(5_000), "F04: line 1: xml nested deeper");
    file("x_cut.xml", "<d><r><code>USD</code></r><r>", "F04: not well-formed");
    file("x_no_records.xml", "<d><other/></d>", "F06");
    file("x_is_json.xml", "{\"rows\": [ ]}", "F04: not well-formed");
    file("j_cut.json", "{\"rows\": [{\"code\": \"US", "F04: not valid json");
    file("j_deep.json", "{\"rows\": " + "[".repeat(5_000), "F04: json nested deeper");
    file("j_list.json", "[{\"code\": \"USD\"}]", "F06: the json has no 'rows'");
    file("j_two.json", "{\"rows\": []} {\"rows\": []}", "F04: more follows");
    file("j_no_rows.json", "{\"rows\": []}", "0 of 0, note F09");
    file("j_scalars.json", "{\"rows\": [1, null, \"x\"]}", "0 of 3, M01");
    file(
        "l_broken.jsonl",
        "{\"date\": \"2021-01-07\", \"code\": \"USD\", \"nominal\": 1, \"value\": 1}\n{\"date\": \n[]\n{} {}\n",
        "1 of 4, F04");
    file("l_endless.jsonl", "{\"code\": \"" + "x".repeat(1_100_000), "F04: line 1 is longer");
  }

  private void names() {
    file("n_10:30.csv", H + rate(), "1 of 1");
    file("n_a b%2e#?[x]{y}.csv", H + rate(), "1 of 1");
    file("n_курсы\uD83D\uDCB0.csv", H + rate(), "1 of 1");
    file("n_sum.csv", H + rate(), "1 of 1");
    files.put(".n_sum.csv.crc", utf8("no checksum"));
    file("n_told_wrong.csv", H + rate(), "F02: ");
    files.put("n_told_wrong.csv.manifest.json", utf8("{\"row_count\": 7}"));
    file("n_told_badly.csv", H + rate(), "F02: ");
    files.put("n_told_badly.csv.manifest.json", utf8("{\"row_count\": "));
    file("unknown.bin", "x", "told: no profile claims");
    file("old.xls", "x", "told: such files are not read");
    file(
        "arms_1.csv",
        "pilot_code,arm_code,is_control,product_terms,intensity\nP,A,1,Account,low\nP,B,0,Saving,"
            + CARD
            + "\n",
        "2 of 2, note F07");
    file(
        "arms_3.csv",
        "pilot_code,arm_code,is_control,product_terms\n" + "P".repeat(300) + ",A,1,Account\n",
        "0 of 1, M03");
    file(
        "arms_2.csv",
        "pilot_code,arm_code,is_control,product_terms\nP,C,1,Account\nP,D,0,call " + PHONE + "\n",
        "1 of 2, F07, note F07");
  }

  private Settings settings() throws IOException {
    Path providers = Files.createDirectories(folder.resolve("conf/providers"));
    List<String> layouts =
        List.of(
            "n_*.{csv,xlsx} ",
            "x_*.xml format: xml\nrecord: r",
            "j_*.json format: json\nrecord: rows",
            "l_*.jsonl format: jsonl");
    for (String layout : layouts) {
      String[] parts = layout.split(" ", 2);
      Files.writeString(
          providers.resolve(parts[0].charAt(0) + ".yaml"), LAYOUT.formatted(parts[0], parts[1]));
    }
    Files.writeString(
        providers.resolve("arms.yaml"),
        "provider: R\ncontract: arm\nfiles: 'arms_*.csv'\nvalues: {is_control: {'1': 'true', '0': 'false'}}\n"
            + "columns: {pilot_code: [pilot_code], arm_code: [arm_code], is_control: [is_control],"
            + " product_terms: [product_terms], intensity: [intensity]}\n");
    Files.writeString(folder.resolve("conf/codes.yaml"), "country: {}\ncurrency: {}\n");
    return new Settings(
        Profiles.read(folder.resolve("conf"), Ingest.CONTRACTS),
        Map.of("send_countries", List.of("RUS"), "receive_countries", List.of("TJK")),
        "",
        1,
        20);
  }

  @Test
  void everyNastyFileBecomesWhatItShould(SparkSession spark) throws IOException {
    delimited();
    encodings();
    packed();
    workbooks();
    documents();
    names();
    assertThat(expected).hasSizeGreaterThanOrEqualTo(60);
    Path drop = Files.createDirectories(folder.resolve("drop"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(drop.resolve(file.getKey()), file.getValue());
    }
    Lake lake = new Lake(spark, folder.resolve("lake").toString(), table -> {});
    IngestReport report = Ingest.run(lake, settings(), List.of(drop.toString()), step -> {});

    Map<String, String> found = found(lake, report);
    List<String> wrong = new ArrayList<>();
    expected.forEach(
        (name, outcome) -> {
          String is = found.getOrDefault(name, "nothing is said of it");
          boolean isWhole = outcome.matches("\\d.*");
          if (!(isWhole ? is.equals(outcome) : is.startsWith(outcome))) {
            wrong.add("%s: expected '%s', was '%s'".formatted(name, outcome, is));
          }
        });
    assertThat(wrong).isEmpty();
    assertThat(report.notices()).noneMatch(n -> n.contains("900 123") || n.contains("4111"));
    for (var table :
        List.of(
            Bronze.of(FxRates.CONTRACT),
            Bronze.of(Arms.DELIVERED),
            Quarantine.CONTRACT_OF,
            Arms.CONTRACT)) {
      assertThat(lake.read(table).toJSON().collectAsList())
          .as(table.table())
          .noneMatch(json -> json.contains("900 123") || json.contains("4111"));
    }
  }

  private static Map<String, String> found(Lake lake, IngestReport report) {
    Map<String, Set<String>> aside = new HashMap<>();
    lake.read(Quarantine.CONTRACT_OF)
        .select("file_id", "rule_id")
        .collectAsList()
        .forEach(
            r -> aside.computeIfAbsent(r.getString(0), i -> new TreeSet<>()).add(r.getString(1)));
    Map<String, String> found = new HashMap<>();
    for (String notice : report.notices()) {
      String[] parts = notice.split(": ", 2);
      found.put(parts[0], "told: " + parts[1]);
    }
    for (Row file : lake.read(OpsFile.CONTRACT_OF).collectAsList()) {
      found.put(file.getAs("file_name"), outcome(file, aside));
    }
    return found;
  }

  private static String outcome(Row file, Map<String, Set<String>> aside) {
    if (file.getAs("status").equals("REJECTED")) {
      return file.getAs("reason");
    }
    long read = file.<Long>getAs("rows_read");
    long taken = file.<Long>getAs("rows_accepted");
    long quarantined = file.<Long>getAs("rows_quarantined");
    assertThat(read)
        .isEqualTo(
            taken
                + quarantined
                + file.<Long>getAs("rows_duplicate")
                + file.<Long>getAs("rows_held"));
    List<String> said = new ArrayList<>(List.of(taken + " of " + read));
    said.addAll(aside.getOrDefault(file.<String>getAs("file_id"), Set.of()));
    List<String> notes = file.getList(file.fieldIndex("findings"));
    if (!notes.isEmpty()) {
      said.add("note " + String.join(" ", notes));
    }
    return String.join(", ", said);
  }
}
