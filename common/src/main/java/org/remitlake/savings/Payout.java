package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Formula;
import org.remitlake.indicator.Measure;
import org.remitlake.indicator.TransferIndicator;

/** From cash pick-up to account, by transfers. */
public enum Payout implements TransferIndicator {
  /** Transfers paid to an account, by number. */
  C10_N(
      "n",
      "Account pay-outs, share of transfers",
      new Formula.Share(Measure.PAID_TO_ACCOUNT, Measure.WITH_PAYOUT, Measure.WITH_PAYOUT, "UNIT")),
  /** Transfers paid to an account, by value. */
  C10_VALUE(
      "value",
      "Account pay-outs, share of value",
      new Formula.Share(
          Measure.USD_PAID_TO_ACCOUNT,
          Measure.USD_WITH_PAYOUT,
          Measure.WITH_PAYOUT_AND_USD,
          "VALUE"));

  private static final int LEAST_SENDERS = 10;

  private final Definition definition;
  private final Formula formula;

  Payout(String variant, String title, Formula formula) {
    this.definition =
        new Definition(
            variant,
            "account_payout_share_" + variant,
            title,
            Unit.PERCENT,
            Direction.UP,
            "Credited to an account, card or wallet, of transfers whose way of payout is known; money"
                + " may be withdrawn the same day (see C13).",
            LEAST_SENDERS);
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
