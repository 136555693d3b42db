package org.remitlake.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.remitlake.synthetic.Service.Channel;
import org.remitlake.synthetic.Service.Instrument;
import org.remitlake.time.Quarter;

/**
 * A service that mystery shoppers ask the price of.
 *
 * @param provider code
 * @param name as a shopper writes it
 * @param type of provider
 * @param service channel, instruments and tariff
 * @param speed class of the catalogue's §2.7
 * @param coverage of the receiving network
 * @param transparent whether fee and rate are told before payment
 */
record Offer(
    String provider,
    String name,
    String type,
    Service service,
    String speed,
    String coverage,
    boolean transparent) {

  /** The services on a corridor in a quarter; two at least hide their rate. */
  static List<Offer> on(Corridor corridor, Quarter quarter) {
    List<Offer> offers = new ArrayList<>();
    boolean after = quarter.firstDay().isAfter(Breaks.MARCH_2022);
    offers.add(of(Provider.MTO_02, Tariff.CASH, Instrument.CASH, "LT1H", "MEDIUM"));
    offers.add(of(Provider.MTO_02, Tariff.APP, Instrument.CARD, "SAME_DAY", "MEDIUM"));
    if (corridor.fromRussia()) {
      offers.add(of(Provider.MTO_01, Tariff.CASH, Instrument.CASH, "LT1H", "HIGH"));
      offers.add(of(Provider.MTO_01, Tariff.APP, Instrument.CARD, "LT1H", "HIGH"));
      offers.add(of(Provider.BANK_01, Tariff.CARD, Instrument.CARD, "LT1H", "HIGH"));
      offers.add(of(Provider.EMI_01, Tariff.WALLET, Instrument.WALLET, "LT1H", "LOW"));
      offers.add(hidden("BANK_01", "BANK", bank(), "D2"));
      offers.add(hidden("POST_01", "POST", post(), "D3_5"));
    } else {
      offers.add(of(Provider.FIN_01, Tariff.CARD, Instrument.CARD, "NEXT_DAY", "HIGH"));
      offers.add(hidden("BANK_02", "BANK", bank(), "D2"));
      offers.add(hidden("POST_02", "POST", post(), "D6PLUS"));
    }
    if (!corridor.fromRussia() || !after) {
      offers.add(of(Provider.FIN_01, Tariff.APP, Instrument.ACCOUNT, "NEXT_DAY", "LOW"));
    }
    return offers;
  }

  private static Offer of(
      Provider provider, Tariff tariff, Instrument payout, String speed, String coverage) {
    Channel channel = tariff == Tariff.CASH ? Channel.AGENT : Channel.APP;
    Instrument funding =
        switch (tariff) {
          case CASH, POST -> Instrument.CASH;
          case APP, CARD -> Instrument.CARD;
          case WALLET -> Instrument.WALLET;
          case SWIFT -> Instrument.ACCOUNT;
        };
    Service service = new Service(channel, funding, payout, tariff);
    return new Offer(
        provider.name(), name(provider.name()), provider.type(), service, speed, coverage, true);
  }

  private static Offer hidden(String provider, String type, Service service, String speed) {
    return new Offer(provider, name(provider), type, service, speed, "HIGH", false);
  }

  private static Service bank() {
    return new Service(Channel.BRANCH, Instrument.ACCOUNT, Instrument.ACCOUNT, Tariff.SWIFT);
  }

  private static Service post() {
    return new Service(Channel.POST_OFFICE, Instrument.CASH, Instrument.CASH, Tariff.POST);
  }

  /** Invented: {@code MTO_01} is written {@code Operator 01}. */
  private static String name(String provider) {
    String number = provider.substring(provider.indexOf('_') + 1);
    if (provider.startsWith("MTO")) {
      return "Operator " + number;
    }
    if (provider.startsWith("BANK")) {
      return "Bank " + number;
    }
    if (provider.startsWith("EMI")) {
      return "Wallet " + number;
    }
    return (provider.startsWith("FIN") ? "Digital " : "Post ") + number;
  }
}
