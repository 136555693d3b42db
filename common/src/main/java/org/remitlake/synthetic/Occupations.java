package org.remitlake.synthetic;

import java.util.Map;

/** Work before, during and after a stay abroad, as ISCO-08 codes of one to four digits. */
final class Occupations {
  /** By major group: of 0, the armed forces, there is nobody. */
  private static final String[] CODES = {
    "", "1219", "2330", "3221", "4110", "5223", "6111", "7112", "8322", "9313"
  };

  private static final long TERTIARY = 5;

  private final Country country;

  Occupations(Country country) {
    this.country = country;
  }

  /** An occupation of a major group; one in six is told as a word like worker or driver. */
  static String code(Draw draw, int group) {
    return draw.chance(1.0 / 6) ? Integer.toString(group) : CODES[group];
  }

  static boolean isTertiary(long isced) {
    return isced >= TERTIARY;
  }

  /** A major group from 4 to 9: below skill level 3. */
  static int plain(Draw draw) {
    return 4 + draw.pick(0.03, 0.20, 0.04, 0.35, 0.13, 0.25);
  }

  /** A section of ISIC, of those who work abroad. */
  String sector(Draw draw) {
    String[] sections = {"F", "G", "C", "H", "I", "N", "A", "S"};
    return sections[
        country == Country.TJK
            ? draw.pick(0.55, 0.12, 0.08, 0.08, 0.06, 0.05, 0.04, 0.02)
            : draw.pick(0.45, 0.12, 0.12, 0.12, 0.08, 0.04, 0.02, 0.05)];
  }

  /**
   * Adds the work abroad and before, and whether a diploma was recognised: what of it is below the
   * education or the work before is as {@link Migration} says.
   */
  void put(Map<String, String> row, Draw draw) {
    boolean tertiary = isTertiary(Long.parseLong(row.get("edu_isced")));
    double plain = tertiary ? Migration.overqualified(country) : Migration.PLAIN_JOB;
    boolean isPlain = draw.chance(plain);
    int abroad = isPlain ? plain(draw) : tertiary ? 2 : 3;
    boolean isLower = draw.chance(Migration.DOWNGRADED) && isPlain;
    int higher = abroad == 9 && !tertiary ? 7 : tertiary ? 2 : 3;
    boolean hadNone = draw.chance(0.2);
    row.put("isco_abroad", code(draw, abroad));
    String before = code(draw, isLower ? higher : abroad);
    row.put("isco_before", hadNone ? "" : before);
    boolean recognised = draw.chance(Migration.diploma(country));
    if (tertiary) {
      row.put("diploma_recognised", Boolean.toString(recognised));
    }
  }
}
