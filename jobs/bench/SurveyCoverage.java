package org.remitlake.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.remitlake.stats.Calibration;
import org.remitlake.stats.CalibrationDistance;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Interval;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Linearised;
import org.remitlake.stats.LogisticModel;
import org.remitlake.stats.Margins;
import org.remitlake.stats.ProportionInterval;
import org.remitlake.stats.QuantileRule;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.SurveyDesign;
import org.remitlake.stats.SurveyGini;
import org.remitlake.stats.SurveyMean;
import org.remitlake.stats.SurveyQuantile;
import org.remitlake.stats.SurveyRatio;
import org.remitlake.stats.SurveyRegression;
import org.remitlake.stats.SurveyTotal;

/**
 * How often 95 % intervals hold the truth: stratified two-stage samples from one fixed population,
 * in which every true value is known. Ends with 1 if a share lies outside 94 to 96 %.
 */
public final class SurveyCoverage {
  private static final int STRATA = 8;
  private static final int VILLAGES = 250;
  private static final int DRAWN = 15;
  private static final int HOUSEHOLDS = 12;
  private static final long POPULATION_SEED = 20240501;
  private static final long SAMPLE_SEED = 7;

  /** Number of samples (default 20,000). */
  public static void main(String[] args) {
    int samples = args.length == 0 ? 20_000 : Integer.parseInt(args[0]);
    Households all = Households.population(new Random(POPULATION_SEED));
    Map<String, Interval> truth = intervals(all, all.design());
    Map<String, int[]> seen = new LinkedHashMap<>();
    Random random = new Random(SAMPLE_SEED);
    for (int i = 0; i < samples; i++) {
      Households sample = all.sample(random);
      intervals(sample, sample.design())
          .forEach((name, of) -> count(seen, name, of, middle(truth.get(name))));
    }
    System.out.printf(
        Locale.ROOT,
        "%,d samples of %d households in %d PSUs, %d strata, from %,d households%n",
        samples, STRATA * DRAWN * HOUSEHOLDS, STRATA * DRAWN, STRATA, all.size());
    System.out.printf("%-26s %12s %9s %7s %7s%n", "estimate", "truth", "covered", "below", "above");
    boolean good = true;
    for (Map.Entry<String, int[]> e : seen.entrySet()) {
      int[] n = e.getValue();
      double covered = 100.0 * n[0] / samples;
      boolean within = covered >= 94 && covered <= 96;
      good &= within;
      System.out.printf(
          Locale.ROOT,
          "%-26s %12.5g %8.2f%% %6.2f%% %6.2f%%%s%n",
          e.getKey(),
          middle(truth.get(e.getKey())),
          covered,
          100.0 * n[1] / samples,
          100.0 * n[2] / samples,
          within ? "" : "  OUTSIDE 94-96");
    }
    System.exit(good ? 0 : 1);
  }

  /** The census has no error but for transformations: its interval is a point. */
  private static double middle(Interval of) {
    return (of.lower() + of.upper()) / 2;
  }

  private static void count(Map<String, int[]> seen, String name, Interval of, double truth) {
    int[] n = seen.computeIfAbsent(name, k -> new int[3]);
    n[truth < of.lower() ? 2 : truth > of.upper() ? 1 : 0]++;
  }

  private static Map<String, Interval> intervals(Households h, SurveyDesign d) {
    Map<String, Interval> all = new LinkedHashMap<>();
    boolean[] women = h.women();
    boolean[] men = new boolean[women.length];
    for (int j = 0; j < men.length; j++) {
      men[j] = !women[j];
    }
    put(all, "total", SurveyTotal.of(h.income, d));
    put(all, "total of a domain", SurveyTotal.of(h.receives, women, d));
    put(all, "mean", SurveyMean.of(h.income, d));
    put(all, "mean of a domain", SurveyMean.of(h.income, women, d));
    put(
        all,
        "difference of domains",
        SurveyMean.of(h.income, women, d).minus(SurveyMean.of(h.income, men, d)));
    put(all, "ratio", SurveyRatio.of(h.remittances, h.income, d));
    put(all, "gini", SurveyGini.of(h.income, d));
    Linearised share = SurveyMean.of(h.receives, d);
    Linearised rare = SurveyMean.of(h.rare, d);
    boolean census = h.isCensus;
    for (ProportionInterval kind : ProportionInterval.values()) {
      all.put("proportion " + kind, census ? point(share) : kind.of(share, 0.95));
    }
    for (ProportionInterval kind :
        new ProportionInterval[] {ProportionInterval.LOGIT, ProportionInterval.WILSON}) {
      all.put("rare proportion " + kind, census ? point(rare) : kind.of(rare, 0.95));
    }
    SurveyQuantile median = SurveyQuantile.of(h.income, 0.5, d, QuantileRule.TYPE_1);
    all.put(
        "median",
        census
            ? new Interval(median.value(), median.value())
            : median.interval(ProportionInterval.WALD, 0.95));
    Regressors x = Regressors.intercept(h.size()).and("woman", h.woman);
    SurveyRegression line =
        SurveyRegression.of(LinearModel.fit(x, h.income, d.weights()), d);
    all.put("regression", line.estimate("woman").interval(0.95));
    SurveyRegression odds =
        SurveyRegression.of(LogisticModel.fit(x, h.receives, d.weights()), d);
    all.put("logistic regression", odds.estimate("woman").interval(0.95));
    Margins margins =
        Margins.of(h.size()).andSize(h.populationSize).and("woman", h.woman, h.populationWomen);
    SurveyDesign raked = Calibration.of(d, margins, CalibrationDistance.raking()).design();
    put(all, "total, calibrated", SurveyTotal.of(h.income, raked));
    put(all, "mean, calibrated", SurveyMean.of(h.income, raked));
    return all;
  }

