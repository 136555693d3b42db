package org.remitlake.household;

import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/**
 * An indicator as one survey gives it. Two surveys of a country are two series: they ask different
 * questions of different samples.
 *
 * @param indicator the indicator
 * @param survey code of the survey, the variant of the series
 */
record OfSurvey(Indicator indicator, String survey) implements Indicator {
  @Override
  public String name() {
    return indicator.name();
  }

  @Override
  public String variant() {
    return survey;
  }

  @Override
  public String basis() {
    return indicator.basis();
  }

  @Override
  public Definition definition() {
    return indicator.definition();
  }
}
