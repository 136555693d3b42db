package org.remitlake.ingest.rule;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.remitlake.contract.DeliveredField;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.file.Words;

/**
 * What the profiles of a batch say of a cell: its constant, and what its word means.
 *
 * <p>Why literals and not columns of the files' table: the join would copy all words into each row.
 */
final class ProfileFacts {
  /** Column with the number of the row's profile, from 0. */
  static final String PROFILE = "fact_profile";

  private final Profiles profiles;
  private final List<Delivery> deliveries;
  private final List<String> used;

  ProfileFacts(Profiles profiles, List<Delivery> deliveries) {
    this.profiles = profiles;
    this.deliveries = deliveries;
    this.used = List.copyOf(new TreeSet<>(deliveries.stream().map(Delivery::profile).toList()));
  }

  int number(Delivery delivery) {
    return used.indexOf(delivery.profile());
  }

  private Profile profile(String name) {
    return profiles.byName().get(name);
  }

  /** Whether any profile gives the field a constant. */
  boolean hasConstant(DeliveredField field) {
    return used.stream().anyMatch(p -> profile(p).constants().containsKey(field.name()));
  }

  /** The text of a cell, or else the profile's constant. */
  Column orConstant(DeliveredField field, Column text) {
    return hasConstant(field)
        ? coalesce(text, byProfile(p -> lit(profile(p).constants().get(field.name()))))
        : text;
  }

  /** Whether some profile says how long the field's ids are. */
  boolean hasLength(DeliveredField field) {
    return used.stream().anyMatch(p -> profile(p).idLength().containsKey(field.name()));
  }

  /** An id of digits whose leading zeros a worksheet took, with them again (rule F11). */
  Column restored(DeliveredField field, Column text) {
    if (!hasLength(field)) {
      return text;
    }
    Column length = byProfile(p -> lit(profile(p).idLength().getOrDefault(field.name(), 0)));
    return when(length(text).lt(length).and(text.rlike("^[0-9]+$")), lpad(text, length, lit("0")))
        .otherwise(text);
  }

  /** Whether any profile has words that stand for no value in the field. */
  boolean hasMissing(DeliveredField field) {
    return used.stream().anyMatch(p -> !missing(field, p).isEmpty());
  }

  /** Why there is no value, where the word says so; else null. */
  Column reason(DeliveredField field, Column word) {
    return try_element_at(byProfile(p -> texts(missing(field, p))), word);
  }

  private SortedMap<String, String> missing(DeliveredField field, String profile) {
    return profile(profile).missingOf(field.name());
  }

  /** The code that a word means; null when it means none. */
  Column meaning(DeliveredField field, Column word) {
    return try_element_at(byProfile(p -> codes(meanings(field, p))), word);
  }

  private static Column codes(SortedMap<String, Words.Meaning> meanings) {
    SortedMap<String, String> codes = new TreeMap<>();
    meanings.forEach((word, meaning) -> codes.put(word, meaning.code()));
    return texts(codes);
  }

  private static Column texts(SortedMap<String, String> words) {
    return map_from_arrays(array(words.keySet()), array(words.values()));
  }

  /** Whether the field's words come from a question with several answers somewhere. */
  boolean isChoice(DeliveredField field) {
    return used.stream().anyMatch(p -> profile(p).choiceOf(field.name()).isPresent());
  }

  /** Whether this rule repaired the word. */
  Column isRepaired(DeliveredField field, String rule, Column word) {
    return array_contains(byProfile(p -> words(meanings(field, p), rule)), word);
  }

  private static Column words(Map<String, Words.Meaning> meanings, String rule) {
    return array(
        meanings.entrySet().stream()
            .filter(e -> e.getValue().rule().equals(rule))
            .map(Map.Entry::getKey)
            .toList());
  }

  /** One literal: an expression for each word would be planned word by word. */
  private static Column array(Collection<String> texts) {
    return lit(texts.toArray(String[]::new));
  }

  /** Every word of the profile's files that has a meaning. */
  private SortedMap<String, Words.Meaning> meanings(DeliveredField field, String profile) {
    Words words = new Words(profile(profile), profiles.words());
    SortedMap<String, Words.Meaning> meanings = new TreeMap<>();
    for (String word : delivered(field, profile)) {
      words.meaning(field, word).ifPresent(m -> meanings.put(word, m));
    }
    return meanings;
  }

  private Set<String> delivered(DeliveredField field, String profile) {
    Set<String> delivered = new TreeSet<>();
    for (Delivery d : deliveries) {
      if (d.profile().equals(profile)) {
        delivered.addAll(d.inspection().words().getOrDefault(field.name(), List.of()));
      }
    }
    String constant = profile(profile).constants().get(field.name());
    if (constant != null) {
      delivered.add(constant);
    }
    return delivered;
  }

  private Column byProfile(Function<String, Column> literal) {
    return used.size() == 1
        ? literal.apply(used.get(0))
        : functions.array(used.stream().map(literal).toArray(Column[]::new)).getItem(col(PROFILE));
  }
}
