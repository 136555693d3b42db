package org.remitlake.synthetic;

/** The two pilots, with what is true of them: values of the super-population (§11.8). */
public enum Pilot {
  /** A savings account in Armenian communities. */
  PT_AM_01(Country.ARM, 44, 15, 4, 0.03, 0.10, 0.35, 130_000, 5_000),
  /** Associations of migrants' households in Tajikistan: few clusters, a small effect. */
  PT_TJ_01(Country.TJK, 12, 15, 2, 0.05, 0.04, 0.45, 2_200, 60);

  /** Units of treated clusters that open the account within twelve months. */
  static final double UPTAKE = 0.126;

  static final double UPTAKE_CONTROL = 0.012;

  /** Households that save at a bank without the pilot. */
  static final double SAVING = 0.10;

  static final double ATTRITION_TREATED = 0.07;
  static final double ATTRITION_CONTROL = 0.13;

  /** Of the money received, what is still there after thirty days. */
  static final double RETAINED = 0.08;

  /** What the account adds to {@link #RETAINED}. */
  static final double RETAINED_EFFECT = 0.10;

  private final Country country;
  private final int clusters;
  private final int perCluster;
  private final int perBlock;
  private final double icc;
  private final double savingEffect;
  private final double receiving;
  private final int consumption;
  private final int consumptionEffect;

  Pilot(
      Country country,
      int clusters,
      int perCluster,
      int perBlock,
      double icc,
      double savingEffect,
      double receiving,
      int consumption,
      int consumptionEffect) {
    this.country = country;
    this.clusters = clusters;
    this.perCluster = perCluster;
    this.perBlock = perBlock;
    this.icc = icc;
    this.savingEffect = savingEffect;
    this.receiving = receiving;
    this.consumption = consumption;
    this.consumptionEffect = consumptionEffect;
  }

  Country country() {
    return country;
  }

  /** For interview numbers and keys. */
  int number() {
    return this == PT_AM_01 ? 1 : 2;
  }

  int clusters() {
    return clusters;
  }

  /** Units in a cluster, on average. */
  int perCluster() {
    return perCluster;
  }

  /** Clusters among which arms are drawn; half of them are treated. */
  int perBlock() {
    return perBlock;
  }

  double icc() {
    return icc;
  }

  /** What assignment adds to the share that saves at a bank. */
  double savingEffect() {
    return savingEffect;
  }

  /** Households that receive, in both arms alike. */
  double receiving() {
    return receiving;
  }

  /** Median consumption of a month without the pilot. */
  int consumption() {
    return consumption;
  }

  /** What assignment adds to everybody's consumption of a month. */
  int consumptionEffect() {
    return consumptionEffect;
  }

  String product() {
    return "SAV_" + country.prefix() + "_01";
  }

  String bank() {
    return country.prefix() + "_BANK_01";
  }

  String clusterType() {
    return this == PT_AM_01 ? "COMMUNITY" : "ASSOCIATION";
  }

  String treatedArm() {
    return this == PT_AM_01 ? "T" : "A";
  }
}
