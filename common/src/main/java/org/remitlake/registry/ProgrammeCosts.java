package org.remitlake.registry;

import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 8, costs of the programmes, by booking. */
public final class ProgrammeCosts {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "cost",
          List.of("pilot_code", "booking_id"),
          required("pilot_code", Kind.TEXT, "Pilot"),
          required("booking_id", Kind.TEXT, "Booking"),
          required("booked_on", Kind.DATE, "Day of booking"),
          required("category", Kind.CODE, "What for")
              .of("STAFF", "TRAINING", "MARKETING", "SYSTEMS", "GRANTS", "EVALUATION", "OTHER"),
          required("amount", Kind.MONEY, "Cost"),
          required("currency", Kind.CURRENCY, "ISO 4217"));

  /** {@code silver.programme_cost}. */
  public static final TableContract CONTRACT =
      SettledTable.of(DELIVERED, "silver.programme_cost", "Pilot and booking", "pilot_code");

  private ProgrammeCosts() {}
}
