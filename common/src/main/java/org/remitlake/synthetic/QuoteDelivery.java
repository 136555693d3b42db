package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.Planted.Outcome;
import org.remitlake.time.Quarter;

/** Own mystery shoppers' quotes: a file for every quarter. */
final class QuoteDelivery implements Delivery {
  private static final String HEADER =
      "quote_id,period,collected_on,send_country,receive_country,provider_id,provider_name,"
          + "provider_type,funding_instrument,send_channel,payout_instrument,payout_location,"
          + "coverage,speed_class,amount_tier,send_amount,send_currency,fee_amount,applied_rate,"
          + "interbank_rate,rate_payout_currency,fx_margin_pct,total_cost_pct,transparent,note";

  /** A quarter of a percent point, in the units of {@link Quote}. */
  private static final long WRONG_TOTAL = 2_500;

  /** The tier whose stated totals are spoilt: the other carries the World Bank's level. */
  private static final int WRONG_TIER = 500;

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    Quotes quotes = new Quotes(population);
    List<Callable<Report>> pieces = new ArrayList<>();
    Request request = population.request();
    for (Quarter quarter : Quarter.range(request.from(), request.to())) {
      boolean spoil = request.defects() != Defects.NONE;
      pieces.add(() -> write(quotes.of(quarter), quarter, folder, spoil));
    }
    return pieces;
  }

  private static Report write(List<Quote> quotes, Quarter quarter, Path folder, boolean spoil)
      throws IOException {
    String name = "quote_SHOPPER_" + quarter.year() + "Q" + quarter.number() + "_v01.csv";
    List<Planted> planted = new ArrayList<>();
    Text csv = new Text().append(HEADER).append('\n');
    long line = 1;
    boolean wrong = spoil;
    for (Quote quote : quotes) {
      line++;
      boolean here = wrong && quote.offer().transparent() && quote.tier() == WRONG_TIER;
      append(csv, quote, quote.total() + (here ? WRONG_TOTAL : 0));
      if (here) {
        planted.add(planted("Q04", name, line, quote, Outcome.FLAG, "stated total 0.25 too high"));
        wrong = false;
      } else if (!quote.offer().transparent()) {
        planted.add(
            planted("Q02", name, line, quote, Outcome.ACCEPT_REPAIRED, "margin not disclosed"));
      }
    }
    Files.writeString(folder.resolve(name), csv.toString(), UTF_8);
    Written written = new Written(name, "quote", "SHOPPER", quotes.size(), new TreeMap<>());
    return new Report(List.of(written), planted, new Tally());
  }

  private static Planted planted(
      String rule, String file, long line, Quote quote, Outcome outcome, String note) {
    return new Planted(rule, "quote", file, line, quote.id(), outcome, note);
  }

  private static void append(Text csv, Quote quote, long statedTotal) {
    Offer offer = quote.offer();
    Service service = offer.service();
    csv.append(quote.id()).append(',').append(quote.quarter()).append(',').append(quote.day());
    csv.append(',').append(quote.corridor().sendCountry());
    csv.append(',').append(quote.corridor().receiveCountry());
    csv.append(',').append(offer.provider()).append(',').append(offer.name());
    csv.append(',').append(offer.type()).append(',').append(service.funding());
    csv.append(',').append(service.channel()).append(',').append(service.payout());
    csv.append(',').append(service.paysCash() ? "COUNTER" : "REMOTE");
    csv.append(',').append(offer.coverage()).append(',').append(offer.speed());
    csv.append(',').append(quote.tier()).append(',');
    Digits.decimal(csv, quote.send(), 2, '.');
    csv.append(',').append(quote.corridor().sendCurrency()).append(',');
    Digits.decimal(csv, quote.fee(), 2, '.');
    Digits.decimal(csv.append(','), quote.appliedRate(), 6, '.');
    Digits.decimal(csv.append(','), quote.interbankRate(), 6, '.');
    csv.append(',').append(quote.corridor().receiveCurrency()).append(',');
    Digits.decimal(csv, quote.margin(), 4, '.');
    Digits.decimal(csv.append(','), statedTotal, 4, '.');
    csv.append(',').append(offer.transparent()).append(',');
    csv.append(offer.transparent() ? "" : "rate not disclosed").append('\n');
  }
}
