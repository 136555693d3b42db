package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.Kind;

class WordsTest {
  private static final DeliveredField COUNTRY =
      DeliveredField.required("country", Kind.COUNTRY, "Country");
  private static final DeliveredField CURRENCY =
      DeliveredField.required("currency", Kind.CURRENCY, "Currency");
  private static final DeliveredField PAID = DeliveredField.required("paid", Kind.FLAG, "Paid");
  private static final DeliveredField CHANNEL =
      DeliveredField.required("channel", Kind.CODE, "Channel").of("AGENT", "APP");
  private static final DeliveredField AGE =
      DeliveredField.required("age", Kind.CODE, "Age").of("<18", "65+", "U");

  private static final Words WORDS =
      new Words(
          Given.profile("values: {channel: {Приложение: APP}, country: {ЗРФ: RUS}}"),
          Map.of(
              "country", Map.of("россия", "RUS", "тоҷикистон", "TJK", "643", "RUS"),
              "currency", Map.of("rur", "RUB", "810", "RUB", "сомони", "TJS", "tjr", "TJS")));

  private static String meaning(DeliveredField field, String word) {
    return WORDS
        .meaning(field, word)
        .map(m -> m.rule().isEmpty() ? m.code() : m.code() + " " + m.rule())
        .orElse("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "RUS, RUS",
    "rus, RUS",
    "Россия, RUS",
    "РОССИЯ, RUS",
    "643, RUS",
    "Тоҷикистон, TJK",
    "ЗРФ, RUS",
    "KEN, KEN",
    "XYZ, unknown",
    "Рoссия, unknown"
  })
  void countriesAreKnownByCodeAndByWord(String word, String expected) {
    assertThat(meaning(COUNTRY, word)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "RUB, RUB",
    "rub, RUB",
    "RUR, RUB T08",
    "810, RUB T08",
    "Сомони, TJS T08",
    "TJR, TJS T08",
    "USD, USD",
    "XXX, unknown",
    "dollars, unknown"
  })
  void oldAndLocalCurrencyWordsAreRepairedByRuleT08(String word, String expected) {
    assertThat(meaning(CURRENCY, word)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"APP, APP", "app, APP", "приложение, APP", "Agent, AGENT", "BRANCH, unknown"})
  void codesAreTheContractsOrTheProfilesWords(String word, String expected) {
    assertThat(meaning(CHANNEL, word)).isEqualTo(expected);
  }

  @Test
  void blanksThatCannotBeSeenAreNoPartOfAWord() {
    assertThat(meaning(COUNTRY, "\u00A0Россия\u00A0")).isEqualTo("RUS");
    assertThat(meaning(CURRENCY, "RUB\u200B")).isEqualTo("RUB");
  }

  @Test
  void codesThatAreNoWordsAreKept() {
    assertThat(meaning(AGE, "65+")).isEqualTo("65+");
    assertThat(meaning(AGE, "u")).isEqualTo("U");
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "Да, true",
    "YES, true",
    "1, true",
    "нет, false",
    "0, false",
    "maybe, unknown",
    "2, unknown"
  })
  void flagsAreYesOrNoInTwoLanguages(String word, String expected) {
    assertThat(meaning(PAID, word)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252"})
  void wordsBehindABrokenEncodingAreRepairedByRuleF03(String wrong) {
    String broken =
        new String("Тоҷикистон".getBytes(StandardCharsets.UTF_8), Charset.forName(wrong));
    // windows-1252 loses five byte values; ISO-8859-1 none.
    String expected = broken.contains("\uFFFD") ? "unknown" : "TJK F03";
    assertThat(meaning(COUNTRY, broken)).isEqualTo(expected);
    String simple = new String("Россия".getBytes(StandardCharsets.UTF_8), Charset.forName(wrong));
    assertThat(meaning(COUNTRY, simple))
        .isEqualTo(simple.contains("\uFFFD") ? "unknown" : "RUS F03");
  }

  @Test
  void decomposedLettersAreTheSameWord() {
    // и + combining breve is й; ҷ has no composed form of two characters.
    Words words =
        new Words(Given.profile(), Map.of("country", Map.of("китай", "CHN"), "currency", Map.of()));
    assertThat(words.meaning(COUNTRY, "Кита\u0438\u0306").orElseThrow().code()).isEqualTo("CHN");
  }
}
