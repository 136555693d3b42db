package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.testing.Gold.value;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.account.DeliveryMonths;
import org.remitlake.account.DeliveryPoints;
import org.remitlake.indicator.IndicatorRun;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.lake.Lake;
import org.remitlake.reference.ReferenceSeries;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;

/** Points and months from silver to gold: the last word on a point, and months that are missing. */
@SparkTest
class SupplySourceTest {
  @TempDir private Path folder;

  private static TableRow point(String id, String product, String asOf, int trained) {
    return SettledRow.of(DeliveryPoints.CONTRACT)
        .with("partner_id", "TJ_BANK_01")
        .with("point_id", id)
        .with("product_code", product)
        .with("as_of_on", asOf)
        .with("country", "TJK")
        .with("type", "BRANCH")
        .with("region", "TJ-SU")
        .with("offers_from", "2023-01-01")
        .with("staff_n", 10)
        .with("staff_trained_n", trained)
        .with("is_pilot_area", true)
        .row();
  }

  private static TableRow month(String id, String month, String available, Integer complaints) {
    return SettledRow.of(DeliveryMonths.CONTRACT)
        .with("partner_id", "TJ_BANK_01")
        .with("point_id", id)
        .with("product_code", "SAV")
        .with("month_on", month)
        .with("country", "TJK")
        .with("applications", 1)
        .with("openings", 1)
        .with("product_transactions", 4)
        .with("hours_promised", "120")
        .with("hours_available", available)
        .with("hours_planned_down", "20")
        .with("complaints", complaints)
        .with("contacts", month.equals("2024-03-01") ? 5 : 2)
        .with("quarter", Quarter.of(LocalDate.parse(month)).toString())
        .row();
  }

  private static TableRow adults(String region, String year, String value) {
    return SettledRow.of(ReferenceSeries.CONTRACT)
        .with("series_code", "ADULTS")
        .with("country", "TJK")
        .with("region", region)
        .with("period", year)
        .with("value", value)
        .with("unit", "persons")
        .with("source", "test")
        .row();
  }

  private static void writeAdults(Lake lake, String ofCountry) {
    List<TableRow> adults = new ArrayList<>();
    adults.add(adults(null, "2024", ofCountry));
    adults.add(adults(null, "2023", "7"));
    adults.add(adults("TJ-SU", "2023", "7"));
    Gold.write(lake, ReferenceSeries.CONTRACT, ReferenceSeries.CONTRACT.slice(), adults);
  }

  @Test
  void pointsPerAdult(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> points = new ArrayList<>();
    List<TableRow> months = new ArrayList<>();
    for (String id : List.of("one", "two", "three", "silent")) {
      points.add(point(id, "SAV", "2024-03-31", 0));
      for (String month : List.of("2024-01-01", "2024-02-01", "2024-03-01")) {
        if (!id.equals("silent") || !month.equals("2024-02-01")) {
          months.add(month(id, month, "50", 1));
        }
      }
    }
    Gold.write(lake, DeliveryPoints.CONTRACT, DeliveryPoints.CONTRACT.slice(), points);
    Gold.write(lake, DeliveryMonths.CONTRACT, DeliveryMonths.CONTRACT.slice(), months);
    writeAdults(lake, "60000");
    SupplySource source = new SupplySource(lake);
    Map<String, String> before = source.inputs();
    new IndicatorRun(lake, List.of(source), Quarter::isLabel).run(Set.of(), progress -> {});
    // Three of four per 6 times 10 000 adults of 2024; of Sughd only 2023 is known.
    Row row = Gold.read(lake).row("C40", "_T", "TJK", "2024-Q1", "product_code", "SAV");
    assertThat(value(row)).isEqualTo(0.5);
    assertThat(Gold.excluded(row)).isEqualTo(Map.of("NO_REPORT", 1L));
    Row sughd = Gold.read(lake).row("C40", "_T", "TJK", "2024-Q1", "region", "TJ-SU");
    assertThat(Gold.of(sughd, IndicatorValues.NULL_REASON)).isEqualTo("NO_POPULATION");
    writeAdults(lake, "30000");
    assertThat(source.inputs()).isNotEqualTo(before);
    new IndicatorRun(lake, List.of(source), Quarter::isLabel).run(Set.of(), progress -> {});
    assertThat(value(Gold.read(lake).row("C40", "_T", "TJK", "2024-Q1", "_T", "_T"))).isEqualTo(1);
  }

  @Test
  void pointsAndMonths(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> points = new ArrayList<>();
    points.add(point("one", "SAV", "2023-12-31", 2));
    points.add(point("one", "SAV", "2024-03-31", 6));
    points.add(point("one", "SAV", "2024-06-30", 10));
    points.add(point("two", "SAV", null, 0));
    points.add(point("three", "LOAN", "2024-03-31", 5));
    Gold.write(lake, DeliveryPoints.CONTRACT, DeliveryPoints.CONTRACT.slice(), points);
    List<TableRow> months = new ArrayList<>();
    for (String month : List.of("2024-01-01", "2024-02-01", "2024-03-01")) {
      months.add(month("one", month, "50", 1));
      if (!month.equals("2024-02-01")) {
        months.add(month("two", month, "100", 9));
      }
    }
    Gold.write(lake, DeliveryMonths.CONTRACT, DeliveryMonths.CONTRACT.slice(), months);
    new IndicatorRun(lake, List.of(new SupplySource(lake)), Quarter::isLabel)
        .run(Set.of(), progress -> {});
    Gold gold = Gold.read(lake);
    // Of one, two and three one and two offer SAV.
    assertThat(value(gold.row("C41", "_T", "TJK", "2024-Q1", "product_code", "SAV")))
        .isEqualTo(200.0 / 3);
    // 6 of one and none of two, of 10 each: what one told in June is not known in March.
    assertThat(value(gold.row("C45", "_T", "TJK", "2024-Q1", "product_code", "SAV"))).isEqualTo(30);
    // Of SAV only one reported all months: 3 × 50 of 3 × (120 - 20); two is half of the points.
    Row hours = gold.row("C47", "_T", "TJK", "2024-Q1", "product_code", "SAV");
    assertThat(Gold.of(hours, IndicatorValues.NULL_REASON)).isEqualTo("Q_MISSING");
    assertThat(hours.getDecimal(hours.fieldIndex("numerator"))).isEqualByComparingTo("15000");
    assertThat(hours.getDecimal(hours.fieldIndex("denominator"))).isEqualByComparingTo("300");
    assertThat(Gold.of(hours, IndicatorValues.N_MISSING)).isEqualTo(1L);
    // 2 + 2 + 5 of one; two did not report all months.
    Row contacts = gold.row("C46", "_T", "TJK", "2024-Q1", "product_code", "SAV");
    assertThat(contacts.getDecimal(contacts.fieldIndex("numerator"))).isEqualByComparingTo("9");
    assertThat(contacts.getDecimal(contacts.fieldIndex("denominator"))).isEqualByComparingTo("1");
    Row complaints = gold.row("C48", "_T", "TJK", "2024-Q1", "product_code", "SAV");
    assertThat(complaints.getDecimal(complaints.fieldIndex("numerator")))
        .isEqualByComparingTo("3000");
    assertThat(complaints.getDecimal(complaints.fieldIndex("denominator")))
        .isEqualByComparingTo("12");
  }
}
