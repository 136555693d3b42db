package org.remitlake.synthetic;

import java.util.List;

/** The post: Russian headers of its own, times to the minute. */
final class Post01 {
  private Post01() {}

  static Layout layout() {
    return new Layout(
        "csv", Russian.WINDOWS, false, ';', false, Layout.columns(order(), money(), people()));
  }

  private static List<Column> order() {
    Stamp stamp = new Stamp(Stamp.Pattern.ISO_MINUTES, Provider.POST_01.zone());
    return List.of(
        Column.text("transaction_id", "Номер РПО", Transfer::transactionId),
        Column.number("event_seq", "№ п/п", t -> t.event().seq()),
        Column.time("initiated_at", "Принят", stamp, Transfer::initiatedAt),
        Column.time("paid_at", "Вручён", stamp, Transfer::paidAt),
        Column.text("status", "Состояние", t -> status(t.event().status())),
        Column.time("status_at", "Время состояния", stamp, t -> t.event().at()),
        Column.text("send_country", "Откуда", t -> Russian.country(t.corridor().sendCountry())),
        Column.text("receive_country", "Куда", t -> Russian.country(t.corridor().receiveCountry())),
        Column.text("receive_region", "Область вручения", t -> t.parties().region()));
  }

  private static List<Column> money() {
    return List.of(
        Column.money("send_amount", "Сумма", ',', t -> t.amounts().send()),
        Column.text("send_currency", "Валюта", t -> t.amounts().sendCurrency().name()),
        Column.money("fee_amount", "Плата", ',', t -> t.amounts().fee()),
        Column.text("fee_currency", "Валюта платы", t -> t.amounts().sendCurrency().name()),
        Column.money("receive_amount", "К выдаче", ',', t -> t.amounts().receive()),
        Column.text("receive_currency", "Валюта выдачи", t -> t.amounts().receiveCurrency().name()),
        Column.rate("Курс пересчёта", ','),
        Column.refunded("Возвращено отправителю", ','));
  }

  private static List<Column> people() {
    return List.of(
        Column.text("send_channel", "Место приёма", t -> "отделение связи"),
        Column.text("funding_instrument", "Форма оплаты", t -> "наличными"),
        Column.text(
            "payout_instrument",
            "Форма выдачи",
            t -> t.service().payout() == Service.Instrument.CASH ? "наличными" : "на дому"),
        Column.sender("Ключ отправителя"),
        Column.beneficiary("Ключ адресата"),
        Column.text("sender_sex", "Пол", t -> sex(t.parties().senderSex())),
        Column.text("sender_age_band", "Возраст", t -> age(t.parties())));
  }

  private static String status(Event.Status status) {
    return switch (status) {
      case INITIATED -> "принят";
      case SENT -> "в пути";
      case AVAILABLE -> "ожидает вручения";
      case PAID -> "вручён";
      case CANCELLED -> "аннулирован";
      case REFUNDED -> "возвращён";
      case REVERSED -> "сторно";
      case PARTIAL_REFUND -> "возвращён частично";
      case REJECTED -> "не принят";
    };
  }

  private static String sex(String code) {
    return code.equals("M") ? "муж" : code.equals("F") ? "жен" : "н/у";
  }

  private static String age(Parties parties) {
    return parties.senderAge().equals("U") ? "н/у" : parties.senderAge();
  }
}
