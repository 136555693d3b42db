package org.remitlake.synthetic;

import org.remitlake.synthetic.PilotStudy.Subject;

/** How registry, bank and programme know a unit: the same pseudonym in all three. */
final class Holder {
  private static final long TAG = "holder".hashCode();
  private static final String[] AGES = {"18-24", "25-34", "35-44", "45-54", "55-64", "65+"};

  private Holder() {}

  static String pid(Subject subject) {
    return Pids.text(Draw.key(subject.key(), TAG));
  }

  static String sex(Subject subject) {
    return draw(subject).chance(0.7) ? "F" : "M";
  }

  static String age(Subject subject) {
    return AGES[draw(subject).pick(0.10, 0.22, 0.25, 0.20, 0.15, 0.08)];
  }

  /** Opened by the migrant, from abroad. */
  static boolean openedAbroad(Subject subject) {
    return Draw.of(Draw.key(subject.key(), TAG, 3)).chance(0.2);
  }

  private static Draw draw(Subject subject) {
    return Draw.of(Draw.key(subject.key(), TAG, 2));
  }
}
