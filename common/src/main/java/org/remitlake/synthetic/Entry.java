package org.remitlake.synthetic;

/** One posting on an account. */
final class Entry {
  /** What can be posted. */
  enum Type {
    REMIT_CREDIT,
    CASH_IN,
    CASH_OUT,
    ATM,
    CARD_POS,
    TRANSFER_OWN,
    INTEREST,
    FEE,
    REVERSAL
  }

  private final Passbook passbook;
  private final long at;
  private final Type type;
  private final boolean credit;
  private final long amount;
  private Entry reversed;
  private String group = "";
  private String endToEnd = "";
  private String id = "";

  /**
   * @param at second of the epoch
   * @param amount hundredths
   */
  Entry(Passbook passbook, long at, Type type, boolean credit, long amount) {
    this.passbook = passbook;
    this.at = at;
    this.type = type;
    this.credit = credit;
    this.amount = amount;
  }

  /** The other posting that this one takes back. */
  Entry reversing(Entry other) {
    reversed = other;
    return this;
  }

  /** Joins the two sides of a move between own accounts. */
  Entry inGroup(String name) {
    group = name;
    return this;
  }

  /** The transfer's reference. */
  Entry withReference(String reference) {
    endToEnd = reference;
    return this;
  }

  void number(String number) {
    id = number;
  }

  Passbook passbook() {
    return passbook;
  }

  long at() {
    return at;
  }

  Type type() {
    return type;
  }

  boolean credit() {
    return credit;
  }

  long amount() {
    return amount;
  }

  long signed() {
    return credit ? amount : -amount;
  }

  String id() {
    return id;
  }

  String group() {
    return group;
  }

  String endToEnd() {
    return endToEnd;
  }

  /** Empty, or the id of the posting taken back. */
  String reverses() {
    return reversed == null ? "" : reversed.id;
  }

  boolean byCustomer() {
    return type != Type.INTEREST && type != Type.FEE && type != Type.REVERSAL;
  }
}
