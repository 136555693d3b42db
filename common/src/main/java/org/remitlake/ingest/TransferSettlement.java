package org.remitlake.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.quality.FileTally;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.lake.Few;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxRates;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Transfers;
import org.remitlake.transfer.Tx;
import org.remitlake.transfer.TxEvent;

/**
 * Transfers: events by version (rule T01), transfers by their last event (catalogue 2.4).
 *
 * <p>Most transfers come once, in one event. They go to silver without a shuffle; only the others,
 * <em>intricate</em> ones, are compared with each other and with history.
 *
 * <p>Why {@code tx} is written before {@code tx_event}: the events decide what is new. Until they
 * are written, a run that died decides everything again, and the same way.
 */
final class TransferSettlement implements Settlement {
  private static final String[] TRANSFER = {"provider_id", "transaction_id"};

  @Override
  public List<TableContract> tables() {
    return List.of(Tx.CONTRACT, TxEvent.CONTRACT);
  }

  @Override
  public DeliveryContract contract() {
    return Transfers.CONTRACT;
  }

  @Override
  public List<DeliveryContract> basis() {
    return List.of(FxRates.CONTRACT);
  }

  @Override
  public Dataset<Row> beside(Lake lake, Dataset<Row> rows) {
    return AmountsAtRates.beside(lake, rows);
  }

  @Override
  public Map<String, Set<String>> slips(
      Lake lake, Dataset<Row> judged, Map<String, FileTally> tallies) {
    return TransferSlips.of(lake, judged, tallies);
  }

  @Override
  public Map<String, Set<Quarter>> rotations(
      Lake lake, Dataset<Row> good, Map<String, FileTally> tallies) {
    return KeyRotations.of(lake, good, tallies);
  }

  @Override
  public Map<String, Set<String>> found(Lake lake, Dataset<Row> good, List<LandedFile> landed) {
    return FileDays.of(lake, good, landed);
  }

  @Override
  public Dataset<Row> derived(Dataset<Row> judged) {
    return TransferRows.of(judged);
  }

  @Override
  public Dataset<Row> released(Lake lake, Dataset<Row> judged) {
    return Orphans.released(lake, judged);
  }

  @Override
  public Set<String> called(Lake lake, Dataset<Row> judged) {
    return Orphans.called(lake, judged);
  }

  @Override
  public Map<String, Repeats> settle(
      Lake lake, Dataset<Row> rows, Set<String> files, Set<String> left, Recall recall) {
    Dataset<Row> events = lake.read(TxEvent.CONTRACT);
    try (Few intricate = Few.of(TransferEvents.intricate(rows, events));
        Few apart = Few.ofWide(rows.join(intricate.rows(), TRANSFER, "left_semi"));
        // Few as a rule: then what is joined to them need not go over all rows once more.
        Few resolved =
            Few.of(TransferEvents.resolved(apart.rows(), events, intricate.rows(), files))) {
      Map<String, Repeats> repeats = new TreeMap<>(Versions.repeats(resolved.rows()));
      TransferEvents.outOfOrder(resolved.rows())
          .forEach((file, found) -> repeats.merge(file, found, Repeats::plus));
      Dataset<Row> plain = rows.join(intricate.rows(), TRANSFER, "left_anti");
      Dataset<Row> touching = resolved.rows().where(col("is_touched"));
      Set<String> quarters = quarters(plain, touching);
      quarters.addAll(quartersInSilver(lake, left));
      Dataset<Row> tx = tx(lake, plain, apart.rows(), touching, quarters, files, recall);
      QuarterVerdicts verdicts = QuarterVerdicts.among(tx);
      verdicts.byFile(rows).forEach((file, found) -> repeats.merge(file, found, Repeats::plus));
      try (Few resends = Few.of(Resends.among(tx))) {
        Resends.byFile(rows, resends.rows())
            .forEach((file, found) -> repeats.merge(file, found, Repeats::plus));
        lake.replace(Tx.CONTRACT, quarters, Resends.flagged(verdicts.told(tx), resends.rows()));
      }
      lake.replace(
          TxEvent.CONTRACT,
          quarters,
          TransferEvents.inSilver(lake, plain, touching, quarters, files));
      return repeats;
    }
  }

