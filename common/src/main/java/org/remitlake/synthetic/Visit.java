package org.remitlake.synthetic;

import java.time.LocalDate;

/**
 * A visit to a household of the sample, successful or not.
 *
 * @param number of the interview, unique over all surveys of a request
 * @param panelId the household over the waves
 * @param stratum code
 * @param psu code, nested in strata
 * @param region ISO 3166-2
 * @param area 1 capital, 2 other urban, 3 rural
 * @param day of the interview
 * @param interviewer number
 * @param result 1 complete, 2 partial, 3 refused, 4 no contact, 5 not eligible
 * @param weight hundredths of the households it stands for; 0 where the interview is not complete
 */
record Visit(
    int number,
    String panelId,
    String stratum,
    String psu,
    String region,
    int area,
    LocalDate day,
    int interviewer,
    int result,
    long weight) {
  static final int COMPLETE = 1;
  static final int PARTIAL = 2;
  static final int REFUSED = 3;
  static final int NO_CONTACT = 4;
  static final int NOT_ELIGIBLE = 5;

  Visit withWeight(long other) {
    return new Visit(number, panelId, stratum, psu, region, area, day, interviewer, result, other);
  }

  boolean complete() {
    return result == COMPLETE;
  }

  /** Whether somebody answered the first questions. */
  boolean opened() {
    return result == COMPLETE || result == PARTIAL;
  }

  /** Rural areas are area 3. */
  boolean urban() {
    return area < 3;
  }
}
