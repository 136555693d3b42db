package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.remitlake.survey.Households;

/** What is refused of the parts of a profile that only surveys have. */
class SurveyCheckTest {
  private static List<String> problems(String yaml) {
    return SurveyCheck.problems(Given.bare(yaml), Households.DELIVERED);
  }

  @Test
  void aSoundQuestionHasNoProblems() {
    assertThat(
            problems(
                """
                choices:
                  use: {column: c07, codes: {"1": use_food, "96": use_other}, missing: {"98": DK},
                        asked: {column: c01, codes: ["1"]}}
                notes: {use_food: "Of the last amount."}
                """))
        .isEmpty();
  }

  @Test
  void aQuestionNeedsItsColumnAndItsCodes() {
    assertThat(problems("choices: {use: {codes: {\"1\": use_food}}}"))
        .containsExactly("choices of use: needs 'column' and 'codes'");
    assertThat(problems("choices: {use: {column: c07}}"))
        .containsExactly("choices of use: needs 'column' and 'codes'");
    assertThat(problems("choices: {use: }"))
        .containsExactly("choices of use: needs 'column' and 'codes'");
  }

  @Test
  void codesStandForYesOrNoFieldsAndReasonsAreThoseOfSurveys() {
    assertThat(
            problems(
                """
                choices:
                  use: {column: c07, codes: {"1": use_fod, "2": region, "3": }, missing: {"98": MAYBE}}
                """))
        .containsExactly(
            "choices of use: 'use_fod' is no yes-or-no field of contract household",
            "choices of use: 'region' is no yes-or-no field of contract household",
            "choices of use: 'null' is no yes-or-no field of contract household",
            "choices of use: 'MAYBE' is no reason of [DK, REFUSED, NOT_APPLICABLE, SKIPPED]");
  }

  @Test
  void aFieldHasOneSource() {
    assertThat(
            problems(
                """
                columns: {use_food: [c07_1]}
                choices:
                  use: {column: c07, codes: {"1": use_food, "2": use_health}, missing: {"2": DK}}
                  again: {column: c08, codes: {"1": use_health}, asked: {column: c01}}
                """))
        .containsExactlyInAnyOrder(
            "choices of use: code '2' is an answer and a reason",
            "choices of again: 'asked' needs 'column' and 'codes'",
            "'use_food' is given by 'choices' and once more; keep one",
            "'use_health' is given by 'choices' and once more; keep one");
  }

  @Test
  void aParentIsAnotherSheet() {
    assertThat(problems("columns: {hh_id: [\"parent:_uuid\"]}"))
        .containsExactly("columns of 'parent:' need 'parent' with the 'sheet' that holds them");
    assertThat(problems("sheet: main\nparent: {sheet: main}"))
        .containsExactly("'parent' names the sheet that the rows themselves are in");
  }

  @Test
  void otherContractsThanSurveysHaveNoSuchQuestions() {
    Profile profile = Given.bare("choices: {use: {column: c07, codes: {\"1\": note}}}");
    assertThat(SurveyCheck.problems(profile, Given.PAYMENTS))
        .contains("contract payment is no survey: it takes no 'choices'");
  }

  @Test
  void anEmptyNoteSaysNothing() {
    assertThat(problems("notes: {use_food: }")).containsExactly("notes has an empty entry");
  }
}
