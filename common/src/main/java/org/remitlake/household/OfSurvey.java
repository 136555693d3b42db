package org.remitlake.household;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Dimension;
import org.remitlake.indicator.Indicator;

/**
 * An indicator as one survey gives it, or its change since the survey's wave before. Two surveys of
 * a country are two series: they ask different questions of different samples.
 *
 * @param indicator the indicator
 * @param survey code of the survey, which begins the variant of the series
 * @param isChange whether it is the change
 */
record OfSurvey(Indicator indicator, String survey, boolean isChange) implements Indicator {
  /** The indicator itself. */
  OfSurvey(Indicator indicator, String survey) {
    this(indicator, survey, false);
  }

  @Override
  public String name() {
    return indicator.name();
  }

  @Override
  public String variant() {
    String member = indicator.variant();
    return survey
        + (member.equals(Dimension.TOTAL) ? "" : " " + member)
        + (isChange ? " change" : "");
  }

  @Override
  public String basis() {
    return indicator.basis();
  }

  @Override
  public Unit unit() {
    return isChange && indicator.unit() == Unit.PERCENT ? Unit.POINTS : indicator.unit();
  }

  @Override
  public Definition definition() {
    return indicator.definition();
  }
}
