package org.remitlake.jobs;

/**
 * A place where a rule caught something, or was to catch something.
 *
 * @param rule id, as T07_INV
 * @param file name
 * @param kind what became of it
 * @param line of the row; 1 for the file as a whole
 */
record Catch(String rule, String file, Kind kind, long line) implements Comparable<Catch> {

  /** What became of a row or a file. */
  enum Kind {
    /** Set aside. */
    ASIDE,
    /** Taken, with a mark. */
    MARKED,
    /** Known already. */
    AGAIN,
    /** The file was refused. */
    REFUSED,
    /** Something is to be known of the file. */
    NOTED
  }

  @Override
  public int compareTo(Catch other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return "%s %s %s:%d".formatted(rule, kind, file, line);
  }
}
