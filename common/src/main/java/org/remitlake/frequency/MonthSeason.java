package org.remitlake.frequency;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;
import org.remitlake.stats.Seasonality;

/** When in the year people send, by months: the seasonal index of {@link Season} over twelve. */
public enum MonthSeason implements Indicator {
  /** January. */
  B16_M01(Season.Sent.NUMBER, 1, "January"),
  /** February. */
  B16_M02(Season.Sent.NUMBER, 2, "February"),
  /** March. */
  B16_M03(Season.Sent.NUMBER, 3, "March"),
  /** April. */
  B16_M04(Season.Sent.NUMBER, 4, "April"),
  /** May. */
  B16_M05(Season.Sent.NUMBER, 5, "May"),
  /** June. */
  B16_M06(Season.Sent.NUMBER, 6, "June"),
  /** July. */
  B16_M07(Season.Sent.NUMBER, 7, "July"),
  /** August. */
  B16_M08(Season.Sent.NUMBER, 8, "August"),
  /** September. */
  B16_M09(Season.Sent.NUMBER, 9, "September"),
  /** October. */
  B16_M10(Season.Sent.NUMBER, 10, "October"),
  /** November. */
  B16_M11(Season.Sent.NUMBER, 11, "November"),
  /** December. */
  B16_M12(Season.Sent.NUMBER, 12, "December"),
  /** Largest less smallest of the months. */
  B16_MONTHS_AMPLITUDE(Season.Sent.NUMBER),
  /** January, by volume. */
  B16_VOLUME_M01(Season.Sent.VOLUME, 1, "January"),
  /** February, by volume. */
  B16_VOLUME_M02(Season.Sent.VOLUME, 2, "February"),
  /** March, by volume. */
  B16_VOLUME_M03(Season.Sent.VOLUME, 3, "March"),
  /** April, by volume. */
  B16_VOLUME_M04(Season.Sent.VOLUME, 4, "April"),
  /** May, by volume. */
  B16_VOLUME_M05(Season.Sent.VOLUME, 5, "May"),
  /** June, by volume. */
  B16_VOLUME_M06(Season.Sent.VOLUME, 6, "June"),
  /** July, by volume. */
  B16_VOLUME_M07(Season.Sent.VOLUME, 7, "July"),
  /** August, by volume. */
  B16_VOLUME_M08(Season.Sent.VOLUME, 8, "August"),
  /** September, by volume. */
  B16_VOLUME_M09(Season.Sent.VOLUME, 9, "September"),
  /** October, by volume. */
  B16_VOLUME_M10(Season.Sent.VOLUME, 10, "October"),
  /** November, by volume. */
  B16_VOLUME_M11(Season.Sent.VOLUME, 11, "November"),
  /** December, by volume. */
  B16_VOLUME_M12(Season.Sent.VOLUME, 12, "December"),
  /** Largest less smallest of the months, by volume. */
  B16_VOLUME_MONTHS_AMPLITUDE(Season.Sent.VOLUME);

  private static final int LEAST_SENDERS = 10;
  private static final int ALL = 0;

  private final Season.Sent sent;
  private final int month;
  private final Definition definition;

  MonthSeason(Season.Sent sent, int month, String name) {
    this(sent, month, "m%02d".formatted(month), sent.title() + name);
  }

  MonthSeason(Season.Sent sent) {
    this(sent, ALL, "months_amplitude", sent.amplitudeTitle() + " by months");
  }

  MonthSeason(Season.Sent sent, int month, String variant, String title) {
    this.sent = sent;
    this.month = month;
    this.definition =
        new Definition(
            sent.prefix() + variant,
            "seasonality_index",
            title,
            Unit.RATIO,
            Direction.NONE,
            sent.note()
                + " Of months, each of which needs transfers"
                + (sent == Season.Sent.VOLUME ? " and a published price index." : "."),
            LEAST_SENDERS);
  }

  @Override
  public String basis() {
    return "tx";
  }

  @Override
  public Definition definition() {
    return definition;
  }

  Season.Sent sent() {
    return sent;
  }

  double of(Seasonality index) {
    return month == ALL ? index.amplitude() : index.figures().get(month - 1);
  }
}
