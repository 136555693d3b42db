package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 4e, what points report of a product each month; a month that is missing is no zero. */
public final class DeliveryMonths {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "point_month",
          List.of("partner_id", "point_id", "product_code", "month_on"),
          required("partner_id", Kind.TEXT, "Partner's code"),
          required("country", Kind.COUNTRY, "Country of the point, ISO 3166-1 alpha-3"),
          required("point_id", Kind.TEXT, "Point"),
          required("product_code", Kind.TEXT, "Product"),
          required("month_on", Kind.DATE, "First day of the month; another day of it is set to it"),
          required("applications", Kind.INTEGER, "Applications received"),
          required("openings", Kind.INTEGER, "Accounts opened, or loans disbursed"),
          required("product_transactions", Kind.INTEGER, "Transactions on the product"),
          required("hours_promised", Kind.NUMBER, "Hours in which service was promised"),
          required("hours_available", Kind.NUMBER, "Of these, hours in which there was service"),
          optional(
              "hours_planned_down",
              Kind.NUMBER,
              "Hours without service of those promised, announced 48 hours before"),
          optional(
              "complaints",
              Kind.INTEGER,
              "Received; null at a point that keeps no register of them"),
          optional(
              "complaints_resolved",
              Kind.INTEGER,
              "Closed in the month, whenever received; null as complaints"),
          optional("contacts", Kind.INTEGER, "Persons told of the product"));

  /** {@code silver.delivery_month}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED,
          "silver.delivery_month",
          "Point, product and month",
          "quarter",
          SettledTable.QUARTER);

  private DeliveryMonths() {}
}
