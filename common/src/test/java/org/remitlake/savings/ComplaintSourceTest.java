package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.account.Complaints;
import org.remitlake.account.DeliveryPoints;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.ValueRow;
import org.remitlake.lake.Lake;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;

/** The days of C49, of complaints of 2024-Q1, each expected value worked beside it. */
@SparkTest
class ComplaintSourceTest {
  private static final CellKey TOTAL = CellKey.total("TJK", "2024-Q1");

  @TempDir private Path folder;

  private static TableRow complaint(String id, String point, String received, String closed) {
    return SettledRow.of(Complaints.CONTRACT)
        .with("partner_id", "TJ_BANK_01")
        .with("country", "TJK")
        .with("complaint_id", id)
        .with("point_id", point)
        .with("product_code", "SAV")
        .with("received_on", received)
        .with("closed_on", closed)
        .with("quarter", Quarter.of(LocalDate.parse(received)).toString())
        .row();
  }

  private static List<TableRow> complaints() {
    List<TableRow> all = new ArrayList<>();
    all.add(complaint("a", "one", "2024-01-10", "2024-01-12"));
    all.add(complaint("b", "one", "2024-02-01", "2024-02-11"));
    all.add(complaint("c", "one", "2024-03-01", "2024-03-21"));
    // Open at the end: one for 1 day, one for 90, one that is closed in April after 26.
    all.add(complaint("d", "one", "2024-03-30", null));
    all.add(complaint("e", "nobody's", "2024-01-01", null));
    all.add(complaint("f", "nobody's", "2024-03-05", "2024-04-10"));
    // Received before and after.
    all.add(complaint("g", "one", "2023-12-31", "2024-01-01"));
    all.add(complaint("h", "one", "2024-04-01", "2024-04-01"));
    return all;
  }

  private static List<ValueRow> values(Lake lake, List<TableRow> complaints) {
    Gold.write(lake, Complaints.CONTRACT, Complaints.CONTRACT.slice(), complaints);
    return new ComplaintSource(lake).values(Set.of("2024-Q1"));
  }

  private static ValueRow of(List<ValueRow> values, CellKey cell) {
    return values.stream().filter(v -> v.cell().equals(cell)).findFirst().orElseThrow();
  }

  @Test
  void openOnesWaitUntilTheEndOfTheQuarter(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    Gold.write(
        lake,
        DeliveryPoints.CONTRACT,
        DeliveryPoints.CONTRACT.slice(),
        List.of(
            SettledRow.of(DeliveryPoints.CONTRACT)
                .with("partner_id", "TJ_BANK_01")
                .with("point_id", "one")
                .with("region", "TJ-SU")
                .row()));
    // Six: d leaves after 1 day, 4 of 5 after 2 days, 3 of 4 of them after 10, 2 of 3 after 20:
    // 0.8 · 0.75 = 0.6, times 2/3 is 0.4: the median is 20. Of closed ones alone it would be 10.
    List<ValueRow> values = values(lake, complaints());
    ValueRow median = of(values, TOTAL);
    assertThat(median.indicator()).isEqualTo(ComplaintTime.C49);
    assertThat(median.value()).contains(20.0);
    assertThat(median.n()).isEqualTo(6);
    CellKey unknown = CellKey.of("TJK", "2024-Q1", "region", "U");
    assertThat(of(values, unknown).nullReason()).as("e and f are open").isEqualTo("NOT_REACHED");
    // Of one: d after 1 day; 2/3, 1/3, 0 of the rest.
    assertThat(of(values, CellKey.of("TJK", "2024-Q1", "region", "TJ-SU")).value()).contains(10.0);
  }

  @Test
  void aClosingMovesTheMedian(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    values(lake, complaints());
    Map<String, String> before = new ComplaintSource(lake).inputs();
    List<TableRow> closed = complaints();
    closed.set(4, complaint("e", "nobody's", "2024-01-01", "2024-01-04"));
    // After 2 days 4/5, after 3 of them 3/5, after 10 2/5.
    assertThat(of(values(lake, closed), TOTAL).value()).contains(10.0);
    assertThat(new ComplaintSource(lake).inputs()).isNotEqualTo(before);
  }

  @Test
  void whatAPartnerDoesNotTellYetIsNotOpenUntilTheEnd(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    // The partner tells until 12 January: the second waits for 2 days and not for 81.
    List<ValueRow> values =
        values(
            lake,
            List.of(
                complaint("a", "one", "2024-01-01", "2024-01-12"),
                complaint("b", "one", "2024-01-10", null)));
    assertThat(of(values, TOTAL).value()).contains(11.0);
  }
}
