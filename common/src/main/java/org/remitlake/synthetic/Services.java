package org.remitlake.synthetic;

import java.time.YearMonth;
import org.remitlake.synthetic.Service.Channel;
import org.remitlake.synthetic.Service.Instrument;

/** Which of a provider's services a transfer takes, by year. */
final class Services {
  /** Dollars from which a bank's customer goes through accounts. */
  private static final double LARGE = 700;

  private static final int APPS = 2013;

  private Services() {}

  static Service draw(
      Draw draw, Provider provider, Corridor corridor, YearMonth month, double usd) {
    boolean cashless = draw.chance(Shares.cashless(provider, corridor, month));
    Instrument payout = payout(draw, provider, corridor, cashless);
    boolean apps = month.getYear() >= APPS;
    return switch (provider) {
      case MTO_01, MTO_02 -> operator(draw, month.getYear(), apps, payout);
      case BANK_01 ->
          payout == Instrument.ACCOUNT && usd > LARGE
              ? new Service(Channel.BRANCH, Instrument.ACCOUNT, payout, Tariff.SWIFT)
              : new Service(online(draw, apps), Instrument.CARD, payout, Tariff.CARD);
      case EMI_01 ->
          draw.chance(0.85)
              ? new Service(online(draw, apps), Instrument.WALLET, payout, Tariff.WALLET)
              : new Service(Channel.KIOSK, Instrument.CASH, payout, Tariff.WALLET);
      case FIN_01 -> new Service(online(draw, apps), Instrument.CARD, payout, Tariff.APP);
      case POST_01 -> new Service(Channel.POST_OFFICE, Instrument.CASH, payout, Tariff.POST);
    };
  }

  private static Service operator(Draw draw, int year, boolean apps, Instrument payout) {
    if (draw.chance(Shares.appSenders(year))) {
      return new Service(online(draw, apps), Instrument.CARD, payout, Tariff.APP);
    }
    Channel counter = draw.chance(0.7) ? Channel.AGENT : Channel.BRANCH;
    return new Service(counter, Instrument.CASH, payout, Tariff.CASH);
  }

  private static Channel online(Draw draw, boolean apps) {
    return apps && draw.chance(0.8) ? Channel.APP : Channel.WEB;
  }

  private static Instrument payout(
      Draw draw, Provider provider, Corridor corridor, boolean cashless) {
    if (!cashless) {
      boolean home = provider == Provider.POST_01 && draw.chance(0.05);
      return home ? Instrument.HOME_DELIVERY : Instrument.CASH;
    }
    double wallet = corridor.toArmenia() ? 0.05 : 0.30;
    double account = corridor.toArmenia() ? 0.35 : 0.20;
    return switch (draw.pick(wallet, account, 1 - wallet - account)) {
      case 0 -> Instrument.WALLET;
      case 1 -> Instrument.ACCOUNT;
      default -> Instrument.CARD;
    };
  }
}
