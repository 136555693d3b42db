package org.remitlake.household;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/** What remittances are used for, and which way the last one came (catalogue 6.2). */
@SuppressWarnings("ImmutableEnumChecker") // questions are records of functions without a state
enum UseIndicator implements SurveyIndicator {
  /** Food. */
  D06_FOOD("food", Direction.NONE, uses("use_food")),
  /** Housing. */
  D06_HOUSING("housing", Direction.NONE, uses("use_housing")),
  /** Health. */
  D06_HEALTH("health", Direction.NONE, uses("use_health")),
  /** Education. */
  D06_EDUCATION("education", Direction.NONE, uses("use_education")),
  /** Ceremonies. */
  D06_CEREMONY("ceremony", Direction.NONE, uses("use_ceremony")),
  /** Debt. */
  D06_DEBT("debt", Direction.NONE, uses("use_debt")),
  /** Business or farm. */
  D06_BUSINESS("business", Direction.NONE, uses("use_business")),
  /** Durables. */
  D06_DURABLES("durables", Direction.NONE, uses("use_durables")),
  /** Saving. */
  D06_SAVING("saving", Direction.NONE, uses("use_saving")),
  /** Anything else. */
  D06_OTHER("other", Direction.NONE, uses("use_other")),
  /** Spent on food. */
  D06_FOOD_AMOUNT("food amount", Direction.NONE, spent("use_amt_food")),
  /** On housing. */
  D06_HOUSING_AMOUNT("housing amount", Direction.NONE, spent("use_amt_housing")),
  /** On health. */
  D06_HEALTH_AMOUNT("health amount", Direction.NONE, spent("use_amt_health")),
  /** On education. */
  D06_EDUCATION_AMOUNT("education amount", Direction.NONE, spent("use_amt_education")),
  /** On ceremonies. */
  D06_CEREMONY_AMOUNT("ceremony amount", Direction.NONE, spent("use_amt_ceremony")),
  /** On debt. */
  D06_DEBT_AMOUNT("debt amount", Direction.NONE, spent("use_amt_debt")),
  /** On business. */
  D06_BUSINESS_AMOUNT("business amount", Direction.NONE, spent("use_amt_business")),
  /** On durables. */
  D06_DURABLES_AMOUNT("durables amount", Direction.NONE, spent("use_amt_durables")),
  /** Saved. */
  D06_SAVING_AMOUNT("saving amount", Direction.NONE, spent("use_amt_saving")),
  /** Anything else. */
  D06_OTHER_AMOUNT("other amount", Direction.NONE, spent("use_amt_other")),
  /** What grows. */
  D07("_T", Direction.UP, Question.share(Receipt::receives, UseIndicator::isProductive)),
  /** Through a firm, in cash. */
  D08_CASH("cash", Direction.NONE, came(u -> Receipt.isFormal(u) && !isToAccount(u))),
  /** Through a firm, to an account or card. */
  D08_ACCOUNT(
      "account",
      Direction.NONE,
      came(u -> Receipt.isFormal(u) && u.is("last_payout", "ACCOUNT", "CARD"))),
  /** Through a firm, to a wallet. */
  D08_WALLET(
      "wallet", Direction.NONE, came(u -> Receipt.isFormal(u) && u.is("last_payout", "WALLET"))),
  /** Carried by the migrant. */
  D08_SELF("self", Direction.NONE, came(u -> u.is("last_channel", "CARRIED_SELF"))),
  /** Carried by another person. */
  D08_PERSON("person", Direction.NONE, came(u -> u.is("last_channel", "CARRIED_OTHER"))),
  /** Any other way, hawala among them. */
  D08_OTHER("other", Direction.NONE, came(u -> u.is("last_channel", "HAWALA", "OTHER"))),
  /** Outside firms. */
  D09(
      "_T",
      Direction.DOWN,
      Question.share(Receipt::receives, "last_channel", "CARRIED_SELF", "CARRIED_OTHER", "HAWALA"));

  private static final int LEAST_INTERVIEWS = 30;

  private final Definition definition;
  private final Question question;

  UseIndicator(String variant, Direction better, Question question) {
    this.definition = define(name(), variant, better);
    this.question = question;
  }

  private static Definition define(String name, String variant, Direction better) {
    String id = name.substring(0, 3);
    String key =
        switch (id) {
          case "D06" -> "use_share";
          case "D07" -> "productive_use_share";
          case "D08" -> "channel_share";
          default -> "informal_share";
        };
    String title =
        switch (id) {
          case "D06" -> "Use of remittances: " + variant;
          case "D07" -> "Productive use";
          case "D08" -> "Last transfer: " + variant;
          default -> "Informal channels";
        };
    String note =
        switch (id) {
          case "D06" ->
              variant.endsWith("amount")
                  ? "Of all that receiving households tell to have spent of it; the uses add to 100."
                  : "Of receiving households, those that name it; several may be named, so that"
                      + " shares add to more than 100.";
          case "D07" ->
              "Of receiving households, those that name education, a business or farm, or"
                  + " saving while they save at a bank.";
          case "D08" ->
              "Of receiving households that tell how the last transfer came; the ways add"
                  + " to 100. cash, account and wallet are through firms.";
          default ->
              "Of receiving households, those whose last transfer was carried or came by"
                  + " hawala.";
        };
    return new Definition(variant, key, title, Unit.PERCENT, better, note, LEAST_INTERVIEWS);
  }

  private static Question uses(String column) {
    return Question.share(Receipt::receives, Question.flag(column));
  }

  /** Part of all that is told to be spent; uses not named took nothing. */
  private static Question spent(String column) {
    return Question.ratio(
            Receipt::receives,
            u -> Receipt.spent(u) > 0 ? Receipt.orNothing(u.number(column)) : Double.NaN,
            Receipt::spent)
        .percent();
  }

  /** Of those that tell the way, and how firms paid out. */
  private static Question came(Question.Asked thisWay) {
    return Question.share(
        Receipt::receives,
        u ->
            u.code("last_channel") == null || (Receipt.isFormal(u) && u.code("last_payout") == null)
                ? Double.NaN
                : thisWay.of(u) ? 1 : 0);
  }

  private static boolean isToAccount(SurveyUnit household) {
    return household.is("last_payout", "ACCOUNT", "CARD", "WALLET");
  }

  private static double isProductive(SurveyUnit household) {
    if (household.says("use_education") || household.says("use_business")) {
      return 1;
    }
    boolean isSilent =
        household.flag("use_education") == null || household.flag("use_business") == null;
    if (isSilent || household.flag("use_saving") == null) {
      return Double.NaN;
    }
    return household.says("use_saving") ? Question.number(household.flag("bank_saving_12m")) : 0;
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
