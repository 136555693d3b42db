package org.remitlake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.remitlake.ingest.Neighbours.ACCOUNT;
import static org.remitlake.ingest.Neighbours.ARM;
import static org.remitlake.ingest.Neighbours.CLUSTER;
import static org.remitlake.ingest.Neighbours.HOUSEHOLD;
import static org.remitlake.ingest.Neighbours.LOAN;
import static org.remitlake.ingest.Neighbours.PILOT;
import static org.remitlake.ingest.Neighbours.POINT;
import static org.remitlake.ingest.Neighbours.USE;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.account.Accounts;
import org.remitlake.account.Balances;
import org.remitlake.account.Complaints;
import org.remitlake.account.DeliveryMonths;
import org.remitlake.account.DeliveryPoints;
import org.remitlake.account.FunnelEvents;
import org.remitlake.account.Instalments;
import org.remitlake.account.LoanBalances;
import org.remitlake.account.Loans;
import org.remitlake.account.PartnerFinances;
import org.remitlake.account.Policies;
import org.remitlake.account.Postings;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.reference.OfficialFlows;
import org.remitlake.reference.ReferenceSeries;
import org.remitlake.registry.Arms;
import org.remitlake.registry.AssociationProjects;
import org.remitlake.registry.Associations;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Pilots;
import org.remitlake.registry.ProgrammeCosts;
import org.remitlake.registry.Targets;
import org.remitlake.registry.Units;
import org.remitlake.survey.Employers;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.survey.Migrants;
import org.remitlake.survey.ProspectiveMigrants;
import org.remitlake.survey.Recruiters;
import org.remitlake.survey.SurveyWave;
import org.remitlake.time.Zones;

/** Contracts whose rows go to silver as delivered, typed: ledgers, registers, surveys, series. */
final class DeliveredRows {
  private static final String CHANGED = "T01";

  /**
   * A later account, loan, instalment, policy, point, complaint or project is another state, not a
   * correction.
   */
  private static final String STATES = "";

  static final List<Settlement> SETTLEMENTS =
      List.of(
          asDelivered(Pilots.DELIVERED, Pilots.CONTRACT, CHANGED),
          asDelivered(Accounts.DELIVERED, Accounts.CONTRACT, STATES, PILOT),
          settlement(
              Postings.DELIVERED,
              Postings.CONTRACT,
              "K01",
              DeliveredRows::posting,
              List.of(ACCOUNT),
              CreditLinks.OF_POSTINGS),
          settlement(
              Balances.DELIVERED,
              Balances.CONTRACT,
              CHANGED,
              rows -> ofQuarter(rows, "as_of_on"),
              List.of(),
              Reconciliation.OF_BALANCES),
          asDelivered(Loans.DELIVERED, Loans.CONTRACT, STATES, PILOT),
          asDelivered(Instalments.DELIVERED, Instalments.CONTRACT, STATES, LOAN),
          byQuarter(LoanBalances.DELIVERED, LoanBalances.CONTRACT, "as_of_on", LOAN),
          asDelivered(Policies.DELIVERED, Policies.CONTRACT, STATES),
          asDelivered(DeliveryPoints.DELIVERED, DeliveryPoints.CONTRACT, STATES),
          byQuarter(DeliveryMonths.DELIVERED, DeliveryMonths.CONTRACT, "month_on", POINT),
          settlement(
              Complaints.DELIVERED,
              Complaints.CONTRACT,
              STATES,
              rows -> ofQuarter(rows, "received_on"),
              List.of(POINT),
              Revision.NONE),
          byQuarter(PartnerFinances.DELIVERED, PartnerFinances.CONTRACT, "month_on"),
          asDelivered(FunnelEvents.DELIVERED, FunnelEvents.CONTRACT, CHANGED),
          asDelivered(Arms.DELIVERED, Arms.CONTRACT, CHANGED),
          asDelivered(Clusters.DELIVERED, Clusters.CONTRACT, CHANGED),
          asDelivered(Units.DELIVERED, Units.CONTRACT, CHANGED, CLUSTER, ARM, USE),
          asDelivered(Targets.DELIVERED, Targets.CONTRACT, CHANGED),
          asDelivered(Associations.DELIVERED, Associations.CONTRACT, CHANGED),
          asDelivered(AssociationProjects.DELIVERED, AssociationProjects.CONTRACT, STATES),
          asDelivered(ProgrammeCosts.DELIVERED, ProgrammeCosts.CONTRACT, CHANGED),
          asDelivered(ReferenceSeries.DELIVERED, ReferenceSeries.CONTRACT, CHANGED),
          byQuarter(OfficialFlows.DELIVERED, OfficialFlows.CONTRACT, "month_on"),
          settlement(
              Households.DELIVERED,
              Households.CONTRACT,
              "S01",
              DeliveredRows::interviews,
              List.of(),
              Revision.NONE),
          ofSurvey(Members.DELIVERED, Members.CONTRACT, HOUSEHOLD),
          ofSurvey(Migrants.DELIVERED, Migrants.CONTRACT, HOUSEHOLD),
          ofSurvey(ProspectiveMigrants.DELIVERED, ProspectiveMigrants.CONTRACT),
          ofSurvey(Employers.DELIVERED, Employers.CONTRACT),
          ofSurvey(Recruiters.DELIVERED, Recruiters.CONTRACT));

