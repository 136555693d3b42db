package org.remitlake.stats.trial;

import java.util.List;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.ClusterRobust;
import org.remitlake.stats.Inference;
import org.remitlake.stats.TwoStage;
import org.remitlake.stats.WaldTest;

/**
 * How much the assignment moved take-up: the F of the instruments, with errors by cluster.
 *
 * @param test F of all instruments jointly
 * @param inference the first stage itself
 */
public record FirstStage(WaldTest test, Inference inference) {
  /** Below it an instrument counts as weak: Staiger and Stock's rule of thumb. */
  public static final double WEAK_BELOW = 10;

  /** The first stage of an endogenous regressor. */
  public static FirstStage of(
      TwoStage iv, String endogenous, String[] clusters, ClusterCovariance type) {
    Inference inference = ClusterRobust.of(iv.firstStage(endogenous), clusters, type).inference();
    return new FirstStage(inference.wald(iv.instruments()), inference);
  }

  /** Whether to distrust t intervals and give {@link AndersonRubin}'s: F below 10. */
  public boolean isWeak() {
    return test.f() < WEAK_BELOW;
  }

  /** {@code WEAK_IV} where it is, else nothing. */
  public List<String> flags() {
    return isWeak() ? List.of("WEAK_IV") : List.of();
  }
}
