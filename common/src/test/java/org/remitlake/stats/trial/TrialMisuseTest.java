package org.remitlake.stats.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.AbsorbedModel;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.HeteroskedasticCovariance;
import org.remitlake.stats.KRule;
import org.remitlake.stats.Reference.Table;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.TwoStage;

/** What cannot be evaluated gets a sentence: what, where, how many. */
class TrialMisuseTest {
  private static final String[] ARMS = {"A", "A", "C", "C"};
  private static final String[] VILLAGES = {"v1", "v1", "v2", "v3"};

  private final Table d = Table.read("trial.csv");
  private final String[] clusters = d.text("cluster");

  @Test
  void armsWithoutControl() {
    refused(
        () -> TrialDesign.of(ARMS, "K", VILLAGES),
        "None of 4 units is in the control arm K." + " Arms are: A, C.");
    refused(
        () -> TrialDesign.of(new String[] {"C", "C"}, "C", new String[] {"a", "b"}),
        "All 2 units are in the control arm.");
  }

  @Test
  void aClusterInTwoArms() {
    refused(
        () -> TrialDesign.of(ARMS, "C", new String[] {"v1", "v1", "v1", "v2"}),
        "1 of 2 clusters lie in two arms: v1.");
    refused(
        () -> Lottery.of(VILLAGES, new boolean[] {true, false, false, false}),
        "1 of 3 clusters lie in two arms: v1.");
    refused(
        () -> TrialDesign.of(ARMS, "C", VILLAGES, new String[] {"n", "s", "s", "s"}),
        "1 of 3 clusters lie in two blocks: v1.");
  }

  @Test
  void fewerThanTwoClusters() {
    double[] y = {1, 2, 3, 4};
    String[] one = {"v", "v", "v", "v"};
    Regressors x = Regressors.intercept(4).and("z", new double[] {1, 0, 1, 0});
    refused(
        () -> WildBootstrap.of(x, y, one, "z", WildBootstrap.Plan.seeded(1)),
        "There is 1 cluster.");
  }

  @Test
  void outcomesAllMissing() {
    TrialDesign design = TrialDesign.of(ARMS, "C", VILLAGES);
    double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    refused(() -> AssignmentEffect.difference(design, none), "All 4 outcomes are missing");
    double[] half = {Double.NaN, Double.NaN, 1, 2};
    refused(
        () -> AssignmentEffect.difference(design, half),
        "No unit of arm A has an outcome: 2 of 4 are missing.");
    refused(
        () ->
            LeeBounds.of(
                half,
                new boolean[] {false, false, true, true},
                new boolean[] {true, true, false, false}),
        "Nobody of the treated arm was observed");
  }

  @Test
  void collinearCovariatesAreNamed() {
    TrialDesign design = TrialDesign.of(d.text("z"), "0", clusters);
    double[] twice = Arrays.stream(d.numbers("y0")).map(v -> 2 * v).toArray();
    Regressors x = Regressors.none(40).and("y0", d.numbers("y0")).and("twice", twice);
    refused(() -> AssignmentEffect.adjusted(design, d.numbers("y1"), x), "Regressor twice");
    refused(
        () -> PropensityModel.fit(Regressors.intercept(40).and(x), d.is("d", "1")),
        "Regressor twice");
    Regressors fixed = Regressors.none(40).and("z", d.numbers("z"));
    refused(
        () -> AbsorbedModel.fit(fixed, d.numbers("y1"), List.<String[]>of(clusters)),
        "Regressor z is a combination of the fixed effects");
  }

  @Test
  void controlsThatTellTheAssignment() {
    Regressors x = Regressors.intercept(40).and("also z", d.numbers("z"));
    refused(
        () ->
            RandomisationInference.of(
                d.numbers("y1"),
                x,
                clusters,
                Lottery.of(clusters, d.is("z", "1")),
                RandomisationInference.Statistic.CLUSTER_T,
                10,
                1),
        "The controls tell which clusters were treated");
  }

  @Test
  void covariatesThatSeparate() {
    boolean[] taken = d.is("d", "1");
    double[] y0 = d.numbers("y0");
    Arrays.setAll(y0, i -> taken[i] ? 100 + y0[i] : y0[i]);
    refused(
        () -> PropensityModel.fit(Regressors.intercept(40).and("y0", y0), taken),
        "The covariates tell perfectly who was treated");
    refused(
        () -> EntropyBalancing.of(Regressors.none(40).and("y0", y0), taken),
        "No weights of the controls bring the mean of y0 to that of the treated");
  }

  @Test
  void instrumentsThatDoNothing() {
    Regressors none = Regressors.none(40);
    refused(
        () ->
            TwoStage.fit(
                d.numbers("y1"), none.and("d", d.numbers("d")), Regressors.intercept(40), none),
        "0 instruments for 1 endogenous regressors");
    TwoStage weak =
        TwoStage.fit(
            d.numbers("y1"),
            none.and("d", d.numbers("d")),
            Regressors.intercept(40),
            none.and("y0", d.numbers("y0")));
    assertThat(FirstStage.of(weak, "d", clusters, ClusterCovariance.CR1).flags())
        .containsExactly("WEAK_IV");
    assertThat(AndersonRubin.of(weak, clusters, ClusterCovariance.CR1, 0.95).isBounded()).isFalse();
  }

  @Test
  void correctionsThatNeedTheDummies() {
    AbsorbedModel model =
        AbsorbedModel.fit(
            Regressors.none(40).and("y0", d.numbers("y0")),
            d.numbers("y1"),
            List.<String[]>of(d.text("female")));
    refused(
        () -> model.clustered(clusters, ClusterCovariance.CR2, KRule.ALL_EFFECTS),
        "CR2 with absorbed effects needs equal weights and effects nested in the clusters");
    refused(() -> model.independent(HeteroskedasticCovariance.HC3), "HC3 needs the leverage");
  }

  @Test
  void familiesWithoutCommonDraws() {
    Regressors x = Regressors.intercept(40).and("z", d.numbers("z"));
    WildBootstrap one =
        WildBootstrap.of(x, d.numbers("y1"), clusters, "z", WildBootstrap.Plan.seeded(1));
    WildBootstrap two =
        WildBootstrap.of(x, d.numbers("s1"), clusters, "z", WildBootstrap.Plan.seeded(2));
    refused(() -> RomanoWolf.of(List.of(one, two)), "1 of 2 outcomes were drawn with another plan");
    refused(
        () -> MultipleTesting.HOLM.adjust(new double[] {0.1, Double.NaN}),
        "1 of 2 p values are missing");
  }

  @Test
  void cellsThatTrimDifferentArms() {
    double[] y = {1, 2, 3, Double.NaN, 1, 2, Double.NaN, 3, 4, 5};
    boolean[] observed = {true, true, true, false, true, true, false, true, true, true};
    boolean[] treated = {true, true, false, false, false, true, true, false, true, true};
    String[] cell = {"a", "a", "a", "a", "a", "b", "b", "b", "a", "a"};
    refused(
        () -> TightenedBounds.of(y, observed, treated, cell),
        "1 of 2 cells trim the other arm (b)");
  }

  private static void refused(Runnable call, String words) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(words);
  }
}
