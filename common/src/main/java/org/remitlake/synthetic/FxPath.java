package org.remitlake.synthetic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The true rates behind all banks' lists: yearly anchors, daily shocks and the crises of the
 * catalogue's §11.5. Always walked from the same first day, so a seed's rate of a date does not
 * depend on the quarters asked for.
 */
final class FxPath {
  static final LocalDate FIRST_DAY = LocalDate.of(2007, 12, 1);
  static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 31);

  /** Columns of the anchors, in their order. */
  private static final int RUB_PER_USD = 1;

  private static final int TJS_PER_RUB = 2;
  private static final int AMD_PER_RUB = 3;
  private static final int KZT_PER_USD = 4;
  private static final int USD_PER_EUR = 5;

  /** Of a shock, what is left the next working day: rates come back to their yearly level. */
  private static final double MEMORY = 0.97;

  private static final double CALM = 0.007;
  private static final double STRESS = 1.8 * 0.01;

  /** Everything else moves little against the dollar. */
  private static final double QUIET = 0.0015;

  private final List<List<String>> anchors = Resource.rows("fx-anchors.csv");
  private final double[][] roublesWorth;

  private FxPath(long seed) {
    roublesWorth = walk(Draw.of(Draw.key(seed, "fx".hashCode())));
  }

  static FxPath of(long seed) {
    return new FxPath(seed);
  }

  static int index(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(FIRST_DAY, day);
  }

  static int days() {
    return index(LAST_DAY) + 1;
  }

  /** Roubles for one unit of a currency on a day. */
  double roubles(Currency currency, int day) {
    return roublesWorth[column(currency)][day];
  }

  private static int column(Currency currency) {
    return switch (currency) {
      case RUB -> 0;
      case USD -> 1;
      case EUR -> 2;
      case TJS -> 3;
      case AMD -> 4;
      case KZT -> 5;
    };
  }

  private double[][] walk(Draw draw) {
    double[][] worth = new double[6][days()];
    double[] shock = new double[5];
    for (int i = 0; i < days(); i++) {
      LocalDate day = FIRST_DAY.plusDays(i);
      if (newRate(day)) {
        for (int s = 0; s < shock.length; s++) {
          shock[s] = MEMORY * shock[s] + (s == 0 ? roubleSigma(day) : QUIET) * draw.normal();
        }
      }
      // A bank holiday's rate is the last one set, so the anchor must stand still as well.
      LocalDate set = lastSet(day);
      double rouble = StrictMath.exp(shock[0] + crisis(set));
      double usd = anchor(RUB_PER_USD, set) / rouble;
      worth[0][i] = 1;
      worth[1][i] = usd;
      worth[2][i] = usd * anchor(USD_PER_EUR, set) * StrictMath.exp(shock[1]);
      worth[3][i] = 1 / (anchor(TJS_PER_RUB, set) * rouble * StrictMath.exp(shock[2]));
      worth[4][i] = 1 / (anchor(AMD_PER_RUB, set) * rouble * StrictMath.exp(shock[3]));
      worth[5][i] = usd / anchor(KZT_PER_USD, set) * StrictMath.exp(shock[4]);
    }
    return worth;
  }

  /** Set on a working day, effective the next: new on Tuesday to Saturday. */
  static boolean newRate(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SUNDAY && day.getDayOfWeek() != DayOfWeek.MONDAY;
  }

  /** The effective date of the rate that holds on a day. */
  static LocalDate lastSet(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SUNDAY -> day.minusDays(1);
      case MONDAY -> day.minusDays(2);
      case TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY -> day;
    };
  }

  private static double roubleSigma(LocalDate day) {
    boolean stress =
        within(day, LocalDate.of(2014, 12, 1), LocalDate.of(2016, 2, 29))
            || within(day, LocalDate.of(2020, 3, 1), LocalDate.of(2020, 5, 31))
            || within(day, LocalDate.of(2022, 3, 1), LocalDate.of(2022, 6, 30));
    return stress ? STRESS : CALM;
  }

  /** What the rouble gains (log) in the planted crises, beyond its yearly level. */
  private static double crisis(LocalDate day) {
    double december2014 =
        ramp(day, LocalDate.of(2014, 12, 15), LocalDate.of(2014, 12, 17))
            - ramp(day, LocalDate.of(2015, 1, 12), LocalDate.of(2015, 4, 30));
    double fall = ramp(day, LocalDate.of(2022, 2, 24), LocalDate.of(2022, 3, 11));
    double rise = ramp(day, LocalDate.of(2022, 3, 14), LocalDate.of(2022, 6, 20));
    double end = ramp(day, LocalDate.of(2022, 7, 1), LocalDate.of(2022, 12, 31));
    double down = StrictMath.log(0.70);
    double up = StrictMath.log(1.60);
    return StrictMath.log(0.90) * december2014 + down * fall + up * rise - (down + up) * end;
  }

  /** 0 before, 1 after, linear between. */
  private static double ramp(LocalDate day, LocalDate from, LocalDate to) {
    double part = ChronoUnit.DAYS.between(from, day) / (double) ChronoUnit.DAYS.between(from, to);
    return Math.max(0, Math.min(1, part));
  }

  private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Log-linear between the middles of the years. */
  private double anchor(int column, LocalDate day) {
    LocalDate middle = LocalDate.of(day.getYear(), 7, 1);
    LocalDate left = day.isBefore(middle) ? middle.minusYears(1) : middle;
    double part = ramp(day, left, left.plusYears(1));
    double before = StrictMath.log(level(column, left.getYear()));
    double after = StrictMath.log(level(column, left.getYear() + 1));
    return StrictMath.exp(before * (1 - part) + after * part);
  }

  private double level(int column, int year) {
    int row = Math.max(0, Math.min(anchors.size() - 1, year - 2007));
    return Double.parseDouble(anchors.get(row).get(column));
  }
}
