package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/**
 * Contract 4e, places where partners offer products: one row per point and product, and per day
 * told where a partner tells the staff of several.
 */
public final class DeliveryPoints {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "point",
          List.of("partner_id", "point_id", "product_code", "as_of_on"),
          required("partner_id", Kind.TEXT, "Partner's code"),
          required("point_id", Kind.TEXT, "Point; unique at the partner"),
          required("country", Kind.COUNTRY, "Country of the point, ISO 3166-1 alpha-3"),
          required("type", Kind.CODE, "What it is").of("BRANCH", "AGENT", "CASH_DESK"),
          required("region", Kind.TEXT, "ISO 3166-2"),
          required("product_code", Kind.TEXT, "Product offered"),
          required("offers_from", Kind.DATE, "First day of the offer"),
          optional("offers_to", Kind.DATE, "Last day of the offer; null while it goes on"),
          required("staff_n", Kind.INTEGER, "Front staff"),
          required(
              "staff_trained_n", Kind.INTEGER, "Of these, with training for the product by then"),
          required("is_pilot_area", Kind.FLAG, "Whether it lies in the area of a pilot"),
          optional(
              "as_of_on",
              Kind.DATE,
              "Day at whose end the numbers of staff hold; null where only the last state comes"),
          optional("latitude", Kind.NUMBER, "Degrees north, to 2 decimals"),
          optional("longitude", Kind.NUMBER, "Degrees east, to 2 decimals"));

  /** {@code silver.delivery_point}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED, "silver.delivery_point", "Point, product and day told", "partner_id");

  private DeliveryPoints() {}
}
