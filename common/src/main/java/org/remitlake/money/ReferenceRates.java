package org.remitlake.money;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.time.Quarter;

/**
 * Which reference rate counts on which day (catalogue 2.6): the receive country's central bank,
 * else the send country's; the latest rate not after the day and not too old; one source per
 * corridor and quarter, since sources mixed inside a quarter would be a break that nobody sees.
 */
public final class ReferenceRates {
  private static final int SCALE = 12;
  private static final int OLDEST_DAYS = 6;
  private static final int OLDEST_DAYS_AT_NEW_YEAR = 12;
  private static final MonthDay NEW_YEAR_FROM = MonthDay.of(12, 28);
  private static final MonthDay NEW_YEAR_TO = MonthDay.of(1, 15);

  /** Central bank and currency of a country. */
  private record Country(String bank, String currency) {}

  private static final Map<String, Country> COUNTRIES =
      Map.of(
          "RUS", new Country("CBR", "RUB"),
          "KAZ", new Country("NBK", "KZT"),
          "TJK", new Country("NBT", "TJS"),
          "ARM", new Country("CBA", "AMD"));

  private static final Map<String, String> OWN_CURRENCY =
      COUNTRIES.values().stream().collect(Collectors.toMap(Country::bank, Country::currency));

  /**
   * A published rate.
   *
   * @param source who published it
   * @param base currency that is priced
   * @param quote currency of the price; a central bank's own
   * @param date effective date
   * @param rate quote per 1 base
   */
  public record Rate(String source, String base, String quote, LocalDate date, BigDecimal rate) {}

  /**
   * A rate that counts.
   *
   * @param corridor as RUS-TJK
   * @param from currency
   * @param to currency
   * @param date day of the transfer
   * @param rate units of {@code to} per 1 {@code from}, 12 decimals
   */
  public record Daily(String corridor, String from, String to, LocalDate date, BigDecimal rate) {}

  /** Source to currency to date to value in the source's own currency. */
  private final Map<String, Map<String, NavigableMap<LocalDate, BigDecimal>>> published =
      new HashMap<>();

  /** Takes all published rates; pairs that are not in a source's own currency are left out. */
  public ReferenceRates(List<Rate> rates) {
    for (Rate r : rates) {
      if (!r.quote().equals(OWN_CURRENCY.get(r.source()))) {
        continue;
      }
      published
          .computeIfAbsent(r.source(), s -> new HashMap<>())
          .computeIfAbsent(r.base(), b -> new TreeMap<>())
          .put(r.date(), r.rate());
    }
  }

  /** The rates of {@code silver.fx_mid}. */
  public static ReferenceRates of(Dataset<Row> fxMid) {
    return new ReferenceRates(PublishedRates.of(fxMid));
  }

  /** Currency of a country, if the project knows it. */
  public static Optional<String> currencyOf(String country) {
    return Optional.ofNullable(COUNTRIES.get(country)).map(Country::currency);
  }

  /** The currency of a receiving country of the project, by its column; null of any other. */
  public static Column homeCurrency(Column country) {
    Column home = lit(null).cast("string");
    for (String code : List.of("TJK", "ARM")) {
      home = when(country.equalTo(code), lit(currencyOf(code).orElseThrow())).otherwise(home);
    }
    return home;
  }

