package org.remitlake.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.indicator.Indicator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what is defined: indicators and tables, from the definitions themselves. */
@Command(
    name = "dictionary",
    description = "Print indicators, tables and columns with units and notes.",
    mixinStandardHelpOptions = true)
final class DictionaryJob implements Callable<Integer> {
  /** Form of the output. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Option(names = "--format", defaultValue = "text", description = "text, json or markdown.")
  private Format format;

  @Override
  public Integer call() {
    System.out.println(
        switch (format) {
          case TEXT -> text();
          case JSON -> Runner.json(json());
          case MARKDOWN -> markdown();
        });
    return 0;
  }

  private static String text() {
    StringBuilder text = new StringBuilder();
    for (Indicator i : Registry.all()) {
      text.append(
          "%-4s %-7s %-5s %-32s %-8s %s%n"
              .formatted(i.id(), i.variant(), i.basis(), i.title(), i.unit().label(), i.note()));
    }
    for (TableContract table : Headlines.tables()) {
      text.append("%n%s: %s%n".formatted(table.table(), table.doc()));
      table
          .fields()
          .forEach(
              f -> text.append("  %-24s %-16s %s%n".formatted(f.name(), type(f), f.comment())));
    }
    return text.toString();
  }

  private static String type(Field field) {
    return field.type().simpleString();
  }

  /** Indicators as a table, as the README shows them. */
  static String markdown() {
    StringBuilder text =
        new StringBuilder("| Id | Basis | Title | Unit | What it is |\n|---|---|---|---|---|\n");
    for (Indicator i : Registry.all()) {
      String id = i.variant().equals("_T") ? i.id() : i.id() + " " + i.variant();
      text.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(id, i.basis(), i.title(), i.unit().label(), i.note()));
    }
    return text.toString();
  }

  private static Map<String, Object> json() {
    List<Map<String, Object>> indicators = new ArrayList<>();
    for (Indicator i : Registry.all()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("id", i.id());
      entry.put("variant", i.variant());
      entry.put("basis", i.basis());
      entry.put("key", i.key());
      entry.put("title", i.title());
      entry.put("unit", i.unit().label());
      entry.put("better", i.better().name());
      entry.put("minimum_units", i.minimumUnits());
      entry.put("note", i.note());
      indicators.add(entry);
    }
    List<Map<String, Object>> tables = new ArrayList<>();
    for (TableContract table : Headlines.tables()) {
      List<Map<String, String>> columns = new ArrayList<>();
      table
          .fields()
          .forEach(
              f -> columns.add(Map.of("name", f.name(), "type", type(f), "comment", f.comment())));
      tables.add(Map.of("table", table.table(), "grain", table.doc(), "columns", columns));
    }
    return Map.of("indicators", indicators, "tables", tables);
  }
}
