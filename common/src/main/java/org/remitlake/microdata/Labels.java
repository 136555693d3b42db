package org.remitlake.microdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.remitlake.contract.ConfigFile;

/**
 * Texts in one language ({@code labels_en.yaml} and its like). English has them all; a test holds
 * that the others lack none.
 */
final class Labels {
  /** Languages that there are texts in, as in ISO 639-1; English first. */
  static final List<String> LANGUAGES = List.of("en", "ru", "hy", "tg");

  /** The language of a country, beside English and Russian. */
  private static final Map<String, String> LOCAL = Map.of("ARM", "hy", "TJK", "tg");

  private static final Map<String, Labels> ALL = all();

  /**
   * A language's file.
   *
   * @param language name of the language, in itself
   * @param reviewedBy who has read the texts as a native speaker; empty until somebody has
   * @param variables columns by name
   * @param values codes by column; of columns that share a list, under {@code flag}
   * @param reasons why cells are empty
   * @param treatments what was done before the data left
   */
  record Texts(
      String language,
      String reviewedBy,
      Map<String, String> variables,
      Map<String, Map<String, String>> values,
      Map<String, String> reasons,
      Map<String, String> treatments) {}

  private final Texts texts;

  private Labels(Texts texts) {
    this.texts = texts;
  }

  private static Map<String, Labels> all() {
    Map<String, Labels> all = new TreeMap<>();
    for (String language : LANGUAGES) {
      String file = "labels_" + language + ".yaml";
      try {
        all.put(language, new Labels(ConfigFile.read(Resource.text(file), Texts.class)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(file + " ships with the product.", e);
      }
    }
    return all;
  }

  /** The texts of a language. */
  static Labels in(String language) {
    return ALL.get(language);
  }

  /** Languages of a country's files: English, Russian, its own. */
  static List<String> of(String country) {
    List<String> languages = new ArrayList<>(List.of("en", "ru"));
    Optional.ofNullable(LOCAL.get(country)).ifPresent(languages::add);
    return languages;
  }

  /** Whether a native speaker has read them; what is in the languages of the code needs none. */
  boolean isReviewed() {
    return !texts.reviewedBy().isEmpty();
  }

  /** Label of a column. */
  String variable(String name) {
    return told(texts.variables(), name);
  }

  /** Why a cell is empty. */
  String reason(String code) {
    return told(texts.reasons(), code);
  }

  /** What was done before the data left. */
  String treatment(Treatment treatment) {
    return told(texts.treatments(), treatment.name());
  }

  /** Label of a column's code; codes of international lists and bands stand for themselves. */
  String value(Variable variable, String code) {
    return values(variable).getOrDefault(code, code);
  }

  /** Labels of a column's codes, as far as they have any, in the order of the file. */
  Map<String, String> values(Variable variable) {
    return new LinkedHashMap<>(texts.values().getOrDefault(list(variable), Map.of()));
  }

  /** Name of the list that a column's codes come from. */
  static String list(Variable variable) {
    if (variable.as() == Treatment.GROUP) {
      return "isco_major";
    }
    return switch (variable.field().kind()) {
      case FLAG -> "flag";
      case COUNTRY -> "country";
      case CURRENCY -> "currency";
      default -> variable.name();
    };
  }

  /** All keys, to tell what one language has and another lacks. */
  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    texts.variables().keySet().forEach(k -> keys.add("variables." + k));
    texts.reasons().keySet().forEach(k -> keys.add("reasons." + k));
    texts.treatments().keySet().forEach(k -> keys.add("treatments." + k));
    texts.values().forEach((k, v) -> v.keySet().forEach(c -> keys.add("values." + k + "." + c)));
    return keys;
  }

  private static String told(Map<String, String> of, String key) {
    String text = of.get(key);
    if (text == null) {
      throw new IllegalStateException("labels_*.yaml lack '" + key + "'.");
    }
    return text;
  }
}
