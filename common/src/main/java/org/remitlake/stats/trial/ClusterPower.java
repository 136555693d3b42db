package org.remitlake.stats.trial;

import org.remitlake.stats.Distributions;

/**
 * Power of a trial that assigns clusters: indicator E05. Bloom (1995), two levels.
 *
 * @param clusters of both arms
 * @param clusterSize mean units per cluster
 * @param icc intra-cluster correlation ρ, 0 to 1
 * @param sd standard deviation of the outcome; {@link #binarySd} for a proportion
 * @param shareTreated of the clusters, between 0 and 1
 * @param alpha level of the two-sided test
 * @param power that the effect shall be found with
 * @param explainedBetween share of the variance between clusters that covariates explain
 * @param explainedWithin share within clusters
 * @param clusterCovariates number of covariates of clusters
 */
public record ClusterPower(
    double clusters,
    double clusterSize,
    double icc,
    double sd,
    double shareTreated,
    double alpha,
    double power,
    double explainedBetween,
    double explainedWithin,
    int clusterCovariates) {

  /** Refuses designs without an answer. */
  public ClusterPower {
    if (!(clusters - 2 - clusterCovariates > 0)) {
      throw new IllegalArgumentException(
          (int) clusters
              + " clusters with "
              + clusterCovariates
              + " covariates of clusters leave no degree of freedom. Take more clusters.");
    }
    if (!(clusterSize > 0 && icc >= 0 && icc <= 1 && sd > 0)
        || !(shareTreated > 0 && shareTreated < 1 && alpha > 0 && alpha < 1)
        || !(power > 0 && power < 1 && explainedBetween < 1 && explainedWithin < 1)) {
      throw new IllegalArgumentException(
          "Power of a cluster trial needs a positive cluster size and deviation, shares between 0"
              + " and 1, and explained shares below 1.");
    }
  }

  /** Half treated, 5 % level, 80 % power, no covariates. */
  public static ClusterPower plain(double clusters, double clusterSize, double icc, double sd) {
    return new ClusterPower(clusters, clusterSize, icc, sd, 0.5, 0.05, 0.8, 0, 0, 0);
  }

  /** {@code √(p(1−p))}. */
  public static double binarySd(double p) {
    return Math.sqrt(p * (1 - p));
  }

  /** Units of all clusters. */
  public double units() {
    return clusters * clusterSize;
  }

  /** {@code 1 + (m−1)ρ}: what clustering costs. */
  public double designEffect() {
    return 1 + (clusterSize - 1) * icc;
  }

  /** {@code 1 + ((CV²+1)m − 1)ρ} for clusters of unequal size (Eldridge 2006). */
  public double designEffect(double cvOfSizes) {
    return 1 + ((cvOfSizes * cvOfSizes + 1) * clusterSize - 1) * icc;
  }

  /** Independent units that would say as much. */
  public double effectiveUnits() {
    return units() / designEffect();
  }

  /** {@code J − 2 − g}. */
  public double degreesOfFreedom() {
    return clusters - 2 - clusterCovariates;
  }

  /** Standard error of the effect. */
  public double standardError() {
    return standardError(clusterSize);
  }

  /** {@code t(1−α/2) + t(κ)}: standard errors that the effect must be away from zero. */
  public double multiplierT() {
    return Distributions.tQuantile(1 - alpha / 2, degreesOfFreedom())
        + Distributions.tQuantile(power, degreesOfFreedom());
  }

  /** The same of the normal distribution: too small for few clusters. */
  public double multiplierZ() {
    return Distributions.normalQuantile(1 - alpha / 2) + Distributions.normalQuantile(power);
  }

  /** Minimum detectable effect, in the unit of the outcome. */
  public double mde() {
    return multiplierT() * standardError();
  }

  /** The same by the normal distribution. */
  public double mdeNormal() {
    return multiplierZ() * standardError();
  }

  /** By the normal distribution and a design effect, without covariates. */
  public double mdeNormal(double designEffect) {
    return multiplierZ()
        * Math.sqrt(sd * sd / (shareTreated * (1 - shareTreated) * units()) * designEffect);
  }

  /** Of take-up, where assignment moves only a part: the effect over the difference in take-up. */
  public double mdeOfTakeUp(double takeUp) {
    if (!(takeUp > 0 && takeUp <= 1)) {
      throw new IllegalArgumentException("Take-up lies above 0 and up to 1.");
    }
    return mde() / takeUp;
  }

  /** When a share of the units is lost: clusters of {@code m(1−a)}. */
  public double mdeAfterAttrition(double attrition) {
    if (!(attrition >= 0 && attrition < 1)) {
      throw new IllegalArgumentException("Attrition lies between 0 and 1.");
    }
    return multiplierT() * standardError(clusterSize * (1 - attrition));
  }

  /** Clusters of both arms that an effect takes, by the normal distribution; rounded up. */
  public long clustersFor(double effect) {
    double z = multiplierZ();
    double needed =
        z
            * z
            * sd
            * sd
            * parts(clusterSize)
            / (shareTreated * (1 - shareTreated) * effect * effect);
    return (long) Math.ceil(needed - 1e-9);
  }

  /** Power for an effect, by the central t: an approximation. */
  public double powerFor(double effect) {
    double bound = Distributions.tQuantile(1 - alpha / 2, degreesOfFreedom());
    return Distributions.tLower(effect / standardError() - bound, degreesOfFreedom());
  }

  private double parts(double size) {
    return icc * (1 - explainedBetween) + (1 - icc) * (1 - explainedWithin) / size;
  }

  private double standardError(double size) {
    return Math.sqrt(sd * sd / (shareTreated * (1 - shareTreated) * clusters) * parts(size));
  }
}
