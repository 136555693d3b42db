package org.remitlake.registry;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 6, units of the eligible frame, as assigned. */
public final class Units {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "unit",
          List.of("pilot_code", "subject_pid"),
          required("subject_pid", Kind.PERSON, "Unit"),
          required("pilot_code", Kind.TEXT, "Pilot"),
          required("cluster_id", Kind.TEXT, "Cluster"),
          required("eligible_from", Kind.DATE, "First day of eligibility"),
          optional("eligible_to", Kind.DATE, "Last day"),
          required("assigned_arm", Kind.TEXT, "Arm, as assigned"),
          optional("hh_id", Kind.TEXT, "The household in the pilot's survey: panel_hh_id there"),
          required("has_consent", Kind.FLAG, "Whether it consented to the study"),
          optional("withdrawn_on", Kind.DATE, "Day on which consent was withdrawn"));

  /** {@code silver.assignment}. */
  public static final TableContract CONTRACT =
      SettledTable.of(DELIVERED, "silver.assignment", "Pilot and unit", "pilot_code");

  private Units() {}
}
