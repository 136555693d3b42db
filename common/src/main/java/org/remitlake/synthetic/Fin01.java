package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A digital-only operator: own English words, two-letter countries, a memo with quotes in it. */
final class Fin01 {
  private Fin01() {}

  static Layout layout() {
    return new Layout("csv", UTF_8, false, ',', false, Layout.columns(order(), money(), people()));
  }

  private static List<Column> order() {
    Stamp stamp = new Stamp(Stamp.Pattern.ISO_SPACE, Provider.FIN_01.zone());
    return List.of(
        Column.text("transaction_id", "Transfer ID", Transfer::transactionId),
        Column.number("event_seq", "Step", t -> t.event().seq()),
        Column.time("initiated_at", "Created", stamp, Transfer::initiatedAt),
        Column.time("paid_at", "Delivered", stamp, Transfer::paidAt),
        Column.text("status", "Outcome", t -> status(t.event().status())),
        Column.time("status_at", "Outcome Time", stamp, t -> t.event().at()),
        Column.text("send_country", "Origin", t -> letters(t.corridor().sendCountry())),
        Column.text("receive_country", "Destination", t -> letters(t.corridor().receiveCountry())),
        Column.text("receive_region", "Destination Region", t -> t.parties().region()));
  }

  private static List<Column> money() {
    return List.of(
        Column.money("send_amount", "Amount Sent", '.', t -> t.amounts().send()),
        Column.text("send_currency", "Currency Sent", t -> t.amounts().sendCurrency().name()),
        Column.money("fee_amount", "Fee", '.', t -> t.amounts().fee()),
        Column.text("fee_currency", "Fee Currency", t -> t.amounts().sendCurrency().name()),
        Column.money("receive_amount", "Amount Received", '.', t -> t.amounts().receive()),
        Column.text(
            "receive_currency", "Currency Received", t -> t.amounts().receiveCurrency().name()),
        Column.rate("Customer Rate", '.'),
        Column.refunded("Refund", '.'));
  }

  private static List<Column> people() {
    return List.of(
        Column.text("send_channel", "Ordered By", t -> lower(t.service().channel().name())),
        Column.text("funding_instrument", "Paid With", t -> lower(t.service().funding().name())),
        Column.text("payout_instrument", "Received On", t -> lower(t.service().payout().name())),
        Column.sender("Sender Key"),
        Column.beneficiary("Recipient Key"),
        Column.text("sender_sex", "Sender Sex", t -> t.parties().senderSex()),
        Column.text("beneficiary_sex", "Recipient Sex", t -> t.parties().beneficiarySex()),
        Column.text("sender_age_band", "Sender Age", t -> t.parties().senderAge()),
        Column.text("relationship", "Relationship", t -> lower(t.parties().relationship())),
        Column.text("memo", "Memo", Fin01::memo));
  }

  /** Another release of its software: another order, and other names its profile knows (F06). */
  static Layout newRelease() {
    Layout layout = layout();
    List<Column> columns = new ArrayList<>();
    for (Column column : layout.columns()) {
      // The id stays in front: a row that is cut short can still be named.
      columns.add(Math.min(1, columns.size()), renamed(column));
    }
    return layout.withColumns(List.copyOf(columns));
  }

  private static Column renamed(Column column) {
    return switch (column.field()) {
      case "transaction_id" -> new Column(column.field(), "TransferRef", column.cell());
      case "send_amount" -> new Column(column.field(), "Sent Amount", column.cell());
      default -> column;
    };
  }

  private static String memo(Transfer t) {
    return switch ((int) (t.parties().beneficiary() & 7)) {
      case 0 -> "Family, monthly";
      case 1 -> "for \"school\", please";
      default -> "";
    };
  }

  private static String letters(String country) {
    return switch (country) {
      case "RUS" -> "RU";
      case "TJK" -> "TJ";
      case "ARM" -> "AM";
      case "KAZ" -> "KZ";
      default -> throw new IllegalArgumentException(country + " has no two letters here.");
    };
  }

  private static String lower(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  private static String status(Event.Status status) {
    return switch (status) {
      case INITIATED -> "created";
      case SENT -> "in transit";
      case AVAILABLE -> "ready";
      case PAID -> "delivered";
      case CANCELLED -> "cancelled";
      case REFUNDED -> "refunded";
      case REVERSED -> "reversed";
      case PARTIAL_REFUND -> "partly refunded";
      case REJECTED -> "declined";
    };
  }
}
