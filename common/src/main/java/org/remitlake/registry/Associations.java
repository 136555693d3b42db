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
          optional("country", Kind.COUNTRY, "ISO 3166-1 alpha-3"),
          optional("founded_on", Kind.DATE, "Day of the founding"),
          required("members", Kind.INTEGER, "Members at quarter end"),
          optional("women", Kind.INTEGER, "Women among them"),
          optional("paying_members_12m", Kind.INTEGER, "Members who paid in twelve months"),
          required("contributions_members", Kind.MONEY, "Received from members, local currency"),
          optional("contributions_diaspora", Kind.MONEY, "Received from others abroad"),
          optional("contributions_partner", Kind.MONEY, "Received from the programme"),
          optional("contributions_public", Kind.MONEY, "Received from the state"),
          optional("pledged", Kind.MONEY, "Promised by anybody and not received, not in the above"),
          optional(
              "in_kind_value", Kind.MONEY, "Stated value of what came in kind, not in the above"),
          optional("overheads", Kind.MONEY, "Running costs"),
          optional("outflows", Kind.MONEY, "All that was spent"),
          optional("projects_due", Kind.INTEGER, "Projects due"),
          optional("projects_completed", Kind.INTEGER, "Of them with signed acceptance"),
          optional(
              "has_meeting_12m",
              Kind.FLAG,
              "A minuted meeting in the twelve months to quarter end"),
          optional("has_accounts_12m", Kind.FLAG, "Kept accounts in the twelve months"),
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