  /** The source that counts for a corridor in a quarter; empty when none has a rate. */
  public Optional<String> source(String corridor, Quarter quarter) {
    String best = "";
    long most = 0;
    for (String candidate : candidates(corridor)) {
      long days = coveredDays(candidate, corridor, quarter);
      if (days > most) {
        best = candidate;
        most = days;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Whether the source that counts is not the first choice of catalogue 2.6. */
  public boolean isFallback(String corridor, Quarter quarter) {
    return source(corridor, quarter)
        .filter(s -> !s.equals(candidates(corridor).get(0)))
        .isPresent();
  }

  private static List<String> candidates(String corridor) {
    List<String> banks = new ArrayList<>();
    for (String country : new String[] {receiver(corridor), sender(corridor)}) {
      Optional.ofNullable(COUNTRIES.get(country)).ifPresent(c -> banks.add(c.bank()));
    }
    return banks;
  }

  private long coveredDays(String source, String corridor, Quarter quarter) {
    String from = currencyOf(sender(corridor)).orElse("");
    String to = currencyOf(receiver(corridor)).orElse("");
    return quarter
        .firstDay()
        .datesUntil(quarter.endExclusive())
        .filter(day -> rate(source, from, to, day).isPresent())
        .count();
  }

  private static String sender(String corridor) {
    return corridor.substring(0, 3);
  }

  private static String receiver(String corridor) {
    return corridor.substring(4);
  }

  /** Currencies that have a rate: those that banks price, and the banks' own. */
  public Set<String> currencies() {
    Set<String> currencies = new TreeSet<>();
    published.forEach(
        (bank, ofBank) -> {
          currencies.addAll(ofBank.keySet());
          currencies.add(OWN_CURRENCY.get(bank));
        });
    return currencies;
  }

  /** Days on which a rate may count, in order: not the centuries before one of a mistaken year. */
  public List<LocalDate> days() {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Map<String, NavigableMap<LocalDate, BigDecimal>> bank : published.values()) {
      for (NavigableMap<LocalDate, BigDecimal> series : bank.values()) {
        for (LocalDate date : series.keySet()) {
          date.datesUntil(date.plusDays(OLDEST_DAYS_AT_NEW_YEAR + 1)).forEach(days::add);
        }
      }
    }
    return List.copyOf(days);
  }

  /**
   * Rate on a day by the first bank that knows both currencies: that of {@code to}, that of {@code
   * from}, then the others by name.
   */
  public Optional<BigDecimal> rate(String from, String to, LocalDate day) {
    return published.keySet().stream()
        .sorted(
            Comparator.comparing((String bank) -> !to.equals(OWN_CURRENCY.get(bank)))
                .thenComparing(bank -> !from.equals(OWN_CURRENCY.get(bank)))
                .thenComparing(bank -> bank))
        .flatMap(bank -> rate(bank, from, to, day).stream())
        .findFirst();
  }

  /** Rate of a source on a day: direct, inverse or cross through the source's own currency. */
  public Optional<BigDecimal> rate(String source, String from, String to, LocalDate day) {
    if (from.equals(to)) {
      return Optional.of(BigDecimal.ONE.setScale(SCALE));
    }
    Optional<BigDecimal> worth = inOwn(source, from, day);
    Optional<BigDecimal> price = inOwn(source, to, day);
    return worth.flatMap(w -> price.map(p -> w.divide(p, SCALE, RoundingMode.HALF_UP)));
  }

  private Optional<BigDecimal> inOwn(String source, String currency, LocalDate day) {
    if (currency.equals(OWN_CURRENCY.get(source))) {
      return Optional.of(BigDecimal.ONE);
    }
    NavigableMap<LocalDate, BigDecimal> series =
        published.getOrDefault(source, Map.of()).get(currency);
    return Optional.ofNullable(series)
        .map(s -> s.floorEntry(day))
        .filter(e -> !e.getKey().isBefore(day.minusDays(oldest(day))))
        .map(Map.Entry::getValue);
  }

  private static int oldest(LocalDate day) {
    MonthDay at = MonthDay.from(day);
    boolean newYear = !at.isBefore(NEW_YEAR_FROM) || !at.isAfter(NEW_YEAR_TO);
    return newYear ? OLDEST_DAYS_AT_NEW_YEAR : OLDEST_DAYS;
  }

  /** All rates that count for a corridor on the days of a quarter, ordered. */
  public List<Daily> daily(String corridor, Quarter quarter) {
    List<Daily> daily = new ArrayList<>();
    Optional<String> source = source(corridor, quarter);
    if (source.isEmpty()) {
      return daily;
    }
    Set<String> currencies = new LinkedHashSet<>();
    currencyOf(sender(corridor)).ifPresent(currencies::add);
    currencyOf(receiver(corridor)).ifPresent(currencies::add);
    currencies.addAll(List.of("RUB", "USD", "EUR"));
    for (String from : currencies) {
      for (String to : currencies) {
        quarter
            .firstDay()
            .datesUntil(quarter.endExclusive())
            .forEach(
                day ->
                    rate(source.get(), from, to, day)
                        .ifPresent(r -> daily.add(new Daily(corridor, from, to, day, r))));
      }
    }
    return daily;
  }
}
