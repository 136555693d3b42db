package org.remitlake.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;

/** The structural breaks of the catalogue's §11.6 that change who sends how much, and how. */
final class Breaks {
  /** From here the bank of Tajikistan has rouble transfers paid out in somoni. */
  static final LocalDate PAYOUT_IN_SOMONI = LocalDate.of(2016, 2, 2);

  /** The national processing centre takes over: some systems are unavailable for two weeks. */
  static final LocalDate PROCESSING_CENTRE = LocalDate.of(2019, 12, 3);

  static final LocalDate PROCESSING_CENTRE_END = LocalDate.of(2019, 12, 17);

  /** Caps on transfers from Russia, operators' exits, new shares, and the move to Armenia. */
  static final LocalDate MARCH_2022 = LocalDate.of(2022, 3, 1);

  private static final LocalDate FIRST_CAP_ENDS = LocalDate.of(2022, 4, 1);

  /** Relocation transfers from Russia to Armenia, per workers' transfer. */
  static final double RELOCATION = 0.30;

  private Breaks() {}

  /** The month's volume in terms of what it would have been. */
  static double volume(Corridor corridor, YearMonth month) {
    if (month.getYear() == 2020) {
      return switch (month.getMonth()) {
        case MARCH -> 0.85;
        case APRIL -> 0.55;
        case MAY -> 0.70;
        case JUNE -> 0.90;
        default -> 1.0;
      };
    }
    if (month.equals(YearMonth.of(2022, 3)) && corridor.fromRussia()) {
      return 0.60;
    }
    return month.equals(YearMonth.of(2022, 4)) && corridor.fromRussia() ? 0.80 : 1.0;
  }

  /** Relocation swells from March 2022, and stays. */
  static double relocation(Corridor corridor, YearMonth month) {
    if (!corridor.toArmenia() || month.isBefore(YearMonth.from(MARCH_2022))) {
      return 0;
    }
    return month.isBefore(YearMonth.of(2022, 6)) ? 0.6 : 1.0;
  }

  static boolean unavailable(Provider provider, Corridor corridor, LocalDate day) {
    return (provider == Provider.BANK_01 || provider == Provider.EMI_01)
        && !corridor.toArmenia()
        && !day.isBefore(PROCESSING_CENTRE)
        && day.isBefore(PROCESSING_CENTRE_END);
  }

  /** The largest transfer allowed without an account, in dollars. */
  static double capUsd(Corridor corridor, LocalDate day) {
    if (!corridor.fromRussia() || day.isBefore(MARCH_2022)) {
      return Double.MAX_VALUE;
    }
    return day.isBefore(FIRST_CAP_ENDS) ? 5_000 : 10_000;
  }
}
