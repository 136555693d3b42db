package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Bank of Russia, XML_dynamic: one currency, only the days on which a new rate takes effect. */
final class RussianRates {
  static final List<Currency> CURRENCIES =
      List.of(Currency.USD, Currency.EUR, Currency.AMD, Currency.TJS, Currency.KZT);

  /** Prolog and root element. */
  private static final int LINES_BEFORE = 2;

  /** The day after the first, on which the somoni is said to be per 1 and is per 10. */
  private static final int WRONG_NOMINAL = 60;

  private final Population population;
  private final Path folder;

  RussianRates(Population population, Path folder) {
    this.population = population;
    this.folder = folder;
  }

  Report write(Currency currency) throws IOException {
    LocalDate from = population.firstRate();
    LocalDate to = population.lastRate();
    String name = "fx_CBR_" + currency + "_" + compact(from) + "_" + compact(to) + ".xml";
    List<Planted> planted = new ArrayList<>();
    Text xml = head(currency, from, to);
    long rows = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      if (!FxPath.newRate(day)) {
        continue;
      }
      rows++;
      int index = FxPath.index(day);
      int nominal = population.fx().nominal(Bank.CBR, currency, index).orElseThrow();
      if (wrong(currency, day)) {
        planted.add(TajikRates.planted(name, rows + LINES_BEFORE, currency, day, nominal));
        nominal = 1;
      }
      record(xml, currency, day, nominal, population.fx().value(Bank.CBR, currency, index));
    }
    xml.append("</ValCurs>\n");
    return FxDelivery.save(folder.resolve(name), Bank.CBR, xml, Russian.WINDOWS, rows, planted);
  }

  private boolean wrong(Currency currency, LocalDate day) {
    LocalDate wanted = population.request().from().firstDay().plusDays(WRONG_NOMINAL);
    return currency == Currency.TJS
        && population.request().defects() != Defects.NONE
        && day.equals(FxPath.lastSet(wanted));
  }

  private static Text head(Currency currency, LocalDate from, LocalDate to) {
    Text xml = new Text().append("<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n");
    xml.append("<ValCurs ID=\"").append(id(currency)).append("\" DateRange1=\"");
    FxDelivery.dots(xml, from).append("\" DateRange2=\"");
    return FxDelivery.dots(xml, to).append("\" name=\"Foreign Currency Market Dynamic\">\n");
  }

  private static void record(Text xml, Currency currency, LocalDate day, int nominal, long value) {
    FxDelivery.dots(xml.append("<Record Date=\""), day);
    xml.append("\" Id=\"").append(id(currency)).append("\"><Nominal>").append(nominal);
    Digits.decimal(xml.append("</Nominal><Value>"), value, 4, ',');
    xml.append("</Value></Record>\n");
  }

  /** The bank's own numbers of the currencies. */
  private static String id(Currency currency) {
    return switch (currency) {
      case USD -> "R01235";
      case EUR -> "R01239";
      case AMD -> "R01060";
      case TJS -> "R01670";
      case KZT -> "R01335";
      case RUB -> throw new IllegalArgumentException("The bank of Russia does not quote its own.");
    };
  }

  private static String compact(LocalDate day) {
    return day.toString().replace("-", "");
  }
}
