package org.remitlake.money;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/** Contract 2, reference exchange rates: one row per source, pair and effective date. */
public final class FxRates {
  /** The contract. */
  public static final DeliveryContract CONTRACT =
      DeliveryContract.delivery(
          "fx",
          List.of("fx_source", "base_currency", "quote_currency", "rate_date"),
          required("fx_source", Kind.TEXT, "CBR, CBA, NBT or MARKET_*"),
          required("base_currency", Kind.CURRENCY, "ISO 4217"),
          required("quote_currency", Kind.CURRENCY, "ISO 4217"),
          required("nominal", Kind.INTEGER, "Units of the base currency that the value is for"),
          required("value", Kind.RATE, "Quote currency per nominal"),
          required("rate_date", Kind.DATE, "Effective date"),
          optional("rate_kind", Kind.CODE, "Kind of rate")
              .of("OFFICIAL", "AVERAGE", "MID", "BUY", "SELL"),
          optional("published_at", Kind.INSTANT, "When the source published it"));

  private FxRates() {}
}
