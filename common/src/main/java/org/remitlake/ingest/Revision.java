package org.remitlake.ingest;

import java.util.List;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.lake.Lake;

/**
 * What only a whole table tells of its rows, or other tables beside it, and what is more than a
 * predicate.
 *
 * @param rules ids that it gives to rows as flags
 * @param basis contracts whose tables it looks at
 * @param function from the current rows to the same rows, revised
 */
record Revision(
    List<String> rules,
    List<DeliveryContract> basis,
    BiFunction<Lake, Dataset<Row>, Dataset<Row>> function) {
  /** Of tables whose rows stand for themselves. */
  static final Revision NONE = new Revision(List.of(), List.of(), (lake, rows) -> rows);

  Dataset<Row> of(Lake lake, Dataset<Row> rows) {
    return function.apply(lake, rows);
  }
}
