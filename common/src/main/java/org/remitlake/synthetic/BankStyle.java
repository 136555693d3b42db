package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;

/** How a partner bank writes its extracts: language, delimiter, numbers and dates. */
enum BankStyle {
  /** Armenian headers, tabs, thousands by comma, 31/12/2020. */
  ARMENIAN('\t', "tsv", UTF_8, Stamp.Pattern.SLASHES),
  /** Russian headers in windows-1251, bars, decimal comma, thousands by blank, 31.12.2020. */
  RUSSIAN('|', "txt", Russian.WINDOWS, Stamp.Pattern.DOTS);

  private final char delimiter;
  private final String extension;
  private final Charset charset;
  private final Stamp.Pattern stamp;

  BankStyle(char delimiter, String extension, Charset charset, Stamp.Pattern stamp) {
    this.delimiter = delimiter;
    this.extension = extension;
    this.charset = charset;
    this.stamp = stamp;
  }

  static BankStyle of(Pilot pilot) {
    return pilot == Pilot.PT_AM_01 ? ARMENIAN : RUSSIAN;
  }

  char delimiter() {
    return delimiter;
  }

  String extension() {
    return extension;
  }

  Charset charset() {
    return charset;
  }

  Stamp.Pattern stamp() {
    return stamp;
  }

  String money(long hundredths) {
    Text text = new Text(24);
    boolean armenian = this == ARMENIAN;
    Digits.grouped(text, hundredths, armenian ? '.' : ',', armenian ? ',' : ' ');
    return text.toString();
  }

  /** Nothing for no day. */
  String day(LocalDate day) {
    if (day == null) {
      return "";
    }
    String dots = FxDelivery.dots(new Text(10), day).toString();
    return this == ARMENIAN ? dots.replace('.', '/') : dots;
  }

  String flag(boolean value) {
    if (this == ARMENIAN) {
      return value ? "1" : "0";
    }
    return value ? "да" : "нет";
  }

  String direction(boolean credit) {
    if (this == ARMENIAN) {
      return credit ? "Կ" : "Դ";
    }
    return credit ? "Кт" : "Дт";
  }

  String type(Entry.Type type) {
    boolean armenian = this == ARMENIAN;
    return switch (type) {
      case REMIT_CREDIT -> armenian ? "RMT" : "Перевод";
      case CASH_IN -> armenian ? "CIN" : "Взнос";
      case CASH_OUT -> armenian ? "COU" : "Выдача";
      case ATM -> armenian ? "ATM" : "Банкомат";
      case CARD_POS -> armenian ? "POS" : "Покупка";
      case TRANSFER_OWN -> armenian ? "OWN" : "Свой счет";
      case INTEREST -> armenian ? "INT" : "Проценты";
      case FEE -> armenian ? "FEE" : "Комиссия";
      case REVERSAL -> armenian ? "REV" : "Сторно";
    };
  }

  List<String> accountColumns() {
    return this == ARMENIAN
        ? List.of(
            "account_pid=Հաշիվ",
            "customer_pid=Հաճախորդ",
            "product_code=Պրոդուկտ",
            "pilot_code=Ծրագիր",
            "opened_on=Բացման օր",
            "opened_channel=Ալիք",
            "opened_by=Բացող",
            "is_joint=Համատեղ",
            "status=Վիճակ",
            "closed_on=Փակման օր",
            "close_reason=Պատճառ",
            "first_deposit_on=Առաջին մուտք",
            "customer_sex=Սեռ",
            "age_band=Տարիք",
            "region=Մարզ",
            "beneficiary_pid=Ստացող")
        : List.of(
            "account_pid=Счет",
            "customer_pid=Клиент",
            "product_code=Продукт",
            "pilot_code=Программа",
            "opened_on=Открыт",
            "opened_channel=Канал",
            "opened_by=Кем открыт",
            "is_joint=Совместный",
            "status=Состояние",
            "closed_on=Закрыт",
            "close_reason=Причина",
            "first_deposit_on=Первый взнос",
            "customer_sex=Пол",
            "age_band=Возраст",
            "region=Область",
            "beneficiary_pid=Получатель");
  }

  List<String> postingColumns() {
    return this == ARMENIAN
        ? List.of(
            "posting_id=Գրառում",
            "account_pid=Հաշիվ",
            "booked_at=Ժամանակ",
            "value_on=Օր",
            "direction=Ուղղություն",
            "amount=Գումար",
            "type=Տեսակ",
            "end_to_end_id=Հղում",
            "is_customer_initiated=Հաճախորդի",
            "reverses_posting_id=Չեղարկում",
            "own_transfer_group=Խումբ")
        : List.of(
            "posting_id=Номер",
            "account_pid=Счет",
            "booked_at=Время",
            "value_on=Дата",
            "direction=Дт/Кт",
            "amount=Сумма",
            "type=Операция",
            "end_to_end_id=Код перевода",
            "is_customer_initiated=Клиентом",
            "reverses_posting_id=Сторно к",
            "own_transfer_group=Группа");
  }

  List<String> balanceColumns() {
    return this == ARMENIAN
        ? List.of("account_pid=Հաշիվ", "as_of_on=Օր", "closing_balance=Մնացորդ")
        : List.of("account_pid=Счет", "as_of_on=Дата", "closing_balance=Остаток");
  }

  String status(String status) {
    if (this == ARMENIAN) {
      return status;
    }
    return switch (status) {
      case "OPEN" -> "Открыт";
      case "DORMANT" -> "Спящий";
      default -> "Закрыт";
    };
  }
}
