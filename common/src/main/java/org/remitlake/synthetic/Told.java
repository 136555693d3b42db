package org.remitlake.synthetic;

/**
 * What a household answered; where it did not, a reason of {@link Answers}.
 *
 * @param size persons
 * @param income of twelve months, local currency
 * @param consumption of a month
 * @param received money from abroad in twelve months: 1 or 0
 * @param remitYear all of it, local currency
 * @param remitOccasion one occasion, in the currency told
 * @param remitCurrency the currency told
 * @param frequency 1 weekly to 6 once
 * @param times a year
 * @param uses bit k for use k of {@link #USES}
 * @param channel index in {@link #CHANNELS}, or -1
 * @param payout index in {@link #PAYOUTS}, or -1
 * @param saving at a bank in twelve months: 1 or 0
 * @param debt local currency
 */
record Told(
    long size,
    long income,
    long consumption,
    long received,
    long remitYear,
    long remitOccasion,
    Currency remitCurrency,
    int frequency,
    int times,
    int uses,
    int channel,
    int payout,
    long saving,
    long debt) {
  static final String[] USES = {
    "food",
    "housing",
    "health",
    "education",
    "ceremony",
    "debt",
    "business",
    "durables",
    "saving",
    "other"
  };
  static final String[] CHANNELS = {
    "BANK", "MTO", "POST", "APP", "CARRIED_SELF", "CARRIED_OTHER", "HAWALA", "OTHER"
  };
  static final String[] PAYOUTS = {"CASH", "ACCOUNT", "CARD", "WALLET", "HOME_DELIVERY"};
}
