package org.remitlake.stats;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be known of a domain's units for a ratio with its error, and no more: totals by PSU.
 * They are added up wherever the units lie; the order of units does not show in the result.
 *
 * <p>A mean is a ratio whose denominator is 1 for each unit, a proportion one whose numerator is 0
 * or 1. Not safe for several threads.
 */
public final class DomainSums implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int OVER = 0;
  private static final int UNDER = 1;
  private static final int WEIGHT = 2;
  private static final int OVER_SQUARED = 3;
  private static final int OVER_UNDER = 4;
  private static final int UNDER_SQUARED = 5;

  /** Numerator and denominator by number of the PSU. */
  private final Map<Integer, double[]> byPsu = new HashMap<>();

  private final double[] whole = RunningSum.of(6);
  private long units;

  /**
   * A design whose units are the PSUs themselves: the weights of units are in the sums. Its
   * variances and degrees of freedom are those of the sample.
   *
   * @param strata stratum of each PSU
   * @param psus label of each, which starts anew in every stratum
   */
  public static SurveyDesign design(String[] strata, String[] psus) {
    double[] one = new double[psus.length];
    Arrays.fill(one, 1);
    return SurveyDesign.nested(strata, psus, one);
  }

  /**
   * Adds a unit.
   *
   * @param psu number of its PSU in the design of PSUs
   * @param weight above 0; units without weight are not in the sample
   * @param over its numerator
   * @param under its denominator
   */
  public void add(int psu, double weight, double over, double under) {
    double[] of = byPsu.computeIfAbsent(psu, p -> RunningSum.of(2));
    RunningSum.add(of, OVER, weight * over);
    RunningSum.add(of, UNDER, weight * under);
    RunningSum.add(whole, OVER, weight * over);
    RunningSum.add(whole, UNDER, weight * under);
    RunningSum.add(whole, WEIGHT, weight);
    RunningSum.add(whole, OVER_SQUARED, weight * over * over);
    RunningSum.add(whole, OVER_UNDER, weight * over * under);
    RunningSum.add(whole, UNDER_SQUARED, weight * under * under);
    units++;
  }

  /** Adds all units of another. */
  public void add(DomainSums other) {
    other.byPsu.forEach(
        (psu, sums) -> RunningSum.addAll(byPsu.computeIfAbsent(psu, p -> RunningSum.of(2)), sums));
    RunningSum.addAll(whole, other.whole);
    units += other.units;
  }

  /** Units in the domain. */
  public long units() {
    return units;
  }

  /** Weighted total of the numerator. */
  public double over() {
    return RunningSum.value(whole, OVER);
  }

  /** Weighted total of the denominator. */
  public double under() {
    return RunningSum.value(whole, UNDER);
  }

  /**
   * The ratio of the totals; empty where the denominator adds to 0.
   *
   * @param psus design of the PSUs as units, by {@link #design}
   * @throws IllegalArgumentException if a number was added that is not finite
   */
  public Optional<DomainRatio> ratio(SurveyDesign psus) {
    double under = under();
    if (under == 0) {
      return Optional.empty();
    }
    double ratio = over() / under;
    Linearised linearised =
        linearised(ratio, sums -> (value(sums, OVER) - ratio * value(sums, UNDER)) / under, psus);
    return Optional.of(new DomainRatio(linearised, units, comparator(ratio)));
  }

  /** The weighted total of the numerator. */
  public Linearised total(SurveyDesign psus) {
    return linearised(over(), sums -> value(sums, OVER), psus);
  }

  /** The weighted total of the denominator: where that is 1, how many there are. */
  public Linearised count(SurveyDesign psus) {
    return linearised(under(), sums -> value(sums, UNDER), psus);
  }

  private interface Influence {
    double of(double[] sums);
  }

  private Linearised linearised(double value, Influence influence, SurveyDesign psus) {
    double[] z = new double[psus.size()];
    boolean[] domain = new boolean[psus.size()];
    byPsu.forEach(
        (psu, sums) -> {
          z[psu] = influence.of(sums);
          domain[psu] = true;
        });
    return Linearised.of(value, z, domain, psus);
  }

  /** Variance of a simple random sample of as many units with replacement, as in {@link Deff}. */
  private double comparator(double ratio) {
    double squares =
        value(whole, OVER_SQUARED)
            - 2 * ratio * value(whole, OVER_UNDER)
            + ratio * ratio * value(whole, UNDER_SQUARED);
    return Math.max(0, squares) * value(whole, WEIGHT) / under() / under() / (units - 1.0);
  }

  private static double value(double[] sums, int i) {
    return RunningSum.value(sums, i);
  }
}
