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
  /** Saved formally. */
  C04(
      "_T",
      "formal_saving_12m_pct",
      "Adults saving formally",
      Unit.PERCENT,
      Direction.UP,
      "Adults (15+) of all households who saved at a financial institution in twelve months.",
      Question.share(u -> true, Question.flag("saved_formal_12m"))),
  /** Saved at all. */
  C05(
      "_T",
      "any_saving_12m_pct",
      "Adults saving any way",
      Unit.PERCENT,
      Direction.UP,
      "By any means: an institution, cash, livestock, jewellery or a rotating group.",
      Question.share(u -> true, Question.flag("saved_any_12m"))),
  /** Formal among savers. */
  C06(
      "_T",
      "formal_share_of_savers",
      "Formal among savers",
      Unit.PERCENT,
      Direction.UP,
      "C04's adults over C05's.",
      Question.share(u -> u.says("saved_any_12m"), Question.flag("saved_formal_12m"))),
  /** Served by a bank. */
  C08_BANK("bank", strand(Strand.BANK)),
  /** Served by another institution. */
  C08_OTHER("other formal", strand(Strand.OTHER)),
  /** Outside institutions only. */
  C08_INFORMAL("informal only", strand(Strand.INFORMAL)),
  /** By nobody. */
  C08_EXCLUDED("excluded", strand(Strand.EXCLUDED)),
  /** Know of an association. */
  D50_AWARE(
      "aware",
      "assoc_membership_pct",
      "Know a migrants' association",
      Unit.PERCENT,
      Direction.UP,
      "Of adults of receiving households; the three shares of D50 are nested.",
      Question.share(Receipt::receives, Question.flag("assoc_aware"))),
  /** Members. */
  D50_MEMBER(
      "member",
      "assoc_membership_pct",
      "Members of a migrants' association",
      Unit.PERCENT,
      Direction.UP,
      "In their own name: membership through an absent man counts to nobody who answers.",
      Question.share(Receipt::receives, AccessIndicator::isMember)),
  /** Active members. */
  D50_ACTIVE(
      "active",
      "assoc_membership_pct",
      "Active in a migrants' association",
      Unit.PERCENT,
      Direction.UP,
      "Members who attended two meetings or more in twelve months.",
      Question.share(Receipt::receives, AccessIndicator::isActive)),
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

  AccessIndicator(String variant, Question question) {
    this(
        variant,
        "fi_strand",
        "Access strand: " + variant,
        Unit.PERCENT,
        Direction.NONE,
        "Each adult is on the first rung that holds: account at a bank; account elsewhere, or saved"
            + " at an institution; informal means only; none. The rungs add to 100.",
        question);
  }

  /** Rungs of the ladder. */
  private enum Strand {
    BANK,
    OTHER,
    INFORMAL,
    EXCLUDED
  }

  private static Question strand(Strand rung) {
    return Question.share(
        u -> true,
        u -> {
          Strand of = strand(u);
          return of == null ? Double.NaN : of == rung ? 1 : 0;
        });
  }

  /** Null where the answers do not tell. */
  private static Strand strand(SurveyUnit adult) {
    if (adult.says("account_own")) {
      return adult.code("account_kind") == null
          ? null
          : adult.is("account_kind", "BANK") ? Strand.BANK : Strand.OTHER;
    }
    if (adult.flag("account_own") == null || adult.flag("saved_formal_12m") == null) {
      return null;
    }
    if (adult.says("saved_formal_12m")) {
      return Strand.OTHER;
    }
    Boolean informal = adult.flag("uses_informal_12m");
    return informal == null ? null : informal ? Strand.INFORMAL : Strand.EXCLUDED;
  }

  /** Who does not know of any is no member. */
  private static double isMember(SurveyUnit adult) {
    return Boolean.FALSE.equals(adult.flag("assoc_aware"))
        ? 0
        : Question.number(adult.flag("assoc_member"));
  }

  private static double isActive(SurveyUnit adult) {
    double member = isMember(adult);
    double meetings = adult.number("assoc_meetings_12m");
    return member != 1 ? member : Double.isNaN(meetings) ? Double.NaN : meetings >= 2 ? 1 : 0;
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
