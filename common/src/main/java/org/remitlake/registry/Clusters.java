package org.remitlake.registry;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 6, clusters and the arm each was assigned to. */
public final class Clusters {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "cluster",
          List.of("pilot_code", "cluster_id"),
          required("cluster_id", Kind.TEXT, "Cluster"),
          required("pilot_code", Kind.TEXT, "Pilot"),
          required("cluster_type", Kind.CODE, "What it is")
              .of("BRANCH", "MAHALLA", "JAMOAT", "COMMUNITY", "ASSOCIATION", "EMPLOYER", "PERSON"),
          required("region", Kind.TEXT, "ISO 3166-2"),
          required("block", Kind.TEXT, "Block of the assignment"),
          required("size_frame", Kind.INTEGER, "Units in the frame"),
          required("arm_code", Kind.TEXT, "Assigned arm; fixed after assigned_on"),
          required("assigned_on", Kind.DATE, "Day of assignment"),
          required("assignment_prob", Kind.NUMBER, "Probability of that arm, between 0 and 1"),
          required("seed", Kind.TEXT, "Seed of the draw"),
          optional("treated_from", Kind.DATE, "First day of the offer"),
          optional("treated_to", Kind.DATE, "Last day of the offer"));

  /** {@code silver.cluster}. */
  public static final TableContract CONTRACT =
      SettledTable.of(DELIVERED, "silver.cluster", "Pilot and cluster", "pilot_code");

  private Clusters() {}
}
