package org.remitlake.funder;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.Indicator.Direction;

/**
 * The register of indicators ({@code register.csv}, catalogue 13): what funders may see; a line of
 * an id and variant is about that series only, as the share of the largest provider (A38 cr1). An
 * indicator that is defined in code has its title and direction from there.
 */
final class Register {
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Entry> ofSeries = new HashMap<>();

  /**
   * A line of the register.
   *
   * @param id as A30
   * @param title for readers
   * @param better which direction is an improvement
   * @param type as mean, share, count, sum
   * @param additive whether cells may be added up; never for distinct persons
   * @param result IATI result type (catalogue 8.2)
   * @param funder H headline, Y may be published, N internal
   */
  record Entry(
      String id,
      String title,
      Direction better,
      String type,
      boolean additive,
      int result,
      String funder) {

    boolean isForFunders() {
      return funder.equals("H") || funder.equals("Y");
    }

    boolean isShare() {
      return type.startsWith("share");
    }

    boolean isCount() {
      return type.startsWith("count");
    }

    boolean isSum() {
      return type.startsWith("sum");
    }

    private Entry as(Indicator indicator) {
      return new Entry(id, indicator.title(), indicator.better(), type, additive, result, funder);
    }
  }

  Register(Collection<? extends Indicator> defined) {
    for (var row : Resource.rows("register.csv")) {
      Entry entry =
          new Entry(
              row.getField("id"),
              row.getField("title"),
              Direction.valueOf(row.getField("better").toUpperCase(java.util.Locale.ROOT)),
              row.getField("type"),
              row.getField("additive").equals("yes"),
              Integer.parseInt(row.getField("result")),
              row.getField("funder"));
      entries.put(entry.id(), entry);
    }
    for (Indicator i : defined) {
      Entry entry = entries.getOrDefault(series(i.id(), i.variant()), entries.get(i.id()));
      if (entry != null) {
        ofSeries.put(series(i.id(), i.variant()), entry.as(i));
      }
    }
  }

  private static String series(String id, String variant) {
    return id + " " + variant;
  }

  /**
   * The line of an indicator, if funders may see it, with the title of the series where it has one
   * of its own.
   */
  Optional<Entry> forFunders(String id, String variant) {
    Entry entry = entries.getOrDefault(series(id, variant), entries.get(id));
    return Optional.ofNullable(ofSeries.getOrDefault(series(id, variant), entry))
        .filter(Entry::isForFunders);
  }
}
