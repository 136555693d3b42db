package org.remitlake.ingest.rule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;

/**
 * Applies the repairs of a contract's rules in their order, each seeing what those before it
 * repaired, and computes what rules let be computed.
 *
 * <p>Repairs that do not look at each other's fields share a projection: each one more costs the
 * planning of a wide row.
 */
final class Repairs {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  private final DeliveryContract contract;
  private final Set<String> written = new HashSet<>();
  private Map<String, Column> pending = new LinkedHashMap<>();
  private Dataset<Row> rows;

  private Repairs(DeliveryContract contract, Dataset<Row> rows) {
    this.contract = contract;
    this.rows = rows;
  }

  /** Rows with repaired fields, a mark for each repair, and the columns that rules let. */
  static Dataset<Row> of(DeliveryContract contract, List<Rule> rules, Dataset<Row> typed) {
    Repairs repairs = new Repairs(contract, typed);
    rules.stream().filter(Rule::repairs).forEach(repairs::add);
    rules.stream().filter(rule -> !rule.repairs()).forEach(repairs::let);
    return repairs.done();
  }

  /** Column that says whether a repair caught the row. */
  static String mark(Rule rule) {
    return "caught_" + rule.id();
  }

  private void add(Rule rule) {
    let(rule);
    seeing(rule.set().values());
    Column caught = coalesce(seen(rule.when()), lit(false));
    write(mark(rule), caught);
    rule.set().forEach((field, value) -> repair(field, caught, value));
  }

  private void repair(String field, Column caught, String value) {
    Column repaired = expr(value).cast(contract.field(field).kind().type());
    Column otherwise = pending.getOrDefault(field, col(field));
    write(field, when(caught, repaired).otherwise(otherwise));
  }

  private void let(Rule rule) {
    rule.let().forEach((name, value) -> write(name, seen(value)));
  }

  private void write(String name, Column value) {
    pending.put(name, value);
    written.add(name);
  }

  private Column seen(String expression) {
    seeing(List.of(expression));
    return expr(expression);
  }

  /** Before something looks at what is pending, that must be there. */
  private void seeing(Collection<String> expressions) {
    List<String> names = new ArrayList<>();
    expressions.forEach(e -> NAME.matcher(e).results().forEach(m -> names.add(m.group())));
    if (names.stream().anyMatch(written::contains)) {
      done();
    }
  }

  private Dataset<Row> done() {
    if (!pending.isEmpty()) {
      rows = rows.withColumns(pending);
      pending = new LinkedHashMap<>();
      written.clear();
    }
    return rows;
  }
}
