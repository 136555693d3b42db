package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/**
 * Published output of R survey's own tests (api.Rout.save, rakecheck.Rout.save, caleg.Rout.save),
 * to one unit of the last digit printed there, and what holds of any calibration.
 */
class CalibrationTest {
  private static final Map<String, Integer> TYPES = Map.of("E", 4421, "H", 755, "M", 1018);
  private static final Map<String, Integer> WIDE = Map.of("No", 1072, "Yes", 5122);

  private final Table d = Table.read("apiclus1.csv");
  private final int n = d.rows().size();
  private final double[] api00 = d.numbers("api00");
  private final double[] enroll = d.numbers("enroll");
  private final SurveyDesign design =
      SurveyDesign.clusters(d.text("dnum"), d.numbers("pw")).withPopulationPsus(757);
  private final Margins types = Margins.of(n).andClasses("stype", d.text("stype"), TYPES);
  private final Margins both = types.andClasses("sch_wide", d.text("sch_wide"), WIDE);

  @Test
  void postStratificationIsRs() {
    for (CalibrationDistance distance :
        new CalibrationDistance[] {CalibrationDistance.linear(), CalibrationDistance.raking()}) {
      SurveyDesign post = Calibration.of(design, types, distance).design();
      printed(SurveyMean.of(api00, post), 642.31, 0.005, 23.921, 0.001);
      printed(SurveyTotal.of(enroll, post), 3680893, 0.5, 406293, 0.5);
    }
  }

  /** R's calibrate; its rake stops earlier and prints a total of 3647300. */
  @Test
  void rakingIsRs() {
    SurveyDesign raked = Calibration.of(design, both, CalibrationDistance.raking()).design();
    printed(SurveyMean.of(api00, raked), 641.23, 0.005, 23.704, 0.0005);
    printed(SurveyTotal.of(enroll, raked), 3647280, 0.5, 400603, 0.5);
    assertThat(raked.degreesOfFreedom()).isEqualTo(14);
  }

  @Test
  void boundsOfRatiosAreRs() {
    Margins size = Margins.of(n).andSize(6194).and("enroll", enroll, 3811472);
    double[] free = Calibration.of(design, size, CalibrationDistance.linear()).ratios();
    range(free, 0.7906782, 1.7891164);
    CalibrationDistance narrow = CalibrationDistance.linear().within(0.6, 1.5);
    range(Calibration.of(design, size, narrow).ratios(), 0.7198751, 1.5);
    CalibrationDistance logit = new CalibrationDistance(CalibrationDistance.Kind.LOGIT, 0.5, 2);
    Calibration smooth = Calibration.of(design, size, logit);
    assertThat(Arrays.stream(smooth.ratios()).max().orElseThrow()).isBetween(1.0, 2.0);
    assertThat(SurveyTotal.of(enroll, smooth.design()).value()).isCloseTo(3811472, within(1e-4));
  }

  /** predict(svyratio) of the stratified sample: a ratio times a known total. */
  @Test
  void theRatioEstimatorIsRs() {
    Table strat = Table.read("apistrat.csv");
    SurveyDesign elements =
        SurveyDesign.elements(strat.text("stype"), strat.numbers("pw")).withPopulationPsus(TYPES);
    Linearised total =
        SurveyRatio.of(strat.numbers("api_stu"), strat.numbers("enroll"), elements).times(3811472);
    printed(total, 3190038, 0.5, 29565.98, 0.005);
  }

  @Test
  void jackknifeThatCalibratesEveryReplicateIsRs() {
    ReplicateWeights jackknife = ReplicateWeights.jk1(design);
    CalibrationDistance linear = CalibrationDistance.linear();
    Estimate mean =
        jackknife.estimate(
            w -> SurveyMean.of(api00, Calibration.of(w, types, linear).design()).value(),
            ReplicateCentre.FULL_ESTIMATE);
    assertThat(mean.standardError()).isCloseTo(26.936, within(0.0005));
    Estimate total =
        jackknife.estimate(
            w -> SurveyTotal.of(enroll, Calibration.of(w, types, linear).design()).value(),
            ReplicateCentre.REPLICATE_MEAN);
    assertThat(total.standardError()).isCloseTo(473431, within(0.5));
    Estimate raked =
        jackknife.estimate(
            w ->
                SurveyTotal.of(
                        enroll, Calibration.of(w, both, CalibrationDistance.raking()).design())
                    .value(),
            ReplicateCentre.REPLICATE_MEAN);
    assertThat(raked.standardError()).isCloseTo(463582, within(0.5));
  }

