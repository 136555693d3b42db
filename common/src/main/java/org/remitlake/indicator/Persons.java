package org.remitlake.indicator;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Distinct persons of every cell, from one row per person: in it, a bit for every value of every
 * dimension that the person used. Exact, with one shuffle, however many cells there are.
 */
final class Persons {
  /** Bits used of a long. */
  private static final int BITS = 62;

  private final Map<Dimension, List<String>> values;

  Persons(Map<Dimension, List<String>> values) {
    this.values = values;
  }

  /** Takes the number of persons of a cell; called several times for a cell, to be added up. */
  @FunctionalInterface
  interface Sink {
    void add(CellKey cell, Population population, long persons);
  }

  /** Some bits of the values of a dimension, for a population. */
  private record Mask(Population population, Dimension dimension, int from) {
    String column() {
      return population + "_" + dimension + "_" + from;
    }
  }

  void senders(Dataset<Row> records, Sink sink) {
    tally(records, "quarter", "sender", List.of(Population.values()), sink);
  }

  void beneficiaries(Dataset<Row> records, Sink sink) {
    tally(records, "receipt_quarter", "beneficiary", List.of(Population.COMPLETED), sink);
  }

  private void tally(
      Dataset<Row> records,
      String quarter,
      String person,
      List<Population> populations,
      Sink sink) {
    List<Mask> masks = new ArrayList<>();
    for (Population p : populations) {
      for (Dimension d : Dimension.values()) {
        for (int from = 0; from < values.get(d).size(); from += BITS) {
          masks.add(new Mask(p, d, from));
        }
      }
    }
    if (masks.isEmpty()) {
      return;
    }
    Column[] bits = masks.stream().map(this::bits).toArray(Column[]::new);
    Dataset<Row> perPerson =
        records
            .where(col("exclusion").isNull().and(col(person).isNotNull()))
            .groupBy(col("corridor"), col(quarter), col(person))
            .agg(bits[0], java.util.Arrays.copyOfRange(bits, 1, bits.length));
    List<Column> by = new ArrayList<>(List.of(col("corridor"), col(quarter)));
    masks.forEach(m -> by.add(col(m.column())));
    perPerson
        .groupBy(by.toArray(Column[]::new))
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> decode(row, masks, sink));
  }

  private Column bits(Mask mask) {
    List<String> of = values.get(mask.dimension());
    List<String> part = of.subList(mask.from(), Math.min(of.size(), mask.from() + BITS));
    Column list = array(part.stream().map(functions::lit).toArray(Column[]::new));
    Column at = array_position(list, col(mask.dimension().column()));
    Column bit = when(at.gt(0), expr("1L")).otherwise(expr("0L"));
    Column shifted = functions.call_function("shiftleft", bit, at.cast("int"));
    return bit_or(when(mask.population().belongs(), shifted).otherwise(expr("0L")))
        .as(mask.column());
  }

  private void decode(Row row, List<Mask> masks, Sink sink) {
    String corridor = row.getString(0);
    String quarter = row.getString(1);
    long persons = row.getLong(row.size() - 1);
    Set<Population> inTotal = EnumSet.noneOf(Population.class);
    for (int i = 0; i < masks.size(); i++) {
      Mask mask = masks.get(i);
      long bits = row.getLong(2 + i);
      for (long rest = bits; rest != 0; rest &= rest - 1) {
        // array_position counts from 1
        int index = Long.numberOfTrailingZeros(rest) - 1 + mask.from();
        inTotal.add(mask.population());
        sink.add(
            CellKey.of(
                corridor, quarter, mask.dimension(), values.get(mask.dimension()).get(index)),
            mask.population(),
            persons);
      }
    }
    inTotal.forEach(p -> sink.add(CellKey.total(corridor, quarter), p, persons));
  }
}
