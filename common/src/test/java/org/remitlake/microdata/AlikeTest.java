package org.remitlake.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlikeTest {
  private static List<Cell> column(String... codes) {
    List<Cell> cells = new ArrayList<>();
    for (String code : codes) {
      cells.add(Cell.of(code));
    }
    return cells;
  }

  private static List<String> anywhere(int n) {
    return Collections.nCopies(n, "");
  }

  private static List<String> masks(Alike alike) {
    return alike.withheld().stream().map(BitSet::toString).toList();
  }

  private static List<String> looks(
      List<String> given, List<List<Cell>> columns, List<BitSet> masks) {
    return IntStream.range(0, given.size())
        .mapToObj(
            i ->
                given.get(i)
                    + IntStream.range(0, columns.size())
                        .mapToObj(
                            c -> masks.get(i).get(c) ? Cell.withheld() : columns.get(c).get(i))
                        .toList())
        .toList();
  }

  @Test
  void whatGivesWayFirstIsWithheldFirst() {
    // education, sex; the three last share their sex, and differ in education
    Alike alike =
        new Alike(
            anywhere(6),
            List.of(column("3", "3", "3", "5", "6", "7"), column("F", "F", "F", "M", "M", "M")),
            3);
    assertThat(masks(alike)).containsExactly("{}", "{}", "{}", "{0}", "{0}", "{0}");
  }

  @Test
  void aSingleRowIsNotLeftBetweenOthersThatTellMore() {
    // Without education the last row would be the only one without: known at once. So a group joins
    // it.
    List<List<Cell>> columns = List.of(column("3", "3", "3", "9"));
    assertThat(masks(new Alike(anywhere(4), columns, 3)))
        .containsExactly("{0}", "{0}", "{0}", "{0}");
  }

  @Test
  void whatAHouseholdTellsDividesItsPersons() {
    List<String> places = List.of("a", "a", "a", "b", "b");
    Alike alike = new Alike(places, List.of(column("F", "F", "F", "F", "F")), 3);
    // place b has but two: withholding is all that can be done
    assertThat(masks(alike)).containsExactly("{}", "{}", "{}", "{0}", "{0}");
    assertThat(Alike.below(List.of("a", "a", "a", "b", "b"), 3)).isEqualTo(2);
  }

  @Test
  void afterwardsEveryRowLooksLikeTwoOthers() {
    Random random = new Random(7);
    for (int run = 0; run < 20; run++) {
      int n = 200;
      List<List<Cell>> columns = new ArrayList<>();
      for (int codes : new int[] {3, 4, 2}) {
        columns.add(
            IntStream.range(0, n)
                .mapToObj(i -> Cell.of(Integer.toString(random.nextInt(codes))))
                .toList());
      }
      List<String> given =
          IntStream.range(0, n).mapToObj(i -> Integer.toString(random.nextInt(4))).toList();
      List<BitSet> masks = new Alike(given, columns, 3).withheld();
      assertThat(Alike.below(looks(given, columns, masks), 3)).isZero();
      assertThat(masks).as("not all is withheld").anyMatch(BitSet::isEmpty);
    }
  }
}