  private static void put(Map<String, Interval> all, String name, Linearised of) {
    Estimate estimate = of.estimate();
    all.put(name, estimate.interval(0.95));
  }

  private static Interval point(Linearised of) {
    return new Interval(of.value(), of.value());
  }

  /** Households in villages in strata, as columns. */
  private static final class Households {
    private final int[] village;
    private final double[] weight;
    private final double[] inVillage;
    private final double[] income;
    private final double[] remittances;
    private final double[] receives;
    private final double[] rare;
    private final double[] woman;
    private final boolean isCensus;
    private double populationSize;
    private double populationWomen;

    private Households(int n, boolean isCensus) {
      village = new int[n];
      weight = new double[n];
      inVillage = new double[n];
      income = new double[n];
      remittances = new double[n];
      receives = new double[n];
      rare = new double[n];
      woman = new double[n];
      this.isCensus = isCensus;
    }

    /** Villages of 30 to 120 households that resemble one another, richer from stratum to stratum. */
    static Households population(Random random) {
      int[] sizes = random.ints(STRATA * VILLAGES, 30, 121).toArray();
      Households h = new Households(Arrays.stream(sizes).sum(), true);
      int j = 0;
      for (int v = 0; v < sizes.length; v++) {
        double place = 0.25 * random.nextGaussian() + 0.1 * (v / VILLAGES);
        for (int i = 0; i < sizes[v]; i++, j++) {
          h.village[j] = v;
          h.inVillage[j] = sizes[v];
          h.weight[j] = 1;
          h.woman[j] = random.nextDouble() < 0.35 ? 1 : 0;
          double luck = random.nextGaussian();
          h.income[j] = Math.exp(5 + place + 0.5 * luck - 0.15 * h.woman[j]);
          double odds = -1.2 - 2 * place + 0.8 * h.woman[j];
          h.receives[j] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
          h.remittances[j] = h.receives[j] * Math.exp(3.5 + 0.4 * random.nextGaussian());
          h.rare[j] = random.nextDouble() < 1 / (1 + Math.exp(2.9 + place)) ? 1 : 0;
        }
      }
      h.populationSize = h.size();
      h.populationWomen = Arrays.stream(h.woman).sum();
      return h;
    }

    int size() {
      return weight.length;
    }

    boolean[] women() {
      boolean[] women = new boolean[woman.length];
      for (int j = 0; j < women.length; j++) {
        women[j] = woman[j] > 0;
      }
      return women;
    }

    /** 15 villages of every stratum at random, 12 households of each at random. */
    Households sample(Random random) {
      int[] first = new int[STRATA * VILLAGES + 1];
      for (int v : village) {
        first[v + 1]++;
      }
      for (int v = 0; v < STRATA * VILLAGES; v++) {
        first[v + 1] += first[v];
      }
      Households s = new Households(STRATA * DRAWN * HOUSEHOLDS, false);
      s.populationSize = populationSize;
      s.populationWomen = populationWomen;
      int to = 0;
      for (int stratum = 0; stratum < STRATA; stratum++) {
        for (int v : draw(random, stratum * VILLAGES, VILLAGES, DRAWN)) {
          int size = first[v + 1] - first[v];
          for (int from : draw(random, first[v], size, HOUSEHOLDS)) {
            copy(from, s, to);
            s.weight[to++] = (double) VILLAGES / DRAWN * size / HOUSEHOLDS;
          }
        }
      }
      return s;
    }

    private void copy(int from, Households s, int to) {
      s.village[to] = village[from];
      s.inVillage[to] = inVillage[from];
      s.income[to] = income[from];
      s.remittances[to] = remittances[from];
      s.receives[to] = receives[from];
      s.rare[to] = rare[from];
      s.woman[to] = woman[from];
    }

    private static int[] draw(Random random, int from, int of, int n) {
      int[] pool = IntStream.range(from, from + of).toArray();
      for (int i = 0; i < n; i++) {
        int k = i + random.nextInt(of - i);
        int swap = pool[i];
        pool[i] = pool[k];
        pool[k] = swap;
      }
      return Arrays.copyOf(pool, n);
    }

    SurveyDesign design() {
      String[] strata = text(j -> Integer.toString(village[j] / VILLAGES));
      String[] psus = text(j -> Integer.toString(village[j]));
      Map<String, Integer> villages = new LinkedHashMap<>();
      for (int stratum = 0; stratum < STRATA; stratum++) {
        villages.put(Integer.toString(stratum), VILLAGES);
      }
      return SurveyDesign.of(strata, psus, weight)
          .withPopulationPsus(villages)
          .withSecondStage(text(Integer::toString), inVillage);
    }

    private String[] text(java.util.function.IntFunction<String> of) {
      return IntStream.range(0, size()).mapToObj(of).toArray(String[]::new);
    }
  }

  private SurveyCoverage() {}
}
