package org.remitlake.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.remitlake.ingest.file.Choice;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.synthetic.rules.Dialect;
import org.remitlake.synthetic.rules.PartnerForm;

/**
 * Profiles, the other way round: how each partner would write a file that its profile reads. Not of
 * those whose rows hold several records.
 */
final class PartnerForms {
  private static final String ANY_OTHER = "*";
  private static final String WORKBOOK = "workbook";
  private static final Pattern EITHER_KIND = Pattern.compile("\\.\\{csv,xlsx}$");

  private PartnerForms() {}

  static List<PartnerForm> of(Profiles profiles) {
    List<PartnerForm> forms = new ArrayList<>();
    profiles.byName().forEach((name, profile) -> forms.addAll(of(name, profile)));
    return forms;
  }

  /** One for each kind of file; none where two fields share a column. */
  private static List<PartnerForm> of(String name, Profile profile) {
    Map<String, String> columns = new LinkedHashMap<>();
    profile
        .columns()
        .forEach(
            (field, headings) ->
                headings.stream()
                    .filter(heading -> !heading.contains("=") && !columns.containsValue(heading))
                    .findFirst()
                    .ifPresent(heading -> columns.put(field, heading)));
    if (!profile.tiers().isEmpty() || columns.size() < profile.columns().size()) {
      return List.of();
    }
    profile.choices().forEach((question, choice) -> add(columns, question, choice));
    Map<String, String> document = new LinkedHashMap<>();
    profile.document().forEach((path, field) -> document.putIfAbsent(field, path));
    columns.keySet().forEach(document::remove);
    return EITHER_KIND.matcher(profile.files()).find()
        ? List.of(
            form(name, profile, ".csv", profile.format(), document, columns),
            form(name, profile, ".xlsx", WORKBOOK, document, columns))
        : List.of(form(name, profile, "", profile.format(), document, columns));
  }

  /** The column with all answers, under the question's own name, and those of single ones. */
  private static void add(Map<String, String> columns, String question, Choice choice) {
    columns.put(question, choice.column());
    choice.codes().forEach((code, field) -> columns.put(field, choice.column() + '/' + code));
  }

  private static PartnerForm form(
      String name,
      Profile profile,
      String kind,
      String format,
      Map<String, String> document,
      Map<String, String> columns) {
    return new PartnerForm(
        name + kind,
        profile.provider(),
        profile.contract(),
        EITHER_KIND.matcher(profile.files()).replaceAll(kind),
        new Dialect(
            format,
            profile.encoding(),
            profile.delimiter(),
            profile.decimalMark(),
            profile.dateLayout().name(),
            profile.record(),
            profile.only(),
            profile.sheet()),
        profile.timezone(),
        profile.constants(),
        document,
        columns,
        turned(profile.values()),
        turned(profile.missing()));
  }

  /** By field, from codes to the first word for each. */
  private static Map<String, Map<String, String>> turned(Map<String, Map<String, String>> words) {
    Map<String, Map<String, String>> turned = new LinkedHashMap<>();
    words.forEach(
        (field, codes) -> {
          Map<String, String> byCode = new LinkedHashMap<>();
          codes.forEach(
              (word, code) -> {
                if (!word.equals(ANY_OTHER)) {
                  byCode.putIfAbsent(code, word);
                }
              });
          turned.put(field, byCode);
        });
    return turned;
  }
}
