package org.remitlake.synthetic;

import java.util.Map;
import org.remitlake.synthetic.Planted.Outcome;

/** What can be wrong with one row of an extract. */
enum Flaw {
  TOO_MANY_CELLS("F04", Outcome.QUARANTINE, "one cell too many"),
  DUPLICATED("T01", Outcome.DUPLICATE, "the row above again"),
  ZERO_AMOUNT("T05", Outcome.QUARANTINE, "send amount 0"),
  UNKNOWN_CURRENCY("T08", Outcome.QUARANTINE, "send currency XXQ"),
  THOUSANDS("F05", Outcome.ACCEPT_REPAIRED, "thousands separator in one cell"),
  OUT_OF_PROJECT("T14", Outcome.QUARANTINE, "to Uzbekistan"),
  MOJIBAKE("F03", Outcome.ACCEPT_REPAIRED, "receive country encoded twice"),
  OLD_CURRENCY("T08", Outcome.ACCEPT_REPAIRED, "send currency RUR, 810 or руб"),
  TEST_AMOUNT("T11", Outcome.QUARANTINE, "amount 1 or 1.11"),
  TOO_FEW_CELLS("F04", Outcome.QUARANTINE, "one cell too few"),
  NEGATIVE_AMOUNT("T05", Outcome.QUARANTINE, "negative send amount without a reversal"),
  TEST_STATUS("T11", Outcome.QUARANTINE, "status TEST"),
  DOMESTIC("T14", Outcome.QUARANTINE, "from Russia to Russia");

  private final String rule;
  private final Outcome outcome;
  private final String note;

  Flaw(String rule, Outcome outcome, String note) {
    this.rule = rule;
    this.outcome = outcome;
    this.note = note;
  }

  Outcome outcome() {
    return outcome;
  }

  Planted planted(String file, long line, Transfer row) {
    return new Planted(rule, "transfer", file, line, row.transactionId(), outcome, note);
  }

  /** Whether a file can carry it and an ingest can tell it from what the file is like anyway. */
  boolean fits(Provider provider, Role role) {
    return switch (this) {
      case MOJIBAKE -> provider == Provider.BANK_01 && role != Role.WINDOWS;
      case THOUSANDS -> provider != Provider.BANK_01 && role != Role.DECIMAL_COMMA;
      case OLD_CURRENCY -> provider != Provider.BANK_01 && provider != Provider.MTO_02;
      case TOO_MANY_CELLS,
          DUPLICATED,
          ZERO_AMOUNT,
          UNKNOWN_CURRENCY,
          OUT_OF_PROJECT,
          TEST_AMOUNT,
          TOO_FEW_CELLS,
          NEGATIVE_AMOUNT,
          TEST_STATUS,
          DOMESTIC ->
          true;
    };
  }

  /** The cells it replaces, by field. */
  Map<String, String> cells(Transfer row, Role role) {
    Provider provider = row.provider();
    return switch (this) {
      case TOO_MANY_CELLS, TOO_FEW_CELLS, DUPLICATED -> Map.of();
      case ZERO_AMOUNT -> Map.of("send_amount", money(row, role, 0));
      case NEGATIVE_AMOUNT -> Map.of("send_amount", money(row, role, -row.amounts().send()));
      case THOUSANDS -> Map.of("send_amount", Words.thousands(provider, row.amounts().send()));
      case UNKNOWN_CURRENCY -> Map.of("send_currency", "XXQ");
      case OLD_CURRENCY -> Map.of("send_currency", old(row));
      case OUT_OF_PROJECT -> Map.of("receive_country", Words.uzbekistan(provider));
      case DOMESTIC -> Map.of("receive_country", Words.russia(provider));
      case MOJIBAKE ->
          Map.of(
              "receive_country", Words.mojibake(Russian.country(row.corridor().receiveCountry())));
      case TEST_STATUS -> Map.of("status", Words.test(provider));
      case TEST_AMOUNT -> test(row, role);
    };
  }

  int surplus() {
    return this == TOO_MANY_CELLS ? 1 : this == TOO_FEW_CELLS ? -1 : 0;
  }

  /** Consistent in itself, so that nothing but the amount gives the test away. */
  private static Map<String, String> test(Transfer row, Role role) {
    long amount = (row.parties().sender() & 1) == 0 ? 100 : 111;
    long received = (amount * row.amounts().appliedRate() + 500_000) / 1_000_000;
    return Map.of(
        "send_amount", money(row, role, amount),
        "fee_amount", money(row, role, 0),
        "receive_amount", money(row, role, received));
  }

  private static String money(Transfer row, Role role, long amount) {
    String text = Words.money(row.provider(), amount);
    return role == Role.DECIMAL_COMMA ? text.replace('.', ',') : text;
  }

  private static String old(Transfer row) {
    return switch ((int) Math.floorMod(row.parties().sender(), 3L)) {
      case 0 -> "RUR";
      case 1 -> "810";
      default -> "руб";
    };
  }
}
