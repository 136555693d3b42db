package org.remitlake.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Current and former migrants of households, in the contract's words. A person of the panel is the
 * same in both waves; what is true of all is in {@link Migration}.
 */
final class MigrantModel {
  private static final long TAG = "migrants".hashCode();
  private static final double KEPT = 0.7;
  private static final int LISTS_OF = 2;
  private static final int LONG_BACK = 3;
  private static final long PERSON = 100;

  /** What is drawn of a household or a person alone. */
  private enum Topic {
    LISTED,
    LISTED_AGAIN,
    IS_AGAIN,
    SECOND,
    IDENTITY,
    INTENT,
    LATER_INTENT,
    BACK,
    LATER_BACK,
    FOLLOWS,
    ANSWERS
  }

  private final Country country;
  private final SurveyWave wave;
  private final long seed;
  private final Occupations occupations;
  private final Stay stay;
  private final Homecoming homecoming;

  MigrantModel(Population population, Country country, SurveyWave wave) {
    this.country = country;
    this.wave = wave;
    this.seed = Draw.key(population.request().seed(), TAG, country.number());
    this.occupations = new Occupations(country);
    this.stay = new Stay(country, wave, occupations);
    this.homecoming = new Homecoming(population.fx(), country);
  }

  /** Nobody is asked where the interview is not complete. */
  List<Map<String, String>> of(Household household) {
    List<Map<String, String>> rows = new ArrayList<>();
    if (!household.visit().complete()) {
      return rows;
    }
    long home = Draw.key(seed, household.visit().panelId().hashCode());
    Draw draw = answers(home);
    boolean received = received(draw, household);
    Set<Integer> taken = new HashSet<>();
    int listed = listed(home) < Migration.listed(country, received) ? 1 : 0;
    listed *= draw(home, Topic.SECOND).chance(Migration.SECOND) ? LISTS_OF : 1;
    for (int slot = 1; slot <= listed; slot++) {
      long person = Draw.key(home, PERSON + slot);
      Map<String, String> row =
          isBack(person)
              ? back(household, person(household, person, slot), person, taken)
              : away(household, person(household, person, slot), person);
      stay.put(row, Draw.of(Draw.key(person, wave.index(), PERSON)), received);
      rows.add(row);
    }
    if (draw.chance(Migration.LONG_BACK)) {
      long person = Draw.key(home, PERSON + LONG_BACK);
      rows.add(longBack(household, person(household, person, LONG_BACK), person, taken));
    }
    for (int no = 1; no <= rows.size(); no++) {
      rows.get(no - 1).put("migrant_no", Integer.toString(no));
    }
    return rows;
  }

  /** Where the household did not say whether it received, it is as likely as elsewhere. */
  private boolean received(Draw draw, Household household) {
    double share = country.receiving(wave.index(), household.visit().urban());
    boolean unsaid = draw.chance(share);
    long told = household.told().received();
    return told < 0 ? unsaid : told == 1;
  }

  private double listed(long home) {
    boolean again = wave.index() > 0 && !draw(home, Topic.IS_AGAIN).chance(KEPT);
    return draw(home, again ? Topic.LISTED_AGAIN : Topic.LISTED).uniform();
  }

  /**
   * Who meant to return in the first wave is likelier to be back in the second, none more often.
   */
  private boolean isBack(long person) {
    if (wave.index() == 0) {
      return draw(person, Topic.BACK).chance(Migration.BACK);
    }
    boolean follows = draw(person, Topic.FOLLOWS).chance(Migration.FOLLOWED);
    return draw(person, follows ? Topic.INTENT : Topic.LATER_BACK).chance(Migration.BACK);
  }

  private boolean meansToReturn(long person) {
    return draw(person, wave.index() == 0 ? Topic.INTENT : Topic.LATER_INTENT)
        .chance(Migration.RETURN);
  }

  private Map<String, String> person(Household household, long person, int slot) {
    Draw draw = draw(person, Topic.IDENTITY);
    Map<String, String> row = new TreeMap<>();
    row.put("panel_id", household.visit().panelId() + "/" + slot);
    row.put("sex", draw.chance(Migration.women(country)) ? "F" : "M");
    int age = 18 + (int) Math.min(42, draw.gammaOfShapeTwo(country == Country.TJK ? 13 : 19));
    row.put("age", Integer.toString(age + wave.index()));
    row.put("edu_isced", Long.toString(Roll.isced(draw, age)));
    row.put("dest", stay.destination(draw));
    return row;
  }

  private Map<String, String> away(Household household, Map<String, String> row, long person) {
    Draw draw = answers(person);
    boolean allYear = draw.chance(Migration.allYear(country));
    int months = allYear ? 12 : 3 + draw.below(9);
    int since = allYear ? 12 + draw.below(49) : months;
    row.put("is_abroad", "true");
    row.put("months_abroad_12m", Integer.toString(months));
    row.put("departed_on", Homecoming.month(household.visit().day(), since));
    int scale = meansToReturn(person) ? 4 + draw.below(2) : 1 + draw.below(3);
    row.put("return_intent", draw.chance(0.04) ? Form.DONT_KNOW : Integer.toString(scale));
    row.put("policy_in_force", stay.policy(draw));
    row.put("is_proxy", Boolean.toString(draw.chance(0.95)));
    return row;
  }

  private Map<String, String> back(
      Household household, Map<String, String> row, long person, Set<Integer> taken) {
    Draw draw = answers(person);
    int home = 1 + draw.below(Migration.LATEST_BACK);
    return returned(household, row, draw, home, taken);
  }

  private Map<String, String> longBack(
      Household household, Map<String, String> row, long person, Set<Integer> taken) {
    Draw draw = answers(person);
    int home = Migration.LONG_BACK_FROM + draw.below(Migration.LONG_BACK_RANGE);
    returned(household, row, draw, home, taken);
    occupations.put(row, draw);
    return row;
  }

  /** Who is back lives here: on the roster, if it has somebody like that. */
  private Map<String, String> returned(
      Household household, Map<String, String> row, Draw draw, int home, Set<Integer> taken) {
    LocalDate day = household.visit().day();
    homecoming.put(row, draw, day, home);
    like(household, row, taken)
        .ifPresent(
            member -> {
              taken.add(member.line());
              row.put("person_no", Integer.toString(member.line()));
              row.put("age", Integer.toString(member.age()));
              row.put("edu_isced", Long.toString(member.isced()));
            });
    return row;
  }

  private static Optional<Member> like(
      Household household, Map<String, String> row, Set<Integer> taken) {
    int age = Integer.parseInt(row.get("age"));
    return household.members().stream()
        .filter(m -> m.female() == row.get("sex").equals("F"))
        .filter(m -> m.age() >= Member.ADULT && m.age() < 65 && !taken.contains(m.line()))
        .min(
            Comparator.comparingInt((Member m) -> Math.abs(m.age() - age))
                .thenComparingInt(Member::line));
  }

  private static Draw draw(long key, Topic topic) {
    return Draw.of(Draw.key(key, topic.name().hashCode()));
  }

  /** What is answered in this wave alone. */
  private Draw answers(long key) {
    return Draw.of(Draw.key(key, wave.index(), Topic.ANSWERS.name().hashCode()));
  }
}
