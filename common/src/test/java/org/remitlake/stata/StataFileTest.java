package org.remitlake.stata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Bytes as {@code help dta} of Stata 15 gives them for format 118. Files of the sample's surveys
 * were also read by pandas 3.1 and pyreadstat 1.3: all cells, missing values and labels came back.
 */
class StataFileTest {
  private static final List<String> SECTIONS =
      List.of(
          "<stata_dta>",
          "<map>",
          "<variable_types>",
          "<varnames>",
          "<sortlist>",
          "<formats>",
          "<value_label_names>",
          "<variable_labels>",
          "<characteristics>",
          "<data>",
          "<strls>",
          "<value_labels>",
          "</stata_dta>");

  private static byte[] file() {
    List<StataColumn> columns =
        List.of(
            StataColumn.numbers("b", "Byte", StataType.BYTE, List.of(1, new StataMissing(1))),
            StataColumn.numbers("i", "Пол", StataType.INT, List.of(-2, new StataMissing(0)))
                .labelledBy("yes_en")
                .noted(Map.of("_lang_v_ru", "Пол")),
            StataColumn.numbers("l", "", StataType.LONG, List.of(3, new StataMissing(2))),
            StataColumn.numbers("d", "", StataType.DOUBLE, List.of(0.5, new StataMissing(26))),
            StataColumn.texts("t", "", List.of("ab", "")));
    TreeMap<Integer, String> yes = new TreeMap<>(Map.of(0, "No", 1, "Да"));
    yes.put(new StataMissing(1).code(), "DK");
    return new StataFile("Title", Map.of("_lang_c", "en"), columns, Map.of("yes_en", yes)).bytes();
  }

  private static int at(byte[] bytes, String tag) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(tag);
  }

  @Test
  void theMapPointsToEachSectionAndTheEnd() {
    byte[] bytes = file();
    ByteBuffer map =
        ByteBuffer.wrap(bytes)
            .order(ByteOrder.LITTLE_ENDIAN)
            .position(at(bytes, "<map>") + "<map>".length());
    for (String section : SECTIONS) {
      assertThat(map.getLong()).as(section).isEqualTo(at(bytes, section));
    }
    assertThat(map.getLong()).isEqualTo(bytes.length);
  }

  @Test
  void theHeaderSaysWhatTheFileIs() {
    // K = 5 in two bytes, N = 2 in eight, a title of five bytes after its length, no time stamp
    assertThat(new String(file(), StandardCharsets.ISO_8859_1))
        .startsWith(
            "<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>\5\0</K>"
                + "<N>\2\0\0\0\0\0\0\0</N><label>\5\0Title</label><timestamp>\0</timestamp></header>");
  }

  /**
   * Lowest byte first. 0.5 is 3fe0 0000 0000 0000; .z is 7fe0 1a00 0000 0000; .b of a long
   * 7fffffe7.
   */
  @Test
  void valuesAndTheirMissingOnesAreAsDocumented() {
    byte[] bytes = file();
    int from = at(bytes, "<data>") + "<data>".length();
    int to = at(bytes, "</data>");
    assertThat(HexFormat.of().formatHex(bytes, from, to))
        .isEqualTo(
            "01"
                + "feff"
                + "03000000"
                + "000000000000e03f"
                + "6162"
                + "66"
                + "e57f"
                + "e7ffff7f"
                + "0000000000"
                + "1ae07f"
                + "0000");
  }

  @Test
  void typesAreNumbersOfTwoBytes() {
    byte[] bytes = file();
    int from = at(bytes, "<variable_types>") + "<variable_types>".length();
    // 65530, 65529, 65528, 65526, text of 2 bytes
    assertThat(HexFormat.of().formatHex(bytes, from, from + 10)).isEqualTo("fafff9fff8fff6ff0200");
  }

  /** 3 texts of 3 + 5 + 3 = 11 bytes; offsets 0, 3, 8; values 0, 1 and 7fffffe6. */
  @Test
  void valueLabelsAreATableOfOffsetsValuesAndTexts() {
    byte[] bytes = file();
    int from = at(bytes, "<lbl>") + "<lbl>".length();
    int table = from + 4 + 129 + 3;
    assertThat(HexFormat.of().formatHex(bytes, from, from + 4)).isEqualTo("2b000000");
    assertThat(HexFormat.of().formatHex(bytes, table, table + 32))
        .isEqualTo(
            "03000000"
                + "0b000000"
                + "00000000"
                + "03000000"
                + "08000000"
                + "00000000"
                + "01000000"
                + "e6ffff7f");
    assertThat(new String(bytes, table + 32, 11, StandardCharsets.UTF_8)).isEqualTo("No\0Да\0DK\0");
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    assertThat(file()).isEqualTo(file());
  }

  @Test
  void whatStataWouldTakeForAMissingValueIsRefused() {
    assertThatThrownBy(() -> StataColumn.numbers("b", "", StataType.BYTE, List.of(101)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("b: a value does not fit its type.");
    assertThatThrownBy(() -> StataColumn.texts("2x", "", List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no name of a variable");
  }
}
