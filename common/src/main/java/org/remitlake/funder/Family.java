package org.remitlake.funder;

import java.util.List;

/** A sheet of the workbook: a family of the register, by the first letter of its ids. */
enum Family {
  COST("A", "Cost", "Cost of sending money"),
  FREQUENCY("B", "Frequency", "How much and how often money is sent"),
  SAVINGS("C", "Savings and pilots", "Savings, use of accounts, and pilots"),
  HOUSEHOLDS("D", "Households", "Households and migrants"),
  EFFECTS("E", "Effects", "Effects of the pilots");

  private final String letter;
  private final String sheet;
  private final String title;

  Family(String letter, String sheet, String title) {
    this.letter = letter;
    this.sheet = sheet;
    this.title = title;
  }

  String sheet() {
    return sheet;
  }

  String title() {
    return title;
  }

  List<Released> of(List<Released> rows) {
    return rows.stream()
        .filter(r -> r.text(FunderIndicators.INDICATOR_ID).startsWith(letter))
        .toList();
  }
}
