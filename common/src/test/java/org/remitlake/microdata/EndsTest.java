package org.remitlake.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndsTest {
  private static List<BigDecimal> numbers(IntStream of) {
    return of.mapToObj(BigDecimal::valueOf).toList();
  }

  private static Ends ends(int low, int high) {
    return new Ends(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  /** P1 of 1 to 100 is 1, with nobody below: the cut moves in to 11, which has 1 to 10 below it. */
  @Test
  void aCutMovesInUntilTenLieBeyond() {
    assertThat(Ends.of(numbers(IntStream.rangeClosed(1, 100)), 10)).contains(ends(11, 90));
  }

  /** Of 1 to 2000, P1 is 20 (19 below it), P99 counted from above 1981 (19 above it). */
  @Test
  void ofManyNumbersTheCutIsAtOnePerCent() {
    assertThat(Ends.of(numbers(IntStream.rangeClosed(1, 2000)), 10)).contains(ends(20, 1981));
  }

  @Test
  void anEndThatTenShareIsNotCut() {
    IntStream zeros = IntStream.generate(() -> 0).limit(10);
    List<BigDecimal> debts =
        Stream.concat(numbers(zeros).stream(), numbers(IntStream.rangeClosed(1, 40)).stream())
            .toList();
    assertThat(Ends.of(debts, 10)).contains(ends(0, 30));
  }

  /** 50 has 9 above it in 51 to 59; 50 itself three times: 49 has 12 above. */
  @Test
  void equalNumbersAtTheCutAreNotBeyondIt() {
    List<BigDecimal> sizes =
        Stream.concat(
                numbers(IntStream.rangeClosed(1, 59)).stream(),
                Stream.of(BigDecimal.valueOf(50), BigDecimal.valueOf(50)))
            .toList();
    assertThat(Ends.of(sizes, 10)).contains(ends(11, 49));
  }

  @Test
  void fewerThanThreeTimesTenNumbersAreNotTold() {
    assertThat(Ends.of(numbers(IntStream.rangeClosed(1, 29)), 10)).isEmpty();
    assertThat(Ends.of(numbers(IntStream.rangeClosed(1, 30)), 10)).contains(ends(11, 20));
  }

  @Test
  void whatLiesBeyondBecomesTheCut() {
    Ends ends = ends(11, 90);
    assertThat(ends.cut(BigDecimal.valueOf(3))).isEqualByComparingTo("11");
    assertThat(ends.cut(BigDecimal.valueOf(100))).isEqualByComparingTo("90");
    assertThat(ends.cut(BigDecimal.valueOf(50))).isEqualByComparingTo("50");
  }
}
