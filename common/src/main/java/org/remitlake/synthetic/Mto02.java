package org.remitlake.synthetic;

import java.util.List;
import org.remitlake.synthetic.Service.Instrument;

/** A second operator: Russian words throughout, and RUR until the middle of 2020. */
final class Mto02 {
  /** 1 July 2020, Moscow. */
  private static final long RUR_UNTIL = 1_593_550_800L;

  private Mto02() {}

  static Layout layout() {
    return new Layout(
        "csv", Russian.WINDOWS, false, ';', false, Layout.columns(order(), money(), people()));
  }

  private static List<Column> order() {
    Stamp stamp = new Stamp(Stamp.Pattern.DOTS, Provider.MTO_02.zone());
    return List.of(
        Column.text("transaction_id", "Номер перевода", Transfer::transactionId),
        Column.number("event_seq", "Событие", t -> t.event().seq()),
        Column.time("initiated_at", "Дата отправки", stamp, Transfer::initiatedAt),
        Column.time("paid_at", "Дата выплаты", stamp, Transfer::paidAt),
        Column.text("status", "Статус", t -> status(t.event().status())),
        Column.time("status_at", "Дата статуса", stamp, t -> t.event().at()),
        Column.text(
            "send_country", "Страна отправки", t -> Russian.country(t.corridor().sendCountry())),
        Column.text(
            "receive_country",
            "Страна выплаты",
            t -> Russian.country(t.corridor().receiveCountry())),
        Column.text("receive_region", "Регион выплаты", t -> t.parties().region()));
  }

  private static List<Column> money() {
    return List.of(
        Column.money("send_amount", "Сумма отправки", ',', t -> t.amounts().send()),
        Column.text("send_currency", "Валюта отправки", Mto02::sendCurrency),
        Column.money("fee_amount", "Комиссия", ',', t -> t.amounts().fee()),
        Column.text("fee_currency", "Валюта комиссии", Mto02::sendCurrency),
        Column.money("receive_amount", "Сумма выплаты", ',', t -> t.amounts().receive()),
        Column.text(
            "receive_currency",
            "Валюта выплаты",
            t -> Russian.currency(t.amounts().receiveCurrency())),
        Column.rate("Курс", ','),
        Column.refunded("Возвращено", ','));
  }

  private static List<Column> people() {
    return List.of(
        Column.text("send_channel", "Канал", t -> channel(t.service().channel())),
        Column.text("funding_instrument", "Способ оплаты", t -> instrument(t.service().funding())),
        Column.text("payout_instrument", "Способ выплаты", t -> instrument(t.service().payout())),
        Column.sender("Код отправителя"),
        Column.beneficiary("Код получателя"),
        Column.text("sender_sex", "Пол отправителя", t -> sex(t.parties().senderSex())),
        Column.text("sender_age_band", "Возраст отправителя", t -> age(t.parties())),
        Column.text("comment", "Комментарий", t -> ""));
  }

  /** Whether the row's currency is written in a way that the register of currencies has not. */
  static boolean oldCurrency(Transfer t) {
    return t.amounts().sendCurrency() == Currency.RUB
        && t.initiatedAt() < RUR_UNTIL
        && t.parties().beneficiary() % 20 == 0;
  }

  private static String sendCurrency(Transfer t) {
    return oldCurrency(t) ? "RUR" : Russian.currency(t.amounts().sendCurrency());
  }

  private static String status(Event.Status status) {
    return switch (status) {
      case INITIATED -> "Создан";
      case SENT -> "Отправлен";
      case AVAILABLE -> "Готов к выплате";
      case PAID -> "Выплачен";
      case CANCELLED -> "Отменён";
      case REFUNDED -> "Возвращён";
      case REVERSED -> "Сторнирован";
      case PARTIAL_REFUND -> "Частичный возврат";
      case REJECTED -> "Отказ";
    };
  }

  private static String channel(Service.Channel channel) {
    return switch (channel) {
      case BRANCH -> "Отделение";
      case AGENT -> "Агент";
      case POST_OFFICE -> "Почта";
      case KIOSK -> "Терминал";
      case WEB -> "Сайт";
      case APP -> "Приложение";
    };
  }

  private static String instrument(Instrument instrument) {
    return switch (instrument) {
      case CASH -> "Наличные";
      case CARD -> "Карта";
      case ACCOUNT -> "Счёт";
      case WALLET -> "Кошелёк";
      case HOME_DELIVERY -> "На дом";
    };
  }

  private static String sex(String code) {
    return code.equals("M") ? "М" : code.equals("F") ? "Ж" : "-";
  }

  private static String age(Parties parties) {
    return parties.senderAge().equals("U") ? "-" : parties.senderAge();
  }
}
