package org.remitlake.synthetic;

/**
 * What is true of a country's migrants (catalogue, 6.3 to 6.5): values of the super-population.
 *
 * <p>A household has a list of one person or two, or none; who stands on it is abroad or came back
 * within twenty months. Some households also have somebody who came back long ago.
 */
final class Migration {
  /** Of persons listed, those who are back. */
  static final double BACK = 0.25;

  /** Lists of two, of lists. */
  static final double SECOND = 0.20;

  /** Households with somebody who came back two to seven years ago. */
  static final double LONG_BACK = 0.03;

  static final int LATEST_BACK = 20;
  static final int LONG_BACK_FROM = 24;
  static final int LONG_BACK_RANGE = 60;

  /** Stays of less than three months, of stays that have ended. */
  static final double SHORT_STAY = 0.05;

  /** Rather or very likely to return within twelve months, of those abroad. */
  static final double RETURN = 0.35;

  /** Rather or very likely to leave again, and as many not at all, of those back. */
  static final double LEAVE_AGAIN = 0.45;

  /** Of persons of the panel, those who do what they meant to; the others toss a coin. */
  static final double FOLLOWED = 0.6;

  /** Who works in less than the job before, of those whose job abroad is below skill level 3. */
  static final double DOWNGRADED = 0.45;

  /** Jobs below skill level 3, of those without tertiary education. */
  static final double PLAIN_JOB = 0.94;

  /** Tertiary education: that of all adults of {@link Roll}. */
  static final double TERTIARY = 0.18;

  static final double EMPLOYED_BACK = 0.35;
  static final double SELF_EMPLOYED_BACK = 0.25;
  static final double BUSINESS = 0.15;
  static final double SKILL_USED = 0.40;
  static final double NO_SAVINGS = 0.20;
  static final double SAVINGS_MEDIAN_USD = 800;
  static final double SAVINGS_SIGMA = 0.8;
  static final double COMPULSORY_OF_PATENTS = 0.95;

  /** Who sends, of those whose household says that it received, and of the others. */
  private static final double SENDS = 0.95;

  private static final double SENDS_ELSEWHERE = 0.10;

  private Migration() {}

  private static double of(Country country, double tajikistan, double armenia) {
    return country == Country.TJK ? tajikistan : armenia;
  }

  /** Households with a list, of those that received money from abroad or did not. */
  static double listed(Country country, boolean received) {
    return received ? of(country, 0.70, 0.50) : of(country, 0.05, 0.04);
  }

  static double sends(boolean received) {
    return received ? SENDS : SENDS_ELSEWHERE;
  }

  static double women(Country country) {
    return of(country, 0.16, 0.22);
  }

  static double russia(Country country) {
    return of(country, 0.93, 0.80);
  }

  /** More in the season than in winter. */
  static double working(Country country, SurveyWave wave) {
    boolean isSeason = wave.quarter().number() == 2 || wave.quarter().number() == 3;
    return of(country, isSeason ? 0.86 : 0.76, isSeason ? 0.84 : 0.78);
  }

  static double contract(Country country) {
    return of(country, 0.25, 0.40);
  }

  /** Armenians need no patent, as citizens of a member of the EAEU. */
  static double patent(Country country) {
    return of(country, 0.45, 0);
  }

  static double permit(Country country) {
    return of(country, 0.12, 0.10);
  }

  static double eaeu(Country country) {
    return of(country, 0, 0.62);
  }

  static double citizen(Country country) {
    return of(country, 0.13, 0.20);
  }

  static double documented(Country country) {
    return patent(country) + permit(country) + eaeu(country) + citizen(country);
  }

  static double accountThere(Country country) {
    return of(country, 0.55, 0.65);
  }

  /** Insurance that nobody asks for, of those abroad. */
  static double insured(Country country) {
    return of(country, 0.12, 0.20);
  }

  static double overqualified(Country country) {
    return of(country, 0.70, 0.60);
  }

  static double diploma(Country country) {
    return of(country, 0.20, 0.35);
  }

  /** Abroad for all of the last twelve months, of those abroad; the others 3 to 11 months. */
  static double allYear(Country country) {
    return of(country, 0.30, 0.50);
  }

  /** Households with a list, of all. */
  static double listed(Country country, int wave) {
    double received = country.receiving(wave);
    return listed(country, true) * received + listed(country, false) * (1 - received);
  }

  /** Back, and abroad for three of the last twelve months: at home for one to nine months. */
  private static double recent() {
    return BACK * 9 / LATEST_BACK * (1 - SHORT_STAY);
  }

  /** Persons listed who are abroad, or were for three of the last twelve months. */
  private static double migrant() {
    return 1 - BACK + recent();
  }

  /** Households with a migrant: abroad, or so for three of the last twelve months (D02). */
  static double households(Country country, int wave) {
    return listed(country, wave) * (1 - (1 - migrant()) * (1 - SECOND * migrant()));
  }

  /** Migrants in a household, all households. */
  static double perHousehold(Country country, int wave) {
    return listed(country, wave) * (1 + SECOND) * migrant();
  }

  /** Months abroad of twelve (D22). */
  static double months(Country country) {
    double away = 12 * allYear(country) + 7 * (1 - allYear(country));
    return ((1 - BACK) * away + recent() * 7) / migrant();
  }

  /** Migrants who sent money or goods (D27). */
  static double remits(Country country, int wave) {
    double received = country.receiving(wave);
    return (listed(country, true) * received * SENDS
            + listed(country, false) * (1 - received) * SENDS_ELSEWHERE)
        / listed(country, wave);
  }

  /**
   * Returnees in a household (D30): away for three months, back within five years, for six months
   * or to stay.
   */
  static double returnees(Country country, int wave) {
    double counts = (LATEST_BACK - 5 + 5 * LEAVE_AGAIN) / LATEST_BACK;
    double within = (60.0 - LONG_BACK_FROM + 1) / LONG_BACK_RANGE;
    return (1 - SHORT_STAY)
        * (listed(country, wave) * (1 + SECOND) * BACK * counts + LONG_BACK * within);
  }

  /** Persons found in both waves, meant to return in the first, and back in the second (D33). */
  static double realised() {
    return FOLLOWED * Math.min(BACK, RETURN) / RETURN + (1 - FOLLOWED) * BACK;
  }

  /** Migrants in a job below the one before (D43). */
  static double downgraded(Country country) {
    return DOWNGRADED * (TERTIARY * overqualified(country) + (1 - TERTIARY) * PLAIN_JOB);
  }

  /** Mean of savings brought home, in dollars (D36). */
  static double savings() {
    double spread = StrictMath.exp(SAVINGS_SIGMA * SAVINGS_SIGMA / 2);
    return (1 - NO_SAVINGS) * SAVINGS_MEDIAN_USD * spread;
  }
}
