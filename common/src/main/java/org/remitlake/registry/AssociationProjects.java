package org.remitlake.registry;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/**
 * Contract 6c, projects of migrant associations, a row per association and project: one project of
 * two associations has one code. A later delivery of a row is its later state.
 */
public final class AssociationProjects {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "association_project",
          List.of("assoc_id", "project_code"),
          required("assoc_id", Kind.TEXT, "Association"),
          required("pilot_code", Kind.TEXT, "Pilot"),
          required("country", Kind.COUNTRY, "Of the association, ISO 3166-1 alpha-3"),
          required("project_code", Kind.TEXT, "Project, the same for all who carry it"),
          required("due_on", Kind.DATE, "Day on which it is to be complete"),
          optional("accepted_on", Kind.DATE, "Day of the signed acceptance; null until then"),
          optional("beneficiaries", Kind.INTEGER, "Distinct persons served"),
          optional(
                  "beneficiaries_method",
                  Kind.CODE,
                  "How they were counted; those of a CATCHMENT are never added")
              .of("LIST", "ESTIMATE", "CATCHMENT"));

  /** {@code silver.association_project}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED,
          "silver.association_project",
          "Association and project, last state",
          "pilot_code");

  private AssociationProjects() {}
}
