package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.provenance;

import java.util.Collection;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.rule.Judgement;
import org.remitlake.ingest.rule.Rule;
import org.remitlake.ingest.rule.Rules;

/** {@code ops.quarantine}: one row that was set aside, and what to tell the partner. */
public final class Quarantine {
  public static final Field BATCH_ID =
      provenance("batch_id", StringType, "Files that landed together");
  public static final Field FILE_ID = identifier("file_id", StringType, "SHA-256 of the file");
  public static final Field ROW_NO =
      identifier("row_no", LongType, "Number of the row in the file");
  public static final Field LINE_NO = attribute("line_no", LongType, "Line where the row begins");
  public static final Field CONTRACT = attribute("contract", StringType, "transfer, fx, quote");
  public static final Field RULE_ID = attribute("rule_id", StringType, "First rule that caught it");
  public static final Field RULES = attribute("rules", StringType, "All rules that caught it");
  public static final Field IS_OUT_OF_SCOPE =
      attribute(
          "is_out_of_scope",
          org.apache.spark.sql.types.DataTypes.BooleanType,
          "Outside the project: not an error");
  public static final Field REASON_EN =
      attribute("reason_en", StringType, "For the partner, in English; fields in brackets");
  public static final Field REASON_RU = attribute("reason_ru", StringType, "The same in Russian");
  public static final Field RAW =
      attribute(
          "raw",
          StringType,
          "The row's cells as json, ids hashed; null when it could not be split into cells");

  /** The table. */
  public static final TableContract CONTRACT_OF =
      TableContract.table(
              "ops.quarantine",
              "A row that was set aside",
              BATCH_ID,
              FILE_ID,
              BATCH_ID,
              ROW_NO,
              LINE_NO,
              CONTRACT,
              RULE_ID,
              RULES,
              IS_OUT_OF_SCOPE,
              REASON_EN,
              REASON_RU,
              RAW)
          .indexedBy(RULE_ID);

  private Quarantine() {}

  /** Whether a judged row is to be set aside. */
  public static Column isBroken() {
    return size(col(Judgement.BROKEN)).gt(0);
  }

  /** Whether all that is wrong with a broken row is that it lies outside the project. */
  static Column isOutOfScope(Rules rules) {
    Collection<Rule> all = rules.byId().values();
    String[] exclusions =
        all.stream()
            .filter(r -> r.action() == Rule.Action.EXCLUDE)
            .map(Rule::id)
            .toArray(String[]::new);
    Column blamed =
        functions.array_except(
            col(Judgement.BROKEN),
            functions
                .array(
                    java.util.Arrays.stream(exclusions).map(functions::lit).toArray(Column[]::new))
                .cast("array<string>"));
    return size(blamed).equalTo(0);
  }

  /** Broken rows of a contract, as rows of the table. */
  static Dataset<Row> of(DeliveryContract contract, Rules rules, Dataset<Row> broken) {
    Column first = element_at(col(Judgement.BROKEN), 1);
    Column detail =
        when(col(Judgement.DETAIL).equalTo(""), lit(""))
            .otherwise(concat(lit(" ["), col(Judgement.DETAIL), lit("]")));
    return broken.select(
        FILE_ID.column(),
        BATCH_ID.column(),
        ROW_NO.column(),
        LINE_NO.column(),
        lit(contract.name()).as(CONTRACT.name()),
        first.as(RULE_ID.name()),
        array_join(col(Judgement.BROKEN), ", ").as(RULES.name()),
        isOutOfScope(rules).as(IS_OUT_OF_SCOPE.name()),
        concat(text(first, rules, Rule::en), detail).as(REASON_EN.name()),
        concat(text(first, rules, Rule::ru), detail).as(REASON_RU.name()),
        col(Judgement.RAW).as(RAW.name()));
  }

  private static Column text(Column id, Rules rules, Function<Rule, String> message) {
    Column chosen = when(lit(false), lit(""));
    for (Rule rule : rules.byId().values()) {
      chosen = chosen.when(id.equalTo(rule.id()), lit(message.apply(rule)));
    }
    return chosen;
  }
}
