package org.remitlake.synthetic;

import java.time.ZoneId;

/** The corridors of the model, with the catalogue's §11.1 parameters. */
public enum Corridor {
  /** Russia to Tajikistan. */
  RUS_TJK("RUS", "TJK", Currency.RUB, Currency.TJS, 0.60, 6.5),
  /** Russia to Armenia. */
  RUS_ARM("RUS", "ARM", Currency.RUB, Currency.AMD, 0.34, 7.0),
  /** Kazakhstan to Tajikistan: kept, outside the reporting scope. */
  KAZ_TJK("KAZ", "TJK", Currency.KZT, Currency.TJS, 0.06, 6.5);

  private final String sendCountry;
  private final String receiveCountry;
  private final Currency sendCurrency;
  private final Currency receiveCurrency;
  private final double weight;
  private final double yearlyMean;

  Corridor(
      String sendCountry,
      String receiveCountry,
      Currency sendCurrency,
      Currency receiveCurrency,
      double weight,
      double yearlyMean) {
    this.sendCountry = sendCountry;
    this.receiveCountry = receiveCountry;
    this.sendCurrency = sendCurrency;
    this.receiveCurrency = receiveCurrency;
    this.weight = weight;
    this.yearlyMean = yearlyMean;
  }

  /** ISO 3166-1 alpha-3. */
  public String sendCountry() {
    return sendCountry;
  }

  /** ISO 3166-1 alpha-3. */
  public String receiveCountry() {
    return receiveCountry;
  }

  /** The corridor's usual send currency. */
  public Currency sendCurrency() {
    return sendCurrency;
  }

  /** The receive country's currency. */
  public Currency receiveCurrency() {
    return receiveCurrency;
  }

  /** The corridor as written in tables: {@code RUS-TJK}. */
  public String code() {
    return sendCountry + "-" + receiveCountry;
  }

  /** Its share of all workers' transfers. */
  double weight() {
    return weight;
  }

  /** Mean transfers per active sender and year. */
  double yearlyMean() {
    return yearlyMean;
  }

  boolean toArmenia() {
    return this == RUS_ARM;
  }

  boolean fromRussia() {
    return this != KAZ_TJK;
  }

  /** The zone of the pricing date. */
  ZoneId sendZone() {
    return ZoneId.of(fromRussia() ? "Europe/Moscow" : "Asia/Almaty");
  }

  /** The zone of the receipt date. */
  ZoneId receiveZone() {
    return ZoneId.of(toArmenia() ? "Asia/Yerevan" : "Asia/Dushanbe");
  }
}
