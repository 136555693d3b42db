package org.remitlake.indicator;

import static org.remitlake.indicator.TransferColumns.AVAILABLE_AT;
import static org.remitlake.indicator.TransferColumns.BENEFICIARY;
import static org.remitlake.indicator.TransferColumns.BENEFICIARY_FEE;
import static org.remitlake.indicator.TransferColumns.CORRIDOR;
import static org.remitlake.indicator.TransferColumns.DELIVERED;
import static org.remitlake.indicator.TransferColumns.DELIVERED_CURRENCY;
import static org.remitlake.indicator.TransferColumns.EXCLUSION;
import static org.remitlake.indicator.TransferColumns.FEE;
import static org.remitlake.indicator.TransferColumns.FEE_CURRENCY;
import static org.remitlake.indicator.TransferColumns.FILE_ID;
import static org.remitlake.indicator.TransferColumns.FLAGS;
import static org.remitlake.indicator.TransferColumns.FUNDING_INSTRUMENT;
import static org.remitlake.indicator.TransferColumns.INITIATED_AT;
import static org.remitlake.indicator.TransferColumns.INITIATED_ON;
import static org.remitlake.indicator.TransferColumns.LINE_NO;
import static org.remitlake.indicator.TransferColumns.PAID_AT;
import static org.remitlake.indicator.TransferColumns.PAID_ON;
import static org.remitlake.indicator.TransferColumns.PAYOUT_INSTRUMENT;
import static org.remitlake.indicator.TransferColumns.PAYOUT_RATE;
import static org.remitlake.indicator.TransferColumns.PRINCIPAL;
import static org.remitlake.indicator.TransferColumns.PROVIDER_GROUP;
import static org.remitlake.indicator.TransferColumns.PROVIDER_ID;
import static org.remitlake.indicator.TransferColumns.PROVIDER_TYPE;
import static org.remitlake.indicator.TransferColumns.QUARTER;
import static org.remitlake.indicator.TransferColumns.RECEIPT_QUARTER;
import static org.remitlake.indicator.TransferColumns.RECEIVED_CURRENCY;
import static org.remitlake.indicator.TransferColumns.RECEIVE_COUNTRY;
import static org.remitlake.indicator.TransferColumns.RECEIVE_REGION;
import static org.remitlake.indicator.TransferColumns.RELATIONSHIP;
import static org.remitlake.indicator.TransferColumns.SENDER;
import static org.remitlake.indicator.TransferColumns.SENDER_AGE_BAND;
import static org.remitlake.indicator.TransferColumns.SENDER_SEX;
import static org.remitlake.indicator.TransferColumns.SEND_CHANNEL;
import static org.remitlake.indicator.TransferColumns.SEND_CURRENCY;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;
import org.remitlake.contract.Field;

/**
 * What a row of {@code silver.tx} says, as far as indicators need it; null where it says nothing.
 * Rows are read as Spark holds them: to turn each into objects first costs more than all that is
 * computed of it.
 */
final class TransferFacts {
  private final Map<UTF8String, String> texts = new HashMap<>();
  private final List<String> flags = new ArrayList<>();
  private InternalRow row;

  /** Goes on to a row of {@link TransferColumns}. */
  void read(InternalRow next) {
    row = next;
    flags.clear();
    if (!row.isNullAt(FLAGS)) {
      ArrayData rules = row.getArray(FLAGS);
      for (int i = 0; i < rules.numElements(); i++) {
        flags.add(rules.getUTF8String(i).toString());
      }
    }
  }

  boolean has(String rule) {
    return flags.contains(rule);
  }

  String corridor() {
    return text(CORRIDOR);
  }

  String quarter() {
    return text(QUARTER);
  }

  /** Why the transfer is not completed; null when it is. */
  String exclusion() {
    return text(EXCLUSION);
  }

  /** As of {@link TransferTerms#receiptQuarter}. */
  String receiptQuarter() {
    return text(RECEIPT_QUARTER);
  }

