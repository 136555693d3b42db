package org.remitlake.ingest.rule;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;

/**
 * Why cells of a survey are empty (rules S05, S06, S09): codes and sentinels of the profile, and
 * answers that its code book does not hold.
 */
final class Reasons {
  private final DeliveryContract contract;
  private final FileFacts facts;

  Reasons(DeliveryContract contract, FileFacts facts) {
    this.contract = contract;
    this.facts = facts;
  }

  /** Whether some profile of the batch has words that stand for no value in the field. */
  boolean concern(DeliveredField field) {
    return facts.has(field) && facts.ofProfiles().hasMissing(field);
  }

  private Optional<Column> said(DeliveredField field, Column text) {
    return concern(field) ? Optional.of(facts.ofProfiles().reason(field, text)) : Optional.empty();
  }

  /** The value, or null where the text gives a reason instead. */
  Column unlessMissing(DeliveredField field, Column text, Column value) {
    return said(field, text).map(why -> when(why.isNull(), value)).orElse(value);
  }

  /** Reasons of a row, as income_12m:REFUSED. */
  Column of(Function<DeliveredField, Column> text, Function<DeliveredField, Column> value) {
    List<Column> found = new ArrayList<>();
    for (DeliveredField field : contract.fields()) {
      Optional<Column> said = said(field, text.apply(field));
      said.ifPresent(why -> found.add(concat(lit(field.name() + ":"), why)));
      if (facts.has(field) && tolerate(field)) {
        Column unmapped = text.apply(field).isNotNull().and(value.apply(field).isNull());
        found.add(
            when(
                said.map(why -> why.isNull().and(unmapped)).orElse(unmapped),
                lit(field.name() + ":UNMAPPED")));
      }
    }
    return Judgement.ids(found);
  }

  /** Rule S09 spares a household one answer that the code book lacks, if it can do without. */
  boolean tolerate(DeliveredField field) {
    return contract.reasons() && field.kind().coded() && !field.mandatory();
  }

  /** Whether the row says why the cell holds no value. */
  static Column isGiven(DeliveredField field) {
    return exists(col(Judgement.REASONS), r -> r.startsWith(field.name() + ":"));
  }

  /** S05 a code, S06 a sentinel, S09 a code that nobody mapped. */
  static List<Column> flags() {
    return List.of(
        flag(":(DK|REFUSED)$", "S05"),
        flag(":(SKIPPED|NOT_APPLICABLE)$", "S06"),
        flag(":UNMAPPED$", "S09"));
  }

  private static Column flag(String pattern, String rule) {
    return when(exists(col(Judgement.REASONS), r -> r.rlike(pattern)), lit(rule));
  }
}
