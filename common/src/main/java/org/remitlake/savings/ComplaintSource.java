package org.remitlake.savings;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.remitlake.account.Complaints;
import org.remitlake.account.DeliveryPoints;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.stats.KaplanMeier;
import org.remitlake.time.Quarter;

/** Values of {@link ComplaintTime}. Complaints are few: they are read, and counted in Java. */
public final class ComplaintSource implements ValueSource {
  private final Lake lake;

  /** A source. */
  public ComplaintSource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(ComplaintTime.values());
  }

  /**
   * A quarter rests on the complaints received in it, on how far partners tell, and on the regions
   * of points.
   */
  @Override
  public Map<String, String> inputs() {
    Map<String, String> complaints = lake.sliceVersions(Complaints.CONTRACT);
    String points = lake.sliceVersions(DeliveryPoints.CONTRACT).toString();
    Map<String, String> inputs = new TreeMap<>();
    for (String quarter : complaints.keySet()) {
      String next = Quarter.parse(quarter).plus(1).toString();
      inputs.put(quarter, complaints.get(quarter) + complaints.getOrDefault(next, "") + points);
    }
    return inputs;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<String> quarters = new TreeSet<>(periods);
    quarters.retainAll(lake.sliceVersions(Complaints.CONTRACT).keySet());
    if (quarters.isEmpty()) {
      return List.of();
    }
    Map<String, String> regions = regions();
    List<ValueRow> values = new ArrayList<>();
    for (String quarter : quarters) {
      String next = Quarter.parse(quarter).plus(1).toString();
      List<Row> rows = lake.read(Complaints.CONTRACT, Set.of(quarter, next)).collectAsList();
      LocalDate last = Quarter.parse(quarter).endExclusive().minusDays(1);
      Map<String, LocalDate> told = told(rows, last);
      Map<CellKey, SortedMap<Long, KaplanMeier.Ends>> cells = new TreeMap<>();
      for (Row row : rows) {
        if (quarter.equals(row.getAs("quarter"))) {
          add(cells, row, told.get(row.<String>getAs("partner_id")), regions);
        }
      }
      cells.forEach((key, ends) -> values.add(value(key, ends)));
    }
    return values;
  }

  private Map<String, String> regions() {
    Map<String, String> regions = new HashMap<>();
    lake.read(DeliveryPoints.CONTRACT)
        .select("partner_id", "point_id", "region")
        .distinct()
        .orderBy("region")
        .collectAsList()
        .forEach(r -> regions.put(r.getString(0) + "|" + r.getString(1), r.getString(2)));
    return regions;
  }

  /** Until when each partner tells, within the quarter: a file that ends earlier closes nothing. */
  private static Map<String, LocalDate> told(List<Row> rows, LocalDate last) {
    Map<String, LocalDate> told = new HashMap<>();
    for (Row row : rows) {
      LocalDate received = row.getAs("received_on");
      LocalDate closed =
          Optional.<LocalDate>ofNullable(row.getAs("closed_on"))
              .filter(d -> d.isAfter(received))
              .orElse(received);
      told.merge(
          row.getAs("partner_id"),
          closed.isAfter(last) ? last : closed,
          (a, b) -> a.isAfter(b) ? a : b);
    }
    return told;
  }

  private static void add(
      Map<CellKey, SortedMap<Long, KaplanMeier.Ends>> cells,
      Row row,
      LocalDate last,
      Map<String, String> regions) {
    LocalDate closed = row.getAs("closed_on");
    boolean isDone = closed != null && !closed.isAfter(last);
    long days =
        ChronoUnit.DAYS.between(row.<LocalDate>getAs("received_on"), isDone ? closed : last);
    String partner = row.getAs("partner_id");
    String region = regions.getOrDefault(partner + "|" + row.getAs("point_id"), "U");
    String country = row.getAs("country");
    String quarter = row.getAs("quarter");
    for (CellKey key :
        List.of(
            CellKey.total(country, quarter),
            CellKey.of(country, quarter, "partner_id", partner),
            CellKey.of(country, quarter, "product_code", row.getAs("product_code")),
            CellKey.of(country, quarter, "region", region))) {
      cells
          .computeIfAbsent(key, k -> new TreeMap<>())
          .merge(
              days, new KaplanMeier.Ends(isDone ? 1 : 0, isDone ? 0 : 1), KaplanMeier.Ends::plus);
    }
  }

  private static ValueRow value(CellKey key, SortedMap<Long, KaplanMeier.Ends> ends) {
    long n = ends.values().stream().mapToLong(e -> e.events() + e.censored()).sum();
    Optional<Double> days = KaplanMeier.of(ends).median();
    return new ValueRow(
        ComplaintTime.C49,
        key,
        days,
        days.isEmpty() ? "NOT_REACHED" : "",
        Optional.empty(),
        Optional.empty(),
        n,
        n,
        0,
        Map.of(),
        "UNIT",
        Optional.empty(),
        ValueRow.grade(0, n),
        Optional.empty());
  }
}
