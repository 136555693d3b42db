package org.remitlake.stats.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.remitlake.stats.AbsorbedModel;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Inference;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.WaldTest;

/**
 * Effects by time since the start, {@code y_it = α_i + λ_t + Σ_{e≠−1} τ_e 1[t − g_i = e] + ε}:
 * indicator E32. Times beyond the first and last bin are counted in them; −1 is the reference.
 *
 * <p>With starts at different times and effects that change, the coefficients mix cohorts (Sun and
 * Abraham 2021).
 *
 * @param model unit and period effects absorbed; slopes named by {@link #name}
 * @param leads names of the bins at −2 and before
 * @param lags names of the bins at 0 and after
 */
public record EventStudy(AbsorbedModel model, List<String> leads, List<String> lags) {
  /** Start of a unit that is never treated. */
  public static final int NEVER = Integer.MAX_VALUE;

  /**
   * Fits it.
   *
   * @param y outcome, one per unit and period
   * @param units label of the unit
   * @param periods number of the period
   * @param starts first treated period of the unit, or {@link #NEVER}
   * @param first earliest bin, −2 or before
   * @param last latest bin, 0 or after
   * @throws IllegalArgumentException if a unit has two starts, or nobody is untreated at −1
   */
  public static EventStudy of(
      double[] y, String[] units, int[] periods, int[] starts, int first, int last) {
    Arguments.sameLength(units.length, y.length, "the unit");
    Arguments.sameLength(periods.length, y.length, "the period");
    Panel.checkStarts(units, starts);
    if (first > -2 || last < 0) {
      throw new IllegalArgumentException(
          "Bins from " + first + " to " + last + ": they must reach from -2 to 0 at least.");
    }
    Regressors x = Regressors.none(y.length);
    List<String> leads = new ArrayList<>();
    List<String> lags = new ArrayList<>();
    for (int event = first; event <= last; event++) {
      if (event == -1) {
        continue;
      }
      int own = event;
      double[] dummy =
          IntStream.range(0, y.length)
              .mapToDouble(i -> bin(periods[i], starts[i], first, last) == own ? 1 : 0)
              .toArray();
      x = x.and(name(event), dummy);
      (event < 0 ? leads : lags).add(name(event));
    }
    String[] times = IntStream.of(periods).mapToObj(Integer::toString).toArray(String[]::new);
    return new EventStudy(
        AbsorbedModel.fit(x, y, List.of(units, times)), List.copyOf(leads), List.copyOf(lags));
  }

  /** Name of a coefficient: {@code ev_m4} for −4, {@code ev_p0} for the start. */
  public static String name(int event) {
    return "ev_" + (event < 0 ? "m" + -event : "p" + event);
  }

  /** Whether all leads are zero: trends alike before the start. */
  public WaldTest preTrend(Inference inference) {
    return inference.wald(leads);
  }

  private static int bin(int period, int start, int first, int last) {
    // The reference for those who are never treated: all their dummies are 0.
    return start == NEVER ? -1 : Math.min(Math.max(period - start, first), last);
  }
}
