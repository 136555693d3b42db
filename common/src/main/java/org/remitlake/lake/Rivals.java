package org.remitlake.lake;

import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.delta.CommittedTransaction;
import org.apache.spark.sql.delta.Snapshot;
import scala.Option;

/**
 * What one run has read of which table, so that it writes nothing that rests on what another run
 * has changed since.
 *
 * <p>Why not Delta alone: a write of Delta begins when it is saved, and by then forgets what was
 * read to compute it. Here the write begins where the first reading did, and reads the whole table:
 * any commit of another run since then is a conflict. A table that was not read is guarded slice by
 * slice.
 */
final class Rivals {
  private final Map<String, Snapshot> read = new ConcurrentHashMap<>();

  /** A table is read: the first reading counts, until the run itself writes the table. */
  void reads(String table, Snapshot snapshot) {
    read.putIfAbsent(table, snapshot);
  }

  /**
   * Writes and commits.
   *
   * @return whether there was anything to commit
   * @throws ConcurrentModificationException if another run was there in between
   */
  boolean write(String table, DeltaWrite write) {
    Optional<Snapshot> basis = Optional.ofNullable(read.get(table));
    // A missing table has no version to begin at: there it is enough that it is missing still.
    Option<Snapshot> from =
        basis.filter(b -> b.version() >= 0).map(Option::apply).orElse(Option.empty());
    Option<CommittedTransaction> done =
        write
            .log()
            .withNewTransaction(
                Option.empty(),
                from,
                transaction -> {
                  if (basis.isPresent() && basis.get().version() != transaction.readVersion()) {
                    throw new ConcurrentModificationException(table);
                  }
                  if (basis.isPresent()) {
                    transaction.readWholeTable();
                  }
                  write.into(transaction);
                  return transaction.getCommitted();
                });
    if (done.isEmpty()) {
      return false;
    }
    Snapshot after = done.get().postCommitSnapshot();
    if (basis.isPresent()) {
      if (after.version() != done.get().committedVersion()) {
        throw new ConcurrentModificationException(table);
      }
      read.put(table, after);
    }
    return true;
  }
}
