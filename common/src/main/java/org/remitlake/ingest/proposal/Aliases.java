package org.remitlake.ingest.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.remitlake.contract.ConfigFile;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.file.Words;

/**
 * What partners call things: names of columns and code words, from the profiles that are there and
 * from a list that comes with this package.
 */
final class Aliases {
  private static final String LIST = "Remitlake's list";
  private static final String CANON = "our own name";

  /** What {@code aliases.yaml} holds. */
  private record Shipped(
      Map<String, List<String>> columns,
      Map<String, List<String>> hints,
      Map<String, Map<String, List<String>>> words,
      List<String> personal) {}

  /**
   * A known name of a field.
   *
   * @param name the name
   * @param source who uses it
   * @param isHint whether the name may as well mean something else
   */
  record Known(ColumnName name, String source, boolean isHint) {}

  /**
   * A code that a word stands for.
   *
   * @param code the code
   * @param source who uses the word so
   */
  record Meant(String code, String source) {}

  private final Shipped shipped;
  private final Profiles profiles;
  private final Set<List<String>> hints = new HashSet<>();
  private final List<List<String>> personal;

  Aliases(Profiles profiles) {
    this.profiles = profiles;
    this.shipped = shipped();
    this.personal = shipped.personal().stream().map(Aliases::words).toList();
    shipped.hints().values().forEach(names -> names.forEach(n -> hints.add(words(n))));
  }

  private static Shipped shipped() {
    try (InputStream in = Aliases.class.getResourceAsStream("aliases.yaml")) {
      if (in == null) {
        throw new IllegalStateException("The resource aliases.yaml is missing from the jar.");
      }
      return ConfigFile.read(new String(in.readAllBytes(), UTF_8), Shipped.class);
    } catch (IOException e) {
      throw new UncheckedIOException("aliases.yaml", e);
    }
  }

  private static List<String> words(String name) {
    return ColumnName.of(name).words();
  }

  /** All known names of a contract's fields. */
  Map<String, List<Known>> names(DeliveryContract contract) {
    Map<String, List<Known>> all = new LinkedHashMap<>();
    for (DeliveredField field : contract.fields()) {
      List<Known> known = new ArrayList<>();
      known.add(new Known(ColumnName.of(field.name()), CANON, false));
      profiles
          .byName()
          .forEach(
              (file, profile) -> {
                if (profile.contract().equals(contract.name())) {
                  used(profile, field.name())
                      .forEach(
                          name ->
                              known.add(
                                  new Known(
                                      ColumnName.of(name), file, isHint(ColumnName.of(name)))));
                }
              });
      shipped
          .columns()
          .getOrDefault(field.name(), List.of())
          .forEach(
              name -> known.add(new Known(ColumnName.of(name), LIST, isHint(ColumnName.of(name)))));
      shipped
          .hints()
          .getOrDefault(field.name(), List.of())
          .forEach(name -> known.add(new Known(ColumnName.of(name), LIST, true)));
      all.put(field.name(), known);
    }
    return all;
  }

  /** Whether a name is one of those that may mean two things, for whatever field. */
  private boolean isHint(ColumnName name) {
    return hints.contains(name.words());
  }

  private static List<String> used(Profile profile, String field) {
    List<String> names = new ArrayList<>(profile.columns().getOrDefault(field, List.of()));
    profile
        .document()
        .forEach((name, f) -> names.addAll(f.equals(field) ? List.of(name) : List.of()));
    return names;
  }

  /** Whether a column's name tells of a person, or of text that may. */
  boolean isPersonal(ColumnName name) {
    return personal.stream().anyMatch(name.words()::containsAll);
  }

  /**
   * What a word of a field stands for: where partners do not agree, nothing. Digits alone are a
   * partner's own numbering, which says nothing of another's.
   */
  Optional<Meant> meaning(DeliveredField field, String word) {
    String normal = plain(word);
    Map<String, String> codes = new HashMap<>();
    shipped
        .words()
        .getOrDefault(field.name(), Map.of())
        .forEach(
            (code, words) -> {
              if (words.stream().anyMatch(w -> plain(w).equals(normal))) {
                codes.put(code, LIST);
              }
            });
    if (!normal.matches("\\d*")) {
      profiles
          .byName()
          .forEach(
              (file, profile) ->
                  profile
                      .values()
                      .getOrDefault(field.name(), Map.of())
                      .forEach(
                          (w, code) -> {
                            if (plain(w).equals(normal) && field.codes().contains(code)) {
                              codes.put(code, file);
                            }
                          }));
    }
    return codes.size() == 1
        ? codes.entrySet().stream().map(e -> new Meant(e.getKey(), e.getValue())).findFirst()
        : Optional.empty();
  }

  private static String plain(String word) {
    return Words.normal(word).replace('ё', 'е').replaceAll("[.]$", "");
  }
}
