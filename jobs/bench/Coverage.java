package org.remitlake.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Interval;
import org.remitlake.synthetic.Pilot;
import org.remitlake.synthetic.PilotStudy;

/**
 * Whether 95 % intervals of E10 and E11 cover the planted effects of the generator, over many seeds.
 * Compiled beside the library, whose package it shares.
 */
public final class Coverage {
  private static final List<String> OUTCOMES =
      List.of("bank_saving_12m", "remit_received_12m", "consumption_month");

  /** Number of seeds (default 200). */
  public static void main(String[] args) {
    int seeds = args.length == 0 ? 200 : Integer.parseInt(args[0]);
    System.out.printf(
        "%-9s %-19s %-4s %-4s %10s %10s %10s %10s %8s %8s %6s%n",
        "pilot", "outcome", "est", "se", "truth", "mean", "sd", "mean se", "se/sd", "covered", "none");
    for (Pilot pilot : Pilot.values()) {
      Map<String, List<Estimate>> estimates = new TreeMap<>();
      for (int seed = 1; seed <= seeds; seed++) {
        estimate(pilot, seed, estimates);
      }
      estimates.forEach((key, of) -> print(pilot, key, of));
    }
  }

  private static void estimate(Pilot pilot, long seed, Map<String, List<Estimate>> estimates) {
    Trial trial = trial(PilotStudy.of(seed, pilot));
    for (String outcome : OUTCOMES) {
      Plan plan =
          new Plan(pilot.name(), "", 0, 1, "C", outcome, List.of(), List.of(), true);
      Trial observed = trial.with(1, outcome);
      for (Itt itt :
          List.of(
              Itt.difference(observed, "T", plan, outcome),
              Itt.ancova(observed, "T", plan, outcome))) {
        for (ClusterCovariance type : List.of(ClusterCovariance.CR1, ClusterCovariance.CR2)) {
          estimates
              .computeIfAbsent(
                  outcome + " " + itt.estimator() + " " + type, k -> new ArrayList<>())
              .add(itt.effect(type));
        }
      }
    }
  }

  private static Trial trial(PilotStudy study) {
    List<Trial.Unit> units = new ArrayList<>();
    for (PilotStudy.Subject s : study.subjects()) {
      Map<String, Double> values = new HashMap<>();
      put(values, 0, s.baseline());
      put(values, 1, s.endline());
      units.add(
          new Trial.Unit(
              Integer.toString(s.number()),
              s.cluster().treated() ? "T" : "C",
              s.cluster().id(),
              s.cluster().block(),
              values));
    }
    return new Trial(units);
  }

  private static void put(Map<String, Double> values, int wave, PilotStudy.Outcomes of) {
    if (of != null) {
      values.put(Trial.Unit.key(wave, "bank_saving_12m"), of.bankSaving() ? 1.0 : 0.0);
      values.put(Trial.Unit.key(wave, "remit_received_12m"), of.remitReceived() ? 1.0 : 0.0);
      values.put(Trial.Unit.key(wave, "consumption_month"), of.consumptionMonth());
    }
  }

  private static void print(Pilot pilot, String key, List<Estimate> of) {
    String[] parts = key.split(" ");
    double truth = PilotStudy.effects(pilot).get(parts[0]);
    double mean = of.stream().mapToDouble(Estimate::value).average().orElseThrow();
    double sd =
        Math.sqrt(
            of.stream().mapToDouble(e -> Math.pow(e.value() - mean, 2)).sum() / (of.size() - 1));
    double se = of.stream().mapToDouble(Estimate::standardError).average().orElseThrow();
    List<Interval> intervals = of.stream().map(e -> e.interval(0.95)).toList();
    long covered = intervals.stream().filter(i -> i.lower() <= truth && truth <= i.upper()).count();
    long low = of.stream().filter(e -> e.degreesOfFreedom() < 5).count();
    System.out.printf(
        Locale.ROOT,
        "%-9s %-19s %-4s %-4s %10.4f %10.4f %10.4f %10.4f %8.3f %7.1f%% %6d%n",
        pilot, parts[0], parts[1], parts[2], truth, mean, sd, se, se / sd,
        100.0 * covered / of.size(), low);
  }

  private Coverage() {}
}
