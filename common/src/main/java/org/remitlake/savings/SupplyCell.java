package org.remitlake.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known of the points of a cell at the end of a quarter. */
final class SupplyCell {
  private static final int LEAST_TRANSACTIONS = 10;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  private final LocalDate last;
  private final Optional<BigDecimal> adults;
  private final Set<String> selling = new TreeSet<>();
  private final Set<String> reporting = new TreeSet<>();
  private final Set<String> silent = new TreeSet<>();
  private final Set<String> inPilotAreas = new TreeSet<>();
  private final Set<String> offeringInPilotAreas = new TreeSet<>();
  private final List<PointQuarter> offering = new ArrayList<>();

  /**
   * A cell without points yet.
   *
   * @param last day of the quarter
   * @param adults of the country or region, in the year, if known
   */
  SupplyCell(LocalDate last, Optional<BigDecimal> adults) {
    this.last = last;
    this.adults = adults;
  }

  /**
   * A number and what it rests on.
   *
   * @param numerator times the scale of the unit
   * @param denominator not above zero where there is none
   * @param points in the value
   * @param missing points without what it needs
   */
  record Ratio(BigDecimal numerator, BigDecimal denominator, long points, long missing) {}

  void add(PointQuarter point) {
    if (point.isPilotArea()) {
      inPilotAreas.add(point.point());
    }
    if (point.report().isPresent()) {
      reporting.add(point.point());
    }
    if (point.report().filter(r -> r.sales() > 0).isPresent()) {
      selling.add(point.point());
    }
    if (point.isOffering(last)) {
      offering.add(point);
      if (point.report().isEmpty()) {
        silent.add(point.point());
      }
      if (point.isPilotArea()) {
        offeringInPilotAreas.add(point.point());
      }
    }
  }

  /** Points of a partner that another product is offered at are its points all the same. */
  void addToPilotAreas(String point) {
    inPilotAreas.add(point);
  }

  Ratio of(Supply indicator) {
    List<PointQuarter.Report> reports =
        offering.stream().flatMap(p -> p.report().stream()).toList();
    List<PointQuarter.Report> registers =
        reports.stream().filter(r -> r.complaints().isPresent()).toList();
    List<Long> contacts = reports.stream().flatMap(r -> r.contacts().stream()).toList();
    return switch (indicator) {
      case C40 -> perAdults();
      case C41 ->
          ratio(HUNDRED, offeringInPilotAreas.size(), inPilotAreas.size(), inPilotAreas.size(), 0);
      case C42 ->
          ratio(
              HUNDRED,
              reports.stream().filter(r -> r.transactions() >= LEAST_TRANSACTIONS).count(),
              reports.size(),
              reports.size(),
              offering.size() - reports.size());
      case C45 ->
          ratio(
              HUNDRED,
              offering.stream().mapToLong(PointQuarter::trained).sum(),
              offering.stream().mapToLong(PointQuarter::staff).sum(),
              offering.size(),
              0);
      case C46 ->
          ratio(
              BigDecimal.ONE,
              contacts.stream().mapToLong(c -> c).sum(),
              contacts.size(),
              contacts.size(),
              offering.size() - contacts.size());
      case C47 ->
          new Ratio(
              HUNDRED.multiply(
                  reports.stream()
                      .map(PointQuarter.Report::hoursAvailable)
                      .reduce(BigDecimal.ZERO, BigDecimal::add)),
              reports.stream()
                  .map(PointQuarter.Report::hoursPromised)
                  .reduce(BigDecimal.ZERO, BigDecimal::add),
              reports.size(),
              offering.size() - reports.size());
      case C48 ->
          ratio(
              THOUSAND,
              registers.stream().mapToLong(r -> r.complaints().orElseThrow()).sum(),
              registers.stream().mapToLong(PointQuarter.Report::transactions).sum(),
              registers.size(),
              offering.size() - registers.size());
    };
  }

  /** A point that reports of one product and is silent of another reports. */
  private Ratio perAdults() {
    return new Ratio(
        TEN_THOUSAND.multiply(BigDecimal.valueOf(selling.size())),
        adults.orElse(BigDecimal.ZERO),
        reporting.size(),
        silent.stream().filter(p -> !reporting.contains(p)).count());
  }

  private static Ratio ratio(BigDecimal scale, long part, long whole, long points, long missing) {
    return new Ratio(
        scale.multiply(BigDecimal.valueOf(part)), BigDecimal.valueOf(whole), points, missing);
  }
}
