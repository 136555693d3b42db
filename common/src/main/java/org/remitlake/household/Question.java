package org.remitlake.household;

import java.util.Optional;

/**
 * How a survey indicator is estimated, as data: whom it asks, what counts above and below the line.
 * Not a number says that the unit did not answer.
 */
interface Question {
  /** What is made of the answers. */
  enum Kind {
    /** Of units, between 0 and 1, with an interval that stays there. */
    SHARE,
    /** Mean or ratio of totals. */
    RATIO,
    /** Quantile with Woodruff's interval. */
    QUANTILE
  }

  /** Whether a unit is of some kind. */
  interface Asked {
    boolean of(SurveyUnit unit);
  }

  /** What a unit tells. */
  interface Told {
    double of(SurveyUnit unit);
  }

  /** A question in its parts. */
  record Parts(
      Kind kind,
      Asked asked,
      Told above,
      Told below,
      double factor,
      double p,
      Optional<Asked> some,
      Asked deciding,
      boolean isOfPanel)
      implements Question {
    private Parts(Kind kind, Asked asked, Told above, Told below, double factor, double p) {
      this(kind, asked, above, below, factor, p, Optional.empty(), asked, false);
    }
  }

  /** Percent of those asked. */
  static Question share(Asked asked, Told yes) {
    return part(asked, yes, unit -> 1);
  }

  /** Percent of those asked and coded, whose code is one of some. */
  static Question share(Asked asked, String column, String... codes) {
    return share(
        asked, unit -> unit.code(column) == null ? Double.NaN : unit.is(column, codes) ? 1 : 0);
  }

  /** Percent of what those asked stand for, each with more or less of it. */
  static Question part(Asked asked, Told above, Told below) {
    return new Parts(Kind.SHARE, asked, above, below, 100, 0);
  }

  /** Mean of those asked. */
  static Question mean(Asked asked, Told value) {
    return ratio(asked, value, unit -> 1);
  }

  /** Total over total of those asked who tell both. */
  static Question ratio(Asked asked, Told above, Told below) {
    return new Parts(Kind.RATIO, asked, above, below, 1, 0);
  }

  /** The value that a share p of those asked does not exceed. */
  static Question quantile(Asked asked, Told value, double p) {
    return new Parts(Kind.QUANTILE, asked, value, unit -> 1, 1, p);
  }

  /** A flag as a number. */
  static Told flag(String column) {
    return unit -> number(unit.flag(column));
  }

  /** A yes or no as a number. */
  static double number(Boolean answer) {
    return answer == null ? Double.NaN : answer ? 1 : 0;
  }

  /** In percent. */
  default Question percent() {
    return new Parts(kind(), asked(), above(), below(), 100, p(), some(), deciding(), isOfPanel());
  }

  /** The same of some less that of all others who are asked, with the covariance of both. */
  default Question gap(Asked these) {
    return new Parts(
        kind(), asked(), above(), below(), factor(), p(), Optional.of(these), deciding(), false);
  }

  /** The same where what others would tell follows from a skip, and makes up for no silence. */
  default Question decidedBy(Asked these) {
    return new Parts(kind(), asked(), above(), below(), factor(), p(), some(), these, isOfPanel());
  }

  /** The same of persons of a panel, who are known from the wave before. */
  default Question ofPanel() {
    return new Parts(kind(), asked(), above(), below(), factor(), p(), some(), deciding(), true);
  }

  /** What is made of the answers. */
  Kind kind();

  /** Whom it concerns. */
  Asked asked();

  /** Above the line. */
  Told above();

  /** Below the line: 1 for shares and means. */
  Told below();

  /** 100 for percent. */
  double factor();

  /** Of a quantile, which. */
  double p();

  /** Of a gap, those from whose number that of the others is taken off. */
  Optional<Asked> some();

  /** Those of whom too many must not be silent, as of all who are asked. */
  Asked deciding();

  /** Whether it looks a wave back itself: a change of it would need two. */
  boolean isOfPanel();

  /** Whether changes between waves are told. */
  default boolean hasChange() {
    return kind() != Kind.QUANTILE && !isGap() && !isOfPanel();
  }

  /** Whether it asks for a difference. */
  default boolean isGap() {
    return some().isPresent();
  }

  /** Whether a unit is of those whose number is taken off. */
  default boolean isOther(SurveyUnit unit) {
    return isGap() && !some().orElseThrow().of(unit);
  }
}
