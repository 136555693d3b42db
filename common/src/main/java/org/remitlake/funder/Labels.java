package org.remitlake.funder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain English for codes ({@code labels.csv}); a code without a label is shown as words. */
final class Labels {
  private static final Map<String, String> LABELS = new HashMap<>();
  private static final Map<String, String> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> new Locale.Builder().setRegion(code).build())
          .collect(
              Collectors.toMap(
                  Locale::getISO3Country, l -> l.getDisplayCountry(Locale.ENGLISH), (a, b) -> a));

  static {
    Resource.rows("labels.csv")
        .forEach(r -> LABELS.put(r.getField("of") + " " + r.getField("code"), r.getField("label")));
  }

  private Labels() {}

  /** The label of a code of some kind; of a survey's variant, that of the survey and its member. */
  static String of(String kind, String code) {
    String own = LABELS.get(kind + " " + code);
    int survey = kind.equals("variant") ? code.indexOf(' ') : -1;
    if (own == null && survey > 0) {
      return of(kind, code.substring(0, survey)) + ": " + of(kind, code.substring(survey + 1));
    }
    return own == null ? code.replace('_', ' ') : own;
  }

  /** The label of a dimension's value; some mean the same in every dimension. */
  static String ofValue(String dimension, String code) {
    String own = LABELS.get(dimension + " " + code);
    return own == null ? of("value", code) : own;
  }

  /** Russia to Tajikistan, for RUS-TJK; Tajikistan, for TJK; all corridors where it names none. */
  static String ofPlace(String corridor) {
    if (corridor.equals(Figure.TOTAL)) {
      return of("place", corridor);
    }
    return Arrays.stream(corridor.split("-", -1))
        .map(code -> COUNTRIES.getOrDefault(code, code))
        .collect(Collectors.joining(" to "));
  }
}
