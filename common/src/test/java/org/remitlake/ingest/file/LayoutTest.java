package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

  private static Layout layout(Profile profile, String... header) {
    return Layout.of(List.of(header), profile, Given.PAYMENTS);
  }

  @Test
  void columnsAreFoundByAliasWhateverTheirOrderCaseAndBlanks() {
    Layout layout = layout(Given.profile(), "NOTE", " Сумма ", "Id");
    int[] at = layout.tiers().get("");
    assertThat(at[Given.PAYMENTS.indexOf("id")]).isEqualTo(2);
    assertThat(at[Given.PAYMENTS.indexOf("amount")]).isEqualTo(1);
    assertThat(at[Given.PAYMENTS.indexOf("note")]).isZero();
    assertThat(at[Given.PAYMENTS.indexOf("country")]).isEqualTo(-1);
    assertThat(layout.given(Given.PAYMENTS)).containsExactly("id", "amount", "note");
  }

  @Test
  void blanksThatCannotBeSeenAreNoPartOfAName() {
    assertThat(layout(Given.profile(), "\uFEFFid", "amount\u00A0").missing()).isEmpty();
  }

  @Test
  void aMissingMandatoryColumnRejectsTheFile() {
    assertThat(layout(Given.profile(), "note").missing()).containsExactly("amount", "id");
    assertThatThrownBy(() -> Given.text("id,note\n1,x\n").inspect())
        .isInstanceOf(UnreadableFile.class)
        .hasMessage(
            "no column for mandatory amount; add the partner's column name to the profile, or ask"
                + " for the column");
  }

  @Test
  void aConstantStandsInForAMandatoryColumn() {
    Profile profile = Given.profile("constants: {amount: '5'}");
    assertThat(layout(profile, "id").missing()).isEmpty();
  }

  @Test
  void columnsThatNothingKnowsAreNamedAndNotLanded() {
    Profile profile = Given.profile("ignore: [Branch]");
    assertThat(layout(profile, "id", "amount", "Passport", "branch").unknown())
        .containsExactly("passport");
    Given given = Given.text(profile, "id,amount,Passport\n1,10,AB123\n");
    assertThat(given.inspect().unknownColumns()).containsExactly("passport");
    assertThat(given.rows().get(0).cells()).doesNotContain("AB123");
  }

  @Test
  void aColumnThatComesTwiceRejectsTheFileWhereTheProfileReadsIt() {
    assertThatThrownBy(() -> Given.text("id,amount,Amount\n1,10,20\n").inspect())
        .isInstanceOf(UnreadableFile.class)
        .hasMessage(
            "the header has more than once: amount; ask the partner which column holds, and for a"
                + " file with only that one");
    assertThat(layout(Given.profile(), "id", "amount", "x", "x").repeated()).isEmpty();
  }

  @Test
  void ofTwoColumnsForAFieldTheFirstNamedInTheProfileCounts() {
    assertThat(layout(Given.profile(), "Сумма", "id", "amount").tiers().get("")[1]).isEqualTo(2);
  }

  @Test
  void aRowWithTwoAmountsIsTwoRows() {
    Profile profile = Given.profile("tiers: {'200': {amount: [cc1]}, '500': {amount: [cc2]}}");
    Given given = Given.text(profile, "id,cc1,cc2\na,3,4\nb,5,6\n");
    assertThat(given.cells("amount")).containsExactly("3", "4", "5", "6");
    assertThat(given.cells("amount_tier")).containsExactly("200", "500", "200", "500");
    assertThat(given.rows()).extracting(TextRow::line).containsExactly(2L, 2L, 3L, 3L);
    assertThat(given.inspect().rows()).isEqualTo(4);
    assertThat(given.inspect().fields()).contains("amount_tier");
  }
}
