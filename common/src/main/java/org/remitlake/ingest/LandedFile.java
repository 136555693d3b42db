package org.remitlake.ingest;

import java.util.Collection;
import org.remitlake.ingest.file.Delivery;

/**
 * A file in bronze.
 *
 * @param batch slice of bronze that holds its rows
 * @param delivery the file
 * @param isLeft whether it landed in an earlier run: silver may hold some of its rows
 */
record LandedFile(String batch, Delivery delivery, boolean isLeft) {
  /** The same file, of which these rules were found to hold, too. */
  LandedFile found(Collection<String> rules) {
    return new LandedFile(batch, delivery.found(rules), isLeft);
  }
}
