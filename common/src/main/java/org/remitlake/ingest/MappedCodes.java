package org.remitlake.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.Choice;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Words;
import org.remitlake.survey.CodebookMap;

/** What the codes of a survey's files become by their profile: the rows of the code book. */
final class MappedCodes {
  /** Where no column gives a field. */
  private static final String CONSTANT = "(constant)";

  /** What is longer, or of several words, may be a person's. */
  private static final Pattern CODE =
      Pattern.compile("[\\p{L}\\p{N}._#/|-]{1,12}|\\[[\\p{L}\\p{N}._ -]{1,40}\\]");

  /** Of one answer of a question with several, as landing writes it. */
  private static final Set<String> CHOSEN_OR_NOT = Set.of("1", "0");

  private final Profile profile;
  private final Words words;
  private final List<Code> codes = new ArrayList<>();

  /**
   * One code.
   *
   * @param sourceVar column, or columns with {@code |} between them
   * @param sourceCode delivered code
   * @param canonicalVar field of the contract
   * @param canonicalCode what it becomes; empty where nobody mapped it
   * @param rule that the code meets, or empty
   */
  record Code(
      String sourceVar,
      String sourceCode,
      String canonicalVar,
      String canonicalCode,
      String rule) {}

  private MappedCodes(Profile profile, Map<String, Map<String, String>> shared) {
    this.profile = profile;
    this.words = new Words(profile, shared);
  }

  /**
   * Codes of some files.
   *
   * @param given fields that have a column in them
   * @param delivered words of coded columns in them, by field: each is among the result
   */
  static List<Code> of(
      Profile profile,
      DeliveryContract contract,
      Map<String, Map<String, String>> shared,
      Set<String> given,
      Map<String, Set<String>> delivered) {
    MappedCodes mapped = new MappedCodes(profile, shared);
    for (DeliveredField field : contract.fields()) {
      if (given.contains(field.name())) {
        mapped.add(field, delivered.getOrDefault(field.name(), Set.of()));
      }
      Optional.ofNullable(profile.constants().get(field.name()))
          .ifPresent(word -> mapped.addConstant(field, word));
    }
    return List.copyOf(new LinkedHashSet<>(mapped.codes));
  }

  private void addConstant(DeliveredField field, String word) {
    String code =
        Words.concerns(field)
            ? words.meaning(field, word).map(Words.Meaning::code).orElse("")
            : word;
    codes.add(new Code(CONSTANT, CodebookMap.ANY, field.name(), code, ""));
  }

  private void add(DeliveredField field, Set<String> delivered) {
    Optional<Choice> choice = profile.choiceOf(field.name());
    String source =
        choice
            .map(question -> columns(question, field))
            .orElse(String.join(" | ", profile.columns().getOrDefault(field.name(), List.of())));
    Map<String, String> missing = profile.missingOf(field.name());
    missing.forEach(
        (code, reason) -> codes.add(new Code(source, code, field.name(), reason, ruleOf(reason))));
    if (!Words.concerns(field)) {
      codes.add(new Code(source, CodebookMap.ANY, field.name(), CodebookMap.ANY, ""));
      return;
    }
    Set<String> known =
        new TreeSet<>(
            choice.isPresent()
                ? CHOSEN_OR_NOT
                : profile.values().getOrDefault(field.name(), Map.of()).keySet());
    // Words that * explains are amounts or names rather than codes.
    if (!known.contains(CodebookMap.ANY)) {
      known.addAll(delivered);
    }
    known.removeAll(missing.keySet());
    known.forEach(word -> codes.add(code(source, field, word)));
  }

  /**
   * Answers chosen are told by column and code, whether the export has a column for each or not.
   */
  private static String columns(Choice question, DeliveredField field) {
    return question.codes().entrySet().stream()
        .filter(code -> code.getValue().equals(field.name()))
        .map(code -> question.column() + "/" + code.getKey())
        .collect(Collectors.joining(" | "));
  }

  private Code code(String source, DeliveredField field, String word) {
    return words
        .meaning(field, word)
        .map(m -> new Code(source, word, field.name(), m.code(), m.rule()))
        .orElse(
            new Code(
                source,
                CODE.matcher(word).matches() ? word : CodebookMap.TEXT,
                field.name(),
                "",
                "S09"));
  }

  private static String ruleOf(String reason) {
    return reason.equals("DK") || reason.equals("REFUSED") ? "S05" : "S06";
  }
}
