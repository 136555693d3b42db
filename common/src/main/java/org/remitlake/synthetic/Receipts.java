package org.remitlake.synthetic;

import java.util.Map;
import java.util.TreeMap;

/**
 * What receiving households answer beside {@link Told}: goods, what money went to, and its cost.
 */
final class Receipts {
  /** Households that know fee and rate, of those whose last money came by a service. */
  static final double COST_KNOWN = 0.40;

  /** Receiving households that were sent goods too. */
  static final double IN_KIND = 0.25;

  /** Receiving households whose money comes to a woman. */
  static final double TO_WOMEN = 0.60;

  static final double FEE_MEDIAN_PCT = 2.0;

  private static final long TAG = "receipts".hashCode();

  /** How much of the money goes to each of {@link Told#USES}, among those named. */
  private static final double[] SHARES = {4, 3, 1.5, 1.5, 2, 2, 2, 1, 1, 0.5};

  private final Country country;
  private final SurveyWave wave;
  private final long seed;

  Receipts(Request request, Country country, SurveyWave wave) {
    this.country = country;
    this.wave = wave;
    this.seed = Draw.key(request.seed(), TAG, country.number());
  }

  Map<String, String> of(Household household) {
    Map<String, String> row = new TreeMap<>();
    Told told = household.told();
    if (!household.visit().complete() || told.received() != 1) {
      return row;
    }
    int panel = household.visit().panelId().hashCode();
    Draw draw = Draw.of(Draw.key(seed, panel, wave.index()));
    double year = told.remitYear() >= 0 ? told.remitYear() : country.income(wave.year()) * 0.4;
    double goods = year * Dist.beta(draw, 1.5, 8);
    row.put("remit_in_kind_value", draw.chance(IN_KIND) ? money(goods) : "0");
    boolean isService = told.payout() >= 0;
    boolean isKnown = draw.chance(COST_KNOWN);
    double fee = draw.logNormal(FEE_MEDIAN_PCT, 0.6);
    if (isService) {
      row.put("last_cost_known", Boolean.toString(isKnown));
      row.put("last_fee_pct", isKnown ? percent(fee) : "");
    }
    // Of its own, since the question came later: the older answers stay as they were drawn.
    Draw receiver = Draw.of(Draw.key(seed, panel, 100L + wave.index()));
    row.put("receiver_sex", receiver.chance(TO_WOMEN) ? "F" : "M");
    if (told.remitYear() >= 0) {
      uses(row, draw, told);
    }
    return row;
  }

  /** Of those who name uses; nine in ten of the money are remembered. */
  private void uses(Map<String, String> row, Draw draw, Told told) {
    double[] weights = new double[SHARES.length];
    double sum = 0;
    for (int k = 0; k < SHARES.length; k++) {
      weights[k] = (told.uses() >>> k & 1) == 1 ? Dist.gamma(draw, SHARES[k]) : 0;
      sum += weights[k];
    }
    double spent = told.remitYear() * (0.85 + 0.15 * draw.uniform());
    for (int k = 0; k < SHARES.length; k++) {
      if (weights[k] > 0) {
        row.put("use_amt_" + Told.USES[k], money(spent * weights[k] / sum));
      }
    }
  }

  private String money(double amount) {
    long step = country.rounding();
    return Long.toString(((long) (amount / step)) * step);
  }

  private static String percent(double value) {
    Text text = new Text(8);
    Digits.decimal(text, Math.round(value * 10), 1, '.');
    return text.toString();
  }
}
