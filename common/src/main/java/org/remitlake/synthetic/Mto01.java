package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.List;
import org.remitlake.synthetic.Event.Status;

/** The largest operator: the contract's own names, but reversals as negative rows (T04). */
final class Mto01 {
  private Mto01() {}

  static Layout layout(char mark) {
    return new Layout(
        "csv", UTF_8, false, ',', false, Layout.columns(order(), money(mark), people()));
  }

  private static List<Column> order() {
    Stamp sent = new Stamp(Stamp.Pattern.ISO_OFFSET, Provider.MTO_01.zone());
    Stamp dushanbe = new Stamp(Stamp.Pattern.ISO_OFFSET, ZoneId.of("Asia/Dushanbe"));
    Stamp yerevan = new Stamp(Stamp.Pattern.ISO_OFFSET, ZoneId.of("Asia/Yerevan"));
    return List.of(
        Column.text("transaction_id", "transaction_id", Transfer::transactionId),
        Column.number("event_seq", "event_seq", t -> t.event().seq()),
        Column.time("initiated_at", "initiated_at", sent, Transfer::initiatedAt),
        there("paid_at", dushanbe, yerevan),
        Column.text("status", "status", Mto01::status),
        Column.time("status_at", "status_at", sent, t -> t.event().at()),
        Column.text("original_transaction_id", "original_transaction_id", Mto01::original),
        Column.text("send_country", "send_country", t -> t.corridor().sendCountry()),
        Column.text("receive_country", "receive_country", t -> t.corridor().receiveCountry()),
        Column.text("receive_region", "receive_region", t -> t.parties().region()));
  }

  private static List<Column> money(char mark) {
    return List.of(
        Column.money("send_amount", "send_amount", mark, t -> sign(t) * t.amounts().send()),
        currency("send_currency"),
        Column.money("fee_amount", "fee_amount", mark, t -> t.amounts().fee()),
        currency("fee_currency"),
        Column.money(
            "receive_amount", "receive_amount", mark, t -> sign(t) * t.amounts().receive()),
        Column.text(
            "receive_currency", "receive_currency", t -> t.amounts().receiveCurrency().name()),
        Column.rate("applied_fx_rate", mark),
        Column.refunded("refunded_amount", mark));
  }

  private static List<Column> people() {
    return List.of(
        Column.text("send_channel", "send_channel", t -> t.service().channel().name()),
        Column.text("funding_instrument", "funding_instrument", t -> t.service().funding().name()),
        Column.text("payout_instrument", "payout_instrument", t -> t.service().payout().name()),
        Column.sender("sender_pid"),
        Column.beneficiary("beneficiary_pid"),
        Column.text("sender_sex", "sender_sex", t -> t.parties().senderSex()),
        Column.text("beneficiary_sex", "beneficiary_sex", t -> t.parties().beneficiarySex()),
        Column.text("sender_age_band", "sender_age_band", t -> t.parties().senderAge()),
        Column.text("relationship", "relationship", t -> t.parties().relationship()),
        Column.text("purpose", "purpose", t -> t.parties().purpose().name()),
        Column.text("tariff_code", "tariff_code", t -> t.service().tariff().name()),
        Column.text("payout_partner_id", "payout_partner_id", Transfer::payoutPartner));
  }

  private static Column there(String field, Stamp dushanbe, Stamp yerevan) {
    return new Column(
        field,
        field,
        (out, t) -> (t.corridor().toArmenia() ? yerevan : dushanbe).append(out, t.paidAt()));
  }

  private static Column currency(String field) {
    return Column.text(field, field, t -> t.amounts().sendCurrency().name());
  }

  static boolean negative(Transfer t) {
    return t.event().status() == Status.REVERSED;
  }

  private static int sign(Transfer t) {
    return negative(t) ? -1 : 1;
  }

  /** Half of the negative rows still say PAID. */
  private static String status(Transfer t) {
    boolean silent = negative(t) && (t.parties().beneficiary() & 1) == 0;
    return silent ? "PAID" : t.event().status().name();
  }

  private static String original(Transfer t) {
    return switch (t.event().status()) {
      case REVERSED, REFUNDED, PARTIAL_REFUND -> t.transactionId();
      case INITIATED, SENT, AVAILABLE, PAID, CANCELLED, REJECTED -> "";
    };
  }
}
