package org.remitlake.stats;

/** From where the replicates of an estimate are measured. */
public enum ReplicateCentre {
  /** Their mean. R's default, {@code mse = FALSE}. */
  REPLICATE_MEAN,
  /** The estimate of the whole sample: never smaller. R's {@code mse = TRUE}. */
  FULL_ESTIMATE
}
