package org.remitlake.synthetic;

import java.util.ArrayList;
import java.util.List;

/** Draws a household's roster. Half of all adults are women, whoever heads the household. */
final class Roll {
  /** What men's share with an account is above women's. */
  static final double GAP = 0.10;

  private static final double HEADS_WOMEN = 0.25;

  private Roll() {}

  /**
   * A roster.
   *
   * @param account the place's share of adults with an account
   * @param everyone whether all adults are asked about accounts, or one
   */
  static List<Member> of(Draw draw, int size, double account, boolean everyone) {
    List<Member> drawn = new ArrayList<>();
    boolean headIsWoman = draw.chance(size == 1 ? 0.5 : HEADS_WOMEN);
    int age = 28 + draw.below(45);
    int adults = 0;
    for (int line = 1; line <= size; line++) {
      boolean female = line == 1 ? headIsWoman : line == 2 ? !headIsWoman : draw.chance(0.5);
      int years =
          line == 1 ? age : line == 2 ? Math.max(18, age - 10 + draw.below(14)) : other(draw);
      adults += years >= Member.ADULT ? 1 : 0;
      long isced = years < 6 ? Answers.NOT_ASKED : isced(draw, years);
      boolean holds = draw.chance(account + (female ? -GAP / 2 : GAP / 2));
      long told = years < Member.ADULT ? Answers.NOT_ASKED : Answers.flag(draw, holds);
      drawn.add(new Member(line, female, years, isced, told, false));
    }
    return everyone ? drawn : selected(drawn, draw.below(adults));
  }

  private static List<Member> selected(List<Member> drawn, int which) {
    List<Member> asked = new ArrayList<>();
    int adult = 0;
    for (Member m : drawn) {
      boolean here = m.adult() && adult++ == which;
      long account = here ? m.account() : Answers.NOT_ASKED;
      asked.add(new Member(m.line(), m.female(), m.age(), m.isced(), account, here));
    }
    return asked;
  }

  private static int other(Draw draw) {
    return draw.chance(0.45) ? draw.below(15) : draw.chance(0.01) ? 98 : 15 + draw.below(60);
  }

  static long isced(Draw draw, int age) {
    if (age < Member.ADULT) {
      return age < 11 ? 0 : 1;
    }
    return switch (draw.pick(0.04, 0.16, 0.48, 0.14, 0.12, 0.06)) {
      case 0 -> 1;
      case 1 -> 2;
      case 2 -> 3;
      case 3 -> 4;
      case 4 -> 6;
      default -> 7;
    };
  }
}
