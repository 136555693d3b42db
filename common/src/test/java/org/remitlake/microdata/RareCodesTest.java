package org.remitlake.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RareCodesTest {
  private static List<Cell> cells(Map<String, Integer> counts) {
    List<Cell> cells = new ArrayList<>();
    counts.forEach((code, n) -> cells.addAll(Collections.nCopies(n, Cell.of(code))));
    return cells;
  }

  @Test
  void codesThatFewHaveArePooledWithOther() {
    assertThat(RareCodes.of(Map.of("BANK", 40L, "POST", 4L, "OTHER", 12L), 10))
        .containsExactly("OTHER", "POST");
  }

  @Test
  void aPoolOfFewUnitsOrOfOneCodeTakesInTheNextRarest() {
    // 4 alone would be POST under another name; 4 + 11 = 15 are POST or APP
    assertThat(RareCodes.of(Map.of("BANK", 40L, "POST", 4L, "APP", 11L), 10))
        .containsExactly("APP", "POST");
  }

  @Test
  void ofTwoCodesTheOtherWouldTellTheRareOneSoBothGo() {
    List<Cell> told = RareCodes.pooled(cells(Map.of("1", 5, "0", 95)), 10, false);
    assertThat(told).hasSize(100).allMatch(Cell::isWithheld);
  }

  @Test
  void whatEnoughHaveStays() {
    List<Cell> cells = cells(Map.of("1", 10, "0", 90));
    assertThat(RareCodes.pooled(cells, 10, false)).isEqualTo(cells);
  }

  @Test
  void missingAnswersKeepTheirReason() {
    List<Cell> cells = new ArrayList<>(cells(Map.of("BANK", 20, "APP", 15, "POST", 1)));
    cells.add(Cell.missing("REFUSED"));
    assertThat(RareCodes.pooled(cells, 10, true))
        .endsWith(Cell.missing("REFUSED"))
        .doesNotContain(Cell.of("POST"), Cell.of("APP"))
        .contains(Cell.of("OTHER"), Cell.of("BANK"));
  }

  @Test
  void ofAnOpenListOnlyTheRareCodesGo() {
    // 5 + 3 < 10: withheld; 5 + 6 = 11: told together
    assertThat(RareCodes.pooledOpen(cells(Map.of("TJS", 80, "USD", 5, "EUR", 3)), 10))
        .contains(Cell.of("TJS"))
        .filteredOn(Cell::isWithheld)
        .hasSize(8);
    assertThat(RareCodes.pooledOpen(cells(Map.of("TJS", 80, "USD", 5, "EUR", 6)), 10))
        .filteredOn(c -> c.equals(Cell.of("OTHER")))
        .hasSize(11);
  }
}
