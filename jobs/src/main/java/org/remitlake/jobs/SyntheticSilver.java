package org.remitlake.jobs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.DeliveredField;
import org.remitlake.ingest.TransferRows;
import org.remitlake.lake.Lake;
import org.remitlake.synthetic.Population;
import org.remitlake.synthetic.Request;
import org.remitlake.synthetic.Transfer;
import org.remitlake.synthetic.Unit;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Transfers;
import org.remitlake.transfer.Tx;

/**
 * Synthetic transfers straight into {@code silver.tx}, for measuring what comes after: no file is
 * written, no rule judged.
 */
final class SyntheticSilver {
  private static final scala.collection.immutable.Seq<String> NO_FLAGS =
      scala.jdk.javaapi.CollectionConverters.asScala(List.<String>of()).toSeq();

  private SyntheticSilver() {}

  static void write(Lake lake, Request request) {
    List<Unit> units = Population.of(request).units();
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(lake.spark().sparkContext())
            .parallelize(units, units.size())
            .flatMap(unit -> lastStates(Population.of(request).transfers(unit)).iterator());
    Dataset<Row> typed = lake.spark().createDataFrame(rows, schema());
    List<String> quarters =
        Quarter.range(request.from(), request.to()).stream().map(Quarter::toString).toList();
    lake.replace(Tx.CONTRACT, quarters, TransferRows.of(typed));
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (DeliveredField field : Transfers.CONTRACT.fields()) {
      schema = schema.add(field.name(), field.kind().type());
    }
    return schema
        .add("flags", DataTypes.createArrayType(DataTypes.StringType))
        .add("file_id", DataTypes.StringType)
        .add("line_no", DataTypes.LongType);
  }

  private static Collection<Row> lastStates(List<Transfer> transfers) {
    Map<String, Transfer> last = new LinkedHashMap<>();
    for (Transfer t : transfers) {
      last.merge(
          t.transactionId(),
          t,
          (one, other) -> one.event().at() > other.event().at() ? one : other);
    }
    List<Row> rows = new ArrayList<>(last.size());
    last.values().forEach(t -> rows.add(row(t)));
    return rows;
  }

  private static Row row(Transfer t) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("provider_id", t.provider().name());
    cells.put("transaction_id", t.transactionId());
    cells.put("event_seq", t.event().seq());
    cells.put("provider_type", t.provider().type());
    cells.put("provider_group", t.provider().group());
    cells.put("payout_partner_id", t.payoutPartner().isEmpty() ? null : t.payoutPartner());
    cells.put("send_country", t.corridor().sendCountry());
    cells.put("receive_country", t.corridor().receiveCountry());
    cells.put("receive_region", t.parties().region());
    cells.put("initiated_at", at(t.initiatedAt()));
    cells.put("paid_at", at(t.paidAt()));
    cells.put("send_amount", money(t.amounts().send()));
    cells.put("send_currency", t.amounts().sendCurrency().name());
    cells.put("fee_amount", money(t.amounts().fee()));
    cells.put("fee_currency", t.amounts().sendCurrency().name());
    cells.put("fee_included", t.provider().feeIncluded());
    cells.put("receive_amount", money(t.amounts().receive()));
    cells.put("receive_currency", t.amounts().receiveCurrency().name());
    cells.put("refunded_amount", money(t.amounts().refunded()));
    cells.put("send_channel", t.service().channel().name());
    cells.put("funding_instrument", t.service().funding().name());
    cells.put("payout_instrument", t.service().payout().name());
    cells.put("status", t.event().status().name());
    cells.put("status_at", at(t.event().at()));
    cells.put("sender_pid", t.parties().senderPid());
    cells.put("beneficiary_pid", t.parties().beneficiaryPid());
    cells.put("pid_scope", "PROVIDER");
    cells.put("sender_sex", t.parties().senderSex());
    cells.put("sender_age_band", t.parties().senderAge());
    cells.put("sender_nationality", t.parties().senderNationality());
    cells.put("is_p2p", true);
    List<Object> values = new ArrayList<>();
    Transfers.CONTRACT.fields().forEach(f -> values.add(cells.get(f.name())));
    values.add(NO_FLAGS);
    values.add("synthetic");
    values.add(0L);
    return RowFactory.create(values.toArray());
  }

  private static Instant at(long epochSecond) {
    return epochSecond == 0 ? null : Instant.ofEpochSecond(epochSecond);
  }

  private static BigDecimal money(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2);
  }
}
