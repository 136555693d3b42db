package org.remitlake.ingest.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Good files to begin with: the head of each layout of the sample, and formats that it lacks. */
final class Corpus {
  private static final int MOST_LINES = 40;

  /**
   * A good file.
   *
   * @param glob of its profile
   * @param extension of a name that the profile claims
   * @param bytes what is in it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seed(String glob, String extension, byte[] bytes) {
    /** A name that the profile claims. */
    String name(int number) {
      String first = glob.replaceAll("\\{([^,}]*)[^}]*\\}", "$1");
      return first.replaceFirst("\\*", "f%05d".formatted(number)).replace("*", "");
    }

    boolean isText() {
      return !extension.equals("xlsx");
    }
  }

  private Corpus() {}

  /** Adds profiles of formats that the sample has no file of. */
  static void addProfiles(Path conf) throws IOException {
    String rates =
        """
        provider: FUZZ
        contract: fx
        files: "%s"
        format: %s
        constants: {fx_source: NBT, quote_currency: TJS, rate_kind: OFFICIAL}
        columns: {rate_date: [date], base_currency: [code], nominal: [nominal], value: [value]}
        """;
    Files.writeString(
        conf.resolve("providers/FUZZ_LINES.yaml"), rates.formatted("fuzz_lines_*.jsonl", "jsonl"));
    Files.writeString(
        conf.resolve("providers/FUZZ_BOOK.yaml"),
        rates.formatted("fuzz_book_*.{xlsx,csv}", "delimited"));
  }

  static List<Seed> read(Path sample, Profiles profiles) throws IOException {
    List<Seed> seeds = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    try (Stream<Path> files = Files.list(sample)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        String profile = profiles.namesFor(name).stream().findFirst().orElse("");
        if (!profile.isEmpty() && !taken.contains(profile)) {
          taken.add(profile);
          String extension = name.substring(name.lastIndexOf('.') + 1);
          byte[] head = extension.equals("xml") ? xmlHead(file) : head(file);
          seeds.add(new Seed(profiles.byName().get(profile).files(), extension, head));
        }
      }
    }
    seeds.add(new Seed("cbr_daily*.json", "json", utf8(json(30))));
    seeds.add(new Seed("cbr_XML_daily*.xml", "xml", utf8(xml(30))));
    seeds.add(new Seed("fuzz_lines_*.jsonl", "jsonl", utf8(lines(40))));
    seeds.add(new Seed("fuzz_book_*.csv", "csv", utf8(rates(40))));
    seeds.add(new Seed("fuzz_book_*.xlsx", "xlsx", workbook(40)));
    seeds.add(new Seed("fuzz_book_*.xlsx", "xlsx", workbook(3)));
    return seeds;
  }

  /** The first lines of a file, byte for byte. */
  private static byte[] head(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int lines = 0;
    int end = 0;
    while (end < all.length && lines < MOST_LINES) {
      lines += all[end++] == '\n' ? 1 : 0;
    }
    return java.util.Arrays.copyOf(all, end);
  }

  private static byte[] xmlHead(Path file) throws IOException {
    Charset bytes = StandardCharsets.ISO_8859_1;
    String all = new String(Files.readAllBytes(file), bytes);
    int cut = all.length();
    int at = -1;
    for (int i = 0; i < MOST_LINES; i++) {
      at = all.indexOf("</Record>", at + 1);
      cut = at < 0 ? cut : at + "</Record>".length();
    }
    return (all.substring(0, cut) + "</ValCurs>").getBytes(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String rates(int rows) {
    StringBuilder text = new StringBuilder("date,code,nominal,value\n");
    for (int i = 0; i < rows; i++) {
      text.append("2020-%02d-%02d,USD,1,10.%04d\n".formatted(1 + i / 28 % 12, 1 + i % 28, i));
    }
    return text.toString();
  }

  private static String lines(int rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append(
          "{\"date\": \"2020-%02d-%02d\", \"code\": \"EUR\", \"nominal\": 1, \"value\": 11.%04d}\n"
              .formatted(1 + i / 28 % 12, 1 + i % 28, i));
    }
    return text.toString();
  }

  private static String json(int rows) {
    StringBuilder text =
        new StringBuilder("{\"Date\": \"2020-05-05T11:30:00+03:00\", \"Valute\": {");
    for (int i = 0; i < rows; i++) {
      text.append(
          "%s\"C%d\": {\"CharCode\": \"USD\", \"Nominal\": 1, \"Value\": 7%d.5}"
              .formatted(i == 0 ? "" : ", ", i, i));
    }
    return text + "}, \"Timestamp\": \"2020-05-05T20:00:00+03:00\"}";
  }

  private static String xml(int rows) {
    StringBuilder text =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ValCurs Date=\"05.05.2020\">");
    for (int i = 0; i < rows; i++) {
      text.append(
          "<Valute ID=\"R%d\"><CharCode>USD</CharCode><Nominal>1</Nominal><Value>7%d,5</Value></Valute>\n"
              .formatted(i, i));
    }
    return text + "</ValCurs>";
  }

  private static byte[] workbook(int rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = bytes;
        Workbook book = new Workbook(out, "fuzz", "1.0")) {
      Worksheet sheet = book.newWorksheet("rates");
      int row = 0;
      for (String line : rates(rows).lines().toList()) {
        String[] cells = line.split(",");
        for (int i = 0; i < cells.length; i++) {
          if (row > 0 && i == 3) {
            sheet.value(row, i, Double.parseDouble(cells[i]));
          } else {
            sheet.value(row, i, cells[i]);
          }
        }
        row++;
      }
    }
    return bytes.toByteArray();
  }
}