  /** Pricing date, days since 1970. */
  int pricedOn() {
    return row.getInt(INITIATED_ON);
  }

  /** Receipt date, days since 1970. */
  int receivedOn() {
    return row.getInt(row.isNullAt(PAID_ON) ? INITIATED_ON : PAID_ON);
  }

  /** Microseconds since 1970. */
  long initiatedAt() {
    return row.getLong(INITIATED_AT);
  }

  Long availableAt() {
    return instant(AVAILABLE_AT);
  }

  Long paidAt() {
    return instant(PAID_AT);
  }

  private Long instant(int column) {
    return row.isNullAt(column) ? null : row.getLong(column);
  }

  String receiveCountry() {
    return text(RECEIVE_COUNTRY);
  }

  String sendCurrency() {
    return text(SEND_CURRENCY);
  }

  String feeCurrency() {
    return text(FEE_CURRENCY);
  }

  String deliveredCurrency() {
    return text(DELIVERED_CURRENCY);
  }

  BigDecimal principal() {
    return decimal(PRINCIPAL, Field.MONEY);
  }

  BigDecimal fee() {
    return decimal(FEE, Field.MONEY);
  }

  BigDecimal delivered() {
    return decimal(DELIVERED, Field.MONEY);
  }

  BigDecimal beneficiaryFee() {
    return decimal(BENEFICIARY_FEE, Field.MONEY);
  }

  String receivedCurrency() {
    return text(RECEIVED_CURRENCY);
  }

  BigDecimal payoutRate() {
    return decimal(PAYOUT_RATE, Field.RATE);
  }

  String providerId() {
    return text(PROVIDER_ID);
  }

  String providerGroup() {
    return text(PROVIDER_GROUP);
  }

  String payoutInstrument() {
    return text(PAYOUT_INSTRUMENT);
  }

  String relationship() {
    return text(RELATIONSHIP);
  }

  /** Of a row of {@link TransferColumns#traced}. */
  String fileId() {
    return text(FILE_ID);
  }

  /** Of a row of {@link TransferColumns#traced}. */
  long lineNo() {
    return row.getLong(LINE_NO);
  }

  /** As told, of the dimensions that a row tells itself. */
  String told(Dimension dimension) {
    return switch (dimension) {
      case PROVIDER_TYPE -> text(PROVIDER_TYPE);
      case PROVIDER_ID -> text(PROVIDER_ID);
      case SEND_CHANNEL -> text(SEND_CHANNEL);
      case FUNDING_INSTRUMENT -> text(FUNDING_INSTRUMENT);
      case PAYOUT_INSTRUMENT -> text(PAYOUT_INSTRUMENT);
      case SENDER_SEX -> text(SENDER_SEX);
      case SENDER_AGE_BAND -> text(SENDER_AGE_BAND);
      case RECEIVE_REGION -> text(RECEIVE_REGION);
      case SPEED_CLASS, AMOUNT_TIER -> null;
    };
  }

  /** Null where it is not known who that is. */
  byte[] sender() {
    return row.isNullAt(SENDER) ? null : row.getBinary(SENDER);
  }

  /** Null where it is not known who that is. */
  byte[] beneficiary() {
    return row.isNullAt(BENEFICIARY) ? null : row.getBinary(BENEFICIARY);
  }

  private BigDecimal decimal(int column, DataType type) {
    DecimalType decimal = (DecimalType) type;
    return row.isNullAt(column)
        ? null
        : row.getDecimal(column, decimal.precision(), decimal.scale()).toJavaBigDecimal();
  }

  /** Texts come again and again: each is made once. */
  private String text(int column) {
    if (row.isNullAt(column)) {
      return null;
    }
    UTF8String text = row.getUTF8String(column);
    String known = texts.get(text);
    if (known == null) {
      known = text.toString().replace(Profile.SEPARATOR, ' ');
      texts.put(text.clone(), known);
    }
    return known;
  }
}