  private static Set<String> quarters(Dataset<Row> plain, Dataset<Row> touching) {
    Set<String> quarters = new TreeSet<>();
    plain
        .select("quarter")
        .union(touching.select("quarter"))
        .union(touching.select("own.quarter"))
        .where(col("quarter").isNotNull())
        .distinct()
        .collectAsList()
        .forEach(row -> quarters.add(row.getString(0)));
    return quarters;
  }

  /**
   * Where rows of files lie that an earlier run settled, be it in part: they may not come again.
   */
  private static Set<String> quartersInSilver(Lake lake, Set<String> files) {
    Set<String> quarters = new TreeSet<>();
    if (!files.isEmpty()) {
      for (TableContract table : List.of(Tx.CONTRACT, TxEvent.CONTRACT)) {
        lake.read(table)
            .where(col("file_id").isInCollection(files))
            .select("quarter")
            .distinct()
            .collectAsList()
            .forEach(row -> quarters.add(row.getString(0)));
      }
    }
    return quarters;
  }

  private static Dataset<Row> tx(
      Lake lake,
      Dataset<Row> plain,
      Dataset<Row> apart,
      Dataset<Row> touching,
      Set<String> quarters,
      Set<String> files,
      Recall recall) {
    Dataset<Row> state =
        touching
            .where(
                col(Versions.IS_CURRENT)
                    .and(col("reported_as").isNull())
                    .and(col("event_seq").equalTo(col("own.event_seq"))))
            .select(
                col("provider_id"),
                col("transaction_id"),
                col("file_id"),
                col("line_no"),
                col("row_no"),
                col("event_seq").as("own_event_seq"),
                col(Versions.ORIGIN),
                col("has_changed_event"),
                col("leads_back"),
                col("refunded_apart"),
                col("last.status").as("last_status"),
                col("last.status_at").as("last_status_at"),
                col("last.event_seq").as("last_event_seq"),
                col("last.is_reported_apart").as("is_reported_apart"));
    Dataset<Row> fresh =
        apart.join(
            state
                .where(col(Versions.ORIGIN).equalTo(Versions.NEW))
                .drop("provider_id", "transaction_id", "line_no", Versions.ORIGIN),
            new String[] {"file_id", "row_no"});
    Dataset<Row> known = lake.read(Tx.CONTRACT);
    // What a run of these very files left before it died is derived again, not kept beside.
    Dataset<Row> untouched =
        known
            .where(Tx.QUARTER.column().isInCollection(quarters))
            .where(not(Tx.FILE_ID.column().isInCollection(files)))
            .join(state, TRANSFER, "left_anti");
    return Tx.CONTRACT
        .conform(plain)
        .union(Tx.CONTRACT.conform(States.restated(fresh)))
        .union(Tx.CONTRACT.conform(untouched))
        .union(
            ofHistory(known, state.where(col(Versions.ORIGIN).equalTo(Versions.HISTORY)), recall));
  }

  /**
   * Transfers whose own last event was settled before: as silver has them where that is the event
   * which silver tells of, else from what was delivered.
   */
  private static Dataset<Row> ofHistory(Dataset<Row> known, Dataset<Row> state, Recall recall) {
    Column isTold =
        col("told_file")
            .equalTo(col("file_id"))
            .and(col("told_line").equalTo(col("line_no")))
            .and(col("refunded_apart").equalTo(0))
            .and(not(col("is_reported_apart")));
    Dataset<Row> told =
        known.select(
            col("provider_id"),
            col("transaction_id"),
            col("file_id").as("told_file"),
            col("line_no").as("told_line"));
    Dataset<Row> all = state.join(told, TRANSFER, "left").drop("row_no", Versions.ORIGIN);
    Dataset<Row> kept =
        known.join(
            all.where(isTold).drop("file_id", "line_no", "told_file", "told_line"), TRANSFER);
    Dataset<Row> missing = all.where(coalesce(not(isTold), lit(true)));
    Dataset<Row> places = missing.select("file_id", "line_no");
    Dataset<Row> asKept = Tx.CONTRACT.conform(States.restated(kept));
    if (places.isEmpty()) {
      return asKept;
    }
    String[] row = {"provider_id", "transaction_id", "file_id", "line_no"};
    Dataset<Row> recalled = recall.rows(places).join(missing.drop("told_file", "told_line"), row);
    return asKept.union(Tx.CONTRACT.conform(States.restated(recalled)));
  }
}
