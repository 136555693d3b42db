package org.remitlake.synthetic;

import java.time.LocalDate;
import org.remitlake.time.Quarter;

/**
 * When what happens in the pilots: interviews in the first quarter of a request, the offer from the
 * second on, interviews again in the eighth.
 *
 * @param baseline quarter of the first interviews
 * @param endline quarter of the last interviews, as planned
 * @param asFar the day after the last of which anything is known
 * @param ended whether the last interviews have taken place
 */
record PilotCalendar(Quarter baseline, Quarter endline, LocalDate asFar, boolean ended) {
  private static final int QUARTERS = 7;
  private static final int LEAST = 5;

  static PilotCalendar of(Request request) {
    Quarter first = request.from();
    Quarter planned = first.plus(QUARTERS);
    boolean shorter = request.to().compareTo(planned) < 0;
    Quarter last = shorter ? request.to() : planned;
    boolean ended = last.compareTo(first.plus(LEAST)) >= 0 && last.year() > first.year();
    return new PilotCalendar(first, ended ? last : planned, last.endExclusive(), ended);
  }

  /** The arms are drawn two weeks before the offer. */
  LocalDate assignedOn() {
    return treatedFrom().minusDays(15);
  }

  LocalDate treatedFrom() {
    return baseline.endExclusive();
  }

  /** Eighteen months of offer. */
  LocalDate treatedTo() {
    return treatedFrom().plusMonths(18).minusDays(1);
  }
}
