package org.remitlake.ingest.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QualityPageTest {
  private static PartnerFile file(String name, long rows, long aside, QualityRow... found) {
    JudgedFile judged = new JudgedFile("b", "id of " + name, name, "transfer", "P1", rows);
    return new PartnerFile(
        judged, PartnerFile.Status.ACCEPTED, rows - aside, 0, aside, 0, List.of(found));
  }

  private static QualityRow caught(String name, String en, long rows) {
    return new QualityRow(
        new JudgedFile("b", "id of " + name, name, "transfer", "P1", rows),
        new RuleText("T05", "AMT_NONPOS", en, "по-русски"),
        Treatment.QUARANTINE,
        Optional.of(new RowCount(rows, 1, 2)));
  }

  @Test
  void whateverANameHoldsIsText() {
    String evil = "a\"'<script>alert(1)</script>&\u0000\u202e\n.csv";
    String page =
        new QualityPage(
                "<img src=x>",
                List.of(file(evil, 10, 1, caught(evil, "<b>en</b>", 1))),
                List.of("</ul><script>"))
            .html();
    assertThat(page)
        .doesNotContain("<script", "<img", "<b>", "</ul><", "\u0000", "\u202e")
        .contains("a&quot;&#39;&lt;script&gt;alert(1)&lt;/script&gt;&amp;\uFFFD\uFFFD\uFFFD.csv")
        .contains("&lt;b&gt;en&lt;/b&gt;")
        .contains("<li>&lt;/ul&gt;&lt;script&gt;</li>");
  }

  @Test
  void ofManyFilesTheFirstAreShownAndTheOthersCounted() {
    List<PartnerFile> files = new ArrayList<>();
    for (int i = 1; i <= 1000; i++) {
      String name = "file_%04d.csv".formatted(i);
      files.add(file(name, 10, 1, caught(name, "en", 1)));
    }
    String page = new QualityPage("P1", files, List.of()).html();
    assertThat(page)
        .contains("file_0050.csv")
        .doesNotContain("file_0051.csv")
        .contains("Not shown: 950 more files", "Не показано файлов: 950")
        .contains("All files: 1\u00A0000", "<td class=\"n\">10\u00A0000</td>");
    assertThat(page.length()).isLessThan(200_000);
  }

  @Test
  void theSameFilesGiveTheSamePage() {
    QualityPage one = new QualityPage("P1", List.of(file("a", 3, 0)), List.of("b"));
    QualityPage other = new QualityPage("P1", List.of(file("a", 3, 0)), List.of("b"));
    assertThat(one.html()).isEqualTo(other.html()).doesNotContain("\r").endsWith("</html>\n");
  }

  @Test
  void someIsNeverShownAsNoneOrAll() {
    assertThat(QualityPage.share(1, 8)).isEqualTo("12.50\u00A0%");
    assertThat(QualityPage.share(1, 1_000_000)).isEqualTo("&lt; 0.01\u00A0%");
    assertThat(QualityPage.share(999_999, 1_000_000)).isEqualTo("&gt; 99.99\u00A0%");
    assertThat(QualityPage.share(7, 7)).isEqualTo("100.00\u00A0%");
  }

  @Test
  void aPageStaysInItsFolderWhateverTheProvidersCode() {
    assertThat(PageName.of("MTO_01")).isEqualTo("MTO_01.html");
    assertThat(PageName.of("../../etc/x")).isEqualTo("~2e~2e~2f~2e~2e~2fetc~2fx.html");
    assertThat(PageName.of("..")).isEqualTo("~2e~2e.html");
    assertThat(PageName.of("_a")).isEqualTo("~5fa.html");
    assertThat(PageName.of("Б")).isEqualTo("~d0~91.html");
    assertThat(PageName.of("C:\\x")).isEqualTo("C~3a~5cx.html");
    assertThat(PageName.of("x".repeat(300))).hasSizeLessThan(200);
    assertThat(PageName.of("x".repeat(300))).isNotEqualTo(PageName.of("x".repeat(301)));
  }
}
