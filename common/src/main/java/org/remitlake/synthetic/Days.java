package org.remitlake.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** A month in a send country: which of its days people choose, and when a day begins there. */
final class Days {
  private final LocalDate first;
  private final double[] cumulated;
  private final long[] midnights;

  Days(YearMonth month, ZoneId zone) {
    first = month.atDay(1);
    cumulated = new double[month.lengthOfMonth()];
    midnights = new long[cumulated.length];
    double sum = 0;
    for (int i = 0; i < cumulated.length; i++) {
      LocalDate day = first.plusDays(i);
      sum += Season.weekday(day.getDayOfWeek());
      cumulated[i] = sum;
      // Counted back from noon: summer time begins and ends at night, nobody sends before seven.
      midnights[i] = day.atTime(12, 0).atZone(zone).toEpochSecond() - 12 * 3600;
    }
  }

  int draw(Draw draw) {
    double at = draw.uniform() * cumulated[cumulated.length - 1];
    int day = 0;
    while (cumulated[day] < at) {
      day++;
    }
    return day;
  }

  LocalDate date(int day) {
    return first.plusDays(day);
  }

  /** Between 7 and 22 o'clock, mostly in the afternoon. */
  long second(int day, Draw draw) {
    return midnights[day] + 7 * 3600 + (long) ((draw.uniform() + draw.uniform()) / 2 * 15 * 3600);
  }
}
