package org.remitlake.indicator;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Field;
import org.remitlake.transfer.Tx;

/** What indicators read of {@code silver.tx}, and its places in a row. */
final class TransferColumns {
  private static final List<Column> COLUMNS = new ArrayList<>();
  static final int CORRIDOR = column(Tx.CORRIDOR);
  static final int QUARTER = column(Tx.QUARTER);
  static final int FLAGS = column(Tx.FLAGS);
  static final int INITIATED_AT = column(Tx.INITIATED_AT);
  static final int INITIATED_ON = column(Tx.INITIATED_ON);
  static final int AVAILABLE_AT = column(Tx.AVAILABLE_AT);
  static final int PAID_AT = column(Tx.PAID_AT);
  static final int PAID_ON = column(Tx.PAID_ON);
  static final int RECEIVE_COUNTRY = column(Tx.RECEIVE_COUNTRY);
  static final int SEND_CURRENCY = column(Tx.SEND_CURRENCY);
  static final int PRINCIPAL = column(Tx.PRINCIPAL);
  static final int FEE = column(Tx.FEE);
  static final int FEE_CURRENCY = column(Tx.FEE_CURRENCY);
  static final int DELIVERED = column(Tx.DELIVERED);
  static final int DELIVERED_CURRENCY = column(Tx.DELIVERED_CURRENCY);
  static final int RECEIVED_CURRENCY = column(Tx.RECEIVED_CURRENCY);
  static final int PAYOUT_RATE = column(Tx.PAYOUT_RATE);
  static final int BENEFICIARY_FEE = column(Tx.BENEFICIARY_FEE);
  static final int PROVIDER_ID = column(Tx.PROVIDER_ID);
  static final int PROVIDER_TYPE = column(Tx.PROVIDER_TYPE);
  static final int PROVIDER_GROUP = column(Tx.PROVIDER_GROUP);
  static final int SEND_CHANNEL = column(Tx.SEND_CHANNEL);
  static final int FUNDING_INSTRUMENT = column(Tx.FUNDING_INSTRUMENT);
  static final int PAYOUT_INSTRUMENT = column(Tx.PAYOUT_INSTRUMENT);
  static final int SENDER_SEX = column(Tx.SENDER_SEX);
  static final int SENDER_AGE_BAND = column(Tx.SENDER_AGE_BAND);
  static final int RECEIVE_REGION = column(Tx.RECEIVE_REGION);
  static final int RELATIONSHIP = column(Tx.RELATIONSHIP);
  static final int EXCLUSION = column(TransferTerms.exclusion());
  static final int SENDER = column(TransferTerms.person("sender_pid"));
  static final int BENEFICIARY = column(TransferTerms.person("beneficiary_pid"));
  static final int RECEIPT_QUARTER = column(TransferTerms.receiptQuarter());

  /** Of rows with a trace: the file. */
  static final int FILE_ID = COLUMNS.size();

  /** The line in it. */
  static final int LINE_NO = COLUMNS.size() + 1;

  private TransferColumns() {}

  private static int column(Field field) {
    return column(field.column());
  }

  private static int column(Column column) {
    COLUMNS.add(column);
    return COLUMNS.size() - 1;
  }

  /** The columns that are read. */
  static Dataset<Row> of(Dataset<Row> tx) {
    return tx.select(COLUMNS.toArray(Column[]::new));
  }

  /** The same, and where in which file a transfer stands. */
  static Dataset<Row> traced(Dataset<Row> tx) {
    List<Column> columns = new ArrayList<>(COLUMNS);
    columns.addAll(List.of(Tx.FILE_ID.column(), Tx.LINE_NO.column()));
    return tx.select(columns.toArray(Column[]::new));
  }
}
