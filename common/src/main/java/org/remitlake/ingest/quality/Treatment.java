package org.remitlake.ingest.quality;

import java.util.Locale;

/** What became of rows, or of a file, that a rule caught; the first calls for action most. */
public enum Treatment {
  /** None of the file's rows was taken. */
  REJECT_FILE("file rejected", "файл не принят"),
  /** The row is broken, and with it the whole file waits. */
  HOLD("file held", "файл задержан"),
  /** The row was set aside. */
  QUARANTINE("set aside", "отложено"),
  /** The row is outside the project, and was left out without blame. */
  EXCLUDE("outside the project", "вне проекта"),
  /** The row, or the file, had come before. */
  DUPLICATE("came before", "уже получено"),
  /** Values were changed; the original stays in bronze. */
  REPAIR("repaired", "исправлено"),
  /** The row was taken, and marked. */
  FLAG("taken, marked", "принято с отметкой"),
  /** Something of the file as a whole was repaired or is to be known. */
  FINDING("note on the file", "замечание к файлу");

  private final String en;
  private final String ru;

  Treatment(String en, String ru) {
    this.en = en;
    this.ru = ru;
  }

  /** The code as words, for a line of text. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** For a partner, in English. */
  public String en() {
    return en;
  }

  /** For a partner, in Russian. */
  public String ru() {
    return ru;
  }
}
