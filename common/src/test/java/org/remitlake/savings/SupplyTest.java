package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Points at the end of 2024-Q1, each expected value worked beside it. */
class SupplyTest {
  private static final LocalDate LAST = LocalDate.parse("2024-03-31");

  private static PointQuarter point(
      String name, String from, String to, boolean isPilotArea, PointQuarter.Report report) {
    return new PointQuarter(
        name,
        List.of(),
        LocalDate.parse(from),
        Optional.ofNullable(to).map(LocalDate::parse),
        isPilotArea,
        4,
        1,
        Optional.ofNullable(report));
  }

  private static PointQuarter.Report report(long transactions, String hours, Long complaints) {
    return new PointQuarter.Report(
        transactions >= 10 ? 1 : 0,
        transactions,
        new BigDecimal("100"),
        new BigDecimal(hours),
        Optional.ofNullable(complaints),
        Optional.of(transactions / 10).filter(c -> c > 0));
  }

  private static double value(Supply indicator, PointQuarter... points) {
    SupplyCell.Ratio ratio = cell(points).of(indicator);
    return ratio.numerator().doubleValue() / ratio.denominator().doubleValue();
  }

  private static SupplyCell cell(PointQuarter... points) {
    return cell(Optional.of(new BigDecimal("40000")), points);
  }

  private static SupplyCell cell(Optional<BigDecimal> adults, PointQuarter... points) {
    SupplyCell cell = new SupplyCell(LAST, adults);
    List.of(points).forEach(cell::add);
    return cell;
  }

  private static final PointQuarter BUSY =
      point("busy", "2024-01-01", null, true, report(190, "90", 2L));
  private static final PointQuarter QUIET =
      point("quiet", "2024-03-31", null, true, report(10, "60", null));
  private static final PointQuarter NINE =
      point("nine", "2024-01-01", "2024-03-31", false, report(9, "99", 1L));
  private static final PointQuarter SILENT = point("silent", "2024-01-01", null, true, null);
  private static final PointQuarter ENDED =
      point("ended", "2023-01-01", "2024-03-30", true, report(500, "100", 50L));
  private static final PointQuarter LATER = point("later", "2024-04-01", null, true, null);

  private static final PointQuarter[] ALL = {BUSY, QUIET, NINE, SILENT, ENDED, LATER};

  @Test
  void offersCountAtTheEndOfTheQuarter() {
    // Of busy, quiet, silent, ended and later in pilot areas the first three offer.
    assertThat(value(Supply.C41, ALL)).isEqualTo(60);
    SupplyCell withAnother = cell(ALL);
    withAnother.addToPilotAreas("offers something else");
    assertThat(withAnother.of(Supply.C41).points()).isEqualTo(6);
  }

  @Test
  void pointsPerAdultAreThoseThatSell() {
    // busy, quiet and ended had an application, nine had none, silent did not report: 3 per 4 times
    // 10 000 adults.
    assertThat(value(Supply.C40, ALL)).isEqualTo(0.75);
    assertThat(cell(ALL).of(Supply.C40).points()).isEqualTo(4);
    assertThat(cell(ALL).of(Supply.C40).missing()).isEqualTo(1);
    // Another product of busy makes it no second point, and quiet is a point of its own.
    assertThat(value(Supply.C40, BUSY, BUSY, QUIET)).isEqualTo(0.5);
    assertThat(cell(Optional.empty(), ALL).of(Supply.C40).denominator()).isZero();
  }

  @Test
  void aPointIsActiveFromTenTransactionsOn() {
    // Of busy, quiet and nine two are; silent did not report.
    assertThat(value(Supply.C42, ALL)).isCloseTo(200.0 / 3, within(1e-12));
    assertThat(cell(ALL).of(Supply.C42).missing()).isEqualTo(1);
  }

  @Test
  void hoursAreAddedUpBeforeTheyAreDivided() {
    // (90 + 60 + 99) / 300
    assertThat(value(Supply.C47, ALL)).isCloseTo(83, within(1e-12));
  }

  @Test
  void noRegisterIsNotNoComplaint() {
    // (2 + 1) per (190 + 9) transactions; quiet keeps no register.
    assertThat(value(Supply.C48, ALL)).isCloseTo(3000.0 / 199, within(1e-12));
    assertThat(cell(ALL).of(Supply.C48).missing()).isEqualTo(2);
  }

  @Test
  void staffIsThatOfPointsThatOffer() {
    // One of four at each of the four that offer.
    assertThat(value(Supply.C45, ALL)).isEqualTo(25);
    assertThat(cell(ALL).of(Supply.C45).denominator()).isEqualByComparingTo("16");
  }

  @Test
  void contactsAreThoseThatPointsCount() {
    // 19 of busy and 1 of quiet; nine counts none, silent did not report, ended does not offer.
    assertThat(value(Supply.C46, ALL)).isEqualTo(10);
    assertThat(cell(ALL).of(Supply.C46).missing()).isEqualTo(2);
    assertThat(value(Supply.C46, BUSY, NINE)).isEqualTo(19);
  }
}
