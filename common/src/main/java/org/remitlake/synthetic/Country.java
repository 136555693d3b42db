package org.remitlake.synthetic;

import java.util.List;

/** What surveys find in a country (§11.7): the values of the super-population. */
enum Country {
  /** Tajikistan. */
  TJK(Currency.TJS, 1_300_000, 0.30, 0.40, 0.08, -0.06, 4.9, 26_000, 10),
  /** Armenia. */
  ARM(Currency.AMD, 820_000, 0.33, 0.55, 0.15, -0.03, 2.6, 1_600_000, 1_000);

  /** Of two households of a sampling point. */
  static final double ICC_RECEIVING = 0.05;

  static final double ICC_ACCOUNT = 0.05;
  static final double ICC_SAVING = 0.03;
  static final double ICC_INCOME = 0.10;

  /** What the share of the last wave is above that of the first. */
  static final double CHANGE = 0.02;

  private final Currency currency;
  private final int households;
  private final double receiving;
  private final double account;
  private final double saving;
  private final double urbanReceiving;
  private final double othersInHousehold;
  private final int income;
  private final int rounding;

  Country(
      Currency currency,
      int households,
      double receiving,
      double account,
      double saving,
      double urbanReceiving,
      double othersInHousehold,
      int income,
      int rounding) {
    this.currency = currency;
    this.households = households;
    this.receiving = receiving;
    this.account = account;
    this.saving = saving;
    this.urbanReceiving = urbanReceiving;
    this.othersInHousehold = othersInHousehold;
    this.income = income;
    this.rounding = rounding;
  }

  /** As in {@code TJ_HH}. */
  String prefix() {
    return this == TJK ? "TJ" : "AM";
  }

  /** For interview numbers and keys. */
  int number() {
    return this == TJK ? 0 : 1;
  }

  String householdSurvey() {
    return prefix() + "_HH";
  }

  Currency currency() {
    return currency;
  }

  Bank centralBank() {
    return this == TJK ? Bank.NBT : Bank.CBA;
  }

  int households() {
    return households;
  }

  /** Households that receive, of all. */
  double receiving(int wave) {
    return receiving + wave * CHANGE;
  }

  /** The same in one kind of area; areas keep the country's share. */
  double receiving(int wave, boolean urban) {
    return receiving(wave) + shift(urbanReceiving, urban);
  }

  /** Adults with an account, of all adults. */
  double account(int wave) {
    return account + wave * CHANGE;
  }

  double account(int wave, boolean urban) {
    return account(wave) + shift(0.05, urban);
  }

  /** Households that saved at a bank, of all. */
  double saving() {
    return saving;
  }

  private double shift(double ofUrban, boolean urban) {
    double share = strata().stream().filter(Stratum::urban).mapToDouble(Stratum::share).sum();
    return urban ? ofUrban : -ofUrban * share / (1 - share);
  }

  double othersInHousehold() {
    return othersInHousehold;
  }

  /** Median income of a household in a year. */
  double income(int year) {
    return income * StrictMath.pow(1.07, year - 2020);
  }

  /** What people round money to. */
  int rounding() {
    return rounding;
  }

  List<Stratum> strata() {
    return this == TJK
        ? List.of(
            Stratum.of("CAP-U", 0.10, 12, "TJ-DU"),
            Stratum.of("SU-U", 0.07, 8, "TJ-SU"),
            Stratum.of("SU-R", 0.22, 20, "TJ-SU"),
            Stratum.of("KT-U", 0.06, 8, "TJ-KT"),
            Stratum.of("KT-R", 0.33, 28, "TJ-KT"),
            Stratum.of("RG-U", 0.04, 6, "TJ-RA", "TJ-RA", "TJ-GB"),
            Stratum.of("RG-R", 0.18, 18, "TJ-RA", "TJ-RA", "TJ-RA", "TJ-GB"))
        : List.of(
            Stratum.of("CAP-U", 0.36, 32, "AM-ER"),
            Stratum.of("NO-U", 0.14, 14, "AM-SH", "AM-LO", "AM-TV"),
            Stratum.of("NO-R", 0.10, 11, "AM-SH", "AM-LO", "AM-TV"),
            Stratum.of("CE-U", 0.08, 9, "AM-AG", "AM-AR", "AM-AV", "AM-KT"),
            Stratum.of("CE-R", 0.17, 17, "AM-AG", "AM-AR", "AM-AV", "AM-KT"),
            Stratum.of("SO-U", 0.06, 8, "AM-GR", "AM-SU", "AM-VD"),
            Stratum.of("SO-R", 0.09, 9, "AM-GR", "AM-SU", "AM-VD"));
  }
}
