package org.remitlake.ingest.quality;

/**
 * What is said of a rule.
 *
 * @param id as T04
 * @param code as REV_SIGN
 * @param en what to tell the partner, in English
 * @param ru the same in Russian
 */
public record RuleText(String id, String code, String en, String ru) {
  /** The same with what a file showed, in brackets: names of columns, numbers of lines. */
  RuleText with(String detail) {
    return detail.isEmpty()
        ? this
        : new RuleText(id, code, en + " [" + detail + "]", ru + " [" + detail + "]");
  }
}
