package org.remitlake.synthetic;

import org.remitlake.time.Quarter;

/** Requests that tests share. */
final class Requests {
  private Requests() {}

  static Request of(long seed, long transfers, String from, String to, Defects defects) {
    return new Request(seed, transfers, Quarter.parse(from), Quarter.parse(to), 5_000, defects);
  }
}
