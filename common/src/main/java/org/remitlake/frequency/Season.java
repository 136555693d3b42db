package org.remitlake.frequency;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;
import org.remitlake.stats.Seasonality;

/** When in the year people send, by the number of completed transfers and by their volume. */
public enum Season implements Indicator {
  /** First quarter. */
  B16_Q1(Sent.NUMBER, 1, "q1", "first quarter"),
  /** Second quarter. */
  B16_Q2(Sent.NUMBER, 2, "q2", "second quarter"),
  /** Third quarter. */
  B16_Q3(Sent.NUMBER, 3, "q3", "third quarter"),
  /** Fourth quarter. */
  B16_Q4(Sent.NUMBER, 4, "q4", "fourth quarter"),
  /** Largest less smallest. */
  B16_AMPLITUDE(Sent.NUMBER),
  /** First quarter, by volume. */
  B16_VOLUME_Q1(Sent.VOLUME, 1, "q1", "first quarter"),
  /** Second quarter, by volume. */
  B16_VOLUME_Q2(Sent.VOLUME, 2, "q2", "second quarter"),
  /** Third quarter, by volume. */
  B16_VOLUME_Q3(Sent.VOLUME, 3, "q3", "third quarter"),
  /** Fourth quarter, by volume. */
  B16_VOLUME_Q4(Sent.VOLUME, 4, "q4", "fourth quarter"),
  /** Largest less smallest, by volume. */
  B16_VOLUME_AMPLITUDE(Sent.VOLUME);

  /** What is looked at through the year. */
  enum Sent {
    /** Completed transfers. */
    NUMBER(
        "n_",
        "Seasonal index of transfers, ",
        "Seasonal amplitude of transfers",
        "Number of transfers over its centred yearly average, 1 on average over the year; from"
            + " all quarters up to this one, three years at least. Of numbers, so that no"
            + " exchange rate is in it."),
    /** What was received, at constant prices. */
    VOLUME(
        "v_",
        "Seasonal index of the real volume, ",
        "Seasonal amplitude of the real volume",
        "Volume in the receive country's currency over its consumer prices, over the centred yearly"
            + " average of that, 1 on average over the year; three years at least, prices of each"
            + " quarter from one publisher. Unlike an index of dollars it has no exchange rate in"
            + " it.");

    private final String prefix;
    private final String title;
    private final String amplitudeTitle;
    private final String note;

    Sent(String prefix, String title, String amplitudeTitle, String note) {
      this.prefix = prefix;
      this.title = title;
      this.amplitudeTitle = amplitudeTitle;
      this.note = note;
    }

    String prefix() {
      return prefix;
    }

    /** To be followed by the season. */
    String title() {
      return title;
    }

    String amplitudeTitle() {
      return amplitudeTitle;
    }

    String note() {
      return note;
    }
  }

  private static final int LEAST_SENDERS = 10;
  private static final int ALL = 0;

  private final Sent sent;
  private final int season;
  private final Definition definition;

  Season(Sent sent, int season, String variant, String quarter) {
    this(sent, season, sent.prefix + variant, sent.title + quarter, sent.note);
  }

  Season(Sent sent) {
    this(sent, ALL, sent.prefix + "amplitude", sent.amplitudeTitle, sent.note);
  }

  Season(Sent sent, int season, String variant, String title, String note) {
    this.sent = sent;
    this.season = season;
    this.definition =
        new Definition(
            variant, "seasonality_index", title, Unit.RATIO, Direction.NONE, note, LEAST_SENDERS);
  }

  @Override
  public String basis() {
    return "tx";
  }

  @Override
  public Definition definition() {
    return definition;
  }

  Sent sent() {
    return sent;
  }

  double of(Seasonality index) {
    return season == ALL ? index.amplitude() : index.figures().get(season - 1);
  }
}
