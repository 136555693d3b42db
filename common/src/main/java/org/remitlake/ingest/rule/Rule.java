package org.remitlake.ingest.rule;

import java.util.Map;

/**
 * A quality rule of catalogue 10.
 *
 * @param id as T04
 * @param code as REV_SIGN
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
    Action action,
    Map<String, String> let,
    String when,
    Map<String, String> set,
    String en,
    String ru) {

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
    let = let == null ? Map.of() : let;
    when = when == null ? "" : when;
    set = set == null ? Map.of() : set;
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
