package org.remitlake.funder;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules P1 to P3 of catalogue 8.5, at their edges. */
class DisclosureTest {
  private static final Register REGISTER = new Register(List.of());
  private static final String NONE = "";

  private static Figure figure(
      String id,
      String basis,
      String unit,
      double value,
      Figure.Parts parts,
      Figure.Count count,
      Optional<Double> df) {
    return new Figure(
        new Figure.Cell(id, "_T", basis, "RUS-TJK", "Q", "2021-Q4", List.of(), "_T", "_T"),
        REGISTER.forFunders(id, "_T").orElseThrow(),
        unit,
        Optional.of(value),
        NONE,
        parts,
        count,
        df.map(d -> new Figure.Precision(Optional.of(1.0), Optional.empty(), Optional.empty(), df)),
        new Figure.Source(NONE, false, "A", "1", NONE));
  }

  private static final Figure.Parts UNKNOWN =
      new Figure.Parts(Optional.empty(), Optional.empty(), true);

  private static String rule(Figure figure, int providers) {
    return new Disclosure(cell -> providers).ruleAgainst(figure).orElse("-");
  }

  @ParameterizedTest
  @CsvSource({
    // records, persons, rule: one person may send often, and one transfer has one sender
    "0, 0, -",
    "1, 1, P1",
    "9, 9, P1",
    "40, 9, P1",
    "9, 40, P1",
    "10, 10, -",
    "11, 10, -"
  })
  void countsFromOneToNineAreNotPublished(long records, long persons, String rule) {
    Figure mean =
        figure(
            "B08", "tx", "USD", 150, UNKNOWN, new Figure.Count(records, persons), Optional.empty());
    assertThat(rule(mean, 6)).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    // numerator, denominator, rule: 0 and all of 29 tell of everybody, of 30 they do not
    "0, 29, P2", "0, 30, -", "1, 40, P2", "2, 40, P2", "3, 40, -",
    "37, 40, -", "38, 40, P2", "39, 40, P2", "29, 29, P2", "40, 40, -"
  })
  void sharesThatTellOfOneOrTwoOrOfAllAreNotPublished(long part, long whole, String rule) {
    Figure share =
        figure(
            "B14",
            "tx",
            "%",
            100.0 * part / whole,
            new Figure.Parts(
                Optional.of(BigDecimal.valueOf(part)),
                Optional.of(BigDecimal.valueOf(whole)),
                true),
            new Figure.Count(whole, whole),
            Optional.empty());
    assertThat(rule(share, 6)).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({"9, P2", "10, -"})
  void denominatorsBelowTenAreNotPublished(long whole, String rule) {
    Figure ratio =
        figure(
            "B06",
            "tx",
            "number",
            2.5,
            new Figure.Parts(
                Optional.of(new BigDecimal("25")), Optional.of(BigDecimal.valueOf(whole)), true),
            new Figure.Count(25, 25),
            Optional.empty());
    assertThat(rule(ratio, 6)).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({"2, P3", "3, -"})
  void fewerThanThreeProvidersAreNotPublished(int providers, String rule) {
    Figure volume =
        figure("B04", "tx", "USD", 1e6, UNKNOWN, new Figure.Count(500, 90), Optional.empty());
    assertThat(rule(volume, providers)).isEqualTo(rule);
  }

  /** One bank's ledger is its own business. */
  @ParameterizedTest
  @CsvSource({"1, P3", "2, P3", "3, -"})
  void ledgersOfFewBanksAreNotPublished(int banks, String rule) {
    Figure kept =
        figure("C13", "adm", "%", 24.3, UNKNOWN, new Figure.Count(500, 90), Optional.empty());
    assertThat(rule(kept, banks)).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({"2, 6, P3", "3, 2, P3", "3, 3, -", "7, 7, -"})
  void quotesNeedThreeServicesOfThreeProviders(long services, int providers, String rule) {
    Figure cost =
        figure(
            "A10",
            "quote",
            "%",
            2.1,
            UNKNOWN,
            new Figure.Count(services, services),
            Optional.empty());
    assertThat(rule(cost, providers)).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "svy, D01, 29, 20, P1",
    "svy, D01, 30, 7, P1",
    "svy, D01, 30, 8, -",
    "svy, D01, 30, , P1",
    "trial, E11, 400, 4.9, P1",
    "trial, E11, 400, 5, -",
    "trial, E11, 9, 50, P1"
  })
  void estimatesNeedRespondentsAndDegreesOfFreedom(
      String basis, String id, long n, Double df, String rule) {
    Figure estimate =
        figure(
            id,
            basis,
            "%",
            40,
            new Figure.Parts(
                Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.valueOf(2)), false),
            new Figure.Count(n, n),
            Optional.ofNullable(df));
    assertThat(rule(estimate, 0)).isEqualTo(rule);
  }

  @Test
  void whatGoldMarksStaysMarked() {
    Figure marked =
        new Figure(
            new Figure.Cell("A30", "_T", "tx", "RUS-TJK", "Q", "2021-Q4", List.of(), "_T", "_T"),
            REGISTER.forFunders("A30", "_T").orElseThrow(),
            "%",
            Optional.empty(),
            "EMPTY",
            UNKNOWN,
            new Figure.Count(0, 0),
            Optional.empty(),
            new Figure.Source("P1", false, "A", "1", NONE));
    assertThat(rule(marked, 6)).isEqualTo("P1");
  }
}
