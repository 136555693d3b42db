package org.remitlake.household;

/** What a household tells of money from abroad. */
final class Receipt {
  /** Six times in twelve months is regular. */
  private static final double REGULAR = 6;

  private static final double HALF = 0.5;

  private Receipt() {}

  static boolean receives(SurveyUnit household) {
    return household.says("remit_received_12m");
  }

  /** Local currency in twelve months; 0 of a household that receives nothing. */
  static double lcu(SurveyUnit household) {
    Boolean receives = household.flag("remit_received_12m");
    return receives == null ? Double.NaN : receives ? household.number("remit_lcu") : 0;
  }

  /** Part of the household's income, 1 at most. */
  static double ofIncome(SurveyUnit household) {
    double income = household.number("income_12m");
    return income > 0 ? Math.min(1, lcu(household) / income) : Double.NaN;
  }

  /** Whether half of the income or more is received; of a household without any, it is not. */
  static double depends(SurveyUnit household) {
    double received = lcu(household);
    double income = household.number("income_12m");
    if (received == 0) {
      return 0;
    }
    return Double.isNaN(received) || Double.isNaN(income)
        ? Double.NaN
        : received >= HALF * income ? 1 : 0;
  }

  private static final String[] USES = {
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

  /**
   * All that the household spent of it; not a number if it tells no use, or of one not how much.
   */
  static double spent(SurveyUnit household) {
    double spent = 0;
    boolean isSilent = true;
    for (String use : USES) {
      double amount = household.number("use_amt_" + use);
      boolean isTold = !Double.isNaN(amount);
      if (!isTold && household.says("use_" + use)) {
        return Double.NaN;
      }
      isSilent &= !isTold;
      spent += orNothing(amount);
    }
    return isSilent ? Double.NaN : spent;
  }

  static double orNothing(double amount) {
    return Double.isNaN(amount) ? 0 : amount;
  }

  /** By the number of times it tells, else by how often. */
  static double isRegular(SurveyUnit household) {
    double times = household.number("remit_times_12m");
    if (!Double.isNaN(times)) {
      return times >= REGULAR ? 1 : 0;
    }
    return household.code("remit_frequency") == null
            || household.is("remit_frequency", "YEAR", "SEASONAL")
        ? Double.NaN
        : household.is("remit_frequency", "WEEKLY", "FORTNIGHTLY", "MONTHLY") ? 1 : 0;
  }

  /** Whether the last money came to an account or card: nobody pays out what is carried. */
  static double isToAccount(SurveyUnit household) {
    return household.code("last_payout") != null
        ? household.is("last_payout", "ACCOUNT", "CARD") ? 1 : 0
        : household.is("last_channel", "CARRIED_SELF", "CARRIED_OTHER", "HAWALA") ? 0 : Double.NaN;
  }

  /** Whether a bank, an operator, the post or an app brought the last transfer. */
  static boolean isFormal(SurveyUnit household) {
    return household.is("last_channel", "BANK", "MTO", "POST", "APP");
  }
}
