package org.remitlake.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a questionnaire: its columns, and what its code book writes for the contract's words.
 * Questions are told as {@code field=Header}, then what kind they are of: {@code ?} yes or no,
 * {@code @} a day, {@code #6} an amount of up to six digits, {@code WORD:code} for each word.
 */
final class Form {
  /** Words for why an answer is not there; else an answer that was not asked for is empty. */
  static final String DONT_KNOW = "?DK";

  static final String REFUSED = "?REFUSED";
  static final String SKIPPED = "?SKIPPED";

  private static final String UNANSWERED = "-999999999";

  /** Codes for do not know and refused are this wide in all columns but those of amounts. */
  private static final int CODE = 2;

  private record Question(
      String field, String header, Map<String, String> codes, boolean isDay, int width) {}

  private final boolean isKobo;
  private final List<Question> questions = new ArrayList<>();

  Form(Country country, List<String> questions) {
    this.isKobo = country == Country.TJK;
    questions.forEach(this::add);
  }

  private void add(String question) {
    List<String> words = Text.words(question);
    int mark = words.get(0).indexOf('=');
    Map<String, String> codes = new TreeMap<>();
    boolean isDay = false;
    int width = CODE;
    for (String word : words.subList(1, words.size())) {
      int colon = word.indexOf(':');
      if (word.equals("?")) {
        codes.put("true", "1");
        codes.put("false", isKobo ? "2" : "0");
      } else if (word.equals("@")) {
        isDay = true;
      } else if (colon < 0) {
        width = Integer.parseInt(word, 1, word.length(), 10);
      } else {
        codes.put(word.substring(0, colon), word.substring(colon + 1));
      }
    }
    String header = words.get(0).substring(mark + 1);
    questions.add(new Question(words.get(0).substring(0, mark), header, codes, isDay, width));
  }

  /** Columns as {@link Grid} takes them. */
  List<String> columns() {
    return questions.stream().map(q -> q.field() + '=' + q.header()).toList();
  }

  /**
   * The cells of a row.
   *
   * @param answers field to the contract's word, or why there is none
   */
  List<String> cells(Grid grid, Map<String, String> answers) {
    List<String> cells = new ArrayList<>();
    for (Question question : questions) {
      cells.add(cell(grid, question, answers.getOrDefault(question.field(), "")));
    }
    return cells;
  }

  private String cell(Grid grid, Question question, String answer) {
    if (answer.equals(SKIPPED)) {
      if (!isKobo) {
        grid.natural("S06");
      }
      return isKobo ? "" : UNANSWERED;
    }
    if (answer.equals(DONT_KNOW) || answer.equals(REFUSED)) {
      boolean isRefused = answer.equals(REFUSED);
      grid.natural(isRefused ? "S05_REFUSED" : "S05_DK");
      return "9".repeat(question.width() - 1) + (isRefused ? '9' : '8');
    }
    if (question.isDay() && isKobo && !answer.isEmpty()) {
      return FxDelivery.dots(new Text(), LocalDate.parse(answer)).toString();
    }
    return question.codes().getOrDefault(answer, answer);
  }
}
