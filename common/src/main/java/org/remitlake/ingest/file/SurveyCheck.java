package org.remitlake.ingest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/** What is wrong with the parts of a profile that only surveys have. */
final class SurveyCheck {
  private final Profile profile;
  private final DeliveryContract known;
  private final List<String> problems = new ArrayList<>();

  private SurveyCheck(Profile profile, DeliveryContract known) {
    this.profile = profile;
    this.known = known;
  }

  /** Every wrong entry; none when they are well. */
  static List<String> problems(Profile profile, DeliveryContract known) {
    SurveyCheck check = new SurveyCheck(profile, known);
    profile.choices().forEach(check::addChoice);
    check.addFieldsOfSeveralQuestions();
    check.addParent();
    if (profile.notes().values().stream().anyMatch(note -> note == null || note.isBlank())) {
      check.problems.add("notes has an empty entry");
    }
    return check.problems;
  }

  private void addChoice(String name, Choice choice) {
    if (choice == null || choice.column().isEmpty() || choice.codes().isEmpty()) {
      problems.add("choices of %s: needs 'column' and 'codes'".formatted(name));
      return;
    }
    if (!known.reasons()) {
      problems.add("contract " + known.name() + " is no survey: it takes no 'choices'");
    }
    choice.codes().values().stream()
        .filter(field -> !isFlag(field))
        .forEach(
            field ->
                problems.add(
                    "choices of %s: '%s' is no yes-or-no field of contract %s"
                        .formatted(name, field, known.name())));
    choice.missing().values().stream()
        .filter(reason -> !ProfileCheck.REASONS.contains(Objects.toString(reason)))
        .forEach(
            reason ->
                problems.add(
                    "choices of %s: '%s' is no reason of %s"
                        .formatted(name, reason, ProfileCheck.REASONS)));
    choice.codes().keySet().stream()
        .filter(choice.missing()::containsKey)
        .forEach(
            code ->
                problems.add(
                    "choices of %s: code '%s' is an answer and a reason".formatted(name, code)));
    if (choice.asked().column().isEmpty() != choice.asked().codes().isEmpty()) {
      problems.add("choices of %s: 'asked' needs 'column' and 'codes'".formatted(name));
    }
  }

  private boolean isFlag(String field) {
    int at = field == null ? -1 : known.indexOf(field);
    return at >= 0 && known.fields().get(at).kind() == Kind.FLAG;
  }

  private void addFieldsOfSeveralQuestions() {
    Map<String, Integer> questions = new TreeMap<>();
    profile.choices().values().stream()
        .filter(Objects::nonNull)
        .flatMap(choice -> choice.codes().values().stream().filter(Objects::nonNull).distinct())
        .forEach(field -> questions.merge(field, 1, Integer::sum));
    questions.forEach(
        (field, times) -> {
          if (times > 1 || profile.columns().containsKey(field)) {
            problems.add("'%s' is given by 'choices' and once more; keep one".formatted(field));
          }
        });
  }

  private void addParent() {
    boolean isNamed = profile.read().stream().anyMatch(name -> name.startsWith(Parent.COLUMN));
    if (isNamed && !profile.parent().isThere()) {
      problems.add("columns of 'parent:' need 'parent' with the 'sheet' that holds them");
    }
    if (profile.parent().isThere() && profile.parent().sheet().equals(profile.sheet())) {
      problems.add("'parent' names the sheet that the rows themselves are in");
    }
  }
}
