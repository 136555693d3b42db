package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The release of the sample's last quarter beside the independent computation of its figures.
 *
 * @param shown records of transfers that are shown
 * @param confidential records of transfers that are not
 */
record ReleaseOfSample(int shown, int confidential) {
  /** Funders' names of dimensions (catalogue 8.1). */
  private static final Map<String, String> NAMES =
      Map.of(
          "sender_sex",
          "sex",
          "sender_age_band",
          "age",
          "receive_region",
          "region",
          "send_channel",
          "channel");

  static ReleaseOfSample of(Path folder, List<Map<String, String>> expected) throws IOException {
    Map<String, Map<String, String>> truth = new HashMap<>();
    for (Map<String, String> e : expected) {
      if (e.get("period").equals("2021-Q4") && e.get("basis").equals("tx")) {
        String dimension = NAMES.getOrDefault(e.get("dimensions"), e.get("dimensions"));
        truth.put(
            key(
                e.get("indicator_id"),
                e.get("variant"),
                e.get("corridor"),
                dimension,
                e.get("dimension_values")),
            e);
      }
    }
    Set<String> series = new HashSet<>();
    truth.values().forEach(e -> series.add(series(e.get("indicator_id"), e.get("variant"))));
    int shown = 0;
    int confidential = 0;
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("indicators.csv"))) {
      for (NamedCsvRecord row : rows) {
        if (!row.getField("basis").equals("tx")) {
          continue;
        }
        if (row.getField("mark").equals("[c]")) {
          checkConfidential(row);
          confidential++;
        } else if (series.contains(series(row.getField("indicator_id"), row.getField("variant")))) {
          checkShown(row, truth.get(key(row)));
          shown++;
        } else if (row.getField("mark").isEmpty() && !row.getField("n_units").isEmpty()) {
          // Nobody is nobody: a count of none is told, one of few is not.
          long least = Double.parseDouble(row.getField("actual_value")) == 0 ? 0 : 10;
          assertThat(Long.parseLong(row.getField("n_units")))
              .as("%s", row)
              .isGreaterThanOrEqualTo(least);
        }
      }
    }
    return new ReleaseOfSample(shown, confidential);
  }

  private static String series(String indicator, String variant) {
    return indicator + " " + variant;
  }

  private static String key(String... parts) {
    return String.join(" ", parts);
  }

  private static String key(NamedCsvRecord row) {
    return key(
        row.getField("indicator_id"),
        row.getField("variant"),
        row.getField("corridor"),
        row.getField("dim_1_name"),
        row.getField("dim_1_value"));
  }

  private static void checkConfidential(NamedCsvRecord row) {
    for (String column : List.of("actual_value", "n_obs", "n_units", "quality_grade", "comment")) {
      assertThat(row.getField(column)).as("%s of %s", column, row).isEmpty();
    }
  }

  private static void checkShown(NamedCsvRecord row, Map<String, String> truth) {
    assertThat(row.getField("dim_1_name")).isNotEqualTo("provider_id");
    long persons = Long.parseLong(truth.get("units"));
    assertThat(persons).as("%s", row).isGreaterThanOrEqualTo(10);
    // A counted share of fewer than 100 stands without its number: together they give the count.
    if (row.getField("n_units").isEmpty()) {
      assertThat(persons).as("%s", row).isLessThan(100);
      assertThat(row.getField("indicator_id")).isEqualTo("C10");
    } else {
      assertThat(Long.parseLong(row.getField("n_units"))).isEqualTo((persons + 2) / 5 * 5);
    }
    if (row.getField("mark").isEmpty()) {
      assertThat(Double.parseDouble(row.getField("actual_value")))
          .as("%s", row)
          .isCloseTo(Double.parseDouble(truth.get("value")), within(halfStep(row) * 1.0000001));
    }
  }

  /** Half of what values are rounded to: sums of money to 1 000, counts to 5 (catalogue 8.5). */
  private static double halfStep(NamedCsvRecord row) {
    return switch (row.getField("indicator_id")) {
      case "B04", "B05" -> 500;
      case "B01", "B02", "B03" -> 2.5;
      case "B06" -> 0.005;
      case "B07", "B08", "B09" -> 0.5;
      default -> 0.05;
    };
  }
}
