package org.remitlake.indicator;

import java.util.Locale;

/** The dimensions by which transfer indicators are broken down, in the order of cell names. */
public enum Dimension {
  PROVIDER_TYPE,
  PROVIDER_ID,
  SEND_CHANNEL,
  FUNDING_INSTRUMENT,
  PAYOUT_INSTRUMENT,
  SENDER_SEX;

  /** The value of a dimension that a cell does not break down; SDMX's total. */
  public static final String TOTAL = "_T";

  /** The value of a dimension that the extract does not tell. */
  static final String UNKNOWN = "U";

  /** Name of the column. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
