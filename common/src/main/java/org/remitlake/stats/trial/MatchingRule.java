package org.remitlake.stats.trial;

/**
 * How nearest neighbours are chosen.
 *
 * @param order in which the treated choose; it matters without replacement only
 * @param replacement whether a control may be chosen again
 * @param ratio controls for each treated unit
 * @param caliper largest distance allowed, in standard deviations (divisor n − 1) of the distance
 *     measure over all units; infinite for none
 */
public record MatchingRule(Order order, Replacement replacement, int ratio, double caliper) {
  /** Who chooses first. */
  public enum Order {
    /** The largest propensity, whose neighbours are scarce; ties in the order of the rows. */
    LARGEST,
    /** The smallest. */
    SMALLEST,
    /** As the rows come. */
    DATA
  }

  /** Whether a control may serve several treated units. */
  public enum Replacement {
    /** It may: the closest neighbour for everyone, fewer controls. */
    WITH,
    /** It may not. */
    WITHOUT
  }

  /** Indicator E35: 1:1 with replacement, caliper 0.2 standard deviations. */
  public static final MatchingRule DEFAULT = new MatchingRule(Order.DATA, Replacement.WITH, 1, 0.2);

  /** Refuses a ratio below one and a caliper that is not positive. */
  public MatchingRule {
    if (ratio < 1 || !(caliper > 0)) {
      throw new IllegalArgumentException(
          "Matching needs a ratio from 1 and a positive caliper (infinite for none).");
    }
  }

  /** The same with another order. */
  public MatchingRule with(Order other) {
    return new MatchingRule(other, replacement, ratio, caliper);
  }

  /** The same with another caliper. */
  public MatchingRule within(double other) {
    return new MatchingRule(order, replacement, ratio, other);
  }

  /** The same with or without replacement. */
  public MatchingRule with(Replacement other) {
    return new MatchingRule(order, other, ratio, caliper);
  }

  /** The same with another number of controls for each treated unit. */
  public MatchingRule of(int controls) {
    return new MatchingRule(order, replacement, controls, caliper);
  }
}
