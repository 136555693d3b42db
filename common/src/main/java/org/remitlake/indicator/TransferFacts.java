package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Hex;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;
import org.remitlake.contract.Field;
import org.remitlake.transfer.Tx;

/**
 * What a row of {@code silver.tx} says, as far as indicators need it; null where it says nothing.
 * Rows are read as Spark holds them: to turn each into objects first costs more than all that is
 * computed of it.
 */
final class TransferFacts {
  private static final List<Field> FIELDS = new ArrayList<>();
  private static final int CORRIDOR = column(Tx.CORRIDOR);
  private static final int QUARTER = column(Tx.QUARTER);
  private static final int FINAL_STATE = column(Tx.FINAL_STATE);
  private static final int FLAGS = column(Tx.FLAGS);
  private static final int IS_P2P = column(Tx.IS_P2P);
  private static final int INITIATED_AT = column(Tx.INITIATED_AT);
  private static final int INITIATED_ON = column(Tx.INITIATED_ON);
  private static final int AVAILABLE_AT = column(Tx.AVAILABLE_AT);
  private static final int PAID_AT = column(Tx.PAID_AT);
  private static final int PAID_ON = column(Tx.PAID_ON);
  private static final int RECEIVE_COUNTRY = column(Tx.RECEIVE_COUNTRY);
  private static final int SEND_CURRENCY = column(Tx.SEND_CURRENCY);
  private static final int PRINCIPAL = column(Tx.PRINCIPAL);
  private static final int FEE = column(Tx.FEE);
  private static final int FEE_CURRENCY = column(Tx.FEE_CURRENCY);
  private static final int DELIVERED = column(Tx.DELIVERED);
  private static final int DELIVERED_CURRENCY = column(Tx.DELIVERED_CURRENCY);
  private static final int BENEFICIARY_FEE = column(Tx.BENEFICIARY_FEE);
  private static final int PROVIDER_ID = column(Tx.PROVIDER_ID);
  private static final int PROVIDER_TYPE = column(Tx.PROVIDER_TYPE);
  private static final int PROVIDER_GROUP = column(Tx.PROVIDER_GROUP);
  private static final int SEND_CHANNEL = column(Tx.SEND_CHANNEL);
  private static final int FUNDING_INSTRUMENT = column(Tx.FUNDING_INSTRUMENT);
  private static final int PAYOUT_INSTRUMENT = column(Tx.PAYOUT_INSTRUMENT);
  private static final int SENDER_SEX = column(Tx.SENDER_SEX);
  private static final int SENDER_AGE_BAND = column(Tx.SENDER_AGE_BAND);
  private static final int RECEIVE_REGION = column(Tx.RECEIVE_REGION);
  private static final int RELATIONSHIP = column(Tx.RELATIONSHIP);
  private static final int PID_SCOPE = column(Tx.PID_SCOPE);
  private static final int SENDER_PID = column(Tx.SENDER_PID);
  private static final int BENEFICIARY_PID = column(Tx.BENEFICIARY_PID);
  private static final DecimalType MONEY = (DecimalType) Field.MONEY;

  private final Map<UTF8String, String> texts = new HashMap<>();
  private final List<String> flags = new ArrayList<>();
  private InternalRow row;

  private static int column(Field field) {
    FIELDS.add(field);
    return FIELDS.size() - 1;
  }

  /** The columns that are read. */
  static Dataset<Row> columns(Dataset<Row> tx) {
    return tx.select(FIELDS.stream().map(Field::column).toArray(Column[]::new));
  }

  /** The same, and where in which file a transfer stands. */
  static Dataset<Row> traced(Dataset<Row> tx) {
    List<Field> fields = new ArrayList<>(FIELDS);
    fields.addAll(List.of(Tx.FILE_ID, Tx.LINE_NO));
    return tx.select(fields.stream().map(Field::column).toArray(Column[]::new));
  }

  /** Goes on to a row of {@link #columns}. */
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

  String finalState() {
    return text(FINAL_STATE);
  }

  boolean isToPerson() {
    return row.isNullAt(IS_P2P) || row.getBoolean(IS_P2P);
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
    return money(PRINCIPAL);
  }

  BigDecimal fee() {
    return money(FEE);
  }

  BigDecimal delivered() {
    return money(DELIVERED);
  }

  BigDecimal beneficiaryFee() {
    return money(BENEFICIARY_FEE);
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

  /** Of a row of {@link #traced}. */
  String fileId() {
    return text(FIELDS.size());
  }

  /** Of a row of {@link #traced}. */
  long lineNo() {
    return row.getLong(FIELDS.size() + 1);
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

  byte[] sender() {
    return person(SENDER_PID);
  }

  byte[] beneficiary() {
    return person(BENEFICIARY_PID);
  }

  /** A hash means one person within its provider, unless the provider's hashes are linked. */
  private byte[] person(int pid) {
    if (row.isNullAt(pid) || has("T15_SAME")) {
      return null;
    }
    byte[] hash = Hex.unhex(row.getUTF8String(pid).getBytes());
    if (hash == null || "LINKED".equals(text(PID_SCOPE)) || row.isNullAt(PROVIDER_ID)) {
      return hash;
    }
    byte[] scope = row.getUTF8String(PROVIDER_ID).getBytes();
    byte[] person = new byte[scope.length + hash.length];
    System.arraycopy(scope, 0, person, 0, scope.length);
    System.arraycopy(hash, 0, person, scope.length, hash.length);
    return person;
  }

  private BigDecimal money(int column) {
    return row.isNullAt(column)
        ? null
        : row.getDecimal(column, MONEY.precision(), MONEY.scale()).toJavaBigDecimal();
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
