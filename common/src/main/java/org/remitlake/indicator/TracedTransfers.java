package org.remitlake.indicator;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.Field;

/** The transfers of a cell one by one, those left out among them, as an explanation shows them. */
final class TracedTransfers {
  private static final DataType AMOUNT = DataTypes.createDecimalType(38, Measure.USD.scale());
  private static final StructType SCHEMA =
      new StructType()
          .add("initiated_on", DateType)
          .add("provider_id", StringType)
          .add("send_channel", StringType)
          .add("payout_instrument", StringType)
          .add("sender", StringType)
          .add("send_currency", StringType)
          .add("principal", Field.MONEY)
          .add("fee", Field.MONEY)
          .add("cost", AMOUNT)
          .add("total_cost_pct", Field.PERCENT)
          .add("usd", AMOUNT)
          .add("left_out", StringType)
          .add("file_id", StringType)
          .add("line_no", LongType);

  private TracedTransfers() {}

  /** The transfers of a cell, by day, file and line; the sender by the keyed hash. */
  static Dataset<Row> of(Dataset<Row> tx, Prices prices, Breakdowns breakdowns, CellKey cell) {
    JavaRDD<Row> rows =
        TransferColumns.traced(tx)
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(part -> rows(part, prices, breakdowns, cell));
    return tx.sparkSession()
        .createDataFrame(rows, SCHEMA)
        .orderBy("initiated_on", "file_id", "line_no");
  }

  private static Iterator<Row> rows(
      Iterator<InternalRow> part, Prices prices, Breakdowns breakdowns, CellKey cell) {
    TransferFacts facts = new TransferFacts();
    Days days = new Days();
    List<Row> rows = new ArrayList<>();
    while (part.hasNext()) {
      facts.read(part.next());
      TransferRecord transfer = new TransferRecord(facts, prices, days);
      if (breakdowns.cells(transfer.corridor, transfer.quarter, transfer.values).contains(cell)) {
        rows.add(row(facts, transfer));
      }
    }
    return rows.iterator();
  }

  private static Row row(TransferFacts facts, TransferRecord t) {
    byte[] sender = facts.sender();
    return RowFactory.create(
        LocalDate.ofEpochDay(t.pricedOn),
        t.provider,
        t.value(Dimension.SEND_CHANNEL),
        t.payout(),
        sender == null ? null : HexFormat.of().withUpperCase().formatHex(sender),
        t.sendCurrency,
        t.principal,
        t.fee,
        t.cost,
        t.costPct,
        t.usd,
        t.exclusion == null ? t.costGap : t.exclusion,
        facts.fileId(),
        facts.lineNo());
  }
}
