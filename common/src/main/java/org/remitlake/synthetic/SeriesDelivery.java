package org.remitlake.synthetic;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.remitlake.time.Quarter;

/**
 * Prices, output, population, adults, wages and inflows of both countries: plausible, and invented.
 */
final class SeriesDelivery implements Delivery {
  private static final long TAG = "series".hashCode();
  private static final String SOURCE = "synthetic";
  private static final int MONTHS = 12;

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    return List.of(() -> grid(population.request()).save(folder));
  }

  private static Grid grid(Request request) {
    List<String> columns =
        List.of(
            "series_code=series",
            "country=country",
            "period=period",
            "value=value",
            "unit=unit",
            "source=source",
            "region=region");
    int first = request.from().year() - 1;
    String name = "series_SYNTHETIC_" + first + "_" + request.to().year() + ".csv";
    Grid grid = new Grid(name, "series", SOURCE.toUpperCase(Locale.ROOT), ',', "period", columns);
    for (Country country : Country.values()) {
      Draw draw = Draw.of(Draw.key(request.seed(), TAG, country.number()));
      double price = 100;
      for (int year = first; year <= request.to().year(); year++) {
        price = months(grid, country, year, price, draw);
        years(grid, country, year, draw);
        quarters(grid, country, year, draw);
        adults(grid, country, year);
      }
    }
    return grid;
  }

  private static double months(Grid grid, Country country, int year, double start, Draw draw) {
    double yearly = country == Country.TJK ? 0.08 : 0.04;
    double price = start;
    for (int month = 1; month <= MONTHS; month++) {
      String period = year + (month < 10 ? "-0" : "-") + month;
      row(grid, "CPI", country, period, price, 2, "index");
      price *= 1 + yearly / MONTHS + 0.004 * draw.normal();
    }
    return price;
  }

  private static void years(Grid grid, Country country, int year, Draw draw) {
    boolean tajikistan = country == Country.TJK;
    double people = people(country, year);
    double wage = (tajikistan ? 400 : 68_000) * StrictMath.pow(1.08, year - 2020);
    String period = Integer.toString(year);
    row(grid, "POPULATION", country, period, people * (1 + 0.001 * draw.normal()), 0, "persons");
    row(grid, "MINIMUM_WAGE", country, period, wage, 0, country.currency() + " a month");
  }

  /** Adults of the country, and of each region by the weight of its strata. */
  private static void adults(Grid grid, Country country, int year) {
    boolean tajikistan = country == Country.TJK;
    double share = tajikistan ? 0.65 : 0.80;
    double adults = people(country, year) * share;
    String period = Integer.toString(year);
    row(grid, "ADULTS", country, period, adults, 0, "persons");
    Map<String, Double> shares = new TreeMap<>();
    for (Stratum stratum : country.strata()) {
      double each = stratum.share() / stratum.regions().size();
      stratum.regions().forEach(region -> shares.merge(region, each, Double::sum));
    }
    shares.forEach(
        (region, of) ->
            grid.row(
                "ADULTS",
                country.name(),
                period,
                Long.toString(Math.round(adults * of)),
                "persons",
                SOURCE,
                region));
  }

  private static double people(Country country, int year) {
    boolean tajikistan = country == Country.TJK;
    double growth = StrictMath.pow(tajikistan ? 1.02 : 0.998, year - 2020);
    return (tajikistan ? 9_500_000 : 2_960_000) * growth;
  }

  private static void quarters(Grid grid, Country country, int year, Draw draw) {
    boolean tajikistan = country == Country.TJK;
    double millions = (tajikistan ? 20_000 : 1_550_000) * StrictMath.pow(1.08, year - 2020);
    double inflow = tajikistan ? 550.0e6 : 330.0e6;
    double[] season = {0.75, 0.97, 1.14, 1.14};
    double output = 0;
    for (int q = 1; q <= season.length; q++) {
      String period = new Quarter(year, q).toString();
      double noise = 1 + 0.03 * draw.normal();
      row(
          grid,
          "GDP",
          country,
          period,
          millions * season[q - 1] * noise,
          0,
          country.currency() + " million");
      row(grid, "OFFICIAL_INFLOW", country, period, inflow * season[q - 1] * noise, 0, "USD");
      output += millions * season[q - 1] * noise;
    }
    // In the unit of inflows too, as those give it who compare countries: whole years.
    double perUsd = tajikistan ? 10.5 : 480;
    double dollars = 1e6 * output / perUsd;
    row(grid, "GDP", country, Integer.toString(year), dollars, 0, "USD");
  }

  private static void row(
      Grid grid,
      String series,
      Country country,
      String period,
      double value,
      int decimals,
      String unit) {
    Text text = new Text(20);
    if (decimals == 0) {
      text.append(Math.round(value));
    } else {
      Digits.decimal(text, Math.round(value * 100), 2, '.');
    }
    grid.row(series, country.name(), period, text.toString(), unit, SOURCE, "");
  }
}
