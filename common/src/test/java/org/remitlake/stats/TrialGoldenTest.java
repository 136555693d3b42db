package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.stats.ClusterCovariance.CR2;
import static org.remitlake.stats.Reference.close;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.remitlake.stats.Reference.Table;

/** The worked trial of the catalogue, §12.5: 40 units, 10 clusters; R clubSandwich 0.5.8. */
class TrialGoldenTest {
  private static final double REL = 1e-10;

  private final Table d = Table.read("trial.csv");
  private final Regressors arm = Regressors.intercept(40).and("z", d.numbers("z"));
  private final LinearModel difference = LinearModel.fit(arm, d.numbers("y1"));
  private final LinearModel ancova =
      LinearModel.fit(arm.and("y0", d.numbers("y0")), d.numbers("y1"));

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/stats/trial_expected.csv", numLinesToSkip = 1)
  void agreesWithClubSandwich(
      String model,
      String type,
      double value,
      double se,
      double t,
      double df,
      double p,
      double satterthwaite,
      double pSatterthwaite) {
    LinearModel fitted = model.equals("itt") ? difference : ancova;
    ClusterRobust robust = ClusterRobust.of(fitted, d.text("cluster"), ours(type));
    double[] z = fitted.names().stream().mapToDouble(n -> n.equals("z") ? 1 : 0).toArray();
    Estimate naive = robust.contrast(z, df);
    close(naive.value(), value, REL, "value");
    close(naive.standardError(), se, REL, "se");
    close(naive.t(), t, REL, "t");
    close(naive.pValue(), p, REL, "p");
    close(robust.satterthwaite("z"), satterthwaite, REL, "df");
    close(robust.contrast(z, robust.satterthwaite(z)).pValue(), pSatterthwaite, REL, "p");
    assertThat(robust.estimate("z").degreesOfFreedom())
        .isEqualTo(type.equals("CR2") ? robust.satterthwaite("z") : 9);
  }

  @Test
  void intervalAgreesWithEstimatr() {
    Interval ci = ClusterRobust.of(ancova, d.text("cluster"), CR2).estimate("z").interval(0.95);
    close(ci.lower(), -7.14343176376, REL, "lower");
    close(ci.upper(), 18.9303918474, REL, "upper");
  }

  @Test
  void unitsAsTheirOwnClustersGiveHc1() {
    close(hc1(difference), 4.95886599517, REL, "ITT");
    close(hc1(ancova), 4.50286620836, REL, "ANCOVA");
  }

  @Test
  void balance() {
    boolean[] treated = d.is("z", "1");
    close(Balance.smd(d.numbers("y0"), treated), 0.306045935166, REL, "y0");
    close(Balance.normalisedDifference(d.numbers("y0"), treated), 0.216407156111, REL, "y0");
    close(Balance.smd(d.numbers("female"), treated), -0.201675186662, REL, "female");
    close(Balance.normalisedDifference(d.numbers("female"), treated), -0.142605892086, REL, "f");
  }

  private double hc1(LinearModel model) {
    return ClusterRobust.of(model, d.text("unit"), ClusterCovariance.CR1)
        .estimate("z")
        .standardError();
  }

  /** clubSandwich's CR1 is our CR1_G, its CR1S our CR1. */
  private static ClusterCovariance ours(String type) {
    return switch (type) {
      case "CR1" -> ClusterCovariance.CR1_G;
      case "CR1S" -> ClusterCovariance.CR1;
      default -> ClusterCovariance.valueOf(type);
    };
  }
}
