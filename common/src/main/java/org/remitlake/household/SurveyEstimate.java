package org.remitlake.household;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import org.remitlake.stats.DomainDf;
import org.remitlake.stats.DomainRatio;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Interval;
import org.remitlake.stats.Linearised;
import org.remitlake.stats.ProportionInterval;
import org.remitlake.stats.SurveyQuantile;

/**
 * A number with its error as it leaves the machine that reckoned it.
 *
 * @param value the estimate; not a number where nobody answered
 * @param standardError design-based; not a number where the sample does not tell
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @param df degrees of freedom
 * @param deff design effect; not a number where nothing varies
 * @param over weighted total above the line
 * @param under weighted total below it
 * @param n units that answered
 * @param units the same; of a difference, those of the smaller side, which must be large enough too
 */
record SurveyEstimate(
    double value,
    double standardError,
    double low,
    double high,
    double df,
    double deff,
    double over,
    double under,
    long n,
    long units)
    implements Serializable {
  static final double LEVEL = 0.95;

  static final SurveyEstimate NOBODY =
      new SurveyEstimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, 0, 0, 0, 0);

  /** Of a ratio, a gap or a quantile, as the question has it. */
  static SurveyEstimate of(Question question, SurveyTally tally, PsuFrame frame, boolean isChange) {
    if (question.kind() == Question.Kind.QUANTILE) {
      return quantile(question, tally.values(), frame);
    }
    Optional<DomainRatio> ratio = tally.sums().ratio(frame.design());
    if (!question.isGap() && !isChange) {
      return ratio.map(r -> level(question, r, tally)).orElse(NOBODY);
    }
    Optional<DomainRatio> other = tally.others().ratio(frame.design());
    return ratio.isEmpty() || other.isEmpty() ? NOBODY : gap(question, ratio.get(), other.get());
  }

  private static SurveyEstimate level(Question question, DomainRatio ratio, SurveyTally tally) {
    Linearised linearised = ratio.linearised();
    double value = linearised.value();
    boolean isShare = question.kind() == Question.Kind.SHARE;
    boolean isMeasured =
        linearised.estimate(DomainDf.UNITS_PRESENT).degreesOfFreedom() > 0
            && (isShare ? value > 0 && value < 1 : ratio.deff().isPresent());
    if (!isMeasured) {
      return unmeasured(
          question.factor() * value, tally.sums().over(), tally.sums().under(), ratio.units());
    }
    Estimate estimate = linearised.estimate();
    Interval interval =
        isShare ? ProportionInterval.LOGIT.of(estimate, 0, LEVEL) : estimate.interval(LEVEL);
    return of(
        question.factor(),
        estimate,
        interval,
        ratio.deff(),
        tally.sums().over(),
        tally.sums().under(),
        ratio.units());
  }

  private static SurveyEstimate gap(Question question, DomainRatio of, DomainRatio than) {
    Linearised gap = of.linearised().minus(than.linearised());
    long n = of.units() + than.units();
    long units = Math.min(of.units(), than.units());
    boolean isMeasured =
        gap.variance() > 0 && gap.estimate(DomainDf.UNITS_PRESENT).degreesOfFreedom() > 0;
    if (!isMeasured) {
      return unmeasured(question.factor() * gap.value(), Double.NaN, Double.NaN, n)
          .withUnits(units);
    }
    Estimate estimate = gap.estimate();
    return of(
            question.factor(),
            estimate,
            estimate.interval(LEVEL),
            OptionalDouble.empty(),
            Double.NaN,
            Double.NaN,
            n)
        .withUnits(units);
  }

  private static SurveyEstimate quantile(Question question, WeightedValues values, PsuFrame frame) {
    if (values.size() == 0) {
      return NOBODY;
    }
    SurveyQuantile quantile = values.quantile(question.p(), frame);
    double error = quantile.standardError();
    double value = question.factor() * quantile.value();
    if (!(error > 0) || Double.isInfinite(error)) {
      return unmeasured(value, Double.NaN, Double.NaN, values.size());
    }
    Interval interval = quantile.interval(ProportionInterval.WALD, LEVEL);
    Estimate estimate =
        new Estimate(quantile.value(), error, quantile.share().estimate().degreesOfFreedom());
    return of(
        question.factor(),
        estimate,
        interval,
        OptionalDouble.empty(),
        Double.NaN,
        Double.NaN,
        values.size());
  }

  private static SurveyEstimate of(
      double factor,
      Estimate estimate,
      Interval interval,
      OptionalDouble deff,
      double over,
      double under,
      long n) {
    return new SurveyEstimate(
        factor * estimate.value(),
        factor * estimate.standardError(),
        factor * interval.lower(),
        factor * interval.upper(),
        estimate.degreesOfFreedom(),
        deff.orElse(Double.NaN),
        over,
        under,
        n,
        n);
  }

  private SurveyEstimate withUnits(long fewest) {
    return new SurveyEstimate(value, standardError, low, high, df, deff, over, under, n, fewest);
  }

  private static SurveyEstimate unmeasured(double value, double over, double under, long n) {
    return new SurveyEstimate(
        value, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, over, under, n, n);
  }

  boolean isTold() {
    return !Double.isNaN(value);
  }

  boolean isMeasured() {
    return !Double.isNaN(standardError);
  }
}
