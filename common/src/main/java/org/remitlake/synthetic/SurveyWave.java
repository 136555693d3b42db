package org.remitlake.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.remitlake.time.Quarter;

/**
 * A round of interviews: one in the first and one in the last year of a request.
 *
 * @param index 0 or 1
 * @param quarter of the field work
 */
record SurveyWave(int index, Quarter quarter) {

  static List<SurveyWave> of(Request request) {
    List<SurveyWave> waves = new ArrayList<>();
    waves.add(new SurveyWave(0, request.from()));
    if (request.to().year() > request.from().year()) {
      waves.add(new SurveyWave(1, request.to()));
    }
    return waves;
  }

  int year() {
    return quarter.year();
  }

  /** Interviews take six weeks from the third week of the quarter. */
  LocalDate day(Draw draw) {
    return quarter.firstDay().plusDays(14 + draw.below(42));
  }
}
