package org.remitlake.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.remitlake.time.Quarter;
import org.remitlake.time.Zones;

/** Quarters of days, and days of instants: each worked out once, for millions of transfers. */
final class Days {
  private final Map<Integer, String> labels = new HashMap<>();
  private final Map<Integer, Integer> months = new HashMap<>();
  private final Map<String, ZoneId> zones = new HashMap<>();

  /** The quarter of a day since 1970. */
  String quarter(int day) {
    return labels.computeIfAbsent(day, d -> Quarter.of(LocalDate.ofEpochDay(d)).toString());
  }

  /** The month of the quarter, 1 to 3, of a day since 1970. */
  int month(int day) {
    return months.computeIfAbsent(day, d -> (LocalDate.ofEpochDay(d).getMonthValue() - 1) % 3 + 1);
  }

  /** The day since 1970 of an instant in microseconds where a country is; in UTC of any other. */
  long day(long micros, String country) {
    ZoneId zone =
        zones.computeIfAbsent(
            country, c -> Zones.of(c).<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC));
    long seconds = TimeUnit.MICROSECONDS.toSeconds(micros);
    int offset = zone.getRules().getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    return Math.floorDiv(seconds + offset, TimeUnit.DAYS.toSeconds(1));
  }
}
