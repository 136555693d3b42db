package org.remitlake.ingest.quality;

import java.util.List;

/**
 * A file as its partner's page tells of it.
 *
 * @param file the file
 * @param status what became of it
 * @param accepted rows in silver
 * @param duplicate rows that had come before
 * @param quarantined rows set aside
 * @param held rows that wait with the file
 * @param found what rules caught in it, the most urgent first
 */
public record PartnerFile(
    JudgedFile file,
    Status status,
    long accepted,
    long duplicate,
    long quarantined,
    long held,
    List<QualityRow> found) {

  /** What became of a file. */
  public enum Status {
    /** Its good rows are in silver. */
    ACCEPTED("read", "прочитан"),
    /** It waits, since too many of its rows are broken. */
    HELD("held", "задержан"),
    /** Another file came in its place. */
    REPLACED("replaced", "заменён"),
    /** None of it was taken. */
    REJECTED("rejected", "не принят");

    private final String en;
    private final String ru;

    Status(String en, String ru) {
      this.en = en;
      this.ru = ru;
    }

    String en() {
      return en;
    }

    String ru() {
      return ru;
    }
  }
}
