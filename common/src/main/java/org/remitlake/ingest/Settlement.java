package org.remitlake.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;

/** How good rows of a contract enter silver: idempotent, whatever a run that died left behind. */
interface Settlement {
  /** The contract that it settles. */
  DeliveryContract contract();

  /** The tables of silver that it writes. */
  List<TableContract> tables();

  /** Contracts whose tables {@link #revise} looks at. */
  default List<DeliveryContract> basis() {
    return List.of();
  }

  /** Looks at its table again after the tables of {@link #basis} changed and itself got no rows. */
  default void revise(Lake lake) {}

  /**
   * Judged rows with what silver derives from one row alone; kept for all that follows, so that it
   * is derived once. Rows that broke a rule are among them and must not fail.
   */
  default Dataset<Row> derived(Dataset<Row> judged) {
    return judged;
  }

  /**
   * Writes silver.
   *
   * @param good derived rows that broke no rule
   * @param files ids of the files that the rows come from
   * @param left those of them that landed in an earlier run, of which silver may hold rows
   * @return number of duplicate rows, by file id
   */
  Map<String, Long> settle(Lake lake, Dataset<Row> good, Set<String> files, Set<String> left);
}
