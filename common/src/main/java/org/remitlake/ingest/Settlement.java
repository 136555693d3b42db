package org.remitlake.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.quality.FileTally;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;

/** How good rows of a contract enter silver: idempotent, whatever a run that died left behind. */
interface Settlement {
  /** The contract that it settles. */
  DeliveryContract contract();

  /** The tables of silver that it writes. */
  List<TableContract> tables();

  /** The rule of rows that come again; empty where a later row is a later state, no correction. */
  default String changeRule() {
    return "T01";
  }

  /** Contracts whose tables {@link #beside} or {@link #revise} looks at. */
  default List<DeliveryContract> basis() {
    return List.of();
  }

  /** Looks at its table again after the tables of {@link #basis} changed and itself got no rows. */
  default void revise(Lake lake) {}

  /** Adds what other tables say of a row, for rules that look beyond it; no rows. */
  default Dataset<Row> beside(Lake lake, Dataset<Row> rows) {
    return rows;
  }

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
   * @param recall finds rows of other files
   * @return what repeats rows that came before, by file id; a file without such rows is absent
   */
  Map<String, Repeats> settle(
      Lake lake, Dataset<Row> good, Set<String> files, Set<String> left, Recall recall);

  /** Derived rows, of which those that waited for others and need not are not set aside. */
  default Dataset<Row> released(Lake lake, Dataset<Row> judged) {
    return judged;
  }

  /** Ids of files of which rows wait in quarantine for rows that are among derived ones now. */
  default Set<String> called(Lake lake, Dataset<Row> judged) {
    return Set.of();
  }

  /** Rules of scope FILE that hold for files, by file id. */
  default Map<String, Set<String>> slips(
      Lake lake, Dataset<Row> judged, Map<String, FileTally> tallies) {
    return Map.of();
  }

  /**
   * Quarters in which a file's codes of persons do not go on, by file id.
   *
   * @param good rows that broke no rule
   * @param tallies what was counted of their files, by file id
   */
  default Map<String, Set<Quarter>> rotations(
      Lake lake, Dataset<Row> good, Map<String, FileTally> tallies) {
    return Map.of();
  }

  /** Other rules that hold for files as a whole, by file id; rows that broke none are given. */
  default Map<String, Set<String>> found(Lake lake, Dataset<Row> good, List<LandedFile> landed) {
    return Map.of();
  }
}
