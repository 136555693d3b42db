package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An additive quantity over transfers: sums and counts that may be rolled up exactly. All measures
 * are taken in the one scan of a run.
 */
@SuppressWarnings("ImmutableEnumChecker") // functions without a state
public enum Measure {
  /** Records of any state. */
  ALL(t -> true),
  /** Completed transfers. */
  COMPLETED(TransferRecord::isCompleted),
  /** Completed transfers with a fee in percent. */
  WITH_FEE(t -> t.feePct != null),
  /** Sum of fees in percent. */
  FEE_PCT(Scale.PERCENT, t -> t.feePct),
  /** Completed transfers with all of fee, principal, delivered amount and reference rate. */
  COSTED(t -> t.cost != null),
  /** Sum of margins in percent. */
  FX_MARGIN_PCT(Scale.PERCENT, t -> t.marginPct),
  /** Sum of total costs in percent. */
  TOTAL_COST_PCT(Scale.PERCENT, t -> t.costPct),
  /** Cost in send currency. */
  COST(Scale.VALUE, t -> t.cost),
  /** Principal of costed transfers, send currency. */
  COSTED_PRINCIPAL(Scale.MONEY, t -> t.cost == null ? null : t.principal),
  /** Cost in USD. */
  COST_USD(Scale.VALUE, t -> t.costUsd),
  /** Principal of costed transfers, USD. */
  COSTED_USD(Scale.VALUE, t -> t.cost == null ? null : t.usd),
  /** Principal of costed transfers at the quarter's mean rate, USD. */
  COSTED_EVEN_USD(Scale.VALUE, t -> t.costUsd == null ? null : t.evenUsd),
  /** Costed transfers whose cost is known in USD. */
  COSTED_IN_USD(t -> t.costUsd != null),
  /** Costed transfers whose cost is known by a second source of reference rates too. */
  WITH_SECOND(t -> t.secondCostPct != null),
  /** Of these, sum of margins in percent by the first source. */
  FIRST_MARGIN_PCT(Scale.PERCENT, t -> t.secondCostPct == null ? null : t.marginPct),
  /** By the second. */
  SECOND_MARGIN_PCT(Scale.PERCENT, t -> t.secondMarginPct),
  /** Sum of total costs in percent by the first source. */
  FIRST_COST_PCT(Scale.PERCENT, t -> t.secondCostPct == null ? null : t.costPct),
  /** By the second. */
  SECOND_COST_PCT(Scale.PERCENT, t -> t.secondCostPct),
  /** What costs above the SmaRT price of the corridor came to, USD. */
  ABOVE_SMART_USD(Scale.VALUE, t -> t.aboveSmartUsd),
  /** Of the cost, what is the sender's fee, send currency. */
  COSTED_FEE(Scale.MONEY, t -> t.cost == null ? null : t.fee),
  /** The same, USD. */
  COSTED_FEE_USD(Scale.VALUE, t -> t.cost == null ? null : t.feeUsd),
  /** Of the cost, what is no fee of the sender, send currency. */
  COSTED_MARGIN(Scale.VALUE, t -> t.cost == null ? null : t.cost.subtract(t.fee)),
  /** The same, USD. */
  COSTED_MARGIN_USD(Scale.VALUE, t -> t.costUsd == null ? null : t.costUsd.subtract(t.feeUsd)),
  /** Costed transfers below 3 %. */
  BELOW_3(t -> isBelow(Scale.THREE, t)),
  /** Costed transfers below 5 %. */
  BELOW_5(t -> isBelow(Scale.FIVE, t)),
  /** Their principal, send currency. */
  PRINCIPAL_BELOW_3(Scale.MONEY, t -> isBelow(Scale.THREE, t) ? t.principal : null),
  /** The same, USD. */
  USD_BELOW_3(Scale.VALUE, t -> isBelow(Scale.THREE, t) ? t.usd : null),
  /** Principal of those below 5 %, send currency. */
  PRINCIPAL_BELOW_5(Scale.MONEY, t -> isBelow(Scale.FIVE, t) ? t.principal : null),
  /** The same, USD. */
  USD_BELOW_5(Scale.VALUE, t -> isBelow(Scale.FIVE, t) ? t.usd : null),
  /** Completed transfers that tell when the money was there. */
  WITH_SPEED(t -> t.isWithinHour != null),
  /** Of these, within an hour. */
  WITHIN_HOUR(t -> t.isWithinHour != null && t.isWithinHour),
  /** Fees of completed transfers, send currency. */
  FEE(Scale.MONEY, t -> t.isCompleted() ? t.fee : null),
  /** The same, USD. */
  FEE_USD(Scale.VALUE, t -> t.isCompleted() ? t.feeUsd : null),
  /** Fees kept on transfers that were cancelled or refunded, send currency. */
  FEE_KEPT(Scale.MONEY, t -> isTakenBack(t) ? t.fee : null),
  /** The same, USD. */
  FEE_KEPT_USD(Scale.VALUE, t -> isTakenBack(t) ? t.feeUsd : null),
  /** Completed transfers that were, or may have been, converted by who paid them out. */
  CONVERTED(t -> t.isConverted),
  /** Of these, those whose rate is known. */
  WITH_CONVERSION(t -> t.conversionPct != null),
  /** What that conversion took, sum of percentages. */
  CONVERSION_PCT(Scale.PERCENT, t -> t.conversionPct),
  /** Completed transfers with a value in USD. */
  WITH_USD(t -> t.usd != null),
  /** Volume in USD. */
  USD(Scale.VALUE, t -> t.usd),
  /** Volume of workers in USD, where much is taken for relocation. */
  WORKERS_USD_LOW(Scale.VALUE, t -> Relocation.WIDE.isWorkers(t) ? t.usd : null),
  /** By the central rule. */
  WORKERS_USD(Scale.VALUE, t -> Relocation.CENTRAL.isWorkers(t) ? t.usd : null),
  /** Where little is. */
  WORKERS_USD_HIGH(Scale.VALUE, t -> Relocation.NARROW.isWorkers(t) ? t.usd : null),
  /** Completed transfers whose sender is known. */
  WITH_SENDER(t -> t.isCompleted() && t.sender != null),
  /** Of these, volume in USD. */
  USD_WITH_SENDER(Scale.VALUE, t -> t.sender == null ? null : t.usd),
  /** Completed transfers with a value in the receive country's currency. */
  WITH_LCU(t -> t.lcu != null),
  /** Volume in the receive country's currency. */
  LCU(Scale.VALUE, t -> t.lcu),
  /** Completed transfers of the quarter's first month. */
  IN_MONTH_1(t -> isIn(1, t)),
  /** Of the second. */
  IN_MONTH_2(t -> isIn(2, t)),
  /** Of the third. */
  IN_MONTH_3(t -> isIn(3, t)),
  /** Of those of the first month, with a value in the receive country's currency. */
  WITH_LCU_IN_MONTH_1(t -> isIn(1, t) && t.lcu != null),
  /** Of those of the second. */
  WITH_LCU_IN_MONTH_2(t -> isIn(2, t) && t.lcu != null),
  /** Of those of the third. */
  WITH_LCU_IN_MONTH_3(t -> isIn(3, t) && t.lcu != null),
  /** Volume of the first month in the receive country's currency. */
  LCU_IN_MONTH_1(Scale.VALUE, t -> isIn(1, t) ? t.lcu : null),
  /** Of the second. */
  LCU_IN_MONTH_2(Scale.VALUE, t -> isIn(2, t) ? t.lcu : null),
  /** Of the third. */
  LCU_IN_MONTH_3(Scale.VALUE, t -> isIn(3, t) ? t.lcu : null),
  /** Completed transfers whose way of payout is known. */
  WITH_PAYOUT(t -> t.isCompleted() && isKnown(t)),
  /** Of these, those with a value in USD. */
  WITH_PAYOUT_AND_USD(t -> isKnown(t) && t.usd != null),
  /** Completed transfers paid to an account, card or wallet. */
  PAID_TO_ACCOUNT(t -> t.isCompleted() && isToAccount(t)),
  /** Volume in USD whose way of payout is known. */
  USD_WITH_PAYOUT(Scale.VALUE, t -> isKnown(t) ? t.usd : null),
  /** Of it, paid to an account, card or wallet. */
  USD_PAID_TO_ACCOUNT(Scale.VALUE, t -> isToAccount(t) ? t.usd : null);

