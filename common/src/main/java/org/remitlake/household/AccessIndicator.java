package org.remitlake.household;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/** Access to finance and its use, asked of adults (catalogue 5.1). */
@SuppressWarnings("ImmutableEnumChecker") // questions are records of functions without a state
enum AccessIndicator implements SurveyIndicator {
  /** Adults of receiving households who hold an account. */
  C01(
      "_T",
      "account_ownership_svy_pct",
      "Adults with an account",
      Unit.PERCENT,
      Direction.UP,
      "Adults (15+) of households that receive from abroad, by their own answer; Findex asks one adult"
          + " of any household.",
      ownership()),
  /** Women less men. */
  C02_SEX(
      "sex",
      "account_gap_pp",
      "Account gap, women less men",
      Unit.POINTS,
      Direction.NONE,
      "C01 of women less that of men, with the error of the difference in one sample.",
      ownershipWhere(u -> u.is("sex", "F", "M")).gap(u -> u.is("sex", "F"))),
  /** Rural less urban. */
  C02_AREA(
      "area",
      "account_gap_pp",
      "Account gap, rural less urban",
      Unit.POINTS,
      Direction.NONE,
      "C01 of rural places less that of urban ones, with the error of the difference.",
      ownershipWhere(u -> u.is("urbanity", "R", "U")).gap(u -> u.is("urbanity", "R"))),
  /** Receiving less others. */
  C02_RECEIPT(
      "receipt",
      "account_gap_pp",
      "Account gap, receiving less other households",
      Unit.POINTS,
      Direction.NONE,
      "Adults with an account in households that receive from abroad less those in households that"
          + " do not: no effect of receipt, for receivers differ in other ways.",
      Question.share(u -> u.flag("remit_received_12m") != null, Question.flag("account_own"))
          .gap(Receipt::receives));

  private static final int LEAST_INTERVIEWS = 30;

  private final Definition definition;
  private final Question question;

  AccessIndicator(
      String variant,
      String key,
      String title,
      Unit unit,
      Direction better,
      String note,
      Question question) {
    this.definition = new Definition(variant, key, title, unit, better, note, LEAST_INTERVIEWS);
    this.question = question;
  }

  private static Question ownership() {
    return ownershipWhere(u -> true);
  }

  private static Question ownershipWhere(Question.Asked who) {
    return Question.share(u -> Receipt.receives(u) && who.of(u), Question.flag("account_own"));
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public Question question() {
    return question;
  }
}
