package org.remitlake.frequency;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** What remittances are to a country's economy, from published series alone. */
public enum Economy implements Indicator {
  /** Official inflow over output. */
  B28(
      "remittance_to_gdp_pct",
      "Remittances in GDP",
      "Official inflow of a calendar year over its gross domestic product, both as one publisher"
          + " gives them in one unit; of the country, not of a corridor, and told in the year's"
          + " fourth quarter. Context: it is not of the extracts.");

  private final Definition definition;

  Economy(String key, String title, String note) {
    this.definition = new Definition(key, title, Unit.PERCENT, Direction.NONE, note, 0);
  }

  @Override
  public String basis() {
    return "official";
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
