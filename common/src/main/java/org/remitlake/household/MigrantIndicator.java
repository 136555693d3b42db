package org.remitlake.household;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/**
 * Who the migrants are and how they work (catalogue 6.3), and who of them is insured (C65): persons
 * of 15 and over who are abroad, or were for three of the last twelve months.
 */
@SuppressWarnings("ImmutableEnumChecker") // questions are records of functions without a state
enum MigrantIndicator implements SurveyIndicator {
  /** Insured by choice. */
  C65(
      "_T",
      "insured_migrants_pct",
      "Insured migrants",
      Direction.UP,
      "Of migrants abroad, those with a policy in force for health, accident or repatriation that"
          + " nobody asks for.",
      Question.share(Migrant::isAbroad, "policy_in_force", "HEALTH", "ACCIDENT", "REPATRIATION")),
  /** Insured since the work patent asks for it. */
  C65_COMPULSORY(
      "compulsory",
      "insured_migrants_pct",
      "Migrants with the policy of the patent",
      Direction.NONE,
      "Of migrants abroad, those with the medical policy that the work patent asks for.",
      Question.share(Migrant::isAbroad, Question.flag("policy_compulsory"))),
  /** Women. */
  D20_WOMEN("women", Attribute.WOMEN),
  /** By age. */
  D20_15_24("15-24", Attribute.of("age_band", "15-24")),
  /** By age. */
  D20_25_34("25-34", Attribute.of("age_band", "25-34")),
  /** By age. */
  D20_35_44("35-44", Attribute.of("age_band", "35-44")),
  /** By age. */
  D20_45("45+", Attribute.of("age_band", "45-54", "55-64", "65+")),
  /** By education. */
  D20_BASIC("basic education", Attribute.of("education", "BASIC")),
  /** By education. */
  D20_MIDDLE("middle education", Attribute.of("education", "MIDDLE")),
  /** By education. */
  D20_TERTIARY("tertiary education", Attribute.of("education", "TERTIARY")),
  /** In Russia. */
  D21_RUS("Russia", Attribute.of("dest", "RUS")),
  /** In Kazakhstan. */
  D21_KAZ("Kazakhstan", Attribute.of("dest", "KAZ")),
  /** Anywhere else. */
  D21_OTHER(
      "other",
      Question.share(
          Migrant::is,
          u -> u.code("dest") == null ? Double.NaN : u.is("dest", "RUS", "KAZ") ? 0 : 1)),
  /** Months abroad. */
  D22(
      "_T",
      "months_abroad_12m",
      "Months abroad",
      Direction.NONE,
      "Mean of the last twelve months; who comes and goes adds up all stays.",
      Question.mean(Migrant::is, u -> u.number("months_abroad_12m"))),
  /** At work. */
  D23(
      "_T",
      "migrant_working_pct",
      "Migrants working",
      Direction.UP,
      "Worked there in the last seven days, or the last season: read it beside the season.",
      Question.share(Migrant::is, Question.flag("works"))),
  /** In construction. */
  D24_CONSTRUCTION("construction", Attribute.sector("F")),
  /** In trade. */
  D24_TRADE("trade", Attribute.sector("G")),
  /** In agriculture. */
  D24_AGRICULTURE("agriculture", Attribute.sector("A")),
  /** In industry. */
  D24_INDUSTRY("industry", Attribute.sector("B", "C", "D", "E")),
  /** In transport. */
  D24_TRANSPORT("transport", Attribute.sector("H")),
  /** In services. */
  D24_SERVICES(
      "services",
      Attribute.sector("I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U")),
  /** With a contract. */
  D25(
      "_T",
      "contract_written_pct",
      "Written contract",
      Direction.UP,
      "Of migrants who work, those with a written contract.",
      Question.share(Migrant::works, Question.flag("contract_written"))),
  /** Lawful stay. */
  D26(
      "_T",
      "documented_stay_pct",
      "Documented stay",
      Direction.UP,
      "With patent, permit, the right of the Eurasian Economic Union or citizenship: Armenians need"
          + " no patent since 2015, so that countries are not compared.",
      Question.share(Migrant::is, "stay_status", "PATENT", "PERMIT", "EAEU", "CITIZEN")),
  /** Remits. */
  D27(
      "_T",
      "remits_pct",
      "Migrants who remit",
      Direction.UP,
      "Sent money or goods in twelve months, of all migrants of the household and not of those only"
          + " who are listed since they remit.",
      Question.share(Migrant::is, Question.flag("remits_12m"))),
  /** Account abroad. */
  D28(
      "_T",
      "migrant_has_account_dest_pct",
      "Account in destination",
      Direction.UP,
      "As those left behind know it; many do not.",
      Question.share(Migrant::is, Question.flag("account_dest")));

  private static final int LEAST_INTERVIEWS = 30;

  private final Definition definition;
  private final Question question;

  MigrantIndicator(
      String variant, String key, String title, Direction better, String note, Question question) {
    Unit unit = key.startsWith("months") ? Unit.MONTHS : Unit.PERCENT;
    this.definition = new Definition(variant, key, title, unit, better, note, LEAST_INTERVIEWS);
    this.question = question;
  }

  MigrantIndicator(String variant, Question question) {
    this.definition = part(name(), variant);
    this.question = question;
  }

  private static Definition part(String name, String variant) {
    String key = name.startsWith("D20") ? "migrant_share" : "";
    String title = "Migrants: ";
    String note = "Of migrants, those with the attribute, as the household tells it.";
    if (name.startsWith("D21")) {
      key = "destination_share";
      title = "Destination: ";
      note =
          "Of migrants, by the country of the last stay; would-be migrants name Russia more often.";
    } else if (name.startsWith("D24")) {
      key = "sector_share";
      title = "Work of migrants: ";
      note = "Of migrants who work, by section of ISIC Rev. 4.";
    }
    return new Definition(
        variant, key, title + variant, Unit.PERCENT, Direction.NONE, note, LEAST_INTERVIEWS);
  }

  /** What a migrant may be. */
  private static final class Attribute {
    static final Question WOMEN =
        Question.share(
            Migrant::is, u -> u.is("sex", "F", "M") ? u.is("sex", "F") ? 1 : 0 : Double.NaN);

    static Question of(String column, String... codes) {
      return Question.share(Migrant::is, column, codes);
    }

    static Question sector(String... sections) {
      return Question.share(Migrant::works, "sector", sections);
    }
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