  @Test
  void whatIsKnownHasNoError() {
    Margins known = both.and("enroll", enroll, 3811472);
    SurveyDesign calibrated = Calibration.of(design, known, CalibrationDistance.raking()).design();
    Linearised total = SurveyTotal.of(enroll, calibrated);
    assertThat(total.value()).isCloseTo(3811472, within(1e-3));
    assertThat(total.estimate().standardError()).isCloseTo(0, within(1e-3));
    double[] high = indicator(d.is("stype", "H"));
    assertThat(SurveyTotal.of(high, calibrated).estimate().standardError())
        .isCloseTo(0, within(1e-6));
    // Twice is as once: the second calibration finds nothing to do.
    Calibration again = Calibration.of(calibrated, known, CalibrationDistance.raking());
    range(again.ratios(), 1, 1);
    assertThat(SurveyMean.of(api00, again.design()).estimate().standardError())
        .isCloseTo(SurveyMean.of(api00, calibrated).estimate().standardError(), within(0.05));
  }

  /** The regression estimator by its textbook form, T̂ + (X − X̂)′B. */
  @Test
  void linearCalibrationIsTheRegressionEstimator() {
    Margins size = Margins.of(n).andSize(6194).and("enroll", enroll, 3811472);
    SurveyDesign calibrated = Calibration.of(design, size, CalibrationDistance.linear()).design();
    LinearModel model =
        LinearModel.fit(Regressors.intercept(n).and("enroll", enroll), api00, design.weights());
    double[] one = new double[n];
    Arrays.fill(one, 1);
    double expected =
        SurveyTotal.of(api00, design).value()
            + (6194 - SurveyTotal.of(one, design).value()) * model.coefficients()[0]
            + (3811472 - SurveyTotal.of(enroll, design).value()) * model.coefficients()[1];
    assertThat(SurveyTotal.of(api00, calibrated).value()).isCloseTo(expected, within(1e-4));
  }

  @Test
  void domainsAndLonelyStrataKnowOfTheCalibration() {
    SurveyDesign post = Calibration.of(design, types, CalibrationDistance.linear()).design();
    boolean[] high = d.is("stype", "H");
    Linearised size = SurveyTotal.of(indicator(high), high, post);
    assertThat(size.value()).isCloseTo(755, within(1e-8));
    assertThat(size.estimate().standardError()).isCloseTo(0, within(1e-9));
  }

  @Test
  void totalsThatCannotBeMetAreRefused() {
    Margins contradictory =
        types.andClasses("sch_wide", d.text("sch_wide"), Map.of("No", 1072, "Yes", 5000));
    for (CalibrationDistance distance :
        new CalibrationDistance[] {CalibrationDistance.linear(), CalibrationDistance.raking()}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Calibration.of(design, contradictory, distance))
          .withMessageMatching("[1-5] of 5 totals cannot be met: they contradict each other.*");
    }
    Margins size = Margins.of(n).andSize(6194).and("enroll", enroll, 3811472);
    CalibrationDistance narrow = CalibrationDistance.linear().within(0.99, 1.01);
    refused(() -> Calibration.of(design, size, narrow), "the bounds are too narrow");
    Margins far = Margins.of(n).andSize(6194).and("enroll", enroll, 38114720);
    refused(
        () -> Calibration.of(design, far, CalibrationDistance.linear()),
        "weights become negative. Rake, or give bounds from 0.");
    refused(() -> Calibration.of(design, Margins.of(n), CalibrationDistance.linear()), "0 totals");
    refused(
        () -> Calibration.of(design, Margins.of(2).andSize(4), CalibrationDistance.linear()),
        "the margins has 2 entries for 183 units");
  }

  @Test
  void marginsThatDoNotFitTheSampleAreRefused() {
    refused(
        () -> Margins.of(n).andClasses("t", d.text("stype"), Map.of("E", 1, "X", 2, "Y", 0)),
        "t: 2 classes of the sample have no size in the population, and 1 of the population no"
            + " unit in the sample. Join classes.");
    refused(() -> Margins.of(n).and("acs", d.numbers("acs_k3"), 3), "values of acs are missing");
    refused(() -> Margins.of(n).andSize(Double.NaN), "the total of size");
    refused(() -> CalibrationDistance.raking().within(1.1, 2), "on either side of 1");
    refused(
        () -> new CalibrationDistance(CalibrationDistance.Kind.LOGIT, 0, Double.POSITIVE_INFINITY),
        "LOGIT needs both");
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable c, String m) {
    assertThatIllegalArgumentException().isThrownBy(c).withMessageContaining(m);
  }

  private static void printed(
      Linearised actual, double value, double digits, double error, double errorDigits) {
    assertThat(actual.value()).isCloseTo(value, within(digits));
    assertThat(actual.estimate().standardError()).isCloseTo(error, within(errorDigits));
  }

  private static void range(double[] ratios, double least, double most) {
    assertThat(Arrays.stream(ratios).min().orElseThrow()).isCloseTo(least, within(5e-8));
    assertThat(Arrays.stream(ratios).max().orElseThrow()).isCloseTo(most, within(5e-8));
  }

  private static double[] indicator(boolean[] flags) {
    double[] y = new double[flags.length];
    Arrays.setAll(y, j -> flags[j] ? 1 : 0);
    return y;
  }
}
