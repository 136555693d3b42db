package org.remitlake.ingest.rule;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.SettledTable;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.file.PersonalData;
import org.remitlake.ingest.file.Profiles;

/**
 * Text rows made typed and judged by all row rules, in one pass and without a shuffle.
 *
 * <p>Added to the contract's typed fields: {@link #BROKEN} (ids of rules that set the row aside, in
 * the order of the rules; empty for a good row), {@link #DETAIL}, {@link #FLAGS}, {@link #RAW} (the
 * texts of a broken row, as json), {@link #PRECEDENCE} and, of surveys, {@link #REASONS}.
 */
public final class Judgement {
  public static final String BROKEN = "broken_rules";
  public static final String DETAIL = "broken_detail";
  public static final String FLAGS = "flags";
  public static final String RAW = "raw";
  public static final String REASONS = SettledTable.REASONS.name();
  public static final String PRECEDENCE = FileFacts.PRECEDENCE;

  /**
   * What was delivered, as one struct: it goes unread through most of what is computed, and to
   * carry a struct costs one copy.
   */
  static final String TEXTS = "texts";

  private static final String PERSONAL = "F07";
  private static final String REPAIRED = "repairs_by_word";
  private static final Column WHOLE = col("problem").isNull();

  private final DeliveryContract contract;
  private final Rules rules;
  private final FileFacts facts;
  private final Reasons reasons;
  private final WorksheetIds ids;
  private final Overlaps overlaps;

  /** Judges the rows of some files of a contract. */
  public Judgement(
      DeliveryContract contract, Rules rules, Profiles profiles, List<Delivery> deliveries) {
    this.contract = contract;
    this.rules = rules.of(deliveries);
    this.facts = new FileFacts(profiles, deliveries);
    this.reasons = new Reasons(contract, facts);
    this.ids = new WorksheetIds(contract, facts);
    this.overlaps = new Overlaps(contract, facts);
  }

  /**
   * The judged rows.
   *
   * @param bronze rows of exactly the files given
   * @param beside adds columns of other tables that rules name, and no rows
   */
  public Dataset<Row> of(Dataset<Row> bronze, UnaryOperator<Dataset<Row>> beside) {
    return judged(beside.apply(Repairs.of(contract, rules.own(), read(typed(bronze)))));
  }

  private Dataset<Row> typed(Dataset<Row> bronze) {
    Cells cells = new Cells(facts);
    List<Column> columns = new ArrayList<>();
    for (String kept : List.of("batch_id", "file_id", "row_no", "line_no", "problem", PRECEDENCE)) {
      columns.add(col(kept));
    }
    FileFacts.OF_RULES.forEach(fact -> columns.add(col(fact)));
    List<Column> texts = new ArrayList<>();
    for (DeliveredField field : contract.fields()) {
      texts.add(text(field).as(field.name()));
      columns.add(
          reasons
              .unlessMissing(field, text(field), cells.value(field, text(field)))
              .as(field.name()));
    }
    if (contract.reasons()) {
      columns.add(reasons.of(this::text, f -> cells.value(f, text(f))).as(REASONS));
    }
    columns.add(struct(texts.toArray(Column[]::new)).as(TEXTS));
    columns.add(wordRepairs().as(REPAIRED));
    if (overlaps.arePossible()) {
      columns.add(col(FileFacts.ZONE));
    }
    return bronze
        .join(broadcast(facts.table(bronze.sparkSession())), FileFacts.FILE_ID)
        .select(columns.toArray(Column[]::new));
  }

  /** The text that was delivered, once rows are typed. */
  static Column delivered(DeliveredField field) {
    return col(TEXTS).getField(field.name());
  }

  private Column text(DeliveredField field) {
    if (!facts.has(field)) {
      return lit(null).cast("string");
    }
    return facts.ofProfiles().orConstant(field, col(field.name()));
  }

  /**
   * Ids of rules that repaired a word: T08 currencies, F03 broken text, S10 columns that disagree,
   * F11 leading zeros.
   */
  private Column wordRepairs() {
    List<Column> found = new ArrayList<>();
    for (DeliveredField field : contract.fields()) {
      for (String rule : facts.wordRules(field)) {
        found.add(when(facts.ofProfiles().isRepaired(field, rule, text(field)), lit(rule)));
      }
    }
    found.addAll(ids.restored(this::text));
    return ids(found);
  }

  /** The ids that are not null, each once. */
  static Column ids(List<Column> found) {
    // As text first: array_compact would evaluate every rule without generated code.
    Column joined = concat_ws(",", found.toArray(Column[]::new));
    return when(joined.equalTo(""), array().cast("array<string>"))
        .otherwise(array_distinct(split(joined, ",")));
  }

