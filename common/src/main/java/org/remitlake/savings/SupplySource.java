package org.remitlake.savings;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.remitlake.account.DeliveryMonths;
import org.remitlake.account.DeliveryPoints;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Dimension;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.reference.ReferenceSeries;
import org.remitlake.time.Quarter;

/** Values of {@link Supply}. Points are a census and few: they are read, and counted in Java. */
public final class SupplySource implements ValueSource {
  private static final List<String> DIMENSIONS = List.of("partner_id", "product_code", "region");
  private static final int MONTHS = 3;

  private final Lake lake;

  /** A source. */
  public SupplySource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(Supply.values());
  }

  /** A quarter rests on its own months, on what points told until its end and on how many live. */
  @Override
  public Map<String, String> inputs() {
    String points =
        lake.sliceVersions(DeliveryPoints.CONTRACT)
            + lake.sliceVersions(ReferenceSeries.CONTRACT).getOrDefault(Adults.SERIES, "");
    Map<String, String> inputs = new TreeMap<>();
    lake.sliceVersions(DeliveryMonths.CONTRACT)
        .forEach((quarter, version) -> inputs.put(quarter, version + points));
    return inputs;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<String> quarters = new TreeSet<>(periods);
    quarters.retainAll(lake.sliceVersions(DeliveryMonths.CONTRACT).keySet());
    if (quarters.isEmpty()) {
      return List.of();
    }
    List<Row> points = lake.read(DeliveryPoints.CONTRACT).collectAsList();
    Map<String, PointQuarter.Report> reports = reports(quarters);
    Adults adults = Adults.of(lake);
    List<ValueRow> values = new ArrayList<>();
    for (String quarter : quarters) {
      LocalDate last = Quarter.parse(quarter).endExclusive().minusDays(1);
      cells(asOf(points, last), reports, adults, Quarter.parse(quarter))
          .forEach(
              (key, cell) -> {
                for (Supply indicator : Supply.values()) {
                  values.add(value(indicator, key, cell.of(indicator)));
                }
              });
    }
    return values;
  }

  /** Sums of the months by product, point and quarter, where all three were reported. */
  private Map<String, PointQuarter.Report> reports(Set<String> quarters) {
    Map<String, PointQuarter.Report> reports = new HashMap<>();
    lake.read(DeliveryMonths.CONTRACT, quarters)
        .groupBy("partner_id", "point_id", "product_code", "quarter")
        .agg(
            count(lit(1)).as("months"),
            sum(col("applications").plus(col("openings"))).as("sales"),
            sum("product_transactions").as("transactions"),
            sum(col("hours_promised").minus(coalesce(col("hours_planned_down"), lit(0))))
                .as("promised"),
            sum("hours_available").as("available"),
            count("complaints").as("registers"),
            sum("complaints").as("complaints"),
            count("contacts").as("counts"),
            sum("contacts").as("contacts"))
        .where(col("months").equalTo(MONTHS))
        .collectAsList()
        .forEach(
            r ->
                reports.put(
                    key(r, r.getAs("quarter")),
                    new PointQuarter.Report(
                        r.<Long>getAs("sales"),
                        r.<Long>getAs("transactions"),
                        r.<BigDecimal>getAs("promised"),
                        r.<BigDecimal>getAs("available"),
                        ofAllMonths(r, "registers", "complaints"),
                        ofAllMonths(r, "counts", "contacts"))));
    return reports;
  }

  /** A sum, where each of the months has the number. */
  private static Optional<Long> ofAllMonths(Row row, String months, String sum) {
    return row.<Long>getAs(months) == MONTHS ? Optional.of(row.<Long>getAs(sum)) : Optional.empty();
  }

  private static String key(Row row, String and) {
    return String.join(
        "|", row.getAs("partner_id"), row.getAs("point_id"), row.getAs("product_code"), and);
  }

  /** What points told last by a day; what bears no day comes before all that does. */
  private static Map<String, Row> asOf(List<Row> points, LocalDate day) {
    Map<String, Row> latest = new TreeMap<>();
    for (Row point : points) {
      if (!told(point).isAfter(day)) {
        latest.merge(key(point, ""), point, (a, b) -> told(b).isAfter(told(a)) ? b : a);
      }
    }
    return latest;
  }

  private static LocalDate told(Row point) {
    return Optional.<LocalDate>ofNullable(point.getAs("as_of_on")).orElse(LocalDate.MIN);
  }

  private static Map<CellKey, SupplyCell> cells(
      Map<String, Row> points,
      Map<String, PointQuarter.Report> reports,
      Adults adults,
      Quarter of) {
    String quarter = of.toString();
    LocalDate last = of.endExclusive().minusDays(1);
    Map<CellKey, SupplyCell> cells = new TreeMap<>();
    for (Row row : points.values()) {
      PointQuarter point = point(row, Optional.ofNullable(reports.get(key(row, quarter))));
      for (List<String> cell : point.cells()) {
        CellKey key = CellKey.of(row.getAs("country"), quarter, cell.get(0), cell.get(1));
        cells.computeIfAbsent(key, k -> new SupplyCell(last, adults.in(k, of.year()))).add(point);
      }
    }
    // A partner's point counts for each product that the partner has, offered there or not.
    for (Row product : points.values()) {
      CellKey key =
          CellKey.of(
              product.getAs("country"), quarter, "product_code", product.getAs("product_code"));
      points.values().stream()
          .filter(p -> p.getAs("partner_id").equals(product.getAs("partner_id")))
          .filter(p -> p.<Boolean>getAs("is_pilot_area"))
          .forEach(p -> cells.get(key).addToPilotAreas(name(p)));
    }
    return cells;
  }

  private static String name(Row point) {
    return point.getAs("partner_id") + "|" + point.getAs("point_id");
  }

  private static PointQuarter point(Row row, Optional<PointQuarter.Report> report) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of(Dimension.TOTAL, Dimension.TOTAL));
    DIMENSIONS.forEach(d -> cells.add(List.of(d, row.getAs(d))));
    return new PointQuarter(
        name(row),
        cells,
        row.getAs("offers_from"),
        Optional.ofNullable(row.getAs("offers_to")),
        row.getAs("is_pilot_area"),
        row.<Number>getAs("staff_n").longValue(),
        row.<Number>getAs("staff_trained_n").longValue(),
        report);
  }

  private static ValueRow value(Supply indicator, CellKey key, SupplyCell.Ratio ratio) {
    boolean hasNone = ratio.denominator().signum() <= 0;
    String nullReason =
        ValueRow.tooMuchMissing(ratio.missing(), ratio.points() + ratio.missing())
            ? "Q_MISSING"
            : hasNone ? none(indicator, ratio) : "";
    return new ValueRow(
        indicator,
        key,
        nullReason.isEmpty()
            ? Optional.of(ratio.numerator().doubleValue() / ratio.denominator().doubleValue())
            : Optional.empty(),
        nullReason,
        Optional.of(ratio.numerator()),
        Optional.of(ratio.denominator()),
        ratio.points(),
        ratio.points(),
        ratio.missing(),
        ratio.missing() == 0 ? Map.of() : Map.of("NO_REPORT", ratio.missing()),
        "UNIT",
        Optional.empty(),
        ValueRow.grade(ratio.missing(), ratio.points() + ratio.missing()),
        Optional.empty());
  }

  private static String none(Supply indicator, SupplyCell.Ratio ratio) {
    return ratio.points() == 0 ? "EMPTY" : indicator == Supply.C40 ? Adults.NOT_KNOWN : "DEN_ZERO";
  }
}
