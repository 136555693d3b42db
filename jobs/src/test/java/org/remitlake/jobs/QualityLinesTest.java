package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.remitlake.ingest.quality.JudgedFile;
import org.remitlake.ingest.quality.QualityRow;
import org.remitlake.ingest.quality.RowCount;
import org.remitlake.ingest.quality.RuleText;
import org.remitlake.ingest.quality.Treatment;

class QualityLinesTest {
  private static QualityRow row(
      String file, long read, String rule, Treatment action, long rows, long line) {
    return new QualityRow(
        new JudgedFile("b", file, file, "transfer", "P1", read),
        new RuleText(rule, "CODE", "en", "ru"),
        action,
        rows == 0 ? Optional.empty() : Optional.of(new RowCount(rows, line - 1, line)));
  }

  @Test
  void whatMattersMostComesFirstAndTheExampleIsOfTheFileWithMostRows() {
    List<QualityRow> quality =
        List.of(
            row("a.csv", 100, "T04", Treatment.REPAIR, 90, 2),
            row("a.csv", 100, "T05", Treatment.QUARANTINE, 2, 7),
            row("b.csv", 300, "T05", Treatment.QUARANTINE, 18, 5),
            row("b.csv", 300, "M01", Treatment.QUARANTINE, 30, 9),
            row("c\u001b[2J.csv", 0, "F06", Treatment.REJECT_FILE, 0, 0),
            row("d.csv", 10, "T05", Treatment.HOLD, 8, 2));
    // T05: 2 + 18 of 100 + 300 rows is 5 %.
    assertThat(QualityLines.of(quality))
        .containsExactly(
            "",
            "Rules that caught something               Rows of theirs  Files  Example",
            "  reject file F06 CODE                       -         -      1  c?[2J.csv",
            "  hold        T05 CODE                       8   80.00 %      1  d.csv:2",
            "  quarantine  M01 CODE                      30   10.00 %      1  b.csv:9",
            "  quarantine  T05 CODE                      20    5.00 %      2  b.csv:5",
            "  repair      T04 CODE                      90   90.00 %      1  a.csv:2");
    assertThat(QualityLines.byAction(quality))
        .isEqualTo(Map.of("reject_file", 1L, "hold", 1L, "quarantine", 3L, "repair", 1L));
  }

  @Test
  void atMostTwentyRulesAreListed() {
    List<QualityRow> quality = new ArrayList<>();
    for (int i = 10; i < 35; i++) {
      quality.add(row("a.csv", 100, "T" + i, Treatment.FLAG, i, 2));
    }
    assertThat(QualityLines.of(quality)).hasSize(23).endsWith("  and 5 more in gold.data_quality");
    assertThat(QualityLines.of(List.of())).isEmpty();
  }
}
