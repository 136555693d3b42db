package org.remitlake.ingest.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.remitlake.ingest.proposal.Yaml;

/**
 * The parts of a survey profile that a form tells: {@code values}, {@code missing} and {@code
 * choices}. Each variable stands for the contract's field, which a person has to name.
 */
public final class ProposedAnswers {
  private static final Set<String> YES_NO = Set.of("true", "false");
  private static final Pattern EQUALS = Pattern.compile("\\$\\{(\\w+)\\} *= *'?([\\w-]+)'?");
  private static final String TODO = "TODO";

  private final XlsForm form;
  private final StringBuilder yaml = new StringBuilder();

  private ProposedAnswers(XlsForm form) {
    this.form = form;
  }

  /** The proposal as YAML. */
  public static String yaml(XlsForm form) {
    return new ProposedAnswers(form).text();
  }

  private String text() {
    line(
        0,
        Yaml.comment(
            "Parts of a profile, from form '%s', version '%s'."
                .formatted(form.id(), form.version())));
    line(
        0,
        "# A key is a variable of the form, the comment its column: write the contract's field in its");
    line(0, "# place, settle each TODO, and delete what no field needs.");
    line(0, "values:");
    form.variables().stream().filter(XlsForm.Variable::isSelectOne).forEach(this::addValues);
    line(0, "missing:");
    form.variables().stream().filter(XlsForm.Variable::isSelectOne).forEach(this::addMissing);
    line(0, "choices:");
    form.variables().stream().filter(XlsForm.Variable::isSelectMultiple).forEach(this::addChoice);
    return yaml.toString();
  }

  private void addValues(XlsForm.Variable variable) {
    Map<XlsForm.Choice, String> answers = new LinkedHashMap<>();
    for (XlsForm.Choice choice : choices(variable)) {
      String meaning = AnswerWords.meaning(choice).orElse("");
      if (meaning.isEmpty() || YES_NO.contains(meaning)) {
        answers.put(choice, meaning);
      }
    }
    boolean isYesNo = answers.size() == 2 && new TreeSet<>(answers.values()).equals(YES_NO);
    key(variable);
    answers.forEach((choice, meaning) -> entry(2, choice, isYesNo ? Yaml.quoted(meaning) : TODO));
  }

  private void addMissing(XlsForm.Variable variable) {
    Map<XlsForm.Choice, String> reasons = reasons(variable);
    if (!reasons.isEmpty()) {
      key(variable);
      reasons.forEach((choice, reason) -> entry(2, choice, reason));
    }
  }

  private Map<XlsForm.Choice, String> reasons(XlsForm.Variable variable) {
    Map<XlsForm.Choice, String> reasons = new LinkedHashMap<>();
    for (XlsForm.Choice choice : choices(variable)) {
      AnswerWords.meaning(choice)
          .filter(meaning -> !YES_NO.contains(meaning))
          .ifPresent(reason -> reasons.put(choice, reason));
    }
    return reasons;
  }

  private void addChoice(XlsForm.Variable variable) {
    key(variable);
    line(2, "column: " + Yaml.quoted(variable.column()));
    Map<XlsForm.Choice, String> reasons = reasons(variable);
    line(2, "codes:");
    choices(variable).stream()
        .filter(choice -> !reasons.containsKey(choice))
        .forEach(choice -> entry(3, choice, TODO));
    if (!reasons.isEmpty()) {
      line(2, "missing:");
      reasons.forEach((choice, reason) -> entry(3, choice, reason));
    }
    Matcher gate = EQUALS.matcher(variable.relevant());
    if (gate.matches()) {
      String column =
          form.variables().stream()
              .filter(v -> v.name().equals(gate.group(1)))
              .map(XlsForm.Variable::column)
              .findFirst()
              .orElse(gate.group(1));
      line(
          2,
          "asked: {column: %s, codes: [%s]}"
              .formatted(Yaml.quoted(column), Yaml.quoted(gate.group(2))));
    }
  }

  private List<XlsForm.Choice> choices(XlsForm.Variable variable) {
    return form.lists().getOrDefault(variable.list(), List.of());
  }

  private void key(XlsForm.Variable variable) {
    String where = variable.repeat().isEmpty() ? "" : ", repeat " + variable.repeat();
    line(
        1,
        Yaml.quoted(variable.name())
            + ": "
            + Yaml.comment(variable.column() + ", list " + variable.list() + where));
  }

  private void entry(int depth, XlsForm.Choice choice, String value) {
    String label = choice.labels().values().stream().findFirst().orElse("");
    line(
        depth,
        Yaml.quoted(choice.code())
            + ": "
            + value
            + (label.isEmpty() ? "" : " " + Yaml.comment(label)));
  }

  private void line(int depth, String text) {
    yaml.append("  ".repeat(depth)).append(text).append('\n');
  }
}
