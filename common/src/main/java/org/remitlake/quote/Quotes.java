package org.remitlake.quote;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/** Contract 3, provider price quotes: one row per service, corridor, collection and amount tier. */
public final class Quotes {
  /** The contract. */
  public static final DeliveryContract CONTRACT =
      DeliveryContract.delivery(
          "quote",
          // RPW's own ids are reused: the service, its period and what it asked name a quote.
          List.of(
              "source",
              "period",
              "collected_on",
              "send_country",
              "receive_country",
              "provider_id",
              "funding_instrument",
              "send_channel",
              "payout_instrument",
              "speed_class",
              "amount_tier"),
          required("source", Kind.CODE, "Who collected it")
              .of("RPW", "OWN_SHOPPER", "WEB", "TARIFF"),
          optional("quote_id", Kind.TEXT, "Collector's own number"),
          required("period", Kind.TEXT, "Quarter: 2025-Q3, or RPW's 2025_3Q"),
          required("collected_on", Kind.DATE, "Day of the enquiry"),
          required("send_country", Kind.COUNTRY, "ISO 3166-1 alpha-3"),
          required("receive_country", Kind.COUNTRY, "ISO 3166-1 alpha-3"),
          optional("provider_id", Kind.TEXT, "Registry code of the provider"),
          optional("provider_name", Kind.TEXT, "Firm as the collector spells it"),
          required("provider_type", Kind.CODE, "Type of provider")
              .of("MTO", "BANK", "POST", "EMI", "FINTECH", "MFI", "OTHER"),
          required("funding_instrument", Kind.CODE, "How the sender would pay")
              .of("CASH", "CARD", "ACCOUNT", "WALLET", "PAYROLL", "OTHER"),
          optional("send_channel", Kind.CODE, "Where it would be ordered")
              .of(
                  "BRANCH",
                  "AGENT",
                  "POST_OFFICE",
                  "KIOSK",
                  "WEB",
                  "APP",
                  "CALL_CENTRE",
                  "EMPLOYER",
                  "OTHER"),
          optional("payout_instrument", Kind.CODE, "How the beneficiary would be paid")
              .of("CASH", "ACCOUNT", "CARD", "WALLET", "HOME_DELIVERY", "OTHER"),
          optional("payout_location", Kind.TEXT, "Where"),
          optional("coverage", Kind.CODE, "Receiving network").of("HIGH", "MEDIUM", "LOW"),
          required("speed_class", Kind.CODE, "How fast")
              .of("LT1H", "SAME_DAY", "NEXT_DAY", "D2", "D3_5", "D6PLUS"),
          required("amount_tier", Kind.INTEGER, "200 or 500, USD equivalent"),
          required("send_amount", Kind.MONEY, "Principal"),
          required("send_currency", Kind.CURRENCY, "ISO 4217"),
          optional("fee_amount", Kind.MONEY, "Fee; null is not 0"),
          optional("applied_rate", Kind.RATE, "Payout currency per 1 send currency"),
          optional("interbank_rate", Kind.RATE, "Same direction, mid-market"),
          optional("rate_payout_currency", Kind.CURRENCY, "Currency the rates lead to"),
          optional("fx_margin_pct", Kind.PERCENT, "As stated"),
          optional("total_cost_pct", Kind.PERCENT, "As stated"),
          required("transparent", Kind.FLAG, "Whether all prices were told before payment"),
          optional("note", Kind.TEXT, "Collector's note"));

  private Quotes() {}
}
