package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/**
 * Contract 4g, complaints about products, each one row. A row that comes again with the day of
 * closing is another state of it, no correction.
 */
public final class Complaints {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "complaint",
          List.of("partner_id", "complaint_id"),
          required("partner_id", Kind.TEXT, "Partner's code"),
          required("country", Kind.COUNTRY, "Country of the point, ISO 3166-1 alpha-3"),
          required("complaint_id", Kind.TEXT, "Complaint; unique at the partner"),
          required("point_id", Kind.TEXT, "Point that it is about"),
          required("product_code", Kind.TEXT, "Product that it is about"),
          required("received_on", Kind.DATE, "Day on which it was received"),
          optional("closed_on", Kind.DATE, "Day on which it was closed; null while it is open"),
          optional("channel", Kind.TEXT, "How it came"),
          optional("category", Kind.TEXT, "What it is about"));

  /** {@code silver.complaint}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED, "silver.complaint", "Complaint, last state", "quarter", SettledTable.QUARTER);

  private Complaints() {}
}
