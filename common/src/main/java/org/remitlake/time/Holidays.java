package org.remitlake.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Public holidays, on which no bank decides.
 *
 * @param byCountry by ISO 3166-1 alpha-3: days of every year, as 03-08, and single days, as
 *     2024-04-10
 */
public record Holidays(Map<String, List<String>> byCountry) {
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

  /** None. */
  public static final Holidays NONE = new Holidays(Map.of());

  /** What is wrong with the days; empty when nothing is. */
  public Optional<String> objection() {
    for (Map.Entry<String, List<String>> e : byCountry.entrySet()) {
      if (!COUNTRIES.contains(e.getKey())) {
        return Optional.of("holidays must stand under countries by ISO 3166-1 alpha-3, as ARM");
      }
      for (String day : e.getValue()) {
        if (!isDay(day)) {
          return Optional.of(
              "holidays of "
                  + e.getKey()
                  + " must be days of every year, as 03-08, or single days, as 2024-04-10");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isDay(String day) {
    try {
      return in(day, 2000).isPresent() || LocalDate.parse(day).isAfter(LocalDate.MIN);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** A day in a year; empty where it is another year's. */
  private static Optional<LocalDate> in(String day, int year) {
    if (day.length() == "03-08".length()) {
      return Optional.of(MonthDay.parse("--" + day))
          .filter(d -> d.isValidYear(year))
          .map(d -> d.atYear(year));
    }
    return Optional.of(LocalDate.parse(day)).filter(d -> d.getYear() == year);
  }

  /** The holidays of a country from Monday to Friday, from one year to another. */
  public List<LocalDate> weekdays(String country, int firstYear, int lastYear) {
    return Stream.iterate(firstYear, y -> y <= lastYear, y -> y + 1)
        .flatMap(
            year ->
                byCountry.getOrDefault(country, List.of()).stream()
                    .flatMap(day -> in(day, year).stream()))
        .filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
        .distinct()
        .sorted()
        .toList();
  }
}
