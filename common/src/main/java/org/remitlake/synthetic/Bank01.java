package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** A bank: tabs, numeric currencies, thousands apart, countries by their Russian names. */
final class Bank01 {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private Bank01() {}

  static Layout layout() {
    return new Layout("tsv", UTF_8, true, '\t', false, Layout.columns(order(), money(), people()));
  }

  private static List<Column> order() {
    Stamp stamp = new Stamp(Stamp.Pattern.SLASHES, Provider.BANK_01.zone());
    return List.of(
        Column.text("transaction_id", "Reference", Transfer::transactionId),
        Column.number("event_seq", "Sequence", t -> t.event().seq()),
        Column.time("initiated_at", "Order Date", stamp, Transfer::initiatedAt),
        Column.time("paid_at", "Value Date", stamp, Transfer::paidAt),
        Column.text("status", "State", t -> status(t.event().status())),
        Column.time("status_at", "State Date", stamp, t -> t.event().at()),
        Column.text(
            "send_country", "Country From", t -> Russian.country(t.corridor().sendCountry())),
        Column.text(
            "receive_country", "Country To", t -> Russian.country(t.corridor().receiveCountry())),
        Column.text("receive_region", "Region", t -> t.parties().region()));
  }

  private static List<Column> money() {
    return List.of(
        Column.grouped("send_amount", "Order Amount", ' ', t -> t.amounts().send()),
        Column.text("send_currency", "Order Currency", t -> t.amounts().sendCurrency().numeric()),
        Column.grouped("fee_amount", "Commission", ' ', t -> t.amounts().fee()),
        Column.text(
            "fee_currency", "Commission Currency", t -> t.amounts().sendCurrency().numeric()),
        Column.grouped(
            "receive_amount", "Credit Amount", NO_BREAK_SPACE, t -> t.amounts().receive()),
        Column.text(
            "receive_currency", "Credit Currency", t -> t.amounts().receiveCurrency().numeric()),
        Column.rate("Rate", ','),
        Column.refunded("Returned Amount", ','));
  }

  private static List<Column> people() {
    return List.of(
        Column.text("send_channel", "Channel", t -> channel(t.service().channel())),
        Column.text("funding_instrument", "Debit Type", t -> title(t.service().funding().name())),
        Column.text("payout_instrument", "Credit Type", t -> title(t.service().payout().name())),
        Column.sender("Customer Token"),
        Column.beneficiary("Counterparty Token"),
        Column.text("sender_sex", "Customer Sex", t -> sex(t.parties().senderSex())),
        Column.text("sender_age_band", "Customer Age", t -> age(t.parties())),
        Column.text(
            "sender_nationality", "Customer Citizenship", t -> t.parties().senderNationality()),
        Column.text(
            "sender_resident",
            "Customer Resident",
            t -> t.parties().senderNationality().equals("RUS") ? "Yes" : "No"),
        Column.text("purpose", "Purpose", t -> purpose(t.parties().purpose())));
  }

  private static String status(Event.Status status) {
    return switch (status) {
      case INITIATED -> "Accepted";
      case SENT -> "In Process";
      case AVAILABLE -> "Available";
      case PAID -> "Executed";
      case CANCELLED -> "Cancelled";
      case REFUNDED -> "Returned";
      case REVERSED -> "Reversed";
      case PARTIAL_REFUND -> "Partly Returned";
      case REJECTED -> "Declined";
    };
  }

  private static String channel(Service.Channel channel) {
    return switch (channel) {
      case WEB -> "Internet";
      case APP -> "Mobile";
      case BRANCH, AGENT, POST_OFFICE, KIOSK -> "Branch";
    };
  }

  private static String purpose(Parties.Purpose purpose) {
    return switch (purpose) {
      case FAMILY_SUPPORT -> "Family";
      case LOAN_REPAYMENT -> "Loan";
      case EDUCATION, MEDICAL, SAVINGS, PROPERTY, GIFT, OTHER -> title(purpose.name());
    };
  }

  /** {@code CASH} as {@code Cash}; the words are single and Latin. */
  private static String title(String code) {
    StringBuilder word = new StringBuilder(code);
    for (int i = 1; i < word.length(); i++) {
      word.setCharAt(i, (char) (word.charAt(i) + 'a' - 'A'));
    }
    return word.toString();
  }

  private static String sex(String code) {
    return code.equals("M") ? "Male" : code.equals("F") ? "Female" : "Unknown";
  }

  private static String age(Parties parties) {
    return parties.senderAge().equals("U") ? "Unknown" : parties.senderAge();
  }
}
