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
 * @param spells how many spells the curve is made of
 */
public record KaplanMeier(List<Step> curve, long spells) {
  /** Shares that differ by less are equal. */
  private static final double ROUNDING = 1e-12;

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
    /** Refuses counts below zero. */
    public Ends {
      if (events < 0 || censored < 0) {
        throw new IllegalArgumentException("Spells that end at a time are counted from 0.");
      }
    }

    /** Both added up. */
    public Ends plus(Ends other) {
      return new Ends(events + other.events, censored + other.censored);
    }

    long all() {
      return events + censored;
    }
  }

  /** The curve of spells, counted by the time at which they end. */
  public static KaplanMeier of(SortedMap<? extends Number, Ends> spells) {
    long all = spells.values().stream().mapToLong(Ends::all).sum();
    long atRisk = all;
    List<Step> curve = new ArrayList<>();
    double survival = 1;
    double greenwood = 0;
    for (Map.Entry<? extends Number, Ends> e : spells.entrySet()) {
      long events = e.getValue().events();
      if (events > 0) {
        survival *= 1 - (double) events / atRisk;
        greenwood += (double) events / ((double) atRisk * (atRisk - events));
        double error = survival * Math.sqrt(greenwood);
        curve.add(new Step(e.getKey().doubleValue(), atRisk, events, survival, error));
      }
      atRisk -= e.getValue().all();
    }
    return new KaplanMeier(List.copyOf(curve), all);
  }

  /** How many events there are. */
  public long events() {
    return curve.stream().mapToLong(Step::events).sum();
  }

  /** The step that holds at a time; before the first event, survival 1 with error 0. */
  public Step at(double time) {
    Step before = new Step(time, spells, 0, 1, 0);
    return curve.stream().filter(s -> s.time() <= time).reduce((a, b) -> b).orElse(before);
  }

  /**
   * The smallest time at which half or fewer survive; none when more than half do to the end. R's
   * {@code survfit} gives the middle of the step where exactly half survive: {@link
   * #middleQuantile}.
   */
  public Optional<Double> median() {
    return quantile(0.5);
  }

  /** The smallest time by which a share of them or more had the event. */
  public Optional<Double> quantile(double share) {
    // Rounding must not make a share of them less than the share.
    double left = 1 - share + ROUNDING;
    return curve.stream().filter(s -> s.survival() <= left).map(Step::time).findFirst();
  }

  /** As R: where exactly that share had the event, the middle of the step up to the next event. */
  public Optional<Double> middleQuantile(double share) {
    for (int i = 0; i < curve.size() - 1; i++) {
      if (Math.abs(curve.get(i).survival() - (1 - share)) <= ROUNDING) {
        return Optional.of((curve.get(i).time() + curve.get(i + 1).time()) / 2);
      }
    }
    return quantile(share);
  }

  /**
   * An interval of a quantile: from the first time at which the lower end of the survival's
   * interval is at the share or below to the first at which the upper end is; infinite where the
   * spells do not reach so far.
   */
  public Interval quantileInterval(double share, SurvivalInterval kind, double level) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (Step step : curve) {
      Interval of = kind.of(step, level);
      low = of.lower() <= 1 - share + ROUNDING ? Math.min(low, step.time()) : low;
      high = of.upper() <= 1 - share + ROUNDING ? Math.min(high, step.time()) : high;
    }
    return new Interval(low, high);
  }

  /**
   * Mean time without an event up to a limit: the area under the curve, {@code SE = √Σ A_i² d_i /
   * (n_i (n_i − d_i))} with A_i the area after step i. R's {@code rmean}.
   *
   * @param limit from 0; the curve is flat after the last event
   */
  public Estimate restrictedMean(double limit) {
    List<Step> steps = curve.stream().filter(s -> s.time() < limit).toList();
    double after = 0;
    double end = limit;
    double variance = 0;
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step s = steps.get(i);
      after += s.survival() * (end - s.time());
      end = s.time();
      double left = (double) s.atRisk() * (s.atRisk() - s.events());
      variance += left == 0 ? 0 : after * after * s.events() / left;
    }
    return new Estimate(end + after, Math.sqrt(variance), Double.POSITIVE_INFINITY);
  }

  /** Hazard cumulated to every step, {@code H = Σ d/n}, {@code SE = √Σ d/n²}: Nelson and Aalen. */
  public List<Estimate> cumulatedHazard() {
    List<Estimate> hazard = new ArrayList<>();
    double sum = 0;
    double variance = 0;
    for (Step s : curve) {
      sum += (double) s.events() / s.atRisk();
      variance += s.events() / ((double) s.atRisk() * s.atRisk());
      hazard.add(new Estimate(sum, Math.sqrt(variance), Double.POSITIVE_INFINITY));
    }
    return List.copyOf(hazard);
  }
}