  /** All, in order. */
  static final List<Measure> LIST = List.of(values());

  private final int scale;
  private final Function<TransferRecord, BigDecimal> amount;

  Measure(Predicate<TransferRecord> counted) {
    this(0, t -> counted.test(t) ? BigDecimal.ONE : null);
  }

  Measure(int scale, Function<TransferRecord, BigDecimal> amount) {
    this.scale = scale;
    this.amount = amount;
  }

  /** Decimals of amounts, and limits of costs. */
  private static final class Scale {
    static final int MONEY = 4;
    static final int VALUE = 12;
    static final int PERCENT = 12;
    static final BigDecimal THREE = BigDecimal.valueOf(3);
    static final BigDecimal FIVE = BigDecimal.valueOf(5);
  }

  private static boolean isBelow(BigDecimal percent, TransferRecord transfer) {
    return transfer.costPct != null && transfer.costPct.compareTo(percent) < 0;
  }

  private static boolean isIn(int month, TransferRecord transfer) {
    return transfer.isCompleted() && transfer.month == month;
  }

  private static boolean isTakenBack(TransferRecord transfer) {
    return "CANCELLED".equals(transfer.exclusion) || "REFUNDED".equals(transfer.exclusion);
  }

  private static boolean isKnown(TransferRecord transfer) {
    return !Dimension.UNKNOWN.equals(transfer.payout());
  }

  private static boolean isToAccount(TransferRecord transfer) {
    return switch (transfer.payout()) {
      case "ACCOUNT", "CARD", "WALLET" -> true;
      default -> false;
    };
  }

  /** Its place among all. */
  int place() {
    return LIST.indexOf(this);
  }

  /** Decimals of its amounts. */
  int scale() {
    return scale;
  }

  /** What a transfer adds; null where nothing. */
  BigDecimal of(TransferRecord transfer) {
    return amount.apply(transfer);
  }
}
