package org.remitlake.stats;

import java.util.List;

/** What a survey needs of a regression: {@link LinearModel} or {@link LogisticModel}. */
public interface FittedModel {
  /** Names of the coefficients, in order. */
  List<String> names();

  /** All coefficients. */
  double[] coefficients();

  /** Influence of every unit on every coefficient: one array each. */
  double[][] influence();

  /** Outcome minus fitted value over the deviation that the model expects, per unit. */
  double[] pearsonResiduals();

  /** Whether a unit has a positive weight in the fit. */
  boolean isUsed(int unit);
}
