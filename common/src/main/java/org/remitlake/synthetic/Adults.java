package org.remitlake.synthetic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What adults of a roster answer beside {@link Member}: work, savings, associations. */
final class Adults {
  static final List<String> WORK = List.of("EMPLOYED", "SELF_EMPLOYED", "UNEMPLOYED", "INACTIVE");

  /** Adults who saved at an institution, of those with an account; of the others nobody. */
  static final double FORMAL = 0.25;

  /** Who saved by other means, of those who did not save at an institution. */
  static final double OTHER_MEANS = 0.30;

  static final double INFORMAL = 0.35;

  /** Adults of receiving households who know of an association; members of them. */
  static final double AWARE = 0.40;

  static final double MEMBER = 0.35;

  /** Of members: two meetings or more, and paid. */
  static final double ACTIVE = 0.60;

  static final double PAID = 0.55;

  private static final long TAG = "adults".hashCode();
  private static final int RETIRED = 65;
  private static final double LOWER_WORK = 0.30;

  private final Country country;
  private final SurveyWave wave;
  private final long seed;

  Adults(Request request, Country country, SurveyWave wave) {
    this.country = country;
    this.wave = wave;
    this.seed = Draw.key(request.seed(), TAG, country.number());
  }

  /** With an account at a bank, of those with an account. */
  static double bank(Country country) {
    return country == Country.TJK ? 0.75 : 0.90;
  }

  /**
   * The answers.
   *
   * @param migrants of the household: those on the roster work as they say there
   */
  Map<String, String> of(Household household, Member member, List<Map<String, String>> migrants) {
    Map<String, String> row = new TreeMap<>();
    if (!member.adult()) {
      return row;
    }
    long home = Draw.key(seed, household.visit().panelId().hashCode(), wave.index());
    Draw draw = Draw.of(Draw.key(home, member.line()));
    String line = Integer.toString(member.line());
    String work = work(draw, member.age());
    for (Map<String, String> migrant : migrants) {
      work = line.equals(migrant.get("person_no")) ? migrant.get("work_status") : work;
    }
    row.put("work_status", work);
    int group = group(draw, Occupations.isTertiary(member.isced()));
    String code = Occupations.code(draw, group);
    row.put("isco08", WORK.indexOf(work) < 2 ? code : "");
    savings(row, draw, member.account());
    if (country == Country.TJK && household.told().received() == 1) {
      association(row, draw);
    }
    return row;
  }

  private static String work(Draw draw, int age) {
    int work = draw.pick(0.40, 0.15, 0.07, 0.38);
    return WORK.get(age < RETIRED ? work : 3);
  }

  private static int group(Draw draw, boolean tertiary) {
    int plain = Occupations.plain(draw);
    boolean isLower = draw.chance(tertiary ? LOWER_WORK : Migration.PLAIN_JOB);
    return isLower ? plain : tertiary ? 1 + draw.pick(0.15, 0.85) : 3;
  }

  /** Asked of whom was asked about an account; who does not tell it may have one. */
  private void savings(Map<String, String> row, Draw draw, long account) {
    boolean unsaid = draw.chance(country.account(wave.index()));
    boolean atBank = draw.chance(bank(country));
    boolean formal = draw.chance(FORMAL) && (account == 1 || (account < 0 && unsaid));
    boolean otherwise = draw.chance(OTHER_MEANS);
    boolean informal = draw.chance(INFORMAL);
    if (account == Answers.NOT_ASKED) {
      return;
    }
    row.put("account_kind", account != 1 ? "" : atBank ? "BANK" : "OTHER");
    row.put("saved_formal_12m", Boolean.toString(formal));
    row.put("saved_any_12m", Boolean.toString(formal || otherwise));
    row.put("uses_informal_12m", Boolean.toString(informal));
  }

  private static void association(Map<String, String> row, Draw draw) {
    boolean aware = draw.chance(AWARE);
    boolean member = aware && draw.chance(MEMBER);
    row.put("assoc_aware", Boolean.toString(aware));
    if (aware) {
      row.put("assoc_member", Boolean.toString(member));
    }
    if (member) {
      int meetings = draw.chance(ACTIVE) ? 2 + draw.below(7) : draw.below(2);
      boolean paid = draw.chance(PAID);
      row.put("assoc_meetings_12m", Integer.toString(meetings));
      row.put("assoc_paid_12m", Boolean.toString(paid));
      row.put("assoc_amount_12m", paid ? Integer.toString(10 * (1 + draw.below(30))) : "");
    }
  }
}
