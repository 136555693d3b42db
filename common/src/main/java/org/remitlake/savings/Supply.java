package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/**
 * Where a product is offered and how it is served there, from partners' points and their months.
 */
public enum Supply implements Indicator {
  /** Points that sell, for the people there are. */
  C40(
      "access_points_offering_per_10k_adults",
      "Points offering per 10 000 adults",
      Unit.NUMBER,
      Direction.UP,
      "Points that reported all three months and had an application or opening in them, per 10 000"
          + " adults of 15 and over of the country in the year; of partners alone, and what is"
          + " merely authorised to sell is not in it, unlike in counts of access points."),
  /** Points that offer, of those in pilot areas. */
  C41(
      "offer_coverage_pct",
      "Partner points offering",
      Unit.PERCENT,
      Direction.UP,
      "Of partners' points in pilot areas, those that offer the product at the quarter's end; to be"
          + " allowed to sell is not yet to sell (C42)."),
  /** Points with ten transactions or more. */
  C42(
      "active_point_share",
      "Active points",
      Unit.PERCENT,
      Direction.UP,
      "Of points that offer and reported all three months, those with 10 transactions or more on the"
          + " product."),
  /** Trained front staff. */
  C45(
      "staff_trained_share",
      "Staff trained",
      Unit.PERCENT,
      Direction.UP,
      "Of front staff of points that offer, as last told by the quarter's end, those trained for the"
          + " product; who left counts on neither side."),
  /** Persons told of the product. */
  C46(
      "outreach_contacts",
      "Contacts per point",
      Unit.NUMBER,
      Direction.UP,
      "Contacts over points that offer and counted them in all three months, by the points' own"
          + " count: who is told in two months counts twice, unlike a subject reached (C20)."),
  /** Hours of service. */
  C47(
      "service_availability_pct",
      "Service availability",
      Unit.PERCENT,
      Direction.UP,
      "Hours with service over hours promised, less those whose interruption was announced 48 hours"
          + " before; of points that reported all three months."),
  /** Complaints. */
  C48(
      "complaints_per_1000",
      "Complaints per 1 000 transactions",
      Unit.NUMBER,
      Direction.DOWN,
      "Of points that keep a register of complaints and reported all three months: no register is"
          + " not no complaint.");

  private static final int LEAST_POINTS = 10;

  private final Definition definition;

  Supply(String key, String title, Unit unit, Direction better, String note) {
    this.definition = new Definition(key, title, unit, better, note, LEAST_POINTS);
  }

  @Override
  public String basis() {
    return "adm";
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
