package org.remitlake.ingest.quality;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.remitlake.ingest.rule.Rule;
import org.remitlake.ingest.rule.Rules;

/**
 * Texts of everything that can be found in a file: row rules speak for themselves, rules of files
 * and of repeated rows have their texts in {@code texts.yaml} beside this class.
 */
public final class RuleTexts {
  private static final List<Said> BESIDE_ROW_RULES = load();

  private final Map<Treatment, Map<String, RuleText>> texts = new HashMap<>();

  /** A text of {@code texts.yaml}. */
  private record Said(String id, String code, Treatment action, String en, String ru) {}

  /** Texts of what can be found in a contract's files. */
  public RuleTexts(Rules rules) {
    for (Said said : BESIDE_ROW_RULES) {
      put(said.action(), new RuleText(said.id(), said.code(), said.en(), said.ru()));
    }
    for (Rule rule : rules.byId().values()) {
      put(treatment(rule), new RuleText(rule.id(), rule.code(), rule.en(), rule.ru()));
    }
  }

  /** Texts of what can be found in a file that is not read. */
  static RuleTexts ofFiles() {
    return new RuleTexts(new Rules(List.of(), List.of(), List.of()));
  }

  private void put(Treatment treatment, RuleText text) {
    texts.computeIfAbsent(treatment, t -> new HashMap<>()).put(text.id(), text);
  }

  private static Treatment treatment(Rule rule) {
    return switch (rule.action()) {
      case REPAIR -> Treatment.REPAIR;
      case FLAG -> Treatment.FLAG;
      case QUARANTINE -> Treatment.QUARANTINE;
      case EXCLUDE -> Treatment.EXCLUDE;
    };
  }

  /** Whether there is a text of a rule that does this. */
  boolean has(String rule, Treatment treatment) {
    return texts.getOrDefault(treatment, Map.of()).containsKey(rule);
  }

  /** The text of a rule that did this; a rule that nobody described is named all the same. */
  RuleText of(String rule, Treatment treatment) {
    Treatment described = treatment == Treatment.HOLD ? Treatment.QUARANTINE : treatment;
    return texts
        .getOrDefault(described, Map.of())
        .getOrDefault(
            rule,
            new RuleText(
                rule,
                "",
                "Rule %s of the agreed quality rules.".formatted(rule),
                "Правило %s согласованных правил качества.".formatted(rule)));
  }

  /** What a rule says of a file as a whole, in English. */
  public String ofFile(String rule) {
    return of(rule, has(rule, Treatment.FINDING) ? Treatment.FINDING : ofMark(rule)).en();
  }

  /** What a rule did that marked a row: a word's repair has the id of a rule that sets aside. */
  Treatment ofMark(String rule) {
    return has(rule, Treatment.REPAIR) ? Treatment.REPAIR : Treatment.FLAG;
  }

  /** What a rule did that broke a row. */
  Treatment ofBreak(String rule) {
    return has(rule, Treatment.EXCLUDE) ? Treatment.EXCLUDE : Treatment.QUARANTINE;
  }

  private static List<Said> load() {
    ObjectMapper yaml =
        YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
    try (InputStream in = RuleTexts.class.getResourceAsStream("texts.yaml")) {
      return yaml.readValue(in, new TypeReference<List<Said>>() {});
    } catch (IOException e) {
      throw new IllegalStateException("texts.yaml in the jar cannot be read.", e);
    }
  }
}
