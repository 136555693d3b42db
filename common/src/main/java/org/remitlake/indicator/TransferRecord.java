package org.remitlake.indicator;

import static org.remitlake.indicator.CostArithmetic.HIGHEST_COST;
import static org.remitlake.indicator.CostArithmetic.conversion;
import static org.remitlake.indicator.CostArithmetic.cost;
import static org.remitlake.indicator.CostArithmetic.isPlausible;
import static org.remitlake.indicator.CostArithmetic.margin;
import static org.remitlake.indicator.CostArithmetic.percent;
import static org.remitlake.indicator.CostArithmetic.times;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.remitlake.money.CentralBanks;

/**
 * A transfer as indicators see it: its population, the values of its dimensions, and exact cost and
 * value (catalogue 2.4, 2.5, 2.9, A01 to A04). Amounts are null where they are not known.
 */
final class TransferRecord {
  private static final List<Integer> SERVICE =
      Stream.of(
              Dimension.PROVIDER_ID,
              Dimension.SEND_CHANNEL,
              Dimension.FUNDING_INSTRUMENT,
              Dimension.PAYOUT_INSTRUMENT)
          .map(Dimension.ALL::indexOf)
          .toList();

  private static final int PAYOUT = Dimension.ALL.indexOf(Dimension.PAYOUT_INSTRUMENT);

  final String corridor;
  final String quarter;

  /** Where it is the transfer's quarter or the next; else null: a quarter rests on two slices. */
  final String receiptQuarter;

  /** Why the transfer is not in the population COMPLETED; null when it is. */
  final String exclusion;

  /** Why a completed transfer has no cost; null when it has one. */
  final String costGap;

  final String sendCurrency;
  final String provider;
  final String owner;
  final String relationship;
  final int pricedOn;

  /** Of the quarter, 1 to 3, by pricing date. */
  final int month;

  /** Null where the person is not known. */
  final byte[] sender;

  /** Null where the person is not known. */
  final byte[] beneficiary;

  /** Null where nothing tells when the money was there. */
  final Boolean isWithinHour;

  /** Provider, channel, means of funding and of payout. */
  final String service;

  /** Bin of the amount; of no use where that is not known. */
  final int bin;

  /** The standard amounts that the amount is near to, a bit for each in their order. */
  final int near;

  /** By dimension, in their order. */
  final String[] values = new String[Dimension.ALL.size()];

  /** Send currency. */
  final BigDecimal principal;

  /** In the send currency, of transfers of any state. */
  final BigDecimal fee;

  /** All-in, send currency. */
  final BigDecimal cost;

  final BigDecimal feePct;
  final BigDecimal marginPct;
  final BigDecimal costPct;

  /** By the second source of reference rates. */
  final BigDecimal secondMarginPct;

  final BigDecimal secondCostPct;

  /** What who paid out kept when converting, percent; of transfers that were converted there. */
  final BigDecimal conversionPct;

  /** Whether money was converted, or may have been, by who paid it out. */
  final boolean isConverted;

  final BigDecimal costUsd;

  /** Principal at the day's rate. */
  final BigDecimal usd;

  /** Principal at the quarter's mean rate: it decides on the bin of amounts. */
  final BigDecimal evenUsd;

  final BigDecimal aboveSmartUsd;
  final BigDecimal feeUsd;

  /** Delivered, in the receive country's currency. */
  final BigDecimal lcu;

