package org.remitlake.money;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/** The project's countries, their central banks and currencies. */
public final class CentralBanks {
  /** Central bank and currency of a country. */
  private record Country(String bank, String currency) {}

  private static final Map<String, Country> COUNTRIES =
      Map.of(
          "RUS", new Country("CBR", "RUB"),
          "KAZ", new Country("NBK", "KZT"),
          "TJK", new Country("NBT", "TJS"),
          "ARM", new Country("CBA", "AMD"));

  private static final List<String> RECEIVING = List.of("TJK", "ARM");

  private static final Map<String, String> OWN_CURRENCY =
      COUNTRIES.values().stream().collect(Collectors.toMap(Country::bank, Country::currency));

  private CentralBanks() {}

  /** Currency of a country, if the project knows it. */
  public static Optional<String> currencyOf(String country) {
    return Optional.ofNullable(COUNTRIES.get(country)).map(Country::currency);
  }

  /** Central bank of a country, if the project knows it. */
  public static Optional<String> bankOf(String country) {
    return Optional.ofNullable(COUNTRIES.get(country)).map(Country::bank);
  }

  /** The currency of a receiving country of the project. */
  public static Optional<String> homeCurrency(String country) {
    return RECEIVING.contains(country) ? currencyOf(country) : Optional.empty();
  }

  /** The currency of a receiving country of the project, by its column; null of any other. */
  public static Column homeCurrency(Column country) {
    Column home = lit(null).cast("string");
    for (String code : RECEIVING) {
      home = when(country.equalTo(code), lit(currencyOf(code).orElseThrow())).otherwise(home);
    }
    return home;
  }

  /** The currency in which a bank prices others; empty of a source that is none of the banks. */
  static String ownCurrency(String bank) {
    return OWN_CURRENCY.getOrDefault(bank, "");
  }

  /** The banks of a corridor: the receive country's first (catalogue 2.6). */
  static List<String> of(String corridor) {
    List<String> countries = List.of(receiver(corridor), sender(corridor));
    return countries.stream().flatMap(c -> bankOf(c).stream()).toList();
  }

  /** Currency of the country that money is sent from. */
  static Optional<String> sendCurrency(String corridor) {
    return currencyOf(sender(corridor));
  }

  /** Currency of the country that money is sent to. */
  static Optional<String> receiveCurrency(String corridor) {
    return currencyOf(receiver(corridor));
  }

  private static String sender(String corridor) {
    return corridor.substring(0, 3);
  }

  private static String receiver(String corridor) {
    return corridor.substring(4);
  }
}
