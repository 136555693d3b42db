package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.remitlake.testing.Packed.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.testing.Packed;

/** Rosters of workbooks, whose rows name their household's row in another sheet. */
class ParentCellsTest {
  private static final DeliveryContract PERSONS =
      DeliveryContract.delivery(
          "person",
          List.of("hh", "no"),
          DeliveredField.required("hh", Kind.TEXT, "Household"),
          DeliveredField.required("no", Kind.INTEGER, "Line"),
          DeliveredField.optional("wave", Kind.INTEGER, "Wave"));

  private static final String PROFILE =
      """
      sheet: member
      parent: {sheet: hh}
      columns: {hh: [_submission__uuid, "parent:_uuid"], no: [b02], wave: ["parent:sec_a/wave"]}
      """;

  private static Packed workbook(String memberHeader, String... members) {
    return new Packed()
        .sheet(
            "hh",
            row(1, "_index", "_uuid", "sec_a/wave")
                + row(2, "1", "u-1", "2020")
                + row(3, "2", "u-2", "2020")
                + row(4, "3", "u-3", "2020")
                + row(5, "3", "u-4", "2021"))
        .sheet("member", memberHeader + String.join("", members));
  }

  private static Given given(Packed workbook) {
    return new Given(Given.bare(PROFILE), workbook.bytes(), true);
  }

  @Test
  void aRosterRowGetsTheCellsOfItsHousehold() {
    Given given =
        given(
            workbook(
                row(1, "b02", "_parent_index"),
                row(2, "1", "2"),
                row(3, "2", "2"),
                row(4, "1", "1")));
    assertThat(given.cells(PERSONS, "hh")).containsExactly("u-2", "u-2", "u-1");
    assertThat(given.cells(PERSONS, "wave")).containsExactly("2020", "2020", "2020");
    assertThat(given.inspect(PERSONS).fields()).contains("hh", "wave");
  }

  @Test
  void theSubmissionsIdComesFirstWhereItIsThere() {
    Given given =
        given(
            workbook(row(1, "b02", "_parent_index", "_submission__uuid"), row(2, "1", "2", "u-9")));
    assertThat(given.cells(PERSONS, "hh")).containsExactly("u-9");
  }

  @Test
  void aLinkToNoRowToTwoOrToAnotherGroupGivesNoHousehold() {
    Given given =
        given(
            workbook(
                row(1, "b02", "_parent_index", "_parent_table_name"),
                row(2, "1", "7", "hh"),
                row(3, "2", "3", "hh"),
                row(4, "3", "1", "trips"),
                row(5, "4", "1", "hh")));
    assertThat(given.cells(PERSONS, "hh")).containsExactly(null, null, null, "u-1");
  }

  @Test
  void aRosterWithoutAnyLinkLacksItsHousehold() {
    Given given = given(workbook(row(1, "b02"), row(2, "1")));
    assertThatThrownBy(() -> given.inspect(PERSONS))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("no column for mandatory hh");
  }

  @Test
  void aHouseholdSheetWithoutItsKeyIsRefused() {
    Packed workbook =
        new Packed()
            .sheet("hh", row(1, "_uuid") + row(2, "u-1"))
            .sheet("member", row(1, "b02", "_parent_index") + row(2, "1", "1"));
    assertThatThrownBy(() -> given(workbook).rows(PERSONS))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("sheet 'hh' has no column '_index'");
  }
}
