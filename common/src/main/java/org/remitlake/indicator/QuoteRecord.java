package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * A quote, as averages need it.
 *
 * @param corridor as RUS-TJK
 * @param tier 200 or 500, USD equivalent
 * @param isDisclosed whether fee, rate and amount were told before payment
 * @param feePct fee in percent of principal
 * @param fxMarginPct margin in percent
 * @param totalCostPct total cost in percent
 * @param fee fee in send currency
 * @param service who offers it, and how it works
 */
public record QuoteRecord(
    String corridor,
    int tier,
    boolean isDisclosed,
    Optional<BigDecimal> feePct,
    Optional<BigDecimal> fxMarginPct,
    Optional<BigDecimal> totalCostPct,
    Optional<BigDecimal> fee,
    Service service) {

  /** Parts of the cost. */
  public enum Part {
    /** Fee. */
    FEE,
    /** Exchange-rate margin. */
    FX_MARGIN,
    /** Both. */
    TOTAL_COST
  }

  /**
   * A service; an attribute that the collector does not tell is {@code U}.
   *
   * @param provider provider or firm; empty where unknown
   * @param providerType as MTO
   * @param channel where it is ordered
   * @param funding how the sender pays
   * @param payout how the beneficiary is paid
   * @param speedClass as LT1H
   * @param coverage of the receiving network: HIGH, MEDIUM, LOW
   */
  public record Service(
      String provider,
      String providerType,
      String channel,
      String funding,
      String payout,
      String speedClass,
      String coverage) {
    private static final Set<String> CASHLESS = Set.of("CARD", "ACCOUNT", "WALLET");
    private static final Set<String> SELF_SERVICE = Set.of("WEB", "APP", "KIOSK");

    /**
     * Whether sender or beneficiary must go somewhere: where it is not known how money is paid out,
     * it may have to be fetched.
     */
    public boolean needsPlace() {
      return funding.equals("CASH") || payout.equals("CASH") || isUnknown(payout);
    }

    /**
     * Whether nobody hands cash to anybody (catalogue 2.7): {@code YES}, {@code NO}, or {@code U}
     * where what is told does not decide it.
     */
    public String isDigital() {
      List<Boolean> known =
          List.of(
              isUnknown(funding) || CASHLESS.contains(funding),
              isUnknown(channel) || SELF_SERVICE.contains(channel),
              isUnknown(payout) || CASHLESS.contains(payout));
      if (known.contains(false)) {
        return "NO";
      }
      boolean told = !isUnknown(funding) && !isUnknown(channel) && !isUnknown(payout);
      return told ? "YES" : Dimension.UNKNOWN;
    }

    private static boolean isUnknown(String code) {
      return code.equals(Dimension.UNKNOWN);
    }

    /** What stays when a service is looked for in another quarter (catalogue A19). */
    public List<String> match() {
      return List.of(provider, funding, payout, speedClass);
    }
  }

  /** A part of the cost, in percent of principal. */
  public Optional<BigDecimal> percent(Part part) {
    return switch (part) {
      case FEE -> feePct;
      case FX_MARGIN -> fxMarginPct;
      case TOTAL_COST -> totalCostPct;
    };
  }

  /** Eligibility E of catalogue 3.2 at a tier: everything disclosed, with a cost. */
  public boolean isEligible(int at) {
    return tier == at && isDisclosed && totalCostPct.isPresent();
  }

  static QuoteRecord of(Row row) {
    return new QuoteRecord(
        row.getAs("corridor"),
        row.getInt(row.fieldIndex("amount_tier")),
        row.getBoolean(row.fieldIndex("is_disclosed")),
        number(row, "fee_pct"),
        number(row, "fx_margin_pct"),
        number(row, "total_cost_pct"),
        number(row, "fee"),
        new Service(
            Optional.<String>ofNullable(row.getAs("provider_id")).orElse(""),
            code(row, "provider_type"),
            code(row, "send_channel"),
            code(row, "funding_instrument"),
            code(row, "payout_instrument"),
            code(row, "speed_class"),
            code(row, "coverage")));
  }

  private static String code(Row row, String column) {
    return Optional.<String>ofNullable(row.getAs(column)).orElse(Dimension.UNKNOWN);
  }

  private static Optional<BigDecimal> number(Row row, String column) {
    return Optional.ofNullable(row.getDecimal(row.fieldIndex(column)));
  }
}
