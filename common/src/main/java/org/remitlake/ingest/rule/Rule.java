package org.remitlake.ingest.rule;

import java.util.List;
import java.util.Map;

/**
 * A quality rule of catalogue 10.
 *
 * @param id as T04
 * @param code as REV_SIGN
 * @param scope what the predicate looks at
 * @param needs contracts whose tables a row rule looks at, beside the row
 * @param action what happens to a row that the rule catches
 * @param let name to SQL expression: columns for this rule and those after it; each may use the
 *     ones before it. Those of a repair hold what the fields were before the repair
 * @param when SQL predicate; empty for rules whose predicate follows from the contract
 * @param set field to SQL expression, for repairs
 * @param en what to tell the partner, in English
 * @param ru the same in Russian
 */
public record Rule(
    String id,
    String code,
    Scope scope,
    List<String> needs,
    Action action,
    Map<String, String> let,
    String when,
    Map<String, String> set,
    String en,
    String ru) {

  /** What a predicate looks at. */
  public enum Scope {
    /** One row, with what other tables say of it. */
    ROW,
    /** One row of a file that shows the same slip throughout. */
    FILE,
    /** All deliveries of a row, before the last one is taken. */
    DELIVERIES,
    /** The whole table, by window functions. */
    TABLE;

    /** Whether judging a row needs no other rows. */
    boolean isOfOneRow() {
      return this == ROW || this == FILE;
    }
  }

  /** What a rule does. */
  public enum Action {
    /** Changes values; the original stays in bronze, the rule's id goes to the row's flags. */
    REPAIR,
    /** Keeps the row, marked. */
    FLAG,
    /** Sets the row aside. */
    QUARANTINE,
    /** Sets the row aside without blame: it is outside the project. */
    EXCLUDE
  }

  /** Fills in what a rule need not say. */
  public Rule {
    scope = scope == null ? Scope.ROW : scope;
    needs = needs == null ? List.of() : needs;
    let = let == null ? Map.of() : let;
    when = when == null ? "" : when;
    set = set == null ? Map.of() : set;
  }

  /** The same rule with another predicate. */
  Rule when(String predicate) {
    return new Rule(id, code, scope, needs, action, let, predicate, set, en, ru);
  }

  /** Whether it changes values. */
  public boolean repairs() {
    return action == Action.REPAIR;
  }

  /** Whether caught rows leave the data. */
  public boolean setsAside() {
    return action == Action.QUARANTINE || action == Action.EXCLUDE;
  }
}
