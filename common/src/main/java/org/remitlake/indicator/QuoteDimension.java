package org.remitlake.indicator;

import java.util.Locale;

/** The dimensions by which quote indicators are broken down (catalogue A11). */
enum QuoteDimension {
  PROVIDER_TYPE,
  SEND_CHANNEL,
  FUNDING_INSTRUMENT,
  PAYOUT_INSTRUMENT,
  SPEED_CLASS,
  IS_DIGITAL;

  /** Name of the dimension in a cell. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cell that a quote belongs to. */
  CellKey cell(String quarter, QuoteRecord quote) {
    return CellKey.of(quote.corridor(), quarter, column(), value(quote.service()));
  }

  private String value(QuoteRecord.Service service) {
    return switch (this) {
      case PROVIDER_TYPE -> service.providerType();
      case SEND_CHANNEL -> service.channel();
      case FUNDING_INSTRUMENT -> service.funding();
      case PAYOUT_INSTRUMENT -> service.payout();
      case SPEED_CLASS -> service.speedClass();
      case IS_DIGITAL -> service.isDigital();
    };
  }
}
