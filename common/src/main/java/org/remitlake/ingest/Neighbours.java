package org.remitlake.ingest;

import java.util.List;
import java.util.Map;
import org.remitlake.account.Accounts;
import org.remitlake.account.DeliveryPoints;
import org.remitlake.account.FunnelEvents;
import org.remitlake.account.Loans;
import org.remitlake.registry.Arms;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Pilots;
import org.remitlake.survey.Households;

/** The tables beside a row, and the names by which rules know what they say. */
final class Neighbours {
  /** Of an account or a loan: the pilot whose code it bears. */
  static final Neighbour PILOT =
      Neighbour.of(
          Pilots.DELIVERED,
          Pilots.CONTRACT,
          List.of("pilot_code"),
          Map.of("pilot_start_on", "start_on"));

  /** Of a posting. */
  static final Neighbour ACCOUNT =
      Neighbour.of(
          Accounts.DELIVERED,
          Accounts.CONTRACT,
          List.of("bank_id", "account_pid"),
          Map.of("account_closed_on", "closed_on"));

  /** Of an instalment, and of what is outstanding of a loan. */
  static final Neighbour LOAN =
      Neighbour.of(
          Loans.DELIVERED,
          Loans.CONTRACT,
          List.of("bank_id", "loan_pid"),
          Map.of(
              "is_known_loan",
              "true",
              "loan_disbursed_on",
              "disbursed_on",
              "loan_principal",
              "principal",
              "loan_currency",
              "currency"));

  /** Of a point's month: the point, and that it offers the product at some time. */
  static final Neighbour POINT =
      Neighbour.of(
          DeliveryPoints.DELIVERED,
          DeliveryPoints.CONTRACT,
          List.of("partner_id", "point_id", "product_code"),
          Map.of("is_known_point", "true"));

  /** Of a unit. */
  static final Neighbour CLUSTER =
      Neighbour.of(
          Clusters.DELIVERED,
          Clusters.CONTRACT,
          List.of("pilot_code", "cluster_id"),
          Map.of("is_known_cluster", "true"));

  /** Of a unit: the arm that it was assigned to. */
  static final Neighbour ARM =
      new Neighbour(
          Arms.DELIVERED,
          Arms.CONTRACT,
          "true",
          Map.of("pilot_code", "pilot_code", "assigned_arm", "arm_code"),
          Map.of("is_in_control", "is_control"));

  /** Of a unit: whether it came to use the pilot's product. */
  static final Neighbour USE =
      new Neighbour(
          FunnelEvents.DELIVERED,
          FunnelEvents.CONTRACT,
          "stage in ('OPENED', 'FUNDED', 'ACTIVE_30D', 'ACTIVE_90D', 'PERSIST_180D', 'PERSIST_365D')",
          Map.of("pilot_code", "pilot_code", "subject_pid", "subject_pid"),
          Map.of("used_from", "event_at"));

  /** Of a person or a migrant of a household. */
  static final Neighbour HOUSEHOLD =
      Neighbour.of(
          Households.DELIVERED,
          Households.CONTRACT,
          List.of("survey", "wave", "hh_id"),
          Map.of("is_known_household", "true"));

  private Neighbours() {}
}
