package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** The central banks' rates, each in the format its bank publishes. */
final class FxDelivery implements Delivery {
  /** What the two banks that publish whole lists have on them. */
  static final List<Currency> LIST =
      List.of(Currency.USD, Currency.EUR, Currency.RUB, Currency.KZT);

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    List<Callable<Report>> pieces = new ArrayList<>();
    RussianRates russia = new RussianRates(population, folder);
    for (Currency currency : RussianRates.CURRENCIES) {
      pieces.add(() -> russia.write(currency));
    }
    TajikRates tajikistan = new TajikRates(population, folder);
    int last = population.lastRate().getYear();
    for (int year = population.firstRate().getYear(); year <= last; year++) {
      LocalDate from = later(population.firstRate(), LocalDate.of(year, 1, 1));
      LocalDate to = earlier(population.lastRate(), LocalDate.of(year, 12, 31));
      pieces.add(() -> armenia(population, from, to, folder));
      pieces.add(() -> tajikistan.write(from, to));
    }
    return pieces;
  }

  /** Drams per unit, every calendar day. */
  private static Report armenia(Population population, LocalDate from, LocalDate to, Path folder)
      throws IOException {
    Text csv = new Text().append("date,FX_ISO,AMD\n");
    long rows = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      for (Currency currency : LIST) {
        long value = population.fx().value(Bank.CBA, currency, FxPath.index(day));
        csv.append(day).append(',').append(currency).append(',');
        boolean two = value % 100 == 0;
        Digits.decimal(csv, two ? value / 100 : value, two ? 2 : 4, '.');
        csv.append('\n');
        rows++;
      }
    }
    String name = "fx_CBA_" + from.getYear() + ".csv";
    return save(folder.resolve(name), Bank.CBA, csv, UTF_8, rows, List.of());
  }

  static Report save(
      Path file, Bank bank, Text text, Charset charset, long rows, List<Planted> planted)
      throws IOException {
    Files.writeString(file, text.toString(), charset);
    String name = file.getFileName().toString();
    return new Report(
        List.of(new Written(name, "fx", bank.name(), rows, new TreeMap<>())), planted, new Tally());
  }

  /** {@code 31.01.2020}. */
  static Text dots(Text out, LocalDate day) {
    Digits.padded(out, day.getDayOfMonth(), 2);
    Digits.padded(out.append('.'), day.getMonthValue(), 2);
    return out.append('.').append(day.getYear());
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
