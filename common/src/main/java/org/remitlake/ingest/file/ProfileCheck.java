package org.remitlake.ingest.file;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import org.remitlake.contract.ConfigFile;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/** What is wrong with a profile: all of it at once, before any file is read by it. */
final class ProfileCheck {
  static final List<String> REASONS = List.of("DK", "REFUSED", "NOT_APPLICABLE", "SKIPPED");
  private static final Set<String> FORMATS = Set.of("delimited", "xml", "json", "jsonl");
  private static final String UNUSABLE_DELIMITERS = "\"\r\n";

  private static final int MOST_DIGITS = 64;

  private final Path file;
  private final Profile profile;
  private final DeliveryContract known;
  private final Words words;
  private final List<String> problems = new ArrayList<>();

  private ProfileCheck(
      Path file, Profile profile, DeliveryContract known, Map<String, Map<String, String>> shared) {
    this.file = file;
    this.profile = profile;
    this.known = known;
    this.words = new Words(profile, shared);
  }

  /** Every wrong entry of the profile in a file; none when it is well. */
  static List<String> problems(
      Path file, Profile profile, DeliveryContract known, Map<String, Map<String, String>> shared) {
    return new ProfileCheck(file, profile, known, shared).problems();
  }

  private List<String> problems() {
    addUnknownFields();
    addEmptyEntries();
    addWordsWithoutMeaning();
    addReasons();
    addLayout();
    addTable();
    problems.addAll(PathCheck.problems(profile));
    problems.addAll(SurveyCheck.problems(profile, known));
    return problems;
  }

  private void addUnknownFields() {
    Set<String> fields = new TreeSet<>(profile.columns().keySet());
    fields.addAll(profile.constants().keySet());
    fields.addAll(profile.values().keySet());
    fields.addAll(profile.missing().keySet());
    fields.addAll(profile.notes().keySet());
    fields.remove(Profile.EVERY_FIELD);
    profile.document().values().stream().filter(Objects::nonNull).forEach(fields::add);
    profile.tiers().values().stream()
        .filter(Objects::nonNull)
        .forEach(tier -> fields.addAll(tier.keySet()));
    fields.stream()
        .filter(f -> known.indexOf(f) < 0)
        .forEach(
            f ->
                problems.add(
                    "'%s'%s is no field of contract %s".formatted(f, at(f), known.name())));
  }

  private String at(String key) {
    return ConfigFile.lineOf(file, key).stream()
        .mapToObj(line -> " (line " + line + ")")
        .findFirst()
        .orElse("");
  }

  /** A key without a value: in YAML a slip of the hand, in Java a null. */
  private void addEmptyEntries() {
    addEmpty("columns", profile.columns());
    addEmpty("constants", profile.constants());
    addEmpty("document", profile.document());
    addEmpty("values", profile.values());
    profile.values().forEach((field, codes) -> addEmpty("values of " + field, codes));
    addEmpty("missing", profile.missing());
    profile.missing().forEach((field, reasons) -> addEmpty("missing of " + field, reasons));
    addEmpty("tiers", profile.tiers());
    profile.tiers().forEach((tier, columns) -> addEmpty("tier " + tier, columns));
    if (profile.ignore().stream().anyMatch(Objects::isNull)) {
      problems.add("ignore has an entry without a name");
    }
  }

  private void addEmpty(String where, Map<String, ?> entries) {
    if (entries != null) {
      entries.forEach(
          (key, value) -> {
            boolean unnamed =
                value instanceof Collection<?> names
                    && (names.isEmpty() || names.stream().anyMatch(Objects::isNull));
            if (value == null || unnamed) {
              problems.add("'%s'%s of %s is empty".formatted(key, at(key), where));
            }
          });
    }
  }

  private void addWordsWithoutMeaning() {
    for (DeliveredField field : known.fields()) {
      Map<String, String> codes = profile.values().get(field.name());
      boolean sound =
          codes != null ? !codes.containsValue(null) : !profile.values().containsKey(field.name());
      if (codes != null && sound) {
        addWrongCodes(field, new TreeSet<>(codes.values()));
      }
      String constant = profile.constants().get(field.name());
      if (constant != null
          && sound
          && Words.concerns(field)
          && words.meaning(field, constant).isEmpty()) {
        problems.add("the constant of %s means no code: %s".formatted(field.name(), advice(field)));
      }
    }
  }

