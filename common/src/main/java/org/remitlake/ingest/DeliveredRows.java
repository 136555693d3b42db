package org.remitlake.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.remitlake.account.Accounts;
import org.remitlake.account.Balances;
import org.remitlake.account.FunnelEvents;
import org.remitlake.account.Postings;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;
import org.remitlake.reference.ReferenceSeries;
import org.remitlake.registry.Arms;
import org.remitlake.registry.Associations;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Pilots;
import org.remitlake.registry.ProgrammeCosts;
import org.remitlake.registry.Targets;
import org.remitlake.registry.Units;
import org.remitlake.survey.Employers;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.survey.ProspectiveMigrants;
import org.remitlake.survey.Recruiters;
import org.remitlake.survey.SurveyWave;
import org.remitlake.time.Zones;

/** Contracts whose rows go to silver as delivered, typed: ledgers, registers, surveys, series. */
final class DeliveredRows {
  private static final String CHANGED = "T01";

  /** A month's account is another state, not a correction. */
  private static final String STATES = "";

  /** Rule K03: balances may miss their postings by rounding only. */
  private static final String TOLERANCE = "0.01";

  static final List<Settlement> SETTLEMENTS =
      List.of(
          asDelivered(Accounts.DELIVERED, Accounts.CONTRACT, STATES),
          settlement(
              Postings.DELIVERED,
              Postings.CONTRACT,
              CHANGED,
              DeliveredRows::posting,
              DeliveredRows::same,
              List.of()),
          settlement(
              Balances.DELIVERED,
              Balances.CONTRACT,
              CHANGED,
              DeliveredRows::balance,
              DeliveredRows::reconciled,
              List.of(Accounts.DELIVERED, Postings.DELIVERED)),
          asDelivered(FunnelEvents.DELIVERED, FunnelEvents.CONTRACT, CHANGED),
          asDelivered(Pilots.DELIVERED, Pilots.CONTRACT, CHANGED),
          asDelivered(Arms.DELIVERED, Arms.CONTRACT, CHANGED),
          asDelivered(Clusters.DELIVERED, Clusters.CONTRACT, CHANGED),
          asDelivered(Units.DELIVERED, Units.CONTRACT, CHANGED),
          asDelivered(Targets.DELIVERED, Targets.CONTRACT, CHANGED),
          asDelivered(Associations.DELIVERED, Associations.CONTRACT, CHANGED),
          asDelivered(ProgrammeCosts.DELIVERED, ProgrammeCosts.CONTRACT, CHANGED),
          asDelivered(ReferenceSeries.DELIVERED, ReferenceSeries.CONTRACT, CHANGED),
          ofSurvey(Households.DELIVERED, Households.CONTRACT),
          ofSurvey(Members.DELIVERED, Members.CONTRACT),
          ofSurvey(ProspectiveMigrants.DELIVERED, ProspectiveMigrants.CONTRACT),
          ofSurvey(Employers.DELIVERED, Employers.CONTRACT),
          ofSurvey(Recruiters.DELIVERED, Recruiters.CONTRACT));

  private DeliveredRows() {}

  private static Settlement asDelivered(
      DeliveryContract delivered, TableContract table, String changeRule) {
    return settlement(
        delivered, table, changeRule, UnaryOperator.identity(), DeliveredRows::same, List.of());
  }

  private static Settlement ofSurvey(DeliveryContract delivered, TableContract table) {
    return settlement(
        delivered, table, "S01", DeliveredRows::answers, DeliveredRows::same, List.of());
  }

  private static Dataset<Row> answers(Dataset<Row> rows) {
    return rows.withColumn(
        SurveyWave.SURVEY_WAVE.name(), concat(col("survey"), lit("-"), col("wave")));
  }

  private static Settlement settlement(
      DeliveryContract delivered,
      TableContract table,
      String changeRule,
      UnaryOperator<Dataset<Row>> derivation,
      BiFunction<Lake, Dataset<Row>, Dataset<Row>> revision,
      List<DeliveryContract> basis) {
    return new SeriesSettlement(
        delivered,
        table,
        delivered.key(),
        changeRule,
        good ->
            derivation
                .apply(good)
                .withColumn(Versions.PAYLOAD_HASH, Versions.payloadHash(delivered)),
        revision,
        basis);
  }

  private static Dataset<Row> same(Lake lake, Dataset<Row> rows) {
    return rows;
  }

  private static Dataset<Row> posting(Dataset<Row> rows) {
    return rows.withColumn("booked_on", Zones.localDate(col("booked_at"), col("country")))
        .withColumn("quarter", TransferRows.quarterLabel(col("booked_on")));
  }

  private static Dataset<Row> balance(Dataset<Row> rows) {
    return rows.withColumn("quarter", TransferRows.quarterLabel(col("as_of_on")));
  }

  /**
   * Rule K03: opening balance and postings must give the closing balance. An account's first
   * balance is checked only where the bank's postings reach back to the account's opening: then it
   * opened with nothing.
   */
  private static Dataset<Row> reconciled(Lake lake, Dataset<Row> balances) {
    WindowSpec account = Window.partitionBy("bank_id", "account_pid").orderBy("as_of_on");
    Dataset<Row> spans =
        balances
            .withColumn("since", lag("as_of_on", 1).over(account))
            .withColumn("opening", lag("closing_balance", 1).over(account));
    Column signed =
        when(col("direction").equalTo("C"), col("amount")).otherwise(col("amount").multiply(-1));
    Dataset<Row> moves =
        lake.read(Postings.CONTRACT)
            .groupBy("bank_id", "account_pid", "booked_on")
            .agg(sum(signed).as("moved"));
    Dataset<Row> opened =
        lake.read(Accounts.CONTRACT)
            .join(
                moves.groupBy("bank_id").agg(min("booked_on").as("books_from")),
                new String[] {"bank_id"},
                "inner")
            .select(
                col("bank_id"),
                col("account_pid"),
                col("opened_on").geq(col("books_from")).as("is_new"));
    Column inSpan =
        col("b.bank_id")
            .equalTo(col("m.bank_id"))
            .and(col("b.account_pid").equalTo(col("m.account_pid")))
            .and(col("m.booked_on").leq(col("b.as_of_on")))
            .and(col("b.since").isNull().or(col("m.booked_on").gt(col("b.since"))));
    Dataset<Row> moved =
        spans
            .as("b")
            .join(moves.as("m"), inSpan)
            .groupBy("b.bank_id", "b.account_pid", "b.as_of_on")
            .agg(sum("m.moved").as("moved"));
    String[] day = {"bank_id", "account_pid", "as_of_on"};
    Column isFirst = col("since").isNull();
    Column miss =
        abs(
            coalesce(col("opening"), lit(0))
                .plus(coalesce(col("moved"), lit(0)))
                .minus(col("closing_balance")));
    Column isBroken =
        miss.gt(lit(TOLERANCE).cast("decimal(4,2)"))
            .and(isFirst.and(col("is_new")).or(not(isFirst)));
    Column without = array_remove(col("flags"), "K03");
    return spans
        .join(moved, day, "left")
        .join(opened, new String[] {"bank_id", "account_pid"}, "left")
        .withColumn(
            "flags", when(isBroken, array_union(without, array(lit("K03")))).otherwise(without))
        .drop("since", "opening", "moved", "is_new");
  }
}
