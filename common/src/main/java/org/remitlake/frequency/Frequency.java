package org.remitlake.frequency;

import java.util.List;
import org.remitlake.contract.Unit;
import org.remitlake.indicator.CurrencyShare;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Formula;
import org.remitlake.indicator.Formula.Mean;
import org.remitlake.indicator.Formula.OfOrder;
import org.remitlake.indicator.Formula.PerSender;
import org.remitlake.indicator.Formula.Persons;
import org.remitlake.indicator.Formula.Side;
import org.remitlake.indicator.Formula.Total;
import org.remitlake.indicator.Measure;
import org.remitlake.indicator.Quantile;
import org.remitlake.indicator.TransferIndicator;

/** How much and how often, from completed person-to-person transfers. */
public enum Frequency implements TransferIndicator {
  /** Senders with a completed transfer. */
  B01(
      "active_senders",
      "Active senders",
      Unit.PERSONS,
      Direction.UP,
      "Distinct hashes within a provider: an upper bound of persons where providers share senders.",
      new Persons(Side.SENDER)),
  /** Beneficiaries paid in the quarter. */
  B02(
      "active_beneficiaries",
      "Active beneficiaries",
      Unit.PERSONS,
      Direction.UP,
      "By receipt date, in the transfer's quarter or the next; later receipts are not counted.",
      new Persons(Side.BENEFICIARY)),
  /** Completed transfers. */
  B03(
      "transfers_n",
      "Completed transfers",
      Unit.NUMBER,
      Direction.UP,
      "Transfers that were paid, by pricing date; official statistics count orders.",
      new Total(Measure.COMPLETED, Measure.COMPLETED, false)),
  /** Volume in US dollars. */
  B04(
      "volume_usd",
      "Volume in USD",
      Unit.USD,
      Direction.UP,
      "Each principal at its own day's rate, never the sum at an average rate.",
      new Total(Measure.USD, Measure.WITH_USD, true)),
  /** Volume in the receive country's currency. */
  B05(
      "volume_lcu",
      "Volume in receive currency",
      Unit.LCU,
      Direction.UP,
      "What beneficiaries were paid, other currencies at the receipt day's rate.",
      new Total(Measure.LCU, Measure.WITH_LCU, true)),
  /** Transfers per active sender. */
  B06(
      "transfers_per_active_sender",
      "Transfers per active sender",
      Unit.NUMBER,
      Direction.NONE,
      "Among those who sent in the quarter; a rate per migrant would be lower.",
      new PerSender(Measure.WITH_SENDER, Measure.COMPLETED, false)),
  /** Volume per active sender. */
  B07(
      "volume_per_active_sender_usd",
      "Volume per active sender",
      Unit.USD,
      Direction.UP,
      "Among those who sent in the quarter.",
      new PerSender(Measure.USD_WITH_SENDER, Measure.WITH_USD, true)),
  /** Mean transfer. */
  B08(
      "mean_transfer_usd",
      "Mean transfer size",
      Unit.USD,
      Direction.NONE,
      "Moved by a few large transfers; read it beside the median (B09).",
      new Mean(Measure.USD, Measure.WITH_USD, true)),
  /** Median transfer. */
  B09(
      "median_transfer_usd",
      "Median transfer size",
      Unit.USD,
      Direction.NONE,
      "Half of the transfers are smaller; exact.",
      new OfOrder(Quantile.USD_MEDIAN)),
  /** Transfer that one in ten is smaller than. */
  B09_P10("p10", "Transfer size, first decile", Quantile.USD_P10),
  /** One in four. */
  B09_P25("p25", "Transfer size, first quartile", Quantile.USD_P25),
  /** Three in four. */
  B09_P75("p75", "Transfer size, third quartile", Quantile.USD_P75),
  /** Nine in ten. */
  B09_P90("p90", "Transfer size, ninth decile", Quantile.USD_P90),
  /** Roubles in the volume. */
  B26_RUB("rub", "RUB"),
  /** Dollars in the volume. */
  B26_USD("usd", "USD"),
  /** Euros in the volume. */
  B26_EUR("eur", "EUR"),
  /** Other currencies in the volume. */
  B26_OTHER("other", "other currencies", CurrencyShare.ofOthers(Named.CURRENCIES));

  /** Currencies with a share of their own. */
  private static final class Named {
    static final List<String> CURRENCIES = List.of("RUB", "USD", "EUR");
  }

  private static final int LEAST_PERSONS = 10;

  private final Definition definition;
  private final Formula formula;

  Frequency(String key, String title, Unit unit, Direction better, String note, Formula formula) {
    this("_T", key, title, unit, better, note, formula);
  }

  /** A quantile of sizes, B09: exact, hence internal, since it may be the amount of one person. */
  Frequency(String variant, String title, Quantile quantile) {
    this(
        variant,
        "median_transfer_usd",
        title,
        Unit.USD,
        Direction.NONE,
        "The part of the transfers that the name says is smaller; exact (R type 7).",
        new OfOrder(quantile));
  }

  /** The share of a send currency, B26. */
  Frequency(String variant, String currency) {
    this(variant, currency, new CurrencyShare(currency, Named.CURRENCIES));
  }

  Frequency(String variant, String currency, Formula formula) {
    this(
        variant,
        "send_currency_share",
        "Volume sent in " + currency,
        Unit.PERCENT,
        Direction.NONE,
        "Of the volume in USD, by the currency that the sender gave.",
        formula);
  }

  Frequency(
      String variant,
      String key,
      String title,
      Unit unit,
      Direction better,
      String note,
      Formula formula) {
    this.definition = new Definition(variant, key, title, unit, better, note, LEAST_PERSONS);
    this.formula = formula;
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public Formula formula() {
    return formula;
  }
}