  private void addWrongCodes(DeliveredField field, Set<String> codes) {
    if (!field.kind().coded()) {
      problems.add("values of %s: its cells are no code words".formatted(field.name()));
    } else if (Words.concerns(field)) {
      codes.stream()
          .filter(code -> !words.isCode(field, code))
          .forEach(
              code ->
                  problems.add(
                      "values of %s: '%s' is no code: %s"
                          .formatted(field.name(), code, advice(field))));
    }
  }

  private static String advice(DeliveredField field) {
    return switch (field.kind()) {
      case COUNTRY -> "use ISO 3166-1 alpha-3, as TJK";
      case CURRENCY -> "use ISO 4217, as TJS";
      case FLAG -> "use \"true\" or \"false\"";
      default -> "use one of " + String.join(", ", field.codes());
    };
  }

  private void addReasons() {
    profile.missing().values().stream()
        .filter(Objects::nonNull)
        .flatMap(reasons -> reasons.values().stream())
        .filter(reason -> reason != null && !REASONS.contains(reason))
        .distinct()
        .forEach(reason -> problems.add("'" + reason + "' is no reason of " + REASONS));
    if (!profile.missing().isEmpty() && !known.reasons()) {
      problems.add("contract " + known.name() + " keeps no reasons: it takes no 'missing'");
    }
  }

  private void addLayout() {
    if (!FORMATS.contains(profile.format())) {
      problems.add("format must be delimited, xml, json or jsonl, not '" + profile.format() + "'");
    }
    if (profile.delimiter().length() != 1 || UNUSABLE_DELIMITERS.contains(profile.delimiter())) {
      problems.add("delimiter must be one character, and no quote or line break");
    }
    if (!profile.decimalMark().equals(".") && !profile.decimalMark().equals(",")) {
      problems.add("decimal_mark must be '.' or ','");
    }
    boolean isDocument = profile.format().equals("xml") || profile.format().equals("json");
    if (isDocument && profile.record().isEmpty()) {
      problems.add(
          "format " + profile.format() + " needs 'record', the name of the record element");
    }
    if (!isCharset(profile.encoding())) {
      problems.add("encoding '" + profile.encoding() + "' is not known");
    }
    if (!ZoneId.getAvailableZoneIds().contains(profile.timezone())) {
      problems.add("timezone '" + profile.timezone() + "' is not known; write it as Europe/Moscow");
    }
    if (profile.dateLayout() == DateLayout.MIXED_SLASH) {
      problems.add("date_layout MIXED_SLASH is what a file may turn out to be; name one layout");
    }
    addDate("operates_from", profile.operatesFrom());
    addDate("pids_since", profile.pidsSince());
    if (!isGlob(profile.files())) {
      problems.add("files '" + profile.files() + "' is no pattern; write it as name_*.csv");
    }
  }

  private void addTable() {
    if (profile.dateSystem() != 1900 && profile.dateSystem() != 1904) {
      problems.add("date_system must be 1900 or 1904");
    }
    if (profile.headerRow() < 1) {
      problems.add("header_row must be 1 or more");
    }
    profile
        .idLength()
        .forEach(
            (field, length) -> {
              boolean isKey = known.key().contains(field) && known.field(field).kind() == Kind.TEXT;
              if (!isKey) {
                problems.add("id_length: '%s' is no text of the contract's key".formatted(field));
              } else if (length == null || length < 1 || length > MOST_DIGITS) {
                problems.add("id_length of %s must be 1 to %d".formatted(field, MOST_DIGITS));
              }
            });
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private void addDate(String key, String day) {
    try {
      LocalDate unused = LocalDate.parse(day.isEmpty() ? "2020-01-31" : day);
    } catch (DateTimeParseException e) {
      problems.add(key + " must be a date, as 2020-01-31");
    }
  }

  private static boolean isGlob(String files) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + files) != null && !files.isBlank();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
