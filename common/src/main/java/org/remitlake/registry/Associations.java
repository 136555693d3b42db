package org.remitlake.registry;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 6b, register of migrant associations, a row per association and quarter. */
public final class Associations {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "association",
          List.of("assoc_id", "period"),
          required("assoc_id", Kind.TEXT, "Association"),
          required("pilot_code", Kind.TEXT, "Pilot"),
          required("cluster_id", Kind.TEXT, "Cluster of the pilot"),
          required("period", Kind.TEXT, "Quarter"),
          required("members", Kind.INTEGER, "Members at quarter end"),
          optional("women", Kind.INTEGER, "Women among them"),
          optional("paying_members_12m", Kind.INTEGER, "Members who paid in twelve months"),
          required("contributions_members", Kind.MONEY, "Received from members, local currency"),
          optional("contributions_diaspora", Kind.MONEY, "Received from others abroad"),
          optional("contributions_partner", Kind.MONEY, "Received from the programme"),
          optional("contributions_public", Kind.MONEY, "Received from the state"),
          optional("overheads", Kind.MONEY, "Running costs"),
          optional("outflows", Kind.MONEY, "All that was spent"),
          optional("projects_due", Kind.INTEGER, "Projects due"),
          optional("projects_completed", Kind.INTEGER, "Of them with signed acceptance"),
          optional("has_rules", Kind.FLAG, "Written rules"),
          optional("has_elected_board", Kind.FLAG, "Elected board"),
          optional("has_published_accounts", Kind.FLAG, "Published accounts"),
          optional("has_audit", Kind.FLAG, "External audit"),
          optional("has_woman_on_board", Kind.FLAG, "A woman on the board"));

  /** {@code silver.association}. */
  public static final TableContract CONTRACT =
      SettledTable.of(DELIVERED, "silver.association", "Association and quarter", "pilot_code");

  private Associations() {}
}