  private DeliveredRows() {}

  private static Settlement asDelivered(
      DeliveryContract delivered, TableContract table, String changeRule, Neighbour... neighbours) {
    return settlement(
        delivered, table, changeRule, UnaryOperator.identity(), List.of(neighbours), Revision.NONE);
  }

  private static Settlement byQuarter(
      DeliveryContract delivered, TableContract table, String day, Neighbour... neighbours) {
    return settlement(
        delivered,
        table,
        CHANGED,
        rows -> ofQuarter(rows, day),
        List.of(neighbours),
        Revision.NONE);
  }

  private static Settlement ofSurvey(
      DeliveryContract delivered, TableContract table, Neighbour... neighbours) {
    return settlement(
        delivered, table, "S01", DeliveredRows::answers, List.of(neighbours), Revision.NONE);
  }

  private static Dataset<Row> answers(Dataset<Row> rows) {
    return rows.withColumn(
        SurveyWave.SURVEY_WAVE.name(), concat(col("survey"), lit("-"), col("wave")));
  }

  /** Of several interviews of a household a complete one holds, of complete ones the last (S01). */
  private static Dataset<Row> interviews(Dataset<Row> rows) {
    return answers(rows)
        .withColumn(
            "precedence",
            concat(
                when(col("result_code").equalTo("COMPLETE"), "1|").otherwise("0|"),
                col("precedence")));
  }

  private static Settlement settlement(
      DeliveryContract delivered,
      TableContract table,
      String changeRule,
      UnaryOperator<Dataset<Row>> derivation,
      List<Neighbour> neighbours,
      Revision revision) {
    return new SeriesSettlement(
        delivered,
        table,
        delivered.key(),
        changeRule,
        good ->
            derivation
                .apply(good)
                .withColumn(Versions.PAYLOAD_HASH, Versions.payloadHash(delivered)),
        neighbours,
        revision);
  }

  private static Dataset<Row> posting(Dataset<Row> rows) {
    return rows.withColumn("booked_on", Zones.localDate(col("booked_at"), col("country")))
        .withColumn("quarter", TransferRows.quarterLabel(col("booked_on")))
        .withColumn(Postings.LINKED_PROVIDER.name(), lit(null).cast("string"))
        .withColumn(Postings.LINKED_TRANSACTION_ID.name(), lit(null).cast("string"));
  }

  private static Dataset<Row> ofQuarter(Dataset<Row> rows, String day) {
    return rows.withColumn("quarter", TransferRows.quarterLabel(col(day)));
  }
}
