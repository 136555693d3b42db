package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/**
 * Contract 8b, what a product brings a partner and costs it each month: confidential, and of the
 * product as a whole. A month that is missing is no zero.
 */
public final class PartnerFinances {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "partner_finance",
          List.of("partner_id", "product_code", "currency", "month_on"),
          required("partner_id", Kind.TEXT, "Partner's code"),
          required("country", Kind.COUNTRY, "Country of the partner, ISO 3166-1 alpha-3"),
          required("product_code", Kind.TEXT, "Product"),
          required("month_on", Kind.DATE, "First day of the month; another day of it is set to it"),
          required("currency", Kind.CURRENCY, "ISO 4217, of all amounts"),
          required("fee_income", Kind.MONEY, "Fees that holders of the product paid"),
          required(
              "interest_margin",
              Kind.MONEY,
              "Net interest income on the product's deposits: what they earn at the bank's own"
                  + " transfer price, less the interest paid on them; may be below zero"),
          required("servicing_cost", Kind.MONEY, "Cost of keeping the accounts, without opening"),
          required("average_deposits", Kind.MONEY, "Mean over days of deposits on the product"));

  /** {@code silver.partner_finance}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED,
          "silver.partner_finance",
          "Partner, product, currency and month",
          "quarter",
          SettledTable.QUARTER);

  private PartnerFinances() {}
}
