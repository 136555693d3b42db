package org.remitlake.ingest.form;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.remitlake.ingest.file.FileSource;

/**
 * A questionnaire as XLSForm (ODK, KoboToolbox, SurveyCTO), read as a code book.
 *
 * @param title of the form
 * @param id of the form
 * @param version of the form; answers to another version may have other codes
 * @param variables what it asks or computes, in its order; notes and disabled rows are none
 * @param lists choices by the name of their list, in its order
 * @param notes rows that only show a text
 * @param disabled rows that are switched off
 * @param problems what does not fit together
 * @see <a href="https://xlsform.org/en/">xlsform.org</a>
 */
public record XlsForm(
    String title,
    String id,
    String version,
    List<Variable> variables,
    Map<String, List<Choice>> lists,
    int notes,
    int disabled,
    List<String> problems) {

  /**
   * A question, or something that the form computes.
   *
   * @param name in the form
   * @param column in an export with groups in its headers: {@code sec_c/c01_recv}
   * @param repeat the repeat group whose table has the column; empty: the household's
   * @param type as select_one, integer
   * @param list name of the list of choices, of selects; else empty
   * @param labels text by language
   * @param relevant where it is asked, with the conditions of its groups; empty: always
   */
  public record Variable(
      String name,
      String column,
      String repeat,
      String type,
      String list,
      Map<String, String> labels,
      String relevant) {
    /** Whether one answer of a list is chosen. */
    boolean isSelectOne() {
      return type.equals("select_one");
    }

    /** Whether several answers of a list may be chosen. */
    boolean isSelectMultiple() {
      return type.equals("select_multiple");
    }
  }

  /**
   * A choice of a list.
   *
   * @param code what the export holds
   * @param labels text by language
   */
  public record Choice(String code, Map<String, String> labels) {}

  /**
   * Reads a form.
   *
   * @throws org.remitlake.ingest.file.UnreadableFile if it is no workbook, or lacks a sheet or
   *     column that every form has
   */
  public static XlsForm read(FileSource source) throws IOException {
    return new FormReader(source).read();
  }

  /** How many choices its lists have. */
  public int choices() {
    return lists.values().stream().mapToInt(List::size).sum();
  }
}