  /** What reading found, before any repair may empty a cell: rules of every contract. */
  private Dataset<Row> read(Dataset<Row> typed) {
    List<Column> broken = new ArrayList<>();
    Map<String, List<Column>> unreadable = unreadable();
    List<Column> missing = missing();
    for (Rule rule : rules.every()) {
      List<Column> fields =
          rule.id().equals("M01") ? missing : unreadable.getOrDefault(rule.id(), List.of());
      if (!rule.when().isEmpty()) {
        broken.add(when(expr(rule.when()), lit(rule.id())));
      } else if (!fields.isEmpty()) {
        Column any = fields.stream().map(Column::isNotNull).reduce(Column::or).orElseThrow();
        broken.add(when(WHOLE.and(any), lit(rule.id())));
      }
    }
    List<Column> fields = new ArrayList<>(missing);
    unreadable.values().forEach(fields::addAll);
    Column detail = concat_ws(", ", fields.toArray(Column[]::new));
    Dataset<Row> marked =
        overlaps.arePossible() ? typed.withColumn(REPAIRED, overlaps.added(col(REPAIRED))) : typed;
    return marked
        .withColumn(BROKEN, ids(broken))
        .withColumn(DETAIL, when(WHOLE, detail).otherwise(col("problem")));
  }

  private Dataset<Row> judged(Dataset<Row> rows) {
    List<Column> broken = new ArrayList<>();
    List<Column> flags = new ArrayList<>();
    for (Rule rule : rules.own()) {
      Column id = lit(rule.id());
      switch (rule.action()) {
        case REPAIR -> flags.add(when(col(Repairs.mark(rule)), id));
        case FLAG -> flags.add(when(WHOLE.and(expr(rule.when())), id));
        case QUARANTINE, EXCLUDE -> broken.add(when(WHOLE.and(expr(rule.when())), id));
      }
    }
    if (contract.reasons()) {
      flags.addAll(Reasons.flags());
    }
    return rows.withColumn(BROKEN, concat(col(BROKEN), ids(broken)))
        .withColumn(FLAGS, concat(col(REPAIRED), ids(flags)))
        .withColumn(RAW, when(WHOLE.and(size(col(BROKEN)).gt(0)), to_json(col(TEXTS))))
        .select(kept());
  }

  /** Texts stay behind: of good rows bronze has them, of broken rows {@link #RAW}. */
  private Column[] kept() {
    List<Column> kept = new ArrayList<>();
    for (String name : List.of("batch_id", "file_id", "row_no", "line_no", PRECEDENCE)) {
      kept.add(col(name));
    }
    contract.fields().forEach(f -> kept.add(f.column()));
    for (String name : List.of(BROKEN, DETAIL, FLAGS, RAW)) {
      kept.add(col(name));
    }
    if (contract.reasons()) {
      kept.add(col(REASONS));
    }
    return kept.toArray(Column[]::new);
  }

  /** For each mandatory field, its name where the cell is empty. */
  private List<Column> missing() {
    return contract.fields().stream()
        .filter(DeliveredField::mandatory)
        .map(f -> when(isEmpty(f), lit(f.name())))
        .toList();
  }

  private Column isEmpty(DeliveredField field) {
    Column noText = delivered(field).isNull();
    return reasons.concern(field) ? noText.or(Reasons.isGiven(field)) : noText;
  }

  /** For each field that can be unreadable, its name where it is, by the rule that says so. */
  private Map<String, List<Column>> unreadable() {
    Map<String, List<Column>> byRule = new HashMap<>();
    for (DeliveredField field : contract.fields()) {
      String rule = UnreadRule.of(contract, field);
      boolean hasPersonal = facts.has(field) && facts.hasPersonal(field);
      Column isPersonal = delivered(field).equalTo(PersonalData.MARK);
      if (hasPersonal) {
        byRule
            .computeIfAbsent(PERSONAL, r -> new ArrayList<>())
            .add(when(isPersonal, lit(field.name())));
      }
      if (facts.has(field) && !rule.isEmpty() && !reasons.tolerate(field)) {
        Column noValue = delivered(field).isNotNull().and(col(field.name()).isNull());
        Column unread = hasPersonal ? noValue.and(not(isPersonal)) : noValue;
        Column bad = reasons.concern(field) ? unread.and(not(Reasons.isGiven(field))) : unread;
        byRule.computeIfAbsent(rule, r -> new ArrayList<>()).add(when(bad, lit(field.name())));
      }
    }
    byRule.put(WorksheetIds.RULE, ids.lost());
    byRule.put(LongNames.RULE, LongNames.of(contract, facts));
    return byRule;
  }
}
