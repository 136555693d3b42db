package org.remitlake.registry;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 6, targets that funders agreed to. */
public final class Targets {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "target",
          List.of("pilot_code", "indicator_id", "dimension", "period"),
          required("indicator_id", Kind.TEXT, "Register id"),
          required("pilot_code", Kind.TEXT, "Pilot or programme"),
          required("dimension", Kind.TEXT, "_T, or a dimension and its value as sex=F"),
          required("period", Kind.TEXT, "Quarter"),
          optional("baseline_value", Kind.NUMBER, "In the indicator's unit"),
          optional("baseline_on", Kind.DATE, "Day of the baseline"),
          required("target_value", Kind.NUMBER, "In the indicator's unit"),
          required("approved_by", Kind.TEXT, "Office that approved it"),
          required("approved_on", Kind.DATE, "Day of approval"));

  /** {@code silver.target}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED, "silver.target", "Pilot, indicator, dimension and period", "pilot_code");

  private Targets() {}
}
