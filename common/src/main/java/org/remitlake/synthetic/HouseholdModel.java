package org.remitlake.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A country's households in one wave: a stratified sample of places, some households in each. Half
 * of a later wave's households were there in the first.
 */
final class HouseholdModel {
  private static final long TAG = "household survey".hashCode();
  private static final int NEW = 1_000;
  private static final double KEPT = 0.7;

  private enum Topic {
    RECEIVING,
    SAVING,
    INCOME,
    SIZE
  }

  /** What households of a place share. */
  private record Place(
      String code,
      long key,
      Stratum stratum,
      String region,
      double receiving,
      double saving,
      double account,
      double income,
      double frame) {}

  private final Request request;
  private final Country country;
  private final SurveyWave wave;
  private final Interview interview;
  private final long seed;

  HouseholdModel(Population population, Country country, SurveyWave wave) {
    this.request = population.request();
    this.country = country;
    this.wave = wave;
    this.interview = new Interview(population.fx(), country);
    this.seed = Draw.key(request.seed(), TAG, country.name().hashCode());
  }

  List<Household> households() {
    List<Household> all = new ArrayList<>();
    int place = 0;
    for (Stratum stratum : country.strata()) {
      List<Household> sample = new ArrayList<>();
      List<Double> frames = new ArrayList<>();
      for (int i = 0; i < stratum.psus(); i++) {
        place++;
        Place here = place(stratum, place);
        for (int slot = 0; slot < request.householdsPerPsu(); slot++) {
          sample.add(household(here, place, slot));
          frames.add(here.frame());
        }
      }
      all.addAll(weighted(stratum, sample, frames));
    }
    return all;
  }

  /** Complete interviews stand for all households of their stratum. */
  private List<Household> weighted(Stratum stratum, List<Household> sample, List<Double> frames) {
    double complete = 0;
    for (int i = 0; i < sample.size(); i++) {
      complete += sample.get(i).visit().complete() ? frames.get(i) : 0;
    }
    List<Household> weighted = new ArrayList<>();
    for (int i = 0; i < sample.size(); i++) {
      Household h = sample.get(i);
      double weight = country.households() * stratum.share() * frames.get(i) / complete;
      long stored = h.visit().complete() ? Math.round(weight * 100) : 0;
      weighted.add(new Household(h.visit().withWeight(stored), h.told(), h.members()));
    }
    return weighted;
  }

  private Place place(Stratum stratum, int number) {
    long key = Draw.key(seed, number);
    Draw draw = Draw.of(key);
    Text code = new Text().append(country == Country.TJK ? 'T' : 'A');
    Digits.padded(code, number, 3);
    boolean urban = stratum.urban();
    return new Place(
        code.toString(),
        key,
        stratum,
        stratum.regions().get(draw.below(stratum.regions().size())),
        Dist.probability(draw, country.receiving(wave.index(), urban), Country.ICC_RECEIVING),
        Dist.probability(draw, country.saving(), Country.ICC_SAVING),
        Dist.probability(draw, country.account(wave.index(), urban), Country.ICC_ACCOUNT),
        draw.normal(),
        draw.logNormal(1, 0.2));
  }

  private Household household(Place place, int number, int slot) {
    boolean panel = wave.index() == 0 || slot % 2 == 0;
    int identity = panel ? slot : NEW + slot;
    long key = Draw.key(place.key(), 1L + identity);
    Draw draw = Draw.of(Draw.key(key, wave.index(), 7));
    LocalDate day = wave.day(draw);
    int result = result(draw);
    int area = place.stratum().capital() ? 1 : place.stratum().urban() ? 2 : 3;
    Visit visit =
        new Visit(
            (country.number() * 2 + wave.index()) * Uids.SURVEY + number * 10_000 + slot,
            place.code() + (panel ? "-" : "-N") + slot,
            place.stratum().code(),
            place.code(),
            place.region(),
            area,
            day,
            100 + (number - 1) / 5,
            result,
            0);
    if (!visit.opened()) {
      return new Household(visit, null, List.of());
    }
    return answered(visit, place, key, draw);
  }

  private Household answered(Visit visit, Place place, long key, Draw draw) {
    int size = size(key);
    double luck = StrictMath.sqrt(1 - Country.ICC_INCOME) * normal(key, Topic.INCOME);
    double log = 0.7 * (StrictMath.sqrt(Country.ICC_INCOME) * place.income() + luck);
    double income = country.income(wave.year()) * StrictMath.exp(log);
    Told told =
        interview.answers(
            draw,
            visit.day(),
            size,
            income,
            income / 12 * draw.logNormal(0.85, 0.25),
            uniform(key, Topic.RECEIVING) < place.receiving(),
            uniform(key, Topic.SAVING) < place.saving());
    boolean everyone = country == Country.TJK;
    return new Household(visit, told, Roll.of(draw, size, place.account(), everyone));
  }

  private static int result(Draw draw) {
    return 1 + draw.pick(0.85, 0.01, 0.06, 0.06, 0.02);
  }

  private int size(long key) {
    Draw draw = Draw.of(Draw.key(key, Topic.SIZE.name().hashCode()));
    return Math.min(14, 1 + draw.poisson(country.othersInHousehold()));
  }

  /** The same person thinks the same in two waves, most of the time. */
  private double uniform(long key, Topic topic) {
    return Draw.of(standing(key, topic)).uniform();
  }

  private double normal(long key, Topic topic) {
    return Draw.of(standing(key, topic)).normal();
  }

  private long standing(long key, Topic topic) {
    long first = Draw.key(key, topic.name().hashCode());
    boolean changed = wave.index() > 0 && !Draw.of(Draw.key(first, 3)).chance(KEPT);
    return changed ? Draw.key(first, 4) : first;
  }
}
