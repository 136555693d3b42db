package org.remitlake.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A pilot's clusters and units with their outcomes before and after, in memory: quick enough to be
 * drawn hundreds of times. Files of the pilot are written from it.
 */
public final class PilotStudy {
  private static final long TAG = "pilot".hashCode();
  private static final double BASELINE_MISSED = 0.03;
  private static final double KEPT = 0.4;
  private static final double INDUCED_OPEN = 0.9;
  private static final int YEAR = 365;

  /**
   * A cluster as assigned.
   *
   * @param id as {@code AM-C07}
   * @param block of the assignment
   * @param treated whether it is offered the product
   * @param size units
   * @param region ISO 3166-2
   * @param urban whether it is
   */
  public record Cluster(
      String id, String block, boolean treated, int size, String region, boolean urban) {}

  /**
   * What is true of a unit in a wave.
   *
   * @param bankSaving saved at a bank in twelve months
   * @param remitReceived received money from abroad in twelve months
   * @param consumptionMonth local currency
   * @param income12m local currency
   * @param size persons
   */
  public record Outcomes(
      boolean bankSaving,
      boolean remitReceived,
      double consumptionMonth,
      double income12m,
      int size) {}

  /**
   * A unit.
   *
   * @param number within the pilot
   * @param key of its random numbers
   * @param cluster the one it was assigned with
   * @param baseline null where it was not interviewed
   * @param endline null where it was not interviewed
   * @param openedAfter days from the first day of the offer to the account, or -1
   */
  public record Subject(
      int number, long key, Cluster cluster, Outcomes baseline, Outcomes endline, int openedAfter) {

    /** Whether the account was opened within twelve months. */
    public boolean tookUp() {
      return openedAfter >= 0 && openedAfter < YEAR;
    }
  }

  /** What units of a cluster share. */
  private record Place(Cluster cluster, double saving, double receiving, double luck) {}

  private final Pilot pilot;
  private final List<Cluster> clusters = new ArrayList<>();
  private final List<Subject> subjects = new ArrayList<>();

  private PilotStudy(Pilot pilot) {
    this.pilot = pilot;
  }

  /** A pilot as designed. */
  public static PilotStudy of(long seed, Pilot pilot) {
    return of(seed, pilot, pilot.clusters(), pilot.perCluster());
  }

  /** The same with another number of clusters, and another number of units in each on average. */
  public static PilotStudy of(long seed, Pilot pilot, int clusters, int perCluster) {
    PilotStudy study = new PilotStudy(pilot);
    long key = Draw.key(seed, TAG, pilot.number());
    List<Stratum> strata = pilot.country().strata();
    boolean[] treated = {};
    for (int c = 0; c < clusters; c++) {
      int block = c / pilot.perBlock();
      if (c % pilot.perBlock() == 0) {
        treated = half(Draw.of(Draw.key(key, 1, block)), pilot.perBlock());
      }
      long own = Draw.key(key, 2, c);
      Draw draw = Draw.of(own);
      Stratum stratum = strata.get(1 + block % (strata.size() - 1));
      int size = Math.max(2, perCluster - 3 + draw.below(7));
      Cluster cluster =
          new Cluster(
              id(pilot, 'C', c + 1),
              id(pilot, 'B', block + 1),
              treated[c % pilot.perBlock()],
              size,
              stratum.regions().get(0),
              stratum.urban());
      study.add(cluster, c, own, draw);
    }
    return study;
  }

  private void add(Cluster cluster, int index, long key, Draw draw) {
    clusters.add(cluster);
    Place place =
        new Place(
            cluster,
            Dist.probability(draw, Pilot.SAVING, pilot.icc()),
            Dist.probability(draw, pilot.receiving(), pilot.icc()),
            draw.normal());
    for (int slot = 0; slot < cluster.size(); slot++) {
      subjects.add(subject(place, index * 1_000 + slot, Draw.key(key, 1L + slot)));
    }
  }

  private static String id(Pilot pilot, char kind, int number) {
    Text text = new Text(8).append(pilot.country().prefix()).append('-').append(kind);
    Digits.padded(text, number, number > 99 ? 4 : 2);
    return text.toString();
  }

  /** Which of a block's clusters are treated: half of them, each half as likely. */
  private static boolean[] half(Draw draw, int size) {
    boolean[] chosen = new boolean[size];
    for (int left = size / 2; left > 0; ) {
      int at = draw.below(size);
      left -= chosen[at] ? 0 : 1;
      chosen[at] = true;
    }
    return chosen;
  }

  private Subject subject(Place place, int number, long key) {
    Draw draw = Draw.of(key);
    boolean treated = place.cluster().treated();
    int size = Math.min(14, 1 + draw.poisson(pilot.country().othersInHousehold()));
    double standing = draw.normal();
    double saves = draw.uniform();
    double receives = draw.uniform();
    Outcomes before = outcomes(draw, place, size, standing, saves, receives, 0);
    double later = draw.chance(KEPT) ? saves : draw.uniform();
    double laterReceives = draw.chance(KEPT) ? receives : draw.uniform();
    int assigned = treated ? 1 : 0;
    Outcomes after = outcomes(draw, place, size, standing, later, laterReceives, assigned);
    boolean induced = treated && after.bankSaving() && later >= place.saving();
    int opened = opened(draw, treated, induced);
    boolean missed = draw.chance(BASELINE_MISSED);
    boolean lost = draw.chance(treated ? Pilot.ATTRITION_TREATED : Pilot.ATTRITION_CONTROL);
    return new Subject(
        number, key, place.cluster(), missed ? null : before, lost ? null : after, opened);
  }

  private Outcomes outcomes(
      Draw draw,
      Place place,
      int size,
      double standing,
      double saves,
      double receives,
      int assigned) {
    double icc = pilot.icc();
    double own = Math.sqrt(0.5) * (standing + draw.normal());
    double z = Math.sqrt(icc) * place.luck() + Math.sqrt(1 - icc) * own;
    double base = pilot.consumption() * StrictMath.exp(0.5 * z);
    return new Outcomes(
        saves < place.saving() + assigned * pilot.savingEffect(),
        receives < place.receiving(),
        base + assigned * pilot.consumptionEffect(),
        base * 12 * draw.logNormal(1.15, 0.2),
        size);
  }

  /** Who saves because of the pilot mostly does so in its account; some open it and do not save. */
  private int opened(Draw draw, boolean treated, boolean induced) {
    double effect = pilot.savingEffect();
    double others = (Pilot.UPTAKE - effect * INDUCED_OPEN) / (1 - effect);
    double probability = treated ? (induced ? INDUCED_OPEN : others) : Pilot.UPTAKE_CONTROL;
    if (draw.chance(probability)) {
      return (int) (YEAR * StrictMath.pow(draw.uniform(), 1.3));
    }
    return treated && draw.chance(0.01) ? YEAR + 5 + draw.below(60) : -1;
  }

  /** The pilot. */
  public Pilot pilot() {
    return pilot;
  }

  /** In the order of the assignment list. */
  public List<Cluster> clusters() {
    return List.copyOf(clusters);
  }

  /** Cluster by cluster. */
  public List<Subject> subjects() {
    return List.copyOf(subjects);
  }

  /**
   * The effect of assignment in the super-population, by outcome: differences of shares, and of
   * means in local currency.
   */
  public static Map<String, Double> effects(Pilot pilot) {
    return Map.of(
        "bank_saving_12m",
        pilot.savingEffect(),
        "remit_received_12m",
        0.0,
        "consumption_month",
        (double) pilot.consumptionEffect());
  }
}
