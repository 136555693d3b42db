package org.remitlake.money;

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
   * @param second the same by the second source; empty where that has none
   */
  public record Daily(
      String corridor,
      String from,
      String to,
      LocalDate date,
      BigDecimal rate,
      Optional<BigDecimal> second) {}

  /** Source to currency to date to value in the source's own currency. */
  private final Map<String, Map<String, NavigableMap<LocalDate, BigDecimal>>> published =
      new HashMap<>();

  /** Takes all published rates; pairs that are not in a source's own currency are left out. */
  public ReferenceRates(List<Rate> rates) {
    for (Rate r : rates) {
      if (!r.quote().equals(CentralBanks.ownCurrency(r.source()))) {
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

  /** The source that counts for a corridor in a quarter; empty when none has a rate. */
  public Optional<String> source(String corridor, Quarter quarter) {
    String best = "";
    long most = 0;
    for (String candidate : CentralBanks.of(corridor)) {
      long days = coveredDays(candidate, corridor, quarter);
      if (days > most) {
        best = candidate;
        most = days;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** The source that would count if the first did not exist; empty when there is no other. */
  public Optional<String> secondSource(String corridor, Quarter quarter) {
    Optional<String> first = source(corridor, quarter);
    return CentralBanks.of(corridor).stream()
        .filter(s -> first.isPresent() && !s.equals(first.get()))
        .filter(s -> coveredDays(s, corridor, quarter) > 0)
        .findFirst();
  }

  /** Whether the source that counts is not the first choice of catalogue 2.6. */
  public boolean isFallback(String corridor, Quarter quarter) {
    return source(corridor, quarter)
        .filter(s -> !s.equals(CentralBanks.of(corridor).get(0)))
        .isPresent();
  }

  private long coveredDays(String source, String corridor, Quarter quarter) {
    String from = CentralBanks.sendCurrency(corridor).orElse("");
    String to = CentralBanks.receiveCurrency(corridor).orElse("");
    return quarter
        .firstDay()
        .datesUntil(quarter.endExclusive())
        .filter(day -> rate(source, from, to, day).isPresent())
        .count();
  }

  /** Currencies that have a rate: those that banks price, and the banks' own. */
  public Set<String> currencies() {
    Set<String> currencies = new TreeSet<>();
    published.forEach(
        (bank, ofBank) -> {
          currencies.addAll(ofBank.keySet());
          currencies.add(CentralBanks.ownCurrency(bank));
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
            Comparator.comparing((String bank) -> !to.equals(CentralBanks.ownCurrency(bank)))
                .thenComparing(bank -> !from.equals(CentralBanks.ownCurrency(bank)))
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
    if (currency.equals(CentralBanks.ownCurrency(source))) {
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
    Optional<String> second = secondSource(corridor, quarter);
    Set<String> currencies = new LinkedHashSet<>();
    CentralBanks.sendCurrency(corridor).ifPresent(currencies::add);
    CentralBanks.receiveCurrency(corridor).ifPresent(currencies::add);
    currencies.addAll(List.of("RUB", "USD", "EUR"));
    for (String from : currencies) {
      for (String to : currencies) {
        quarter
            .firstDay()
            .datesUntil(quarter.endExclusive())
            .forEach(
                day ->
                    rate(source.get(), from, to, day)
                        .ifPresent(
                            r ->
                                daily.add(
                                    new Daily(
                                        corridor,
                                        from,
                                        to,
                                        day,
                                        r,
                                        second.flatMap(s -> rate(s, from, to, day))))));
      }
    }
    return daily;
  }
}
