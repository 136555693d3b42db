package org.remitlake.synthetic;

import java.util.Map;

/** What is asked of a stay abroad. */
final class Stay {
  private static final double UNANSWERED = 0.01;

  private final Country country;
  private final SurveyWave wave;
  private final Occupations occupations;

  Stay(Country country, SurveyWave wave, Occupations occupations) {
    this.country = country;
    this.wave = wave;
    this.occupations = occupations;
  }

  /** ISO 3166-1 alpha-3. */
  String destination(Draw draw) {
    double rest = 1 - Migration.russia(country);
    String[] others =
        country == Country.TJK
            ? new String[] {"RUS", "KAZ", "TUR", "DEU", "USA"}
            : new String[] {"RUS", "USA", "FRA", "DEU", "KAZ"};
    return others[draw.pick(1 - rest, rest * 0.45, rest * 0.25, rest * 0.2, rest * 0.1)];
  }

  /** The main insurance that nobody asks for. */
  String policy(Draw draw) {
    double all = Migration.insured(country);
    return switch (draw.pick(1 - all, all * 0.6, all * 0.3, all * 0.1)) {
      case 0 -> "NONE";
      case 1 -> "HEALTH";
      case 2 -> "ACCIDENT";
      default -> "REPATRIATION";
    };
  }

  /** What is asked of a stay of the last two years, whether it has ended or not. */
  void put(Map<String, String> row, Draw draw, boolean received) {
    boolean works = draw.chance(Migration.working(country, wave));
    row.put("works", Boolean.toString(works));
    if (works) {
      row.put("sector", occupations.sector(draw));
      boolean isWritten = draw.chance(Migration.contract(country));
      row.put("contract_written", told(draw, 0.05, isWritten));
    }
    String stay = stay(draw);
    row.put("stay_status", stay);
    if (row.get("is_abroad").equals("true")) {
      boolean has = stay.equals("PATENT") && draw.chance(Migration.COMPULSORY_OF_PATENTS);
      row.put("policy_compulsory", Boolean.toString(has));
    }
    occupations.put(row, draw);
    row.put("remits_12m", told(draw, 0.02, draw.chance(Migration.sends(received))));
    row.put("account_dest", told(draw, 0.12, draw.chance(Migration.accountThere(country))));
  }

  private static String told(Draw draw, double unknown, boolean answer) {
    return switch (draw.pick(unknown, UNANSWERED, 1 - unknown - UNANSWERED)) {
      case 0 -> Form.DONT_KNOW;
      case 1 -> Form.SKIPPED;
      default -> Boolean.toString(answer);
    };
  }

  private String stay(Draw draw) {
    return switch (draw.pick(
        Migration.patent(country),
        Migration.permit(country),
        Migration.eaeu(country),
        Migration.citizen(country),
        1 - Migration.documented(country))) {
      case 0 -> "PATENT";
      case 1 -> "PERMIT";
      case 2 -> "EAEU";
      case 3 -> "CITIZEN";
      default -> "NONE";
    };
  }
}
