package org.remitlake.indicator;

import java.util.List;
import java.util.Locale;

/** The dimensions by which transfer indicators are broken down, in the order of cell names. */
public enum Dimension {
  PROVIDER_TYPE,
  PROVIDER_ID,
  SEND_CHANNEL,
  FUNDING_INSTRUMENT,
  PAYOUT_INSTRUMENT,
  /** How soon the money was there, as quotes have it. */
  SPEED_CLASS,
  /** Bin of the amount in USD, at whose edges standard costs are interpolated. */
  AMOUNT_TIER,
  SENDER_SEX,
  SENDER_AGE_BAND,
  RECEIVE_REGION;

  /** All, in order. */
  public static final List<Dimension> ALL = List.of(values());

  /** The value of a dimension that a cell does not break down; SDMX's total. */
  public static final String TOTAL = "_T";

  /** The value of a dimension that the extract does not tell. */
  public static final String UNKNOWN = "U";

  /** Whether a transfer tells it itself: speed and size follow from what it tells. */
  public boolean isTold() {
    return this != SPEED_CLASS && this != AMOUNT_TIER;
  }

  /** Place of a dimension in the names of crossed cells; what is none of these comes first. */
  static int place(String name) {
    return ALL.stream().map(Dimension::column).toList().indexOf(name);
  }

  /** Name of the column. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
