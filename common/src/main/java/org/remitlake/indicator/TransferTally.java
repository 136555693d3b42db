package org.remitlake.indicator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the transfers of one cell add up to; the tallies of parts add up to that of the whole. */
final class TransferTally implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int USD = Measure.USD.scale();
  private static final int PERCENT = Measure.FEE_PCT.scale();
  private static final int AT_USD = Measure.USD.place();
  private static final int AT_FIRST_COST = Measure.FIRST_COST_PCT.place();
  private static final int AT_SECOND_COST = Measure.SECOND_COST_PCT.place();

  /** Completed transfers of a firm or provider. */
  private static final class Part implements Serializable {
    private static final long serialVersionUID = 1;
    private final ExactSum usd = new ExactSum();
    private final ExactSum firstCost = new ExactSum();
    private final ExactSum secondCost = new ExactSum();
    private long transfers;
    private long rated;

    private void add(TransferRecord transfer, Amounts amounts) {
      transfers++;
      amounts.addTo(usd, AT_USD);
      rated += transfer.secondCostPct == null ? 0 : 1;
      amounts.addTo(firstCost, AT_FIRST_COST);
      amounts.addTo(secondCost, AT_SECOND_COST);
    }

    private void add(Part other) {
      transfers += other.transfers;
      rated += other.rated;
      usd.add(other.usd);
      firstCost.add(other.firstCost);
      secondCost.add(other.secondCost);
    }
  }

  private final ExactSum[] sums = new ExactSum[Measure.LIST.size()];
  private final Map<String, boolean[]> currencies = new HashMap<>();
  private final Map<String, Long> excluded = new HashMap<>();
  private final Map<String, ExactSum> usdByCurrency = new HashMap<>();
  private final Map<String, Part> firms = new HashMap<>();
  private final Map<String, Part> providers = new HashMap<>();
  private final Map<String, ServiceSums> services = new HashMap<>();
  private final Set<String> serviceCurrencies = new TreeSet<>();
  private final long[] senders = new long[Population.ALL.size()];
  private final double[] quantiles = new double[Quantile.ALL.size()];
  private long beneficiaries;
  private long receipts;

  TransferTally() {
    Arrays.fill(quantiles, Double.NaN);
  }

  /** Adds a transfer of the cell's own quarter. */
  void add(TransferRecord transfer, Amounts amounts) {
    amounts.addTo(sums);
    amounts.markIn(
        currencies.computeIfAbsent(transfer.sendCurrency, c -> new boolean[sums.length]));
    if (transfer.isCompleted()) {
      firms.computeIfAbsent(transfer.owner, f -> new Part()).add(transfer, amounts);
      providers.computeIfAbsent(transfer.provider, p -> new Part()).add(transfer, amounts);
    }
    if (transfer.usd != null) {
      amounts.addTo(
          usdByCurrency.computeIfAbsent(transfer.sendCurrency, c -> new ExactSum()), AT_USD);
    }
    String reason = transfer.isCompleted() ? transfer.costGap : transfer.exclusion;
    if (reason != null) {
      excluded.merge(reason, 1L, Long::sum);
    }
  }

  /** Adds what a transfer tells of its service. */
  void addService(TransferRecord transfer, Amounts amounts) {
    if (ServiceSums.isOf(transfer)) {
      services.computeIfAbsent(transfer.service, s -> new ServiceSums()).add(transfer, amounts);
      serviceCurrencies.add(transfer.sendCurrency);
    }
  }

  void addReceipt() {
    receipts++;
  }

  /** Adds a sender of some populations, a bit for each. */
  void addSender(int populations) {
    for (int rest = populations; rest != 0; rest &= rest - 1) {
      senders[Integer.numberOfTrailingZeros(rest)]++;
    }
  }

  void addBeneficiary() {
    beneficiaries++;
  }

  void quantile(Quantile of, double value) {
    quantiles[Quantile.ALL.indexOf(of)] = value;
  }

  /** Adds another part of the same cell. */
  TransferTally plus(TransferTally other) {
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] == null) {
        sums[i] = other.sums[i];
      } else if (other.sums[i] != null) {
        sums[i].add(other.sums[i]);
      }
    }
    other.currencies.forEach(
        (currency, more) -> {
          boolean[] marks = currencies.computeIfAbsent(currency, c -> new boolean[more.length]);
          for (int i = 0; i < more.length; i++) {
            marks[i] |= more[i];
          }
        });
    other.excluded.forEach((reason, n) -> excluded.merge(reason, n, Long::sum));
    other.usdByCurrency.forEach(
        (c, usd) -> usdByCurrency.computeIfAbsent(c, k -> new ExactSum()).add(usd));
    other.firms.forEach((f, part) -> firms.computeIfAbsent(f, k -> new Part()).add(part));
    other.providers.forEach((p, part) -> providers.computeIfAbsent(p, k -> new Part()).add(part));
    other.services.forEach(
        (s, more) -> services.computeIfAbsent(s, k -> new ServiceSums()).add(more));
    serviceCurrencies.addAll(other.serviceCurrencies);
    for (int i = 0; i < senders.length; i++) {
      senders[i] += other.senders[i];
    }
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = Double.isNaN(quantiles[i]) ? other.quantiles[i] : quantiles[i];
    }
    beneficiaries += other.beneficiaries;
    receipts += other.receipts;
    return this;
  }

  /** Whether anything happened in the cell's own quarter. */
  boolean isOfQuarter() {
    return sums[Measure.ALL.place()] != null || receipts > 0;
  }

  Optional<BigDecimal> sum(Measure measure) {
    return Optional.ofNullable(sums[measure.place()]).map(s -> s.value(measure.scale()));
  }

  long excluded(String reason) {
    return excluded.getOrDefault(reason, 0L);
  }

  /** Send currencies of the records that a measure is other than zero in. */
  Set<String> currencies(Measure measure) {
    Set<String> of = new TreeSet<>();
    currencies.forEach(
        (currency, marks) -> {
          if (marks[measure.place()]) {
            of.add(currency);
          }
        });
    return of;
  }

  Map<String, BigDecimal> usdByCurrency() {
    Map<String, BigDecimal> values = new TreeMap<>();
    usdByCurrency.forEach((currency, usd) -> values.put(currency, usd.value(USD)));
    return values;
  }

  Map<String, TransferCell.Firm> firms() {
    Map<String, TransferCell.Firm> values = new TreeMap<>();
    firms.forEach(
        (f, part) -> values.put(f, new TransferCell.Firm(part.transfers, part.usd.value(USD))));
    return values;
  }

  Map<String, BigDecimal> usdByProvider() {
    Map<String, BigDecimal> values = new TreeMap<>();
    providers.forEach((p, part) -> values.put(p, part.usd.value(USD)));
    return values;
  }

  Map<String, TransferCell.Rated> rated() {
    Map<String, TransferCell.Rated> values = new TreeMap<>();
    providers.forEach(
        (p, part) -> {
          if (part.rated > 0) {
            values.put(
                p,
                new TransferCell.Rated(
                    part.rated, part.firstCost.value(PERCENT), part.secondCost.value(PERCENT)));
          }
        });
    return values;
  }

  ServiceMix services() {
    ServiceMix mix = new ServiceMix(serviceCurrencies);
    services.forEach((service, costs) -> costs.giveTo(mix, service));
    return mix;
  }

  long senders(Population population) {
    return senders[Population.ALL.indexOf(population)];
  }

  long beneficiaries() {
    return beneficiaries;
  }

  long receipts() {
    return receipts;
  }

  Optional<Double> quantile(Quantile of) {
    double value = quantiles[Quantile.ALL.indexOf(of)];
    return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
  }
}
