package org.remitlake.ingest.rule;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/** Ids that a worksheet took for numbers (rule F11): lost digits, and leading zeros. */
final class WorksheetIds {
  static final String RULE = "F11";

  /** 1.23E+15, or the name of a worksheet's error: another id may well look the same. */
  private static final String NO_ID =
      "^([0-9]([.,][0-9]+)?[eE][+][0-9]+"
          + "|#(N/A|NULL!|DIV/0!|VALUE!|REF!|NAME[?]|NUM!|SPILL!|CALC!))$";

  private final DeliveryContract contract;
  private final FileFacts facts;

  WorksheetIds(DeliveryContract contract, FileFacts facts) {
    this.contract = contract;
    this.facts = facts;
  }

  /** For each text of the key, its name where its digits are lost. */
  List<Column> lost() {
    return contract.fields().stream()
        .filter(f -> f.kind() == Kind.TEXT && contract.key().contains(f.name()) && facts.has(f))
        .map(f -> when(Judgement.delivered(f).rlike(NO_ID), lit(f.name())))
        .toList();
  }

  /** For each field whose ids have a fixed length, the rule where zeros were put back. */
  List<Column> restored(Function<DeliveredField, Column> text) {
    return contract.fields().stream()
        .filter(facts.ofProfiles()::hasLength)
        .map(
            f -> {
              Column delivered = text.apply(f);
              Column restored = facts.ofProfiles().restored(f, delivered);
              return when(restored.notEqual(delivered), lit(RULE));
            })
        .toList();
  }
}
