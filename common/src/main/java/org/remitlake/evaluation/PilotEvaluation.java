package org.remitlake.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.remitlake.stats.Balance;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Interval;

/** The estimates of a pilot's plan, as rows of {@code gold.effect} and {@code gold.balance}. */
final class PilotEvaluation {
  static final String METHOD_VERSION = "3";

  private static final double LEVEL = 0.95;
  private static final double LEAST_DF = 5;
  private static final double LOOK = 0.10;
  private static final double ACT = 0.25;

  private final Plan plan;
  private final String planSha256;
  private final Trial trial;

  PilotEvaluation(Plan plan, String planSha256, Trial trial) {
    this.plan = plan;
    this.planSha256 = planSha256;
    this.trial = trial;
  }

  /** E10 and E11 of every outcome and arm, each with CR1 and CR2. */
  List<Row> effects() {
    List<Row> rows = new ArrayList<>();
    for (String arm : trial.arms(plan.controlArm())) {
      Trial both = trial.of(arm, plan.controlArm());
      for (String outcome : plan.outcomes()) {
        rows.addAll(effects(both, arm, outcome));
      }
    }
    return rows;
  }

  private List<Row> effects(Trial both, String arm, String outcome) {
    Trial observed = both.with(plan.endlineWave(), outcome);
    List<Row> rows = new ArrayList<>();
    for (String estimator : List.of("E10", "E11")) {
      String nullReason = reason(observed, arm, outcome);
      Optional<Itt> itt = Optional.empty();
      if (nullReason.isEmpty()) {
        try {
          itt =
              Optional.of(
                  estimator.equals("E10")
                      ? Itt.difference(observed, arm, plan, outcome)
                      : Itt.ancova(observed, arm, plan, outcome));
        } catch (IllegalArgumentException e) {
          nullReason = "COLLINEAR";
        }
        if (itt.filter(Itt::isExact).isPresent()) {
          nullReason = "NO_VARIANCE"; // the estimate stands, its error is not known
        }
      }
      for (ClusterCovariance type : List.of(ClusterCovariance.CR1, ClusterCovariance.CR2)) {
        rows.add(row(both, observed, arm, outcome, estimator, type, itt, nullReason));
      }
    }
    return rows;
  }

  private String reason(Trial observed, String arm, String outcome) {
    if (observed.units().isEmpty()) {
      return "NO_OUTCOME";
    }
    if (observed.clusters(arm) < 2 || observed.clusters(plan.controlArm()) < 2) {
      return "FEW_CLUSTERS";
    }
    double[] y = observed.values(plan.endlineWave(), outcome);
    return Arrays.stream(y).allMatch(v -> v == y[0]) ? "NO_VARIANCE" : "";
  }

  private Row row(
      Trial both,
      Trial observed,
      String arm,
      String outcome,
      String estimator,
      ClusterCovariance type,
      Optional<Itt> itt,
      String nullReason) {
    Optional<Estimate> effect = itt.map(i -> i.effect(type));
    Optional<Estimate> measured = effect.filter(e -> nullReason.isEmpty());
    // CR1 with so few clusters would claim what CR2 does not: neither gets an interval.
    Optional<Interval> interval =
        measured
            .filter(e -> itt.orElseThrow().satterthwaite() >= LEAST_DF)
            .map(e -> e.interval(LEVEL));
    double[] control =
        observed.of(plan.controlArm(), plan.controlArm()).values(plan.endlineWave(), outcome);
    double sd = sd(control);
    return RowFactory.create(
        plan.pilot(),
        outcome,
        estimator,
        arm,
        type.name(),
        outcome.equals(plan.primary()),
        effect.map(Estimate::value).orElse(null),
        measured.map(Estimate::standardError).orElse(null),
        measured.map(Estimate::degreesOfFreedom).orElse(null),
        measured.map(Estimate::t).orElse(null),
        measured.map(Estimate::pValue).orElse(null),
        interval.map(Interval::lower).orElse(null),
        interval.map(Interval::upper).orElse(null),
        (long) observed.units().size(),
        observed.clusters(arm),
        observed.clusters(plan.controlArm()),
        (long) both.units().size(),
        control.length == 0 ? null : Arrays.stream(control).average().orElseThrow(),
        effect.filter(e -> sd > 0).map(e -> e.value() / sd).orElse(null),
        itt.map(Itt::rSquared).orElse(null),
        "observed at endline, as assigned",
        itt.map(i -> String.join("|", i.covariates())).orElse(""),
        plan.blocks() ? "block" : "none",
        "none",
        "all columns, blocks among them",
        null,
        plan.isPreregistered(),
        plan.baselineWave(),
        plan.endlineWave(),
        planSha256,
        METHOD_VERSION,
        nullReason.isEmpty() ? null : nullReason);
  }

  /** E01 of every covariate and arm. */
  List<Row> balances() {
    List<Row> rows = new ArrayList<>();
    for (String arm : trial.arms(plan.controlArm())) {
      Trial both = trial.of(arm, plan.controlArm());
      plan.covariates().forEach(covariate -> rows.add(balance(both, arm, covariate)));
    }
    return rows;
  }

  private Row balance(Trial both, String arm, String covariate) {
    int wave = plan.baselineWave();
    Trial known = both.with(wave, covariate);
    double[] all = known.values(wave, covariate);
    double[] isIn = known.isIn(arm);
    boolean[] treated = new boolean[all.length];
    for (int i = 0; i < all.length; i++) {
      treated[i] = isIn[i] > 0;
    }
    double[] inArm = known.of(arm, arm).values(wave, covariate);
    double[] control = known.of(plan.controlArm(), plan.controlArm()).values(wave, covariate);
    boolean isGiven = inArm.length > 1 && control.length > 1;
    boolean isScaled = isGiven && (sd(inArm) > 0 || sd(control) > 0);
    double smd = isScaled ? Balance.smd(all, treated) : 0;
    // Two arms of one value each that is not the other's are as unlike as arms can be.
    boolean isSplit = isGiven && !isScaled && mean(inArm) != mean(control);
    return RowFactory.create(
        plan.pilot(),
        arm,
        covariate,
        wave,
        isGiven ? mean(inArm) : null,
        isGiven ? mean(control) : null,
        isGiven ? sd(inArm) : null,
        isGiven ? sd(control) : null,
        isScaled ? smd : null,
        isScaled ? Balance.normalisedDifference(all, treated) : null,
        (long) inArm.length,
        (long) control.length,
        (long) (both.units().size() - all.length),
        isSplit || Math.abs(smd) > ACT ? "ACT" : Math.abs(smd) > LOOK ? "LOOK" : null,
        planSha256,
        METHOD_VERSION,
        isScaled ? null : isGiven ? "NO_VARIANCE" : "EMPTY");
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElseThrow();
  }

  private static double sd(double[] x) {
    if (x.length < 2) {
      return 0;
    }
    double mean = mean(x);
    return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1));
  }
}
