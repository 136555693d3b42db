package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.remitlake.synthetic.Planted.Outcome;

/**
 * National Bank of Tajikistan: somoni per nominal, every calendar day. In the middle of the period
 * the rouble's nominal changes from 10 to 1, rightly; on a few days a nominal is wrong (X01).
 */
final class TajikRates {
  /** Days after the first quarter's first on which a nominal is wrong. */
  private static final List<Integer> WRONG_ROUBLE = List.of(24, 40);

  private static final List<Integer> WRONG_TENGE = List.of(33, 75);

  private final Population population;
  private final Path folder;

  TajikRates(Population population, Path folder) {
    this.population = population;
    this.folder = folder;
  }

  Report write(LocalDate from, LocalDate to) throws IOException {
    String name = "fx_NBT_" + from.getYear() + ".csv";
    List<Planted> planted = new ArrayList<>();
    Text csv = new Text().append("Сана;Рамз;Номинал;Қурб\n");
    long rows = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      for (Currency currency : FxDelivery.LIST) {
        rows++;
        int index = FxPath.index(day);
        int nominal = population.fx().nominal(Bank.NBT, currency, index).orElseThrow();
        if (nominal > 1 && wrong(currency, day)) {
          planted.add(planted(name, rows + 1, currency, day, nominal));
          nominal = 1;
        }
        FxDelivery.dots(csv, day).append(';').append(currency).append(';').append(nominal);
        long value = population.fx().value(Bank.NBT, currency, index);
        Digits.decimal(csv.append(';'), value, 4, ',');
        csv.append('\n');
      }
    }
    return FxDelivery.save(folder.resolve(name), Bank.NBT, csv, UTF_8, rows, planted);
  }

  private boolean wrong(Currency currency, LocalDate day) {
    if (population.request().defects() == Defects.NONE) {
      return false;
    }
    long after = day.toEpochDay() - population.request().from().firstDay().toEpochDay();
    return switch (currency) {
      case RUB -> WRONG_ROUBLE.contains((int) after);
      case KZT -> WRONG_TENGE.contains((int) after);
      case USD, EUR, AMD, TJS -> false;
    };
  }

  /** A rate published with nominal 1 that is per more. */
  static Planted planted(String file, long line, Currency currency, LocalDate day, int nominal) {
    return new Planted(
        "X01",
        "fx",
        file,
        line,
        currency + " " + day,
        Outcome.ACCEPT_REPAIRED,
        "nominal 1 for a value per " + nominal);
  }
}
