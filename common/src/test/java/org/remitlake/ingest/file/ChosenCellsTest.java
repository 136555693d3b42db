package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/** Questions with several answers, in the shapes that exports give them. */
class ChosenCellsTest {
  private static final DeliveryContract ANSWERS =
      DeliveryContract.delivery(
              "answer",
              List.of("id"),
              DeliveredField.required("id", Kind.TEXT, "Key"),
              DeliveredField.optional("food", Kind.FLAG, "Food"),
              DeliveredField.optional("health", Kind.FLAG, "Health"),
              DeliveredField.optional("other", Kind.FLAG, "Other"))
          .withReasons();

  private static final String QUESTION =
      """
      choices:
        use:
          column: %s
          codes: {"1": food, "2": health, "96": other}
          missing: {"98": DK}
          asked: {column: recv, codes: ["1"]}
      """;

  /** The texts of food, health and other in the only row of a file. */
  private static List<String> read(String profile, String header, String row) {
    Given given = Given.text(Given.bare("columns: {id: [id]}", profile), header + "\n" + row);
    String[] cells = given.rows(ANSWERS).get(0).cells();
    return Arrays.asList(cells).subList(1, 4);
  }

  private static List<String> kobo(String header, String row) {
    return read(QUESTION.formatted("sec/use"), header, row);
  }

  private static Inspection looked(String profile, String header, String row) {
    return Given.text(Given.bare("columns: {id: [id]}", profile), header + "\n" + row)
        .inspect(ANSWERS);
  }

  private static Words.Meaning meaning(String text) {
    Profile profile = Given.bare("columns: {id: [id]}", QUESTION.formatted("sec/use"));
    return new Words(profile, java.util.Map.of())
        .meaning(ANSWERS.field("health"), text)
        .orElse(new Words.Meaning("unmapped", ""));
  }

  @Test
  void oneColumnWithAllCodesGivesEachAnswer() {
    assertThat(kobo("id,sec/use", "a,1 96")).containsExactly("1", "0", "1");
    assertThat(kobo("id,sec/use", "a,2")).containsExactly("0", "1", "0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,sec/use/1,sec/use/2,sec/use/96",
        "id,sec/use.1,sec/use.2,sec/use.96",
        "id,sec/use__1,sec/use__2,sec/use__96",
        "id,sec/use_1,sec/use_2,sec/use_96",
      })
  void aColumnForEachCodeIsReadWhateverDividesItsName(String header) {
    assertThat(kobo(header, "a,1,0,1")).containsExactly("1", "0", "1");
    assertThat(looked(QUESTION.formatted("sec/use"), header, "a,1,0,1").unknownColumns()).isEmpty();
  }

  @Test
  void nothingChosenIsNoToAllWhereTheQuestionWasAskedAndNothingWhereNot() {
    assertThat(kobo("id,recv,sec/use", "a,1,")).containsExactly("0", "0", "0");
    assertThat(kobo("id,recv,sec/use", "a,2,")).containsExactly(null, null, null);
    assertThat(kobo("id,recv,sec/use/1,sec/use/2,sec/use/96", "a,1,,,"))
        .containsExactly("0", "0", "0");
    // Without the question before it, nobody knows.
    assertThat(kobo("id,sec/use", "a,")).containsExactly(null, null, null);
  }

  @Test
  void whereBothAreThereSingleColumnsHoldAndWhatDisagreesIsTold() {
    String header = "id,sec/use,sec/use/1,sec/use/2,sec/use/96";
    assertThat(kobo(header, "a,1 96,1,0,1")).containsExactly("1", "0", "1");
    // The list has 2, the columns have 96.
    assertThat(kobo(header, "a,1 2,1,0,1")).containsExactly("1", "0|1", "1|0");
    assertThat(meaning("0|1")).isEqualTo(new Words.Meaning("false", "S10"));
    assertThat(meaning("1|0")).isEqualTo(new Words.Meaning("true", "S10"));
    assertThat(kobo(header, "a,1 2,,,")).containsExactly("1", "1", "0");
  }

