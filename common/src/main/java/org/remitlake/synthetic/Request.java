package org.remitlake.synthetic;

import java.io.Serializable;
import java.util.Objects;
import org.remitlake.time.Quarter;

/**
 * What to generate. Equal requests give byte-identical deliveries.
 *
 * @param seed any number; another seed gives other people and other rates
 * @param transfers expected number of transfers; the actual number is in the truth
 * @param from first quarter
 * @param to last quarter, included
 * @param rowsPerFile about how many rows a file may hold before the provider sends several
 * @param defects what is planted
 * @param householdsPerPsu households visited in each place of a country's sample
 */
public record Request(
    long seed,
    long transfers,
    Quarter from,
    Quarter to,
    int rowsPerFile,
    Defects defects,
    int householdsPerPsu)
    implements Serializable {
  private static final Quarter FIRST = new Quarter(2008, 1);
  private static final Quarter LAST = new Quarter(2025, 4);
  private static final int MOST_PER_PSU = 500;

  /** Households visited in each place where nothing else is said. */
  public static final int HOUSEHOLDS_PER_PSU = 5;

  /** With the usual number of households. */
  public Request(
      long seed, long transfers, Quarter from, Quarter to, int rowsPerFile, Defects defects) {
    this(seed, transfers, from, to, rowsPerFile, defects, HOUSEHOLDS_PER_PSU);
  }

  /** Refuses a request outside the years the model is calibrated for. */
  public Request {
    Objects.requireNonNull(defects, "defects");
    if (transfers < 1 || rowsPerFile < 1) {
      throw new IllegalArgumentException("transfers and rowsPerFile must be at least 1.");
    }
    if (householdsPerPsu < 2 || householdsPerPsu > MOST_PER_PSU) {
      throw new IllegalArgumentException(
          "Households per place must be between 2 and " + MOST_PER_PSU + ".");
    }
    if (from.compareTo(FIRST) < 0 || to.compareTo(LAST) > 0 || to.compareTo(from) < 0) {
      throw new IllegalArgumentException(
          from + " to " + to + ": choose quarters in order, from " + FIRST + " to " + LAST + ".");
    }
  }
}
