package org.remitlake.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All that a design knows of variance: its stages, and the totals its weights were fitted to. */
final class SampleVariance {
  private final PsuVariance first;
  private final Optional<PsuVariance> second;
  private final List<CalibrationResiduals> calibrations;

  private SampleVariance(
      PsuVariance first, Optional<PsuVariance> second, List<CalibrationResiduals> calibrations) {
    this.first = first;
    this.second = second;
    this.calibrations = calibrations;
  }

  /** Of PSUs drawn with replacement. */
  SampleVariance(PsuVariance first) {
    this(first, Optional.empty(), List.of());
  }

  SampleVariance with(double[] unsampled) {
    return new SampleVariance(first.with(unsampled), second, calibrations);
  }

  SampleVariance with(LonelyPsu rule, boolean domainsToo) {
    return new SampleVariance(
        first.with(rule, domainsToo), second.map(s -> s.with(rule, domainsToo)), calibrations);
  }

  /** Adds the stage within PSUs, whose strata are numbered as the PSUs. */
  SampleVariance withSecond(PsuLayout layout, double[] unsampled) {
    return new SampleVariance(
        first, Optional.of(new PsuVariance(layout).with(unsampled)), calibrations);
  }

  SampleVariance with(CalibrationResiduals calibration) {
    List<CalibrationResiduals> more = new ArrayList<>(calibrations);
    more.add(calibration);
    return new SampleVariance(first, second, List.copyOf(more));
  }

  SampleVariance uncalibrated() {
    return new SampleVariance(first, second, List.of());
  }

  int lonelyPsus() {
    return first.lonelyPsus();
  }

  /**
   * As {@link PsuVariance#deviations}, of samples of one stage whose weights are not calibrated.
   */
  double[] deviations(double[] influence, boolean[] domain) {
    if (second.isPresent() || !calibrations.isEmpty()) {
      throw new IllegalArgumentException(
          "Changes between waves are known of designs of one stage without calibration only.");
    }
    return first.deviations(influence, domain);
  }

  double unsampled(int stratum) {
    return first.unsampled(stratum);
  }

  /**
   * The covariance of several estimates: between PSUs, and within them times the share of PSUs
   * drawn. Calibrated weights leave only what the totals do not explain, and that everywhere, so
   * that no stratum is out of a domain's reach.
   */
  double[][] of(double[][] influence, boolean[] domain) {
    double[][] z = influence;
    for (CalibrationResiduals calibration : calibrations) {
      z = Arrays.stream(z).map(calibration::of).toArray(double[][]::new);
    }
    boolean[] reached = calibrations.isEmpty() ? domain : Domains.all(domain.length);
    double[][] covariance = first.of(z, reached);
    if (second.isPresent()) {
      double[][] within = second.get().of(z, reached, sampledPsus());
      for (int a = 0; a < covariance.length; a++) {
        for (int b = 0; b < covariance.length; b++) {
          covariance[a][b] += within[a][b];
        }
      }
    }
    return covariance;
  }

  private double[] sampledPsus() {
    double[] share = new double[first.layout().psus()];
    for (int s = 0; s < first.layout().strata(); s++) {
      for (int p : first.layout().psusOf(s)) {
        share[p] = 1 - first.unsampled(s);
      }
    }
    return share;
  }
}
