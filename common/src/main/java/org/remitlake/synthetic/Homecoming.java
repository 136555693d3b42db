package org.remitlake.synthetic;

import java.time.LocalDate;
import java.util.Map;

/** What those who came back answer. */
final class Homecoming {
  /** Asked from this month on; reintegration takes time. */
  private static final int SCORED_FROM = 3;

  /** Mean of the three sub-scores, whose means are 0.60, 0.55 and 0.50. */
  static final double SCORE = 0.55;

  private static final double UNDECIDED = 1 - 2 * Migration.LEAVE_AGAIN;

  private final FxBook fx;
  private final Country country;

  Homecoming(FxBook fx, Country country) {
    this.fx = fx;
    this.country = country;
  }

  /** The first day of the month so many months before: people know no other day. */
  static String month(LocalDate day, int before) {
    return day.minusMonths(before).withDayOfMonth(1).toString();
  }

  /**
   * Adds the answers.
   *
   * @param home months since the return
   */
  void put(Map<String, String> row, Draw draw, LocalDate day, int home) {
    int stay = draw.chance(Migration.SHORT_STAY) ? 1 + draw.below(2) : 3 + draw.below(28);
    int months = Math.max(0, 12 - home);
    row.put("is_abroad", "false");
    // A longer year abroad than the last stay is of several stays.
    row.put("months_abroad_12m", Integer.toString(stay < 3 ? Math.min(stay, months) : months));
    row.put("departed_on", month(day, home + stay));
    row.put("returned_on", month(day, home));
    row.put("months_home", Integer.toString(home));
    row.put("reason_return", reason(draw));
    int unlikely = draw.pick(Migration.LEAVE_AGAIN, UNDECIDED, Migration.LEAVE_AGAIN);
    int scale = unlikely == 0 ? 4 + draw.below(2) : unlikely == 1 ? 3 : 1 + draw.below(2);
    row.put("remigrate_intent", Integer.toString(scale));
    row.put("intends_to_stay", Boolean.toString(unlikely == 2));
    work(row, draw);
    savings(row, draw, day);
    boolean used = draw.chance(Migration.SKILL_USED);
    row.put("skill_used", Boolean.toString(used));
    row.put("skill_planned", Boolean.toString(!used && draw.chance(0.25)));
    double[] scores = {Dist.beta(draw, 6, 4), Dist.beta(draw, 5.5, 4.5), Dist.beta(draw, 5, 5)};
    if (home >= SCORED_FROM) {
      row.put("reint_economic", score(scores[0]));
      row.put("reint_social", score(scores[1]));
      row.put("reint_psychosocial", score(scores[2]));
    }
    row.put("is_proxy", Boolean.toString(draw.chance(0.25)));
  }

  /** The main reason: an entry ban is no choice, and rarer for citizens of the EAEU. */
  private String reason(Draw draw) {
    boolean isTajik = country == Country.TJK;
    String[] reasons = {
      "END_OF_CONTRACT", "FAMILY", "HEALTH", "ENTRY_BAN", "EXPULSION", "NO_WORK", "OTHER"
    };
    return reasons[
        isTajik
            ? draw.pick(0.25, 0.30, 0.10, 0.10, 0.05, 0.15, 0.05)
            : draw.pick(0.32, 0.33, 0.10, 0.02, 0.01, 0.17, 0.05)];
  }

  private static void work(Map<String, String> row, Draw draw) {
    double rest = 1 - Migration.EMPLOYED_BACK - Migration.SELF_EMPLOYED_BACK;
    int work = draw.pick(Migration.EMPLOYED_BACK, Migration.SELF_EMPLOYED_BACK, rest / 2, rest / 2);
    row.put("work_status", Adults.WORK.get(work));
    String after = Occupations.code(draw, draw.chance(0.2) ? 3 : Occupations.plain(draw));
    row.put("isco_after", work < 2 ? after : "");
    row.put("used_savings_business", Boolean.toString(draw.chance(Migration.BUSINESS)));
  }

  private void savings(Map<String, String> row, Draw draw, LocalDate day) {
    double dollars = draw.logNormal(Migration.SAVINGS_MEDIAN_USD, Migration.SAVINGS_SIGMA);
    Currency[] currencies = {Currency.RUB, Currency.USD, country.currency()};
    Currency currency = currencies[draw.pick(0.5, 0.3, 0.2)];
    boolean none = draw.chance(Migration.NO_SAVINGS);
    int told = draw.pick(0.84, 0.04, 0.12);
    if (told > 0) {
      row.put("savings_on_return", told == 1 ? Form.DONT_KNOW : Form.REFUSED);
      return;
    }
    long step = currency == Currency.USD ? 10 : currency == Currency.RUB ? 500 : country.rounding();
    double amount = dollars * fx.perDollar(currency, FxPath.index(day));
    row.put("savings_on_return", Long.toString(none ? 0 : Math.round(amount / step) * step));
    row.put("savings_currency", currency.name());
  }

  private static String score(double score) {
    Text text = new Text(8);
    Digits.decimal(text, Math.round(score * 100), 2, '.');
    return text.toString();
  }
}
