package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.money.ReferenceRates.Rate;
import org.remitlake.testing.SparkTest;

/** Rates of a day held against each other (rule X01, cross rates). */
@SparkTest
class CrossRatesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 5);

  /** As {@code CBR USD RUB 90}: source, base, quote, value of one. */
  private static Rate rate(String text) {
    String[] words = text.split(" ", -1);
    return new Rate(words[0], words[1], words[2], DAY, new BigDecimal(words[3]));
  }

  /** Those that are off, as source, base and quote. */
  private static List<String> off(String... rates) {
    return CrossRates.off(Stream.of(rates).map(CrossRatesTest::rate).toList()).stream()
        .map(r -> r.source() + ' ' + r.base() + ' ' + r.quote())
        .sorted()
        .toList();
  }

  @Test
  void oneWrongSeriesIsToldFromThreeRightAlternatives() {
    // Roubles for a somoni: 1 / 0.122 = 8.197 by the other bank, 90 / 10.98 = 8.197 by way of
    // dollars, 98.4 / 12 = 8.2 by way of euros; 82 is ten times that. The other bank's somoni are
    // 1 / 82 = 0.0122 by the wrong one, but 0.122 both other ways.
    assertThat(
            off(
                "CBR USD RUB 90",
                "CBR EUR RUB 98.4",
                "CBR TJS RUB 82",
                "NBT USD TJS 10.98",
                "NBT EUR TJS 12",
                "NBT RUB TJS 0.122"))
        .containsExactly("CBR TJS RUB");
    assertThat(
            off(
                "CBR USD RUB 90",
                "CBR EUR RUB 98.4",
                "CBR TJS RUB 8.2",
                "NBT USD TJS 10.98",
                "NBT EUR TJS 12",
                "NBT RUB TJS 0.122"))
        .isEmpty();
  }

  @Test
  void aDollarIsCheckedByWayOfTheCurrenciesInWhichBanksQuote() {
    // 10.98 / 0.122 = 90 by way of somoni, 400 / 4.444 = 90 by way of drams; 9000 is 100 times
    // that.
    // Of the other four there is one cross each, which is wrong: 10.98 / 9000 = 0.00122 and so on.
    assertThat(
            off(
                "CBR USD RUB 9000",
                "NBT USD TJS 10.98",
                "NBT RUB TJS 0.122",
                "CBA USD AMD 400",
                "CBA RUB AMD 4.444"))
        .containsExactly("CBR USD RUB");
  }

  @Test
  void oneAlternativeIsNotEnoughAndNeitherAreTwoThatContradictEachOther() {
    // Roubles for a tenge, ten times 0.0237 / 0.122 = 0.194: by way of somoni, and no other.
    assertThat(off("CBR KZT RUB 1.94", "NBT KZT TJS 0.0237", "NBT RUB TJS 0.122")).isEmpty();
    // By the other bank 1 / 0.122 = 8.197, by way of dollars 90 / 14.3 = 6.29, 1.3 times less: the
    // first is ten times too low for 82, and nobody knows. Less than 1.25 times, 90 / 13.1 = 6.87,
    // agrees: 82 is 10.9 times their middle, 7.50.
    assertThat(off("CBR TJS RUB 82", "NBT RUB TJS 0.122", "CBR USD RUB 90", "NBT USD TJS 14.3"))
        .isEmpty();
    assertThat(off("CBR TJS RUB 82", "NBT RUB TJS 0.122", "CBR USD RUB 90", "NBT USD TJS 13.1"))
        .containsExactly("CBR TJS RUB");
  }

  @Test
  void aWrongDollarMakesTheCrossByWayOfItWrongAndNothingElse() {
    // By way of dollars a somoni is 90 / 109.8 = 0.82 roubles, a tenth; by the other bank 8.2, and
    // by
    // way of euros 98.4 / 12 = 8.2. The dollar itself in somoni has one cross, by way of roubles.
    assertThat(
            off(
                "CBR USD RUB 90",
                "CBR EUR RUB 98.4",
                "CBR TJS RUB 8.2",
                "NBT USD TJS 109.8",
                "NBT EUR TJS 12",
                "NBT RUB TJS 0.122"))
        .isEmpty();
    // With drams, 400 / 36.43 = 10.98 by way of them, it has two.
    assertThat(
            off(
                "CBR USD RUB 90",
                "NBT USD TJS 109.8",
                "NBT RUB TJS 0.122",
                "CBA USD AMD 400",
                "CBA TJS AMD 36.43"))
        .containsExactly("NBT USD TJS");
  }

  @Test
  void otherFactorsAndOtherDaysAreNoSlipsOfANominal() {
    // Two others at 8.2: seven times that is 57.4, 12.6 times 103.3, ten million times 82 million.
    for (String value : List.of("57.4", "103.3", "82000000")) {
      assertThat(off("CBR TJS RUB " + value, "NBT TJS RUB 8.2", "CBA TJS RUB 8.2"))
          .as(value)
          .isEmpty();
    }
    // 12.4 times that is 101.7, a millionth 0.0000082.
    for (String value : List.of("101.7", "0.0000082")) {
      assertThat(off("CBR TJS RUB " + value, "NBT TJS RUB 8.2", "CBA TJS RUB 8.2"))
          .as(value)
          .containsExactly("CBR TJS RUB");
    }
    Rate dayBefore = new Rate("CBA", "TJS", "RUB", DAY.minusDays(1), new BigDecimal("8.2"));
    assertThat(CrossRates.off(List.of(rate("CBR TJS RUB 82"), rate("NBT TJS RUB 8.2"), dayBefore)))
        .isEmpty();
  }

  @Test
  void aNominalWrongForAWholeFileIsFlaggedInWhateverOrderFilesCome(
      SparkSession spark, @TempDir Path folder) throws IOException {
    Drops drops = new Drops(spark, folder);
    String header = "fx_source,base_currency,quote_currency,nominal,value,rate_kind,rate_date";
    List<String> wrong = new ArrayList<>(List.of(header));
    List<String> others = new ArrayList<>(List.of(header));
    for (String day : List.of("2024-01-04", "2024-01-05", "2024-01-06")) {
      // 82 roubles for ten somoni, and the nominal is lost; 90 / 10.98 = 8.2 by way of dollars.
      wrong.add("CBR,TJS,RUB,1,82,OFFICIAL," + day);
      others.add("CBR,USD,RUB,1,90,OFFICIAL," + day);
      others.add("NBT,USD,TJS,1,10.98,OFFICIAL," + day);
      others.add("NBT,RUB,TJS,1,0.122,OFFICIAL," + day);
    }
    Path one = drops.file("fx_1", wrong.toArray(String[]::new));
    Path two = drops.file("fx_2", others.toArray(String[]::new));
    Lake lake = drops.lake("a");
    drops.ingest(lake, one);
    String name = "base_currency || quote_currency || ' ' || rate_date";
    assertThat(Drops.flags(lake, FxMid.CONTRACT, name).values()).containsOnly("");
    drops.ingest(lake, two);
    Map<String, String> flags = Drops.flags(lake, FxMid.CONTRACT, name);
    assertThat(flags)
        .containsEntry("TJSRUB 2024-01-04", "X01_CROSS")
        .containsEntry("TJSRUB 2024-01-05", "X01_CROSS")
        .containsEntry("TJSRUB 2024-01-06", "X01_CROSS")
        .hasSize(12);
    flags.keySet().removeIf(key -> key.startsWith("TJSRUB"));
    assertThat(flags.values()).containsOnly("");

    Lake turned = drops.lake("b");
    IngestReport report = drops.ingest(turned, two, one);
    assertThat(ContentHash.of(turned, FxMid.CONTRACT))
        .isEqualTo(ContentHash.of(lake, FxMid.CONTRACT));
    assertThat(report.quality()).anyMatch(q -> q.rule().id().equals("X01_CROSS") && q.rows() == 3);

    // The nominal is put right: what came before is replaced, and nothing is off any more.
    List<String> right = wrong.stream().map(line -> line.replace(",RUB,1,", ",RUB,10,")).toList();
    drops.ingest(lake, drops.file("fx_3", right.toArray(String[]::new)));
    assertThat(Drops.flags(lake, FxMid.CONTRACT, name))
        .containsEntry("TJSRUB 2024-01-05", "X04")
        .containsEntry("USDRUB 2024-01-05", "");
  }
}
