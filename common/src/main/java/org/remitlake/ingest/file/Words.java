package org.remitlake.ingest.file;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.Kind;

/**
 * What a delivered word stands for: the code itself, a word of the profile, a word that all
 * partners share, or one of these behind a broken encoding.
 *
 * @param profile whose words come first
 * @param shared words by kind
 */
public record Words(Profile profile, Map<String, Map<String, String>> shared)
    implements Serializable {

  /** In a profile's values, stands for every word that nothing else explains. */
  static final String ANY_OTHER = "*";

  private static final Pattern MOJIBAKE = Pattern.compile("[ÐÑ][\\u0080-\\u00BF\\u0400-\\u20FF]");
  private static final Pattern ALPHA3 = Pattern.compile("[A-Z]{3}");
  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("true", "true"),
          Map.entry("false", "false"),
          Map.entry("yes", "true"),
          Map.entry("no", "false"),
          Map.entry("y", "true"),
          Map.entry("n", "false"),
          Map.entry("1", "true"),
          Map.entry("0", "false"),
          Map.entry("да", "true"),
          Map.entry("нет", "false"));

  /**
   * A resolved word.
   *
   * @param code what it stands for
   * @param rule the rule that repaired it, or empty
   */
  public record Meaning(String code, String rule) implements Serializable {}

  /** A word as it is compared: composed, trimmed, inner blanks single, lower case. */
  public static String normal(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC)
        .replaceAll("[\\s\\u00A0\\u200B-\\u200D\\uFEFF]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** Whether the words of a field are looked up; a word outside any list is kept as it is. */
  public static boolean concerns(DeliveredField field) {
    return field.kind().coded() && (field.kind() != Kind.CODE || !field.codes().isEmpty());
  }

  /** What a word of a field stands for, or empty. */
  public Optional<Meaning> meaning(DeliveredField field, String word) {
    Optional<Meaning> plain = plain(field, word);
    if (plain.isPresent() || !MOJIBAKE.matcher(word).find()) {
      return plain;
    }
    return unbroken(word).flatMap(w -> plain(field, w)).map(m -> new Meaning(m.code(), "F03"));
  }

  private Optional<Meaning> plain(DeliveredField field, String word) {
    Optional<Meaning> chosen =
        profile.choiceOf(field.name()).flatMap(choice -> choice.meaning(field.name(), word));
    if (chosen.isPresent()) {
      return chosen;
    }
    String normal = normal(word);
    for (Map.Entry<String, String> e :
        profile.values().getOrDefault(field.name(), Map.of()).entrySet()) {
      if (normal(e.getKey()).equals(normal)) {
        return Optional.of(new Meaning(e.getValue(), ""));
      }
    }
    Optional<Meaning> general = general(field, normal);
    String other = profile.values().getOrDefault(field.name(), Map.of()).get(ANY_OTHER);
    return general.isEmpty() && other != null ? Optional.of(new Meaning(other, "")) : general;
  }

  private Optional<Meaning> general(DeliveredField field, String normal) {
    String upper = normal.toUpperCase(Locale.ROOT);
    return switch (field.kind()) {
      case COUNTRY ->
          isCountry(upper) ? Optional.of(new Meaning(upper, "")) : shared("country", normal, "");
      case CURRENCY ->
          isCurrency(upper)
              ? Optional.of(new Meaning(upper, ""))
              : shared("currency", normal, "T08");
      case FLAG -> Optional.ofNullable(FLAGS.get(normal)).map(c -> new Meaning(c, ""));
      default ->
          field.codes().isEmpty() || field.codes().contains(upper)
              ? Optional.of(new Meaning(upper, ""))
              : field.codes().contains(normal)
                  ? Optional.of(new Meaning(normal, ""))
                  : Optional.empty();
    };
  }

  /** Whether a text is a code of a field as it is kept: what words of a profile may stand for. */
  boolean isCode(DeliveredField field, String code) {
    return switch (field.kind()) {
      case COUNTRY -> isCountry(code) || shared.get("country").containsValue(code);
      case CURRENCY -> isCurrency(code);
      case FLAG -> code.equals("true") || code.equals("false");
      default -> field.codes().contains(code);
    };
  }

  private Optional<Meaning> shared(String kind, String normal, String rule) {
    return Optional.ofNullable(shared.get(kind).get(normal)).map(c -> new Meaning(c, rule));
  }

  private static final Set<String> COUNTRIES = countries();

  private static Set<String> countries() {
    Set<String> alpha3 = new HashSet<>();
    for (String alpha2 : Locale.getISOCountries()) {
      alpha3.add(new Locale.Builder().setRegion(alpha2).build().getISO3Country());
    }
    return alpha3;
  }

  /** Whether a text is a country's code of ISO 3166-1 alpha-3. */
  public static boolean isCountry(String upper) {
    return ALPHA3.matcher(upper).matches() && COUNTRIES.contains(upper);
  }

  private static final Set<String> CURRENCIES = currencies();

  private static Set<String> currencies() {
    Set<String> codes = new HashSet<>();
    Currency.getAvailableCurrencies().forEach(c -> codes.add(c.getCurrencyCode()));
    // Withdrawn labels that the JDK still lists: rule T08 maps them, they are not currencies here.
    codes.removeAll(Set.of("RUR", "TJR", "XXX", "XTS"));
    return codes;
  }

  private static boolean isCurrency(String upper) {
    return CURRENCIES.contains(upper);
  }

  /** Undoes UTF-8 that was read as a single-byte encoding and written as UTF-8 again. */
  private static Optional<String> unbroken(String word) {
    return Stream.of(StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"))
        .flatMap(wrong -> reread(word, wrong).stream())
        .findFirst();
  }

  private static Optional<String> reread(String word, Charset wrong) {
    try {
      ByteBuffer bytes = wrong.newEncoder().encode(CharBuffer.wrap(word));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
