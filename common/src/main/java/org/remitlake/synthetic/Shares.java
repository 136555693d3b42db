package org.remitlake.synthetic;

import java.time.YearMonth;

/** Who carries a corridor's transfers, and how they are paid out, by year (§11.2, §11.3). */
final class Shares {
  private static final YearMonth NEW_SHARES = YearMonth.from(Breaks.MARCH_2022);

  private Shares() {}

  /** The provider's share of a corridor's transfers in a month. */
  static double provider(Provider provider, Corridor corridor, YearMonth month) {
    boolean before = month.isBefore(NEW_SHARES);
    return switch (corridor) {
      case RUS_TJK -> toTajikistan(provider, before);
      case RUS_ARM -> toArmenia(provider, before);
      case KAZ_TJK ->
          switch (provider) {
            case MTO_02 -> 0.60;
            case FIN_01 -> 0.40;
            case MTO_01, BANK_01, EMI_01, POST_01 -> 0;
          };
    };
  }

  /** Of the catalogue's fourth share a digital operator has a part until it leaves in 2022. */
  private static double toTajikistan(Provider provider, boolean before) {
    return switch (provider) {
      case MTO_01 -> before ? 0.80 : 0.45;
      case MTO_02 -> before ? 0.09 : 0.20;
      case BANK_01 -> before ? 0.06 : 0.15;
      case EMI_01 -> before ? 0.018 : 0.10;
      case FIN_01 -> before ? 0.012 : 0;
      case POST_01 -> before ? 0.02 : 0.10;
    };
  }

  private static double toArmenia(Provider provider, boolean before) {
    return switch (provider) {
      case MTO_01 -> 0.35;
      case BANK_01 -> 0.25;
      case MTO_02 -> 0.20;
      case EMI_01 -> before ? 0.08 : 0.12;
      case FIN_01 -> before ? 0.04 : 0;
      case POST_01 -> 0.08;
    };
  }

  /** The larger of the shares before and after: so many senders a provider ever has. */
  static double largest(Provider provider, Corridor corridor) {
    return Math.max(
        provider(provider, corridor, NEW_SHARES.minusMonths(1)),
        provider(provider, corridor, NEW_SHARES));
  }

  /** Share of all transfers of a corridor that go to an account, a card or a wallet. */
  static double cashless(Corridor corridor, int year) {
    if (year < 2015) {
      return corridor.toArmenia() ? 0.04 : 0.03;
    }
    if (year < 2019) {
      return 0.10;
    }
    if (year < 2022) {
      return corridor.toArmenia() ? 0.25 : 0.28;
    }
    return 0.55;
  }

  /** The same for one provider, such that all together keep the corridor's share. */
  static double cashless(Provider provider, Corridor corridor, YearMonth month) {
    double all = cashless(corridor, month.getYear());
    return switch (provider) {
      case BANK_01, EMI_01, FIN_01 -> digital(all);
      case POST_01 -> 0;
      case MTO_01, MTO_02 -> {
        double rest = all;
        double operators = 0;
        for (Provider other : Provider.values()) {
          double share = provider(other, corridor, month);
          boolean operator = other == Provider.MTO_01 || other == Provider.MTO_02;
          operators += operator ? share : 0;
          rest -= operator || other == Provider.POST_01 ? 0 : share * digital(all);
        }
        yield Math.max(0, Math.min(1, rest / operators));
      }
    };
  }

  private static double digital(double all) {
    return Math.min(1, 2 * all);
  }

  /** Share of operators' senders who pay by card in an application or on a page. */
  static double appSenders(int year) {
    if (year < 2015) {
      return 0.03;
    }
    if (year < 2019) {
      return 0.15;
    }
    return year < 2022 ? 0.45 : 0.70;
  }
}
