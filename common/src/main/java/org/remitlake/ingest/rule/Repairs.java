package org.remitlake.ingest.rule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;

/**
 * Applies the repairs of a contract's rules in their order, each seeing what those before it
 * repaired, and computes what rules let be computed.
 *
 * <p>Each projection copies the row. So repairs that do not look at each other's fields share one,
 * and columns that no rule names travel through all of them as a single struct.
 */
final class Repairs {
  private static final String CARRIED = "carried";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  private final DeliveryContract contract;
  private final Set<String> named = new HashSet<>();
  private final Set<String> written = new HashSet<>();
  private Map<String, Column> pending = new LinkedHashMap<>();
  private Dataset<Row> rows;
  private int projections;

  private Repairs(DeliveryContract contract, List<Rule> rules, Dataset<Row> rows) {
    this.contract = contract;
    this.rows = rows;
    rules.forEach(rule -> named.addAll(names(rule)));
  }

  /** Rows with repaired fields, a mark for each repair, and the columns that rules let. */
  static Dataset<Row> of(DeliveryContract contract, List<Rule> rules, Dataset<Row> typed) {
    Repairs repairs = new Repairs(contract, rules, typed);
    rules.stream().filter(Rule::repairs).forEach(repairs::add);
    rules.stream().filter(rule -> !rule.repairs()).forEach(repairs::let);
    repairs.project();
    return repairs.unpacked();
  }

  private static Set<String> names(Rule rule) {
    Set<String> names = new HashSet<>(names(rule.when()));
    rule.let().values().forEach(value -> names.addAll(names(value)));
    rule.set().keySet().forEach(names::add);
    rule.set().values().forEach(value -> names.addAll(names(value)));
    return names;
  }

  private static Set<String> names(String expression) {
    return NAME.matcher(expression).results().map(MatchResult::group).collect(Collectors.toSet());
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
    if (expressions.stream().flatMap(e -> names(e).stream()).anyMatch(written::contains)) {
      project();
    }
  }

  private void project() {
    if (pending.isEmpty()) {
      return;
    }
    if (projections == 1) {
      pack();
    }
    rows = rows.withColumns(pending);
    projections++;
    pending = new LinkedHashMap<>();
    written.clear();
  }

  private void pack() {
    Map<Boolean, List<Column>> columns =
        Stream.of(rows.columns())
            .collect(
                Collectors.partitioningBy(
                    named::contains, Collectors.mapping(name -> col(name), Collectors.toList())));
    List<Column> packed = new ArrayList<>(columns.get(true));
    packed.add(struct(columns.get(false).toArray(Column[]::new)).as(CARRIED));
    rows = rows.select(packed.toArray(Column[]::new));
  }

  private Dataset<Row> unpacked() {
    if (projections < 2) {
      return rows;
    }
    Column[] all =
        Stream.of(rows.columns())
            .map(name -> col(name.equals(CARRIED) ? CARRIED + ".*" : name))
            .toArray(Column[]::new);
    return rows.select(all);
  }
}
