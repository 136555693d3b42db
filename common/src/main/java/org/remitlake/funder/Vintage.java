package org.remitlake.funder;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.time.Quarter;

/**
 * One release of a quarter (catalogue 8.4).
 *
 * @param quarter which quarter
 * @param number 1 for the first release, 2 for the next
 * @param asOf day whose knowledge it states
 */
record Vintage(Quarter quarter, int number, LocalDate asOf) {
  private static final int PRELIMINARY_DAYS = 45;
  private static final int REVISED_DAYS = 135;
  private static final int FINAL_QUARTERS = 4;

  /** How settled a release is. */
  enum Stage {
    PRELIMINARY,
    REVISED,
    FINAL;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Refuses a day on which the quarter was not over. */
  Vintage {
    if (asOf.isBefore(quarter.endExclusive())) {
      throw new ConfigProblem(
          "%s was not over on %s. Nothing was written. Release it from %s on (--as-of)."
              .formatted(quarter, asOf, quarter.endExclusive()));
    }
  }

  /** The first release of a quarter; when the calendar of releases has it, at the latest today. */
  static Vintage first(Quarter quarter, Optional<LocalDate> asOf, LocalDate today) {
    LocalDate due = lastDay(quarter).plusDays(PRELIMINARY_DAYS);
    return new Vintage(quarter, 1, asOf.orElse(due.isAfter(today) ? today : due));
  }

  /** What the names of a quarter's releases begin with. */
  static String prefix(Quarter quarter) {
    return quarter + "_v";
  }

  /** The number in the name of a quarter's release. */
  static int number(Quarter quarter, String id) {
    return Integer.parseInt(id.substring(prefix(quarter).length()));
  }

  /** The release after this one; of the same day if none is given. */
  Vintage next(Optional<LocalDate> later) {
    if (later.filter(day -> day.isBefore(asOf)).isPresent()) {
      throw new ConfigProblem(
          "--as-of %s: lies before that of %s, %s. Nothing was written. Give a later day, or none."
              .formatted(later.get(), id(), asOf));
    }
    return new Vintage(quarter, number + 1, later.orElse(asOf));
  }

  private static LocalDate lastDay(Quarter quarter) {
    return quarter.endExclusive().minusDays(1);
  }

  /** Its name, as 2024-Q4_v1. */
  String id() {
    return prefix(quarter) + number;
  }

  /** The release it replaces. */
  Optional<String> supersedes() {
    return number == 1 ? Optional.empty() : Optional.of(prefix(quarter) + (number - 1));
  }

  Stage stage() {
    if (asOf.isAfter(lastDay(quarter.plus(FINAL_QUARTERS)))) {
      return Stage.FINAL;
    }
    boolean early = asOf.isBefore(lastDay(quarter).plusDays(REVISED_DAYS));
    return early ? Stage.PRELIMINARY : Stage.REVISED;
  }
}
