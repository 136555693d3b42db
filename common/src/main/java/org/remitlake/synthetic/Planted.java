package org.remitlake.synthetic;

import java.util.Comparator;
import java.util.Locale;

/**
 * A place where a rule has something to find.
 *
 * @param rule of the catalogue's §10
 * @param contract transfer, fx or quote
 * @param file name
 * @param line physical line on which the record starts; the header is line 1, as is the whole file
 * @param key transaction id, quote id or currency and date; empty for a whole file
 * @param outcome what an ingest should make of it
 * @param note what was done
 */
public record Planted(
    String rule,
    String contract,
    String file,
    long line,
    String key,
    Outcome outcome,
    String note) {

  /** By rule, then by place. */
  public static final Comparator<Planted> ORDER =
      Comparator.comparing(Planted::rule)
          .thenComparing(Planted::contract)
          .thenComparing(Planted::file)
          .thenComparingLong(Planted::line)
          .thenComparing(Planted::key);

  /** What an ingest should make of a planted defect; written in lower case. */
  public enum Outcome {
    /** Nothing: the row is all but wrong. Planted by {@code rules} only. */
    ACCEPT,
    ACCEPT_REPAIRED,
    DUPLICATE,
    QUARANTINE,
    FLAG,
    REJECT_FILE,
    IGNORED_FILE;

    /** From one word, as cases write it. */
    public static Outcome of(String word) {
      return switch (word) {
        case "repair" -> ACCEPT_REPAIRED;
        case "reject" -> REJECT_FILE;
        case "ignored" -> IGNORED_FILE;
        default -> valueOf(word.toUpperCase(Locale.ROOT));
      };
    }
  }
}
