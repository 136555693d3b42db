package org.remitlake.synthetic;

/**
 * A provider's customer: everything about the person follows from seed, provider and number.
 *
 * @param id number within the provider
 * @param corridor the only one this person uses
 * @param relocation moved, and sends the household's money: see {@link Parties#relocation()}
 * @param key of this person's random numbers
 * @param yearlyRate transfers per year, gamma over persons
 * @param gap months at home, as {@link Season#gap}
 * @param entry in (0, 1): is a customer while the provider's share, relative to its largest, is
 *     above this
 * @param sex F, M or U
 * @param age age band
 * @param nationality ISO 3166-1 alpha-3
 * @param region of the family, ISO 3166-2
 * @param beneficiaries 1 to 3
 */
record Sender(
    long id,
    Corridor corridor,
    boolean relocation,
    long key,
    double yearlyRate,
    int gap,
    double entry,
    String sex,
    String age,
    String nationality,
    String region,
    int beneficiaries) {

  /** Who moved sends a few times a year, in any month. */
  static final double RELOCATION_YEARLY = 4;

  private static final int PERSONS = 8;
  private static final String[] AGES = {"18-24", "25-34", "35-44", "45-54", "55-64", "65+", "U"};
  private static final String[] TAJIK = {"TJ-SU", "TJ-KT", "TJ-GB", "TJ-DU", "TJ-RA"};
  private static final String[] ARMENIAN = {
    "AM-ER", "AM-SH", "AM-LO", "AM-KT", "AM-AR", "AM-AV", "AM-GR", "AM-AG", "AM-SU", "AM-TV",
    "AM-VD"
  };

  static Sender of(long seed, Provider provider, long id, Corridor corridor, boolean relocation) {
    long key = Draw.key(seed, provider.key(), id);
    Draw draw = Draw.of(key);
    double mean = relocation ? RELOCATION_YEARLY : corridor.yearlyMean();
    return new Sender(
        id,
        corridor,
        relocation,
        key,
        draw.gammaOfShapeTwo(mean),
        relocation ? 0 : Season.gap(draw),
        draw.uniform(),
        sex(draw, corridor, relocation),
        AGES[draw.pick(0.22, 0.37, 0.22, 0.12, 0.05, 0.01, 0.01)],
        nationality(draw, corridor),
        region(draw, corridor),
        1 + draw.pick(0.6, 0.3, 0.1));
  }

  /** Who is sent to: the first beneficiary gets most. */
  Parties parties(long seed, Provider provider, Draw draw) {
    int which = draw.chance(0.75) ? 0 : draw.below(beneficiaries);
    Draw person = Draw.of(Draw.key(key, 1L + which));
    return new Parties(
        Pids.key(seed, provider, id * PERSONS),
        beneficiary(seed, provider, id, which),
        sex,
        age,
        nationality,
        person.chance(0.70) ? "F" : "M",
        region,
        purpose(draw),
        relocation);
  }

  /** Key of the pseudonym of one of a sender's beneficiaries, from 0. */
  static long beneficiary(long seed, Provider provider, long id, int which) {
    return Pids.key(seed, provider, id * PERSONS + 1 + which);
  }

  private Parties.Purpose purpose(Draw draw) {
    double u = draw.uniform();
    if (relocation) {
      return u < 0.5 ? Parties.Purpose.SAVINGS : Parties.Purpose.PROPERTY;
    }
    if (u < 0.78) {
      return Parties.Purpose.FAMILY_SUPPORT;
    }
    Parties.Purpose[] all = Parties.Purpose.values();
    return all[1 + (int) ((u - 0.78) / 0.22 * (all.length - 1))];
  }

  private static String sex(Draw draw, Corridor corridor, boolean relocation) {
    double men = relocation ? 0.60 : corridor.toArmenia() ? 0.70 : 0.82;
    return draw.chance(0.01) ? "U" : draw.chance(men) ? "M" : "F";
  }

  private static String nationality(Draw draw, Corridor corridor) {
    return draw.chance(0.92) ? corridor.receiveCountry() : corridor.sendCountry();
  }

  private static String region(Draw draw, Corridor corridor) {
    return corridor.toArmenia()
        ? ARMENIAN[draw.pick(0.32, 0.11, 0.09, 0.09, 0.09, 0.08, 0.08, 0.05, 0.04, 0.03, 0.02)]
        : TAJIK[draw.pick(0.30, 0.37, 0.04, 0.09, 0.20)];
  }
}
