package org.remitlake.ingest.rule;

import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;

/** The rule that a text breaks which cannot be read as what its field is. */
final class UnreadRule {
  private UnreadRule() {}

  /** Its id; empty for fields that any text fits. */
  static String of(DeliveryContract contract, DeliveredField field) {
    return switch (field.kind()) {
      case TEXT, PERSON -> "";
      case CODE, COUNTRY, FLAG -> contract.reasons() ? "S09" : "M02";
      case CURRENCY -> "T08";
      case MONEY, RATE, PERCENT, NUMBER, INTEGER -> "F05";
      case INSTANT, DATE -> "F10";
    };
  }
}
