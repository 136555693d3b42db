package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTest {

  private static NumberStyle style(String declaredMark, String... cells) {
    NumberStyle.Evidence evidence = new NumberStyle.Evidence();
    for (String cell : cells) {
      evidence.add(cell);
    }
    return evidence.style(declaredMark);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1234.56      | PLAIN",
        "1234         | PLAIN",
        "0.134        | PLAIN",
        "-1987.5      | PLAIN",
        "1234,56      | COMMA",
        "0,134        | COMMA",
        "1 234,56     | COMMA_GROUPED",
        "1\u00A0234,56 | COMMA_GROUPED",
        "1\u202F234,5 | COMMA_GROUPED",
        "1.234,56     | COMMA_GROUPED",
        "1.234.567    | COMMA_GROUPED",
        "1'234,56     | COMMA_GROUPED",
        "1,234.56     | POINT_GROUPED",
        "1,234,567    | POINT_GROUPED",
        "1'234.56     | POINT_GROUPED",
        "1’234.56     | POINT_GROUPED"
      })
  void oneClearCellTellsTheStyleOfAFile(String cell, NumberStyle expected) {
    // Whatever the profile declares.
    if (!cell.equals("1234")) {
      assertThat(style(",", cell)).isEqualTo(expected);
    }
    assertThat(style(".", cell)).isEqualTo(expected);
  }

  @Test
  void aClearCellSettlesTheUnclearOnes() {
    // 1,234 alone may be 1234 or 1.234; beside 12,5 the comma is decimal, beside 12.5 it groups.
    assertThat(style(".", "1,234", "12,5")).isEqualTo(NumberStyle.COMMA);
    assertThat(style(".", "1,234", "12.5")).isEqualTo(NumberStyle.POINT_GROUPED);
    assertThat(style(".", "1.234", "12,5")).isEqualTo(NumberStyle.COMMA_GROUPED);
    assertThat(style(",", "1.234", "12.5")).isEqualTo(NumberStyle.PLAIN);
  }

  @Test
  void withoutEvidenceTheDeclaredMarkHolds() {
    assertThat(style(",", "1,234")).isEqualTo(NumberStyle.COMMA);
    assertThat(style(".", "1.234")).isEqualTo(NumberStyle.PLAIN);
    assertThat(style(",", "1234", "5")).isEqualTo(NumberStyle.COMMA);
    assertThat(style(".", "1234", "5")).isEqualTo(NumberStyle.PLAIN);
  }

  @Test
  void aFileThatContradictsItselfIsMixed() {
    assertThat(style(".", "12,5", "12.5")).isEqualTo(NumberStyle.MIXED);
    assertThat(style(".", "12,5", "12,5", "12,5", "12.5")).isEqualTo(NumberStyle.MIXED);
  }

  @Test
  void aSingleSlipInAHundredDoesNotMakeAFileMixed() {
    String[] cells = new String[202];
    java.util.Arrays.fill(cells, "12.5");
    cells[7] = "12,5";
    assertThat(style(".", cells)).isNotIn(NumberStyle.MIXED, NumberStyle.COMMA);
  }

  @Test
  void theContradictedProfileIsNamed() {
    NumberStyle.Evidence evidence = new NumberStyle.Evidence();
    evidence.add("12,5");
    assertThat(evidence.contradicts(".")).isTrue();
    assertThat(evidence.contradicts(",")).isFalse();
  }
}
