package org.remitlake.ingest.quality;

import static org.remitlake.ingest.quality.Html.both;
import static org.remitlake.ingest.quality.Html.cell;
import static org.remitlake.ingest.quality.Html.columnHead;
import static org.remitlake.ingest.quality.Html.count;
import static org.remitlake.ingest.quality.Html.escaped;
import static org.remitlake.ingest.quality.Html.number;
import static org.remitlake.ingest.quality.Html.rowHead;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * A page that tells one partner, in English and Russian, what was found in the files that it
 * delivered; it depends on nothing but what it is given, and shows no delivered value.
 */
public final class QualityPage {
  /** More files than these are counted, not shown. */
  public static final int MOST_FILES = 50;

  private static final String STYLE = style();

  private final String provider;
  private final List<PartnerFile> files;
  private final List<PartnerFile> shown;
  private final List<String> copies;

  /**
   * A page.
   *
   * @param files all files of the partner, in the order in which they matter
   * @param copies names of files whose content had come under other names
   */
  public QualityPage(String provider, List<PartnerFile> files, List<String> copies) {
    this.provider = provider;
    this.files = List.copyOf(files);
    this.shown = this.files.stream().limit(MOST_FILES).toList();
    this.copies = List.copyOf(copies);
  }

  private static String style() {
    try (InputStream in = QualityPage.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page. */
  public String html() {
    Html page = new Html();
    page.markup("<!DOCTYPE html>").markup("<html lang=\"en\">").markup("<head>");
    page.markup("<meta charset=\"utf-8\">");
    // Should a name ever slip through unescaped: nothing runs, nothing is fetched.
    page.markup(
        "<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    page.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.markup("<title>" + escaped("Data quality: " + provider) + "</title>");
    page.markup("<style>").markup(STYLE).markup("</style>").markup("</head>").markup("<body>");
    page.markup("<header>");
    page.markup("<h1>" + both("Data quality: " + provider, "Качество данных") + "</h1>");
    page.paragraph(
        "What was found in the files that you delivered, and what to do. Nothing of what the files"
            + " hold is shown here: lines are those of the file as delivered, its first line is 1.",
        "Что найдено в переданных вами файлах и что делать. Содержимое файлов здесь не показано:"
            + " номера строк относятся к файлу, как он передан, первая строка имеет номер 1.");
    page.markup("</header>").markup("<main>");
    overview(page);
    if (!copies.isEmpty()) {
      copies(page);
    }
    for (int i = 0; i < shown.size(); i++) {
      if (!shown.get(i).found().isEmpty()) {
        details(page, shown.get(i), i);
      }
    }
    page.markup("</main>").markup("</body>").markup("</html>");
    return page.toString();
  }

  private void overview(Html page) {
    page.markup("<section aria-labelledby=\"files\">");
    page.markup("<h2 id=\"files\">" + both("Files", "Файлы") + "</h2>");
    page.markup("<table>");
    page.markup(
        "<caption>"
            + both(
                "Rows of each file, and what became of them",
                "Строки каждого файла и что с ними стало")
            + "</caption>");
    page.markup("<thead><tr>");
    page.markup(columnHead("File", "Файл")).markup(columnHead("State", "Состояние"));
    page.markup(columnHead("Rows", "Строк")).markup(columnHead("Accepted", "Принято"));
    page.markup(columnHead("Came before", "Повторы")).markup(columnHead("Set aside", "Отложено"));
    page.markup(columnHead("Held", "Задержано"));
    page.markup("</tr></thead>").markup("<tbody>");
    for (int i = 0; i < shown.size(); i++) {
      page.markup(line(shown.get(i), i));
    }
    page.markup("</tbody>").markup("<tfoot><tr>");
    page.markup(
        rowHead(both("All files: " + count(files.size()), "Все файлы: " + count(files.size()))));
    page.markup(cell(states()));
    page.markup(total(f -> f.file().rows())).markup(total(PartnerFile::accepted));
    page.markup(total(PartnerFile::duplicate)).markup(total(PartnerFile::quarantined));
    page.markup(total(PartnerFile::held));
    page.markup("</tr></tfoot>").markup("</table>");
    int more = files.size() - shown.size();
    if (more > 0) {
      page.paragraph(
          "Not shown: %s more files, counted in the last line. First come files that were rejected or held, then the latest names."
              .formatted(count(more)),
          "Не показано файлов: %s; они учтены в последней строке. Сначала идут непринятые и задержанные, затем последние по имени."
              .formatted(count(more)));
    }
    page.markup("</section>");
  }

  private String line(PartnerFile f, int i) {
    String name = escaped(f.file().name());
    String link = f.found().isEmpty() ? name : "<a href=\"#file-%d\">%s</a>".formatted(i + 1, name);
    return "<tr class=\""
        + f.status().name().toLowerCase(Locale.ROOT)
        + "\">"
        + rowHead(link)
        + cell(both(f.status().en(), f.status().ru()))
        + number(f.file().rows())
        + number(f.accepted())
        + number(f.duplicate())
        + number(f.quarantined())
        + number(f.held())
        + "</tr>";
  }

  private String states() {
    StringBuilder states = new StringBuilder();
    for (PartnerFile.Status status : PartnerFile.Status.values()) {
      long n = files.stream().filter(f -> f.status() == status).count();
      if (n > 0) {
        states.append(both(status.en() + " " + count(n), status.ru() + " " + count(n)));
        states.append("<br>");
      }
    }
    return states.toString().replaceFirst("<br>$", "");
  }

  private String total(ToLongFunction<PartnerFile> rows) {
    return number(files.stream().mapToLong(rows).sum());
  }

  private void copies(Html page) {
    page.markup("<section aria-labelledby=\"copies\">");
    page.markup("<h2 id=\"copies\">" + both("Files sent again", "Повторные файлы") + "</h2>");
    RuleText text = RuleTexts.ofFiles().of("F01", Treatment.DUPLICATE);
    page.paragraph(text.en(), text.ru()).markup("<ul>");
    copies.stream()
        .limit(MOST_FILES)
        .forEach(name -> page.markup("<li>" + escaped(name) + "</li>"));
    page.markup("</ul>");
    int more = copies.size() - MOST_FILES;
    if (more > 0) {
      page.paragraph("And %s more.".formatted(count(more)), "И ещё %s.".formatted(count(more)));
    }
    page.markup("</section>");
  }

  private static void details(Html page, PartnerFile f, int i) {
    String id = "file-" + (i + 1);
    page.markup("<section aria-labelledby=\"" + id + "\">");
    page.markup("<h2 id=\"" + id + "\">" + escaped(f.file().name()) + "</h2>");
    page.markup("<table class=\"rules\">");
    page.markup(
        "<caption>" + both("What rules found in this file", "Что найдено в файле") + "</caption>");
    page.markup("<thead><tr>");
    page.markup(columnHead("Rule", "Правило")).markup(columnHead("Outcome", "Итог"));
    page.markup(columnHead("Rows", "Строк")).markup(columnHead("Share", "Доля"));
    page.markup(columnHead("First line", "Первая строка"));
    page.markup("<th scope=\"col\">What to do</th>");
    page.markup("<th scope=\"col\" lang=\"ru\">Что делать</th>");
    page.markup("</tr></thead>").markup("<tbody>");
    for (QualityRow row : f.found()) {
      page.markup(
          "<tr>"
              + rowHead(escaped(row.rule().id() + " " + row.rule().code()))
              + cell(both(row.action().en(), row.action().ru()))
              + row.caught().map(c -> number(c.rows())).orElse(cell(both("file", "файл")))
              + "<td class=\"n\">"
              + row.caught().map(c -> share(c.rows(), f.file().rows())).orElse("")
              + "</td>"
              + row.caught().map(c -> number(c.firstLine())).orElse(cell(""))
              + cell(escaped(row.rule().en()))
              + "<td lang=\"ru\">"
              + escaped(row.rule().ru())
              + "</td></tr>");
    }
    page.markup("</tbody>").markup("</table>").markup("</section>");
  }

  /** Two decimals, and never 0 or 100 for some and not all. */
  static String share(long part, long whole) {
    double percent = 100.0 * part / whole;
    String text = String.format(Locale.ROOT, "%.2f", percent);
    if (part > 0 && text.equals("0.00")) {
      text = "&lt; 0.01";
    } else if (part < whole && text.equals("100.00")) {
      text = "&gt; 99.99";
    }
    return text + "\u00A0%";
  }
}
