package org.remitlake.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A product at a point in a quarter.
 *
 * @param point partner and point
 * @param cells dimension and value of the cells that it is in, the total included
 * @param offersFrom first day of the offer
 * @param offersTo last day, if it has ended
 * @param isPilotArea whether it lies in the area of a pilot
 * @param staff front staff, as last told
 * @param trained of these, trained for the product
 * @param report what was reported of all three months; empty where one is missing
 */
record PointQuarter(
    String point,
    List<List<String>> cells,
    LocalDate offersFrom,
    Optional<LocalDate> offersTo,
    boolean isPilotArea,
    long staff,
    long trained,
    Optional<Report> report) {

  /**
   * Sums of three months.
   *
   * @param sales applications and openings
   * @param transactions on the product
   * @param hoursPromised hours in which service was promised, less interruptions announced in time
   * @param hoursAvailable of these, with service
   * @param complaints received; empty without a register
   * @param contacts persons told of the product; empty where they are not counted
   */
  record Report(
      long sales,
      long transactions,
      BigDecimal hoursPromised,
      BigDecimal hoursAvailable,
      Optional<Long> complaints,
      Optional<Long> contacts) {}

  boolean isOffering(LocalDate day) {
    return !offersFrom.isAfter(day) && offersTo.map(to -> !to.isBefore(day)).orElse(true);
  }
}
