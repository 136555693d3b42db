package org.remitlake.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.synthetic.rules.Dialect;
import org.remitlake.synthetic.rules.PartnerForm;

/** Profiles, the other way round: how each partner would write a file that its profile reads. */
final class PartnerForms {
  private static final String ANY_OTHER = "*";

  private PartnerForms() {}

  static List<PartnerForm> of(Profiles profiles) {
    return profiles.byName().entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  private static PartnerForm of(String name, Profile profile) {
    Map<String, String> columns = new LinkedHashMap<>();
    profile
        .columns()
        .forEach(
            (field, headings) ->
                headings.stream()
                    .filter(heading -> !heading.contains("=") && !columns.containsValue(heading))
                    .findFirst()
                    .ifPresent(heading -> columns.put(field, heading)));
    Map<String, String> document = new LinkedHashMap<>();
    profile.document().forEach((path, field) -> document.putIfAbsent(field, path));
    columns.keySet().forEach(document::remove);
    return new PartnerForm(
        name,
        profile.provider(),
        profile.contract(),
        profile.files(),
        dialect(profile),
        profile.timezone(),
        profile.constants(),
        document,
        columns,
        turned(profile.values()),
        turned(profile.missing()));
  }

  private static Dialect dialect(Profile profile) {
    boolean isWorkbook = profile.files().endsWith(".xlsx");
    return new Dialect(
        isWorkbook ? "workbook" : profile.format(),
        profile.encoding(),
        profile.delimiter(),
        profile.decimalMark(),
        profile.dateLayout().name(),
        profile.record(),
        profile.sheet());
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
