package org.remitlake.registry;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 6, arms of pilots; one is the control. */
public final class Arms {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "arm",
          List.of("pilot_code", "arm_code"),
          required("pilot_code", Kind.TEXT, "Pilot"),
          required("arm_code", Kind.TEXT, "Arm"),
          required("is_control", Kind.FLAG, "Whether it is the control"),
          required("product_terms", Kind.TEXT, "What is offered"),
          optional("intensity", Kind.TEXT, "How much of it"));

  /** {@code silver.arm}. */
  public static final TableContract CONTRACT =
      SettledTable.of(DELIVERED, "silver.arm", "Pilot and arm", "pilot_code");

  private Arms() {}
}
