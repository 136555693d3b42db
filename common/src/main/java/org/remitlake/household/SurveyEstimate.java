package org.remitlake.household;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import org.remitlake.indicator.ValueRow;
import org.remitlake.stats.Deff;
import org.remitlake.stats.DomainDf;
import org.remitlake.stats.DomainRatio;
import org.remitlake.stats.DomainSums;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Interval;
import org.remitlake.stats.Linearised;
import org.remitlake.stats.ProportionInterval;
import org.remitlake.stats.SurveyQuantile;
import org.remitlake.stats.WaveChange;

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
 * @param effective units of a simple random sample that would be as precise; of a difference, of
 *     the side that has fewer
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
    long units,
    double effective)
    implements Serializable {
  static final double LEVEL = 0.95;

  static final SurveyEstimate NOBODY = unmeasured(Double.NaN, 0, 0, 0);

  /**
   * Of a ratio, a gap or a quantile, as the question has it; or of the change since a wave before.
   *
   * @param before the PSUs of the wave before, for a change
   */
  static SurveyEstimate of(
      Question question, SurveyTally tally, PsuFrame frame, Optional<PsuFrame> before) {
    if (question.kind() == Question.Kind.QUANTILE) {
      return quantile(question, tally.own().values(), frame);
    }
    Optional<DomainRatio> ratio = tally.own().sums().ratio(frame.design());
    if (!question.isGap() && before.isEmpty()) {
      return ratio.map(r -> level(question, r, tally.own().sums())).orElse(NOBODY);
    }
    Optional<DomainRatio> other = tally.others().sums().ratio(before.orElse(frame).design());
    if (ratio.isEmpty() || other.isEmpty()) {
      return NOBODY;
    }
    Linearised of = ratio.get().linearised();
    Linearised than = other.get().linearised();
    Estimate difference =
        before.isPresent()
            ? WaveChange.of(than, of, frame.numbersIn(before.get()))
            : of.minus(than).estimate();
    return difference(question, difference, ratio.get(), other.get());
  }

  private static SurveyEstimate level(Question question, DomainRatio ratio, DomainSums sums) {
    double value = ratio.linearised().value();
    boolean isShare = question.kind() == Question.Kind.SHARE;
    boolean isMeasured =
        hasDegrees(ratio) && (isShare ? value > 0 && value < 1 : ratio.deff().isPresent());
    SurveyEstimate bare =
        unmeasured(question.factor() * value, sums.over(), sums.under(), ratio.units());
    if (!isMeasured) {
      return bare;
    }
    Estimate estimate = ratio.linearised().estimate();
    Interval interval =
        isShare ? ProportionInterval.LOGIT.of(estimate, 0, LEVEL) : estimate.interval(LEVEL);
    return bare.with(question.factor(), estimate, interval, ratio.deff(), effective(ratio));
  }

  private static SurveyEstimate difference(
      Question question, Estimate estimate, DomainRatio of, DomainRatio than) {
    SurveyEstimate bare =
        unmeasured(
            question.factor() * estimate.value(),
            Double.NaN,
            Double.NaN,
            of.units() + than.units());
    boolean isMeasured = estimate.standardError() > 0 && hasDegrees(of) && hasDegrees(than);
    return (isMeasured
            ? bare.with(
                question.factor(),
                estimate,
                estimate.interval(LEVEL),
                OptionalDouble.empty(),
                Math.min(effective(of), effective(than)))
            : bare)
        .withUnits(Math.min(of.units(), than.units()));
  }

  private static boolean hasDegrees(DomainRatio ratio) {
    return ratio.linearised().estimate(DomainDf.UNITS_PRESENT).degreesOfFreedom() > 0;
  }

  /** None where the degrees of freedom are too few to be told by itself. */
  private static double effective(DomainRatio ratio) {
    return ratio.linearised().estimate().degreesOfFreedom() < ValueRow.Precision.LEAST_DF
        ? 0
        : ratio.units() / ratio.deff().orElse(1);
  }

  /** Its design effect is that of the share of units up to it. */
  private static SurveyEstimate quantile(Question question, WeightedValues values, PsuFrame frame) {
    if (values.size() == 0) {
      return NOBODY;
    }
    SurveyQuantile quantile = values.quantile(question.p(), frame);
    double error = quantile.standardError();
    SurveyEstimate bare =
        unmeasured(question.factor() * quantile.value(), Double.NaN, Double.NaN, values.size());
    if (!(error > 0) || Double.isInfinite(error)) {
      return bare;
    }
    OptionalDouble deff = Deff.withReplacement(quantile.share());
    return bare.with(
        question.factor(),
        new Estimate(quantile.value(), error, quantile.share().estimate().degreesOfFreedom()),
        quantile.interval(ProportionInterval.WALD, LEVEL),
        deff,
        values.size() / deff.orElse(1));
  }

  private SurveyEstimate with(
      double factor, Estimate of, Interval interval, OptionalDouble design, double size) {
    return new SurveyEstimate(
        value,
        factor * of.standardError(),
        factor * interval.lower(),
        factor * interval.upper(),
        of.degreesOfFreedom(),
        design.orElse(Double.NaN),
        over,
        under,
        n,
        units,
        size);
  }

  private SurveyEstimate withUnits(long fewest) {
    return new SurveyEstimate(
        value, standardError, low, high, df, deff, over, under, n, fewest, effective);
  }

  private static SurveyEstimate unmeasured(double value, double over, double under, long n) {
    return new SurveyEstimate(
        value, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, over, under, n, n, n);
  }

  boolean isTold() {
    return !Double.isNaN(value);
  }

  boolean isMeasured() {
    return !Double.isNaN(standardError);
  }
}
