package org.remitlake.ingest.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.remitlake.testing.Packed.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remitlake.ingest.file.UnreadableFile;
import org.remitlake.testing.Packed;

/**
 * A form that looks like those of the field: groups, a repeat, two languages, notes, a row switched
 * off, codes for no answer.
 */
class XlsFormTest {
  private static Packed workbook() {
    return new Packed()
        .sheet(
            "survey",
            row(1, "type", "name", "label::Русский (ru)", "label::English (en)", "relevant")
                + row(2, "start", "start")
                + row(3, "note", "hello", "Здравствуйте", "Hello")
                + row(4, "begin group", "sec_c", "", "", "${consent} = '1'")
                + row(5, "select_one yndr", "recv", "Получали ли вы деньги?", "Did money come?")
                + row(6, "select_multiple use", "use", "На что?", "For what?", "${recv} = 1")
                + row(7, "end_group")
                + row(8, "begin_repeat", "member", "Член", "Member", "")
                + row(9, "integer", "age", "Возраст", "Age")
                + row(10, "begin group", "work", "", "", "${age} > 14")
                + row(11, "select_one nowhere or_other", "job", "Работа", "Job", "${sex} = 1")
                + row(12, "end group")
                + row(13, "end repeat"),
            row(14, "", "no type"))
        .sheet(
            "choices",
            row(1, "list_name", "name", "label::Русский (ru)", "label::English (en)")
                + row(2, "yndr", "1", "Да", "Yes")
                + row(3, "yndr", "2", "Нет", "No")
                + row(4, "yndr", "98", "Не знаю", "Don’t know")
                + row(5, "yndr", "99", "Отказ (не читать)", "Refused (do not read)")
                + row(7, "use", "1", "Еда", "Food")
                + row(8, "use", "96", "Другое", "Other")
                + row(9, "use", "99", "Отказ", "Refused"))
        .sheet(
            "settings",
            row(1, "form_title", "form_id", "version") + row(2, "Household", "hh_2020", "7"));
  }

  private static XlsForm read(Packed workbook) {
    byte[] bytes = workbook.bytes();
    try {
      return XlsForm.read(() -> new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static XlsForm.Variable variable(String name) {
    return read(workbook()).variables().stream()
        .filter(v -> v.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void questionsAreVariablesAndNotesAndGroupsAreNot() {
    XlsForm form = read(workbook());
    assertThat(form.variables())
        .extracting(XlsForm.Variable::name)
        .containsExactly("start", "recv", "use", "age", "job");
    assertThat(form.notes()).isEqualTo(1);
    assertThat(form.title() + " " + form.id() + " " + form.version())
        .isEqualTo("Household hh_2020 7");
    assertThat(form.lists().keySet()).containsExactly("yndr", "use");
    assertThat(form.choices()).isEqualTo(7);
  }

  @Test
  void aVariableHasItsColumnItsTableItsLabelsAndItsSkipRule() {
    assertThat(variable("recv"))
        .isEqualTo(
            new XlsForm.Variable(
                "recv",
                "sec_c/recv",
                "",
                "select_one",
                "yndr",
                Map.of("русский (ru)", "Получали ли вы деньги?", "english (en)", "Did money come?"),
                "${consent} = '1'"));
    assertThat(variable("use").relevant()).isEqualTo("(${consent} = '1') and (${recv} = 1)");
    assertThat(variable("job").repeat()).isEqualTo("member");
    assertThat(variable("job").column()).isEqualTo("member/work/job");
    assertThat(variable("job").relevant()).isEqualTo("(${age} > 14) and (${sex} = 1)");
  }

  @Test
  void whatDoesNotFitTogetherIsTold() {
    assertThat(read(workbook()).problems()).containsExactly("no choices for list 'nowhere'");
    Packed unbalanced =
        new Packed()
            .sheet(
                "survey",
                row(1, "type", "name")
                    + row(2, "end group")
                    + row(3, "begin repeat", "r")
                    + row(4, "integer"))
            .sheet("choices", row(1, "list_name", "name") + row(2, "yn", ""));
    assertThat(read(unbalanced).problems())
        .containsExactly(
            "choices row 2 has no list or no code",
            "survey row 2 ends a group that is not the last to begin",
            "survey row 4 has a type and no name",
            "group 'r' is never ended");
  }

  @Test
  void otherToolsNameTheSameColumnsOtherwise() {
    Packed surveyCto =
        new Packed()
            .sheet(
                "survey",
                row(1, "type", "name", "label", "relevance", "disabled")
                    + row(2, "select_one yn", "a", "Tem?", "${b}=1", "")
                    + row(3, "integer", "c", "Idade", "", "yes"))
            .sheet("choices", row(1, "list_name", "value", "label") + row(2, "yn", "1", "Sim"))
            .sheet("settings", row(1, "form_id", "default_language") + row(2, "f", "portuguese"));
    XlsForm form = read(surveyCto);
    assertThat(form.variables()).hasSize(1);
    assertThat(form.disabled()).isEqualTo(1);
    assertThat(form.variables().get(0).labels()).isEqualTo(Map.of("portuguese", "Tem?"));
    assertThat(form.variables().get(0).relevant()).isEqualTo("${b}=1");
    assertThat(form.lists().get("yn"))
        .isEqualTo(List.of(new XlsForm.Choice("1", Map.of("portuguese", "Sim"))));
  }

  @Test
  void aWorkbookThatIsNoFormIsRefused() {
    Packed data = new Packed().sheet("data", row(1, "a") + row(2, "1"));
    assertThatThrownBy(() -> read(data))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("no sheet is named 'survey'");
    Packed bare =
        new Packed()
            .sheet("survey", row(1, "type") + row(2, "note"))
            .sheet("choices", row(1, "list_name"));
    assertThatThrownBy(() -> read(bare))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("sheet 'survey' has no column 'name'");
  }

  @Test
  void theCodeBookIsYamlWithAllOfIt() throws IOException {
    JsonNode book = new YAMLMapper().readTree(Codebook.yaml(read(workbook())));
    assertThat(book.at("/form/version").asText()).isEqualTo("7");
    assertThat(book.at("/variables")).hasSize(5);
    assertThat(book.at("/variables/1/column").asText()).isEqualTo("sec_c/recv");
    assertThat(book.at("/lists/yndr/2/code").asText()).isEqualTo("98");
    assertThat(book.at("/lists/yndr/2/label/english (en)").asText()).isEqualTo("Don’t know");
  }

  @Test
  void labelsTellAnswersFromReasonsAndTheGateOfAQuestion() throws IOException {
    String yaml = ProposedAnswers.yaml(read(workbook()));
    JsonNode parts = new YAMLMapper().readTree(yaml);
    assertThat(parts.at("/values/recv").toString()).isEqualTo("{\"1\":\"true\",\"2\":\"false\"}");
    assertThat(parts.at("/missing/recv").toString())
        .isEqualTo("{\"98\":\"DK\",\"99\":\"REFUSED\"}");
    JsonNode use = parts.at("/choices/use");
    assertThat(use.at("/column").asText()).isEqualTo("sec_c/use");
    assertThat(use.at("/codes").toString()).isEqualTo("{\"1\":\"TODO\",\"96\":\"TODO\"}");
    assertThat(use.at("/missing").toString()).isEqualTo("{\"99\":\"REFUSED\"}");
    assertThat(yaml).contains("\"1\": TODO # Еда");
  }
}
