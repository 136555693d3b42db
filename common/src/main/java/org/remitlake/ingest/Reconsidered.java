package org.remitlake.ingest;

import static java.util.stream.Collectors.toSet;
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
import java.util.Map;
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
  List<LandedFile> of(Settlement settlement, boolean isBasisChanged, boolean isTouched) {
    if (!isBasisChanged && !isTouched) {
      return List.of();
    }
    DeliveryContract contract = settlement.contract();
    Rules rules = Rules.of(contract, settings.lists());
    Set<String> files = new TreeSet<>();
    if (isTouched && rules.needEveryDelivery()) {
      files.addAll(ledger.settled(contract));
    } else if (isBasisChanged && !looking(contract, rules).isEmpty()) {
      files.addAll(inSilver(settlement, rules));
      files.addAll(waiting(settlement, rules));
      // What their rows break, they may break only since the slip of the whole file did not show.
      files.addAll(rules.knowSlips() ? held(contract) : Set.of());
    }
    return reopened(contract, files);
  }

  private boolean hasProfile(String profile) {
    return settings.profiles().byName().containsKey(profile);
  }

  /** Rules that look at other contracts' tables. */
  private static List<Rule> looking(DeliveryContract contract, Rules rules) {
    return rules.looking().stream()
        .filter(rule -> !rule.needs().equals(List.of(contract.name())))
        .toList();
  }

  private Set<String> held(DeliveryContract contract) {
    return ledger.with(List.of()).stream()
        .filter(file -> OpsFile.text(file, OpsFile.CONTRACT.name()).equals(contract.name()))
        .filter(file -> OpsFile.text(file, OpsFile.STATUS.name()).equals("HELD"))
        .map(file -> OpsFile.text(file, OpsFile.FILE_ID.name()))
        .collect(toSet());
  }

  /** Files of rows that would be judged otherwise now. */
  private Set<String> inSilver(Settlement settlement, Rules rules) {
    Column differs =
        looking(settlement.contract(), rules).stream()
            .map(
                rule -> {
                  Column caught = coalesce(expr(rule.when()), lit(false));
                  return rule.setsAside()
                      ? caught
                      : caught.notEqual(array_contains(col(Judgement.FLAGS), rule.id()));
                })
            .reduce(Column::or)
            .orElseThrow();
    return texts(
        settlement
            .beside(lake, lake.read(settlement.tables().get(0)))
            .where(differs)
            .select("file_id"));
  }

  /** Files of rows set aside for which another verdict holds now. */
  private Set<String> waiting(Settlement settlement, Rules rules) {
    DeliveryContract contract = settlement.contract();
    String[] ids = looking(contract, rules).stream().map(Rule::id).toArray(String[]::new);
    Dataset<Row> aside =
        lake.read(Quarantine.CONTRACT_OF)
            .where(Quarantine.CONTRACT.column().equalTo(contract.name()))
            .where(arrays_overlap(split(Quarantine.RULES.column(), ", "), lit(ids)))
            .select("batch_id", "file_id", "row_no", ROW_RULES);
    Set<String> batches = texts(aside.select("batch_id"));
    if (batches.isEmpty()) {
      return Set.of();
    }
    Dataset<Row> verdicts = aside.drop("batch_id");
    String[] row = {"file_id", "row_no"};
    return texts(
        judged(settlement, rules, batches, verdicts, row)
            .join(verdicts, row)
            .where(array_join(col(Judgement.BROKEN), ", ").notEqual(col(ROW_RULES)))
            .select("file_id"));
  }

  /** Rows that were settled before, judged and derived once more. */
  Dataset<Row> recalled(Settlement settlement, Dataset<Row> places) {
    Rules rules = Rules.of(settlement.contract(), settings.lists());
    Set<String> batches = ledger.batches(texts(places.select("file_id")));
    return settlement.derived(
        judged(settlement, rules, batches, places, new String[] {"file_id", "line_no"}));
  }

  /** Opens files again of which rows wait for what came now. */
  List<LandedFile> reopened(DeliveryContract contract, Set<String> files) {
    return ledger.reopened(contract, files, this::hasProfile);
  }

  /** Rows of bronze that agree with others, judged. */
  private Dataset<Row> judged(
      Settlement settlement, Rules rules, Set<String> batches, Dataset<Row> which, String... by) {
    DeliveryContract contract = settlement.contract();
    // A part of a file's rows does not show what the whole file does.
    Map<String, List<String>> found = ledger.findings();
    List<Delivery> deliveries =
        ledger.landed(contract, List.copyOf(batches)).stream()
            .map(LandedFile::delivery)
            .map(file -> file.found(found.getOrDefault(file.fileId(), List.of())))
            .toList();
    deliveries.forEach(file -> GoneProfile.refuse(file, this::hasProfile));
    Dataset<Row> bronze =
        lake.read(Bronze.of(contract), batches)
            .where(col("row_no").gt(0))
            .join(broadcast(which), by, "left_semi");
    return new Judgement(contract, rules, settings.profiles(), deliveries)
        .of(bronze, rows -> settlement.beside(lake, rows));
  }

  private static Set<String> texts(Dataset<Row> column) {
    Set<String> texts = new TreeSet<>();
    column.distinct().collectAsList().forEach(row -> texts.add(row.getString(0)));
    return texts;
  }
}
