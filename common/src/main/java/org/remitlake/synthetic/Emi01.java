package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** A wallet: everything quoted, times in UTC, states by number, gross amounts. */
final class Emi01 {
  private Emi01() {}

  static Layout layout() {
    return new Layout("txt", UTF_8, false, '|', true, Layout.columns(order(), money(), people()));
  }

  private static List<Column> order() {
    Stamp stamp = new Stamp(Stamp.Pattern.ISO_UTC, Provider.EMI_01.zone());
    return List.of(
        Column.text("transaction_id", "txnId", Transfer::transactionId),
        Column.number("event_seq", "eventNo", t -> t.event().seq()),
        Column.time("initiated_at", "createdAt", stamp, Transfer::initiatedAt),
        Column.time("available_at", "availableAt", stamp, Transfer::availableAt),
        Column.time("paid_at", "completedAt", stamp, Transfer::paidAt),
        Column.text("status", "statusCode", t -> status(t.event().status())),
        Column.time("status_at", "statusAt", stamp, t -> t.event().at()),
        Column.text("send_country", "fromCountry", t -> t.corridor().sendCountry()),
        Column.text("receive_country", "toCountry", t -> t.corridor().receiveCountry()),
        Column.text("receive_region", "toRegion", t -> t.parties().region()));
  }

  private static List<Column> money() {
    return List.of(
        Column.money("send_amount", "grossAmount", '.', t -> t.amounts().send()),
        Column.text("send_currency", "currency", t -> t.amounts().sendCurrency().name()),
        Column.money("fee_amount", "feeAmount", '.', t -> t.amounts().fee()),
        Column.text("fee_currency", "feeCurrency", t -> t.amounts().sendCurrency().name()),
        Column.money("receive_amount", "netAmount", '.', t -> t.amounts().receive()),
        Column.text("receive_currency", "netCurrency", t -> t.amounts().receiveCurrency().name()),
        Column.rate("fxRate", '.'),
        Column.refunded("refundAmount", '.'));
  }

  private static List<Column> people() {
    return List.of(
        Column.text("send_channel", "channel", t -> t.service().channel().name()),
        Column.text("funding_instrument", "source", t -> t.service().funding().name()),
        Column.text("payout_instrument", "destination", t -> t.service().payout().name()),
        Column.sender("senderHash"),
        Column.beneficiary("receiverHash"),
        Column.text("sender_sex", "senderGender", t -> t.parties().senderSex()),
        Column.text("sender_age_band", "senderAge", t -> t.parties().senderAge()));
  }

  private static String status(Event.Status status) {
    return switch (status) {
      case INITIATED -> "10";
      case SENT -> "20";
      case AVAILABLE -> "30";
      case PAID -> "50";
      case CANCELLED -> "60";
      case REFUNDED -> "70";
      case PARTIAL_REFUND -> "75";
      case REVERSED -> "80";
      case REJECTED -> "90";
    };
  }
}