  @Test
  void aCodeThatNobodyMappedIsKeptWithTheWholeAnswerAndMeansNothingYet() {
    assertThat(kobo("id,sec/use", "a,2 77")).containsExactly("[2 77]", "[2 77]", "[2 77]");
    assertThat(kobo("id,sec/use/1,sec/use/2,sec/use/77", "a,0,1,1"))
        .containsExactly("[2 77]", "[2 77]", "[2 77]");
    assertThat(kobo("id,sec/use/1,sec/use/2,sec/use/77", "a,0,1,0"))
        .containsExactly("0", "1", null);
    assertThat(meaning("[2 77]").code()).isEqualTo("unmapped");
    // Once the profile knows all codes, bronze tells the answer.
    assertThat(meaning("[2 96]").code()).isEqualTo("true");
    assertThat(meaning("[1]").code()).isEqualTo("false");
  }

  @Test
  void aCodeForNotKnownStandsInEveryField() {
    assertThat(kobo("id,sec/use", "a,98")).containsExactly("98", "98", "98");
    assertThat(kobo("id,sec/use/1,sec/use/2,sec/use/98", "a,0,0,1"))
        .containsExactly("98", "98", "98");
    Profile profile = Given.bare(QUESTION.formatted("sec/use"));
    assertThat(profile.missingOf("health")).containsEntry("98", "DK");
    assertThat(profile.missingOf("id")).isEmpty();
  }

  @Test
  void surveySolutionsWritesSentinelsAndNegativeCodes() {
    String profile =
        """
        choices:
          use: {column: C8, codes: {"1": food, "2": health, "-96": other}}
        """;
    assertThat(read(profile, "id,C8__1,C8__2,C8__n96", "a,1,0,1")).containsExactly("1", "0", "1");
    assertThat(read(profile, "id,C8__1,C8__2,C8__n96", "a,-999999999,-999999999,-999999999"))
        .containsExactly("-999999999", "-999999999", "-999999999");
  }

  @Test
  void theOrderOfChoiceIsAChoice() {
    String ordered =
        """
        choices:
          use: {column: C8, ordered: true, codes: {"1": food, "2": health, "96": other}}
        """;
    assertThat(read(ordered, "id,C8__1,C8__2,C8__96", "a,2,0,1")).containsExactly("1", "0", "1");
    // There are three columns: 4 is no place.
    assertThat(read(ordered, "id,C8__1,C8__2,C8__96", "a,4,0,1")).containsExactly("4", "0", "1");
  }

  @Test
  void aColumnThatTheProfileReadsOtherwiseIsNoAnswer() {
    assertThat(kobo("id,sec/use/1,sec/use/2,sec/use/96,sec/use/77", "a,0,1,0,1"))
        .containsExactly("[2 77]", "[2 77]", "[2 77]");
    assertThat(
            read(
                QUESTION.formatted("sec/use") + "ignore: [sec/use/77]",
                "id,sec/use/1,sec/use/2,sec/use/96,sec/use/77",
                "a,0,1,0,1"))
        .containsExactly("0", "1", "0");
  }

  @Test
  void lettersTypedInPartsAreReadAsWholeOnesAndTold() {
    // ӣ as и with a macron (U+0438 U+0304); a soft hyphen inside; a plain word.
    String rows = "id\nСоми\u0304\nХа\u00ADтлон\nСуғд\n";
    Given given = Given.text(Given.bare("columns: {id: [id]}"), rows);
    assertThat(given.cells(ANSWERS, "id")).containsExactly("Сомӣ", "Хатлон", "Суғд");
    assertThat(given.inspect(ANSWERS).findings()).containsExactly("S12");
    Given plain = Given.text(Given.bare("columns: {id: [id]}"), "id\nСомӣ\n");
    assertThat(plain.inspect(ANSWERS).findings()).isEmpty();
  }
}