  /** Values a transfer. */
  TransferRecord(TransferFacts facts, Prices prices, Days days) {
    corridor = facts.corridor();
    quarter = facts.quarter();
    pricedOn = facts.pricedOn();
    month = days.month(pricedOn);
    sendCurrency = facts.sendCurrency();
    provider = facts.providerId();
    owner = Objects.requireNonNullElse(facts.providerGroup(), provider);
    relationship = facts.relationship();
    Speed speed = Speed.of(facts, days);
    exclusion = facts.exclusion();
    boolean isCompleted = exclusion == null;
    sender = isCompleted ? facts.sender() : null;
    beneficiary = isCompleted ? facts.beneficiary() : null;
    isWithinHour = (isCompleted && speed != null) ? speed == Speed.LT1H : null;
    String priced = days.quarter(pricedOn);
    receiptQuarter = facts.receiptQuarter();

    boolean isOneCurrency = Objects.equals(facts.feeCurrency(), sendCurrency);
    String deliveredIn = facts.deliveredCurrency();
    BigDecimal sent = facts.principal();
    BigDecimal delivered = facts.delivered();
    BigDecimal m = prices.rate(corridor, sendCurrency, deliveredIn, pricedOn);
    BigDecimal u = prices.rate(corridor, sendCurrency, "USD", pricedOn);
    boolean isClear = isOneCurrency && !facts.has("T06");
    BigDecimal paid = facts.fee();
    BigDecimal raw = isCompleted && isClear && !facts.has("T07") ? cost(facts, m) : null;
    cost = raw != null && isPlausible(raw, sent) ? raw : null;
    principal = isCompleted ? sent : null;
    fee = isOneCurrency ? paid : null;
    feeUsd = times(fee, u);
    boolean isFeePlausible =
        isCompleted
            && isClear
            && paid != null
            && sent != null
            && paid.compareTo(sent.multiply(HIGHEST_COST)) <= 0;
    feePct = isFeePlausible ? percent(paid, sent) : null;
    costPct = percent(cost, sent);
    marginPct = cost == null ? null : percent(margin(sent, delivered, m), sent);
    BigDecimal second =
        cost == null ? null : prices.second(corridor, sendCurrency, deliveredIn, pricedOn);
    secondCostPct = percent(cost(facts, second), sent);
    secondMarginPct = second == null ? null : percent(margin(sent, delivered, second), sent);
    isConverted = isCompleted && (facts.payoutRate() != null || deliveredIn == null);
    conversionPct = isConverted ? conversion(facts, prices) : null;
    costUsd = times(cost, u);
    usd = times(principal, u);
    evenUsd = times(sent, prices.meanUsd(corridor, sendCurrency, priced));
    bin = evenUsd == null ? 0 : StandardAmount.bin(evenUsd);
    near = evenUsd == null ? 0 : StandardAmount.near(evenUsd);
    aboveSmartUsd = above(prices.smart(corridor, priced));
    lcu = isCompleted ? times(delivered, toHome(facts, prices)) : null;
    costGap = isCompleted ? costGap(facts, isOneCurrency, m) : null;
    for (int i = 0; i < values.length; i++) {
      Dimension d = Dimension.ALL.get(i);
      String told =
          switch (d) {
            case SPEED_CLASS -> speed == null ? null : speed.name();
            case AMOUNT_TIER -> evenUsd == null ? null : StandardAmount.tier(bin);
            default -> facts.told(d);
          };
      values[i] = Objects.requireNonNullElse(told, Dimension.UNKNOWN);
    }
    service = service(values);
  }

  private static String service(String[] values) {
    StringBuilder service = new StringBuilder();
    for (int place : SERVICE) {
      service.append(service.isEmpty() ? "" : "|").append(values[place]);
    }
    return service.toString();
  }

  /** The value of a dimension. */
  String value(Dimension dimension) {
    return values[Dimension.ALL.indexOf(dimension)];
  }

  String payout() {
    return values[PAYOUT];
  }

  boolean isCompleted() {
    return exclusion == null;
  }

  private String costGap(TransferFacts facts, boolean isOneCurrency, BigDecimal m) {
    if (!isOneCurrency) {
      return "FEE_CURRENCY";
    }
    if (facts.has("T06")) {
      return "FEE_UNCLEAR";
    }
    if (facts.has("T07")) {
      return "RATE_MISMATCH";
    }
    if (facts.deliveredCurrency() == null) {
      return "PAYOUT_UNKNOWN";
    }
    return m == null ? "FX_STALE" : cost == null ? "COST_IMPLAUSIBLE" : null;
  }

  private BigDecimal above(BigDecimal smart) {
    return costUsd == null || smart == null
        ? null
        : costUsd.subtract(times(usd, smart)).max(BigDecimal.ZERO);
  }

  /** An extract that ends in the send currency still says how much was received (catalogue 2.5). */
  private BigDecimal toHome(TransferFacts facts, Prices prices) {
    String in = facts.deliveredCurrency() == null ? sendCurrency : facts.deliveredCurrency();
    String home = CentralBanks.homeCurrency(facts.receiveCountry()).orElse("");
    return home.equals(in) ? BigDecimal.ONE : prices.rate(corridor, in, home, facts.receivedOn());
  }
}
