package org.remitlake.microdata;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Labels in a column's metadata: {@code label.ru}, {@code values.ru} as {@code F=…; M=…}. Flat
 * texts, since readers without Spark do not read nested metadata.
 */
final class ColumnLabels {
  private ColumnLabels() {}

  static Map<String, String> of(Variable variable) {
    Map<String, String> labels = new TreeMap<>();
    for (String language : Labels.LANGUAGES) {
      Labels in = Labels.in(language);
      labels.put("label." + language, in.variable(variable.name()));
      String values =
          in.values(variable).entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining("; "));
      if (variable.isCoded() && !values.isEmpty()) {
        labels.put("values." + language, values);
      }
    }
    labels.put("treatment", variable.as().name());
    return labels;
  }
}
