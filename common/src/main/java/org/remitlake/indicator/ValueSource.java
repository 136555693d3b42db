package org.remitlake.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the values of some indicators come from. */
public interface ValueSource {
  /**
   * Name of the source in {@code ops.indicator_input}: values computed together become stale so.
   */
  default String name() {
    return getClass().getSimpleName().replaceFirst("Source$", "").toLowerCase(Locale.ROOT);
  }

  /** The indicators whose values come from here, and from nowhere else. */
  List<? extends Indicator> indicators();

  /**
   * Periods that there are inputs for, each with a text that changes when, and only when, what its
   * values rest on was rewritten.
   */
  Map<String, String> inputs();

  /** The values of some periods; none for a period without inputs. */
  List<ValueRow> values(Set<String> periods);

  /**
   * The rows that the values of a cell rest on, those left out among them with the reason; persons
   * by their keyed hashes only. Empty where a source does not show them.
   */
  default Optional<Dataset<Row>> rows(CellKey cell) {
    return Optional.empty();
  }
}
