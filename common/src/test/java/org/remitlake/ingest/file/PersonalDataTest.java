package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are those that card schemes and the IBAN registry publish for tests and examples. */
class PersonalDataTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "paid from card 5555 5555 5555 4444, thanks",
        "3782-822463-10005",
        "2200123456789019", // Mir, check digit by hand: doubled digits sum to 29, the others to 31
        "GB82 WEST 1234 5698 7654 32",
        "account DE89370400440532013000",
        "+992 900 123456",
        "call 00992900123456",
        "8 (916) 123-45-67",
        "79161234567",
        "992900123456",
        "374 91 234567"
      })
  void cardsAccountsAndPhonesAreFound(String cell) {
    assertThat(PersonalData.isIn(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FAMILY_SUPPORT",
        "4111111111111112", // the check digit is wrong
        "2020-05-05T10:00:00+03:00",
        "2020-2021, 2021-2022",
        "USD 1,234,567.89",
        "GB83 WEST 1234 5698 7654 32",
        "0000000000000000",
        "T-2021-000918273",
        "9c1e4111111111111111aa", // within a hash
        "AEARCTR-0001234",
        "Fee below 1000000000 RUB"
      })
  void whatOnlyHasDigitsIsNot(String cell) {
    assertThat(PersonalData.isIn(cell)).isFalse();
  }

  @Test
  void anOptionalTextWithPersonalDataIsLeftOutWholeAndCounted() {
    Given given =
        Given.text("id,amount,note\na,1,Fine\nb,2,+992 900 123456\nc,3,card 4111 1111 1111 1111\n");
    Inspection inspection = given.inspect();
    assertThat(inspection.personal()).isEqualTo(Map.of("note", 2L));
    assertThat(inspection.findings()).containsExactly("F07");
    assertThat(inspection.fields()).containsExactly("id", "amount");
    assertThat(inspection.personalCells()).isEqualTo("note: 2 cells");
    // What readers hand on never holds the value.
    assertThat(given.cells("note")).containsExactly("Fine", PersonalData.MARK, PersonalData.MARK);
  }

  @Test
  void aCodeWithAPhoneIsMarkedAndItsWordIsNotKept() {
    Given given = Given.text("id,amount,country\na,1,RUS\nb,2,79161234567\n");
    assertThat(given.inspect().words())
        .isEqualTo(Map.of("country", java.util.List.of("RUS", PersonalData.MARK)));
    assertThat(given.inspect().personal()).isEqualTo(Map.of("country", 1L));
    assertThat(given.inspect().toString()).doesNotContain("7916");
  }

  @Test
  void idsThatLookSoByChanceStayAndIdsThatMostlyAreCardsRejectTheFile() {
    // One of four passes Luhn.
    Given chance =
        Given.text(
            "id,amount\n4111111111111111,1\n4111111111111112,2\n4111111111111113,3\n4111111111111114,4\n");
    assertThat(chance.inspect().personal()).isEmpty();
    // Test numbers of card schemes.
    String three = "4111111111111111,1\n5555555555554444,2\n378282246310005,3\n";
    assertThat(Given.text("id,amount\n" + three).inspect().personal()).isEmpty();
    Given cards = Given.text("id,amount\n" + three.repeat(3));
    assertThatThrownBy(cards::inspect)
        .isInstanceOf(UnreadableFile.class)
        .hasMessage(
            "id: 9 of 9 ids look like cards, accounts or phones; ask the partner for ids of its own");
  }
}
