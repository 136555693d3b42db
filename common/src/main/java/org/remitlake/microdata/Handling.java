package org.remitlake.microdata;

import java.util.List;
import java.util.Objects;

/**
 * What {@code treatments.yaml} says of a variable; what it does not say is empty.
 *
 * @param as treatment
 * @param name name of the column that leaves; empty means that of the treatment
 * @param isCarried whether persons carry it from their household
 * @param yields when a variable gives way that may help to single somebody out: 1 is withheld
 *     first; 0 never, as the place, which neighbours in the PSU would tell; below 0 it singles out
 *     nobody
 * @param with region and urbanity, urbanity and stratum, PSU and stratum: the variable that the
 *     treatment needs beside
 * @param by variable whose values divide the numbers before they are cut, as currencies do
 * @param unknown code that means that nobody knows
 * @param bands lower bounds of bands, from the finest set to the coarsest
 */
record Handling(
    Treatment as,
    String name,
    Boolean isCarried,
    Integer yields,
    String with,
    String by,
    String unknown,
    List<List<Integer>> bands) {

  Handling {
    Objects.requireNonNull(as);
    name = name == null ? "" : name;
    isCarried = Boolean.TRUE.equals(isCarried);
    yields = yields == null ? Integer.valueOf(-1) : yields;
    with = with == null ? "" : with;
    by = by == null ? "" : by;
    unknown = unknown == null ? "" : unknown;
    bands = bands == null ? List.of() : bands.stream().map(List::copyOf).toList();
  }

  /** What is done by the kind of a field alone. */
  static Handling plain(Treatment as) {
    return new Handling(as, null, null, null, null, null, null, null);
  }
}
