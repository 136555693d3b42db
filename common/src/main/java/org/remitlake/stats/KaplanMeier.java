package org.remitlake.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Survival curve of Kaplan and Meier (1958) with Greenwood's standard error; what is censored at a
 * time still counts at risk there.
 *
 * @param curve steps at the times with an event, in order
 */
public record KaplanMeier(List<Step> curve) {

  /**
   * A time with an event.
   *
   * @param time when
   * @param atRisk how many had neither event nor censoring before
   * @param events how many had theirs
   * @param survival S(t): share without an event up to and including the time
   * @param standardError of the survival, Greenwood; NaN where none survives
   */
  public record Step(
      double time, long atRisk, long events, double survival, double standardError) {}

  /**
   * How many spells end at a time.
   *
   * @param events with the event
   * @param censored without it
   */
  public record Ends(long events, long censored) {
    /** Both added up. */
    public Ends plus(Ends other) {
      return new Ends(events + other.events, censored + other.censored);
    }
  }

  /** The curve of spells, counted by the time at which they end. */
  public static KaplanMeier of(SortedMap<? extends Number, Ends> spells) {
    long atRisk = spells.values().stream().mapToLong(e -> e.events() + e.censored()).sum();
    List<Step> curve = new ArrayList<>();
    double survival = 1;
    double greenwood = 0;
    for (Map.Entry<? extends Number, Ends> e : spells.entrySet()) {
      long events = e.getValue().events();
      if (events > 0) {
        survival *= 1 - (double) events / atRisk;
        greenwood += (double) events / ((double) atRisk * (atRisk - events));
        curve.add(
            new Step(
                e.getKey().doubleValue(),
                atRisk,
                events,
                survival,
                survival * Math.sqrt(greenwood)));
      }
      atRisk -= events + e.getValue().censored();
    }
    return new KaplanMeier(List.copyOf(curve));
  }

  /**
   * The smallest time at which half or fewer survive; none when more than half do to the end. R's
   * {@code survfit} gives the middle of the step where exactly half survive.
   */
  public Optional<Double> median() {
    return quantile(0.5);
  }

  /** The smallest time by which a share of them or more had the event. */
  public Optional<Double> quantile(double share) {
    // Rounding must not make a share of them less than the share.
    double left = 1 - share + 1e-12;
    return curve.stream().filter(s -> s.survival() <= left).map(Step::time).findFirst();
  }
}
