package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.rule.Judgement;
import org.remitlake.ingest.rule.Rule;
import org.remitlake.ingest.rule.Rules;
import org.remitlake.lake.Lake;

/**
 * Files settled before that are to be settled again: of their rows some waited for another table
 * and come right now, or agreed with it and do no longer; or a rule chooses among all deliveries.
 * So silver does not depend on the order in which files came.
 */
final class Reconsidered {
  private static final String ROW_RULES = "rules";

  private final Lake lake;
  private final Settings settings;
  private final Ledger ledger;

  Reconsidered(Lake lake, Settings settings, Ledger ledger) {
    this.lake = lake;
    this.settings = settings;
    this.ledger = ledger;
  }

  /**
   * Reopens them.
   *
   * @param isBasisChanged whether files came for a table that its rules look at
   * @param isTouched whether files came for itself
   */
  List<Ledger.Landed> of(Settlement settlement, boolean isBasisChanged, boolean isTouched) {
    DeliveryContract contract = settlement.contract();
    Rules rules = Rules.of(contract, settings.lists());
    Set<String> files = new TreeSet<>();
    if (isTouched && rules.needEveryDelivery()) {
      files.addAll(ledger.settled(contract));
    } else if (isBasisChanged && !rules.looking().isEmpty()) {
      files.addAll(inSilver(settlement, rules));
      files.addAll(waiting(settlement, rules));
    }
    return ledger.reopened(contract, files, this::hasProfile);
  }

  private boolean hasProfile(String profile) {
    return settings.profiles().byName().containsKey(profile);
  }

  /** Files of rows that would be judged otherwise now. */
  private Set<String> inSilver(Settlement settlement, Rules rules) {
    Column differs =
        rules.looking().stream()
            .map(
                rule -> {
                  Column caught = coalesce(expr(rule.when()), lit(false));
                  return rule.setsAside()
                      ? caught
                      : caught.notEqual(array_contains(col(Judgement.FLAGS), rule.id()));
                })
            .reduce(Column::or)
            .orElseThrow();
    return files(settlement.beside(lake, lake.read(settlement.tables().get(0))).where(differs));
  }

  /** Files of rows set aside for which another verdict holds now. */
  private Set<String> waiting(Settlement settlement, Rules rules) {
    DeliveryContract contract = settlement.contract();
    String[] ids = rules.looking().stream().map(Rule::id).toArray(String[]::new);
    Dataset<Row> aside =
        lake.read(Quarantine.CONTRACT_OF)
            .where(Quarantine.CONTRACT.column().equalTo(contract.name()))
            .where(arrays_overlap(split(Quarantine.RULES.column(), ", "), lit(ids)))
            .select("batch_id", "file_id", "row_no", ROW_RULES);
    Set<String> batches = new TreeSet<>();
    aside.select("batch_id").distinct().collectAsList().forEach(r -> batches.add(r.getString(0)));
    List<Delivery> deliveries =
        ledger.landed(contract, List.copyOf(batches)).stream()
            .map(Ledger.Landed::delivery)
            .toList();
    if (deliveries.isEmpty()) {
      return Set.of();
    }
    deliveries.forEach(file -> Ledger.needProfile(file, this::hasProfile));
    String[] row = {"file_id", "row_no"};
    Dataset<Row> verdicts = aside.drop("batch_id");
    Dataset<Row> bronze =
        lake.read(Bronze.of(contract), batches).join(broadcast(verdicts), row, "left_semi");
    Dataset<Row> judged =
        new Judgement(contract, rules, settings.profiles(), deliveries)
            .of(bronze, rows -> settlement.beside(lake, rows));
    return files(
        judged
            .join(verdicts, row)
            .where(array_join(col(Judgement.BROKEN), ", ").notEqual(col(ROW_RULES))));
  }

  private static Set<String> files(Dataset<Row> rows) {
    Set<String> ids = new TreeSet<>();
    rows.select("file_id").distinct().collectAsList().forEach(row -> ids.add(row.getString(0)));
    return ids;
  }
}
