package org.remitlake.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.remitlake.time.Quarter;

/**
 * The shoppers' quotes. Their mean over transparent services at USD 200 is the World Bank's mean of
 * the corridor and quarter: tariffs of the model give the differences between services, the World
 * Bank's number the level.
 */
final class Quotes {
  private static final int TIER = 200;
  private static final List<Integer> TIERS = List.of(TIER, 500);

  private final Population population;
  private final RpwMeans means = new RpwMeans();

  Quotes(Population population) {
    this.population = population;
  }

  List<Quote> of(Quarter quarter) {
    List<Quote> quotes = new ArrayList<>();
    for (Corridor corridor : Corridor.values()) {
      List<Offer> offers = Offer.on(corridor, quarter);
      double level = means.cost200(corridor, quarter) / mean(corridor, quarter, offers);
      for (int service = 0; service < offers.size(); service++) {
        for (int tier : TIERS) {
          quotes.add(quote(corridor, quarter, offers.get(service), service, tier, level));
        }
      }
    }
    return quotes;
  }

  private double mean(Corridor corridor, Quarter quarter, List<Offer> offers) {
    double sum = 0;
    int transparent = 0;
    for (int service = 0; service < offers.size(); service++) {
      if (offers.get(service).transparent()) {
        sum += quote(corridor, quarter, offers.get(service), service, TIER, 1).total();
        transparent++;
      }
    }
    return sum / transparent / 10_000;
  }

  private Quote quote(
      Corridor corridor, Quarter quarter, Offer offer, int service, int tier, double level) {
    long seed = population.request().seed();
    long key = Draw.key(seed, quarter.firstDay().toEpochDay(), corridor.name().hashCode());
    Draw draw = Draw.of(Draw.key(key, service));
    LocalDate day = quarter.firstDay().plusDays(20 + draw.below(45));
    int index = FxPath.index(day);
    Currency currency = corridor.sendCurrency();
    long send = Math.round(tier * population.fx().perDollar(currency, index) / 100) * 10_000;
    double tariff = offer.service().tariff().margin(draw);
    long fee = offer.service().tariff().fee(send, currency, draw);
    double m = population.fx().reference(corridor, currency, index);
    long interbank = Math.round(m * 1_000_000);
    if (offer.transparent()) {
      fee = Math.round(fee * level);
    }
    double margin = offer.transparent() ? Math.max(0, tariff) * level : 0;
    long applied = Math.round(m * (1 - margin / 100) * 1_000_000);
    long marginTold = Math.round((1 - applied / (double) interbank) * 1_000_000);
    long total = Math.round(fee * 1_000_000.0 / send) + marginTold;
    String id = id(corridor, quarter, service + 1, tier);
    return new Quote(
        id, quarter, day, corridor, offer, tier, send, fee, applied, interbank, marginTold, total);
  }

  private static String id(Corridor corridor, Quarter quarter, int service, int tier) {
    String pair = corridor.sendCountry() + corridor.receiveCountry();
    return String.format(Locale.ROOT, "%s-%s-%02d-%d", pair, quarter, service, tier);
  }
}
