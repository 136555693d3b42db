package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of the transfers of one cell: exact sums, persons, medians. */
public final class TransferCell {
  /**
   * Completed transfers of a firm.
   *
   * @param transfers their number
   * @param usd their volume
   */
  record Firm(long transfers, BigDecimal usd) {
    private Firm plus(Firm other) {
      return new Firm(transfers + other.transfers, usd.add(other.usd));
    }
  }

  /**
   * Costs of a provider by two sources of reference rates.
   *
   * @param n transfers with both
   * @param first sum of costs in percent by the first
   * @param second by the second
   */
  record Rated(long n, BigDecimal first, BigDecimal second) {
    private Rated plus(Rated other) {
      return new Rated(n + other.n, first.add(other.first), second.add(other.second));
    }
  }

  private final Map<Measure, BigDecimal> sums = new EnumMap<>(Measure.class);
  private final Map<String, Long> excluded = new TreeMap<>();
  private final Map<Measure, Set<String>> currencies = new EnumMap<>(Measure.class);
  private final Map<String, BigDecimal> usdByCurrency = new TreeMap<>();
  private final Map<String, Firm> firms = new TreeMap<>();
  private final Map<String, BigDecimal> usdByProvider = new TreeMap<>();
  private final Map<String, Rated> rated = new TreeMap<>();
  private final Map<Population, Long> senders = new EnumMap<>(Population.class);
  private final Map<Formula.MedianOf, Double> medians = new EnumMap<>(Formula.MedianOf.class);
  private ServiceMix services = new ServiceMix();
  private ServiceMix servicesBefore = new ServiceMix();
  private Map<String, ServiceMix> servicesBySex = Map.of();
  private QuoteCell quotes = new QuoteCell(List.of(), List.of());
  private Map<OfficialInflow.Concept, BigDecimal> official = Map.of();
  private long beneficiaries;
  private long receipts;

  void add(Measure measure, BigDecimal amount) {
    sums.merge(measure, amount, BigDecimal::add);
  }

  void addExcluded(String reason, long n) {
    if (n > 0) {
      excluded.merge(reason, n, Long::sum);
    }
  }

  /** Notes that records in a send currency have a share in a measure. */
  void addCurrency(Measure measure, String currency) {
    currencies.computeIfAbsent(measure, m -> new TreeSet<>()).add(currency);
  }

  void addUsd(String currency, BigDecimal usd) {
    usdByCurrency.merge(currency, usd, BigDecimal::add);
  }

  void addFirm(String firm, long transfers, BigDecimal usd) {
    firms.merge(firm, new Firm(transfers, usd), Firm::plus);
  }

  void addProvider(String provider, BigDecimal usd) {
    usdByProvider.merge(provider, usd, BigDecimal::add);
  }

  void addRated(String provider, Rated costs) {
    rated.merge(provider, costs, Rated::plus);
  }

  void addSenders(Population population, long n) {
    senders.merge(population, n, Long::sum);
  }

  void addBeneficiaries(long n) {
    beneficiaries += n;
  }

  void addReceipts(long n) {
    receipts += n;
  }

  long receipts() {
    return receipts;
  }

  void median(Formula.MedianOf of, double value) {
    medians.put(of, value);
  }

  BigDecimal sum(Measure measure) {
    return sums.getOrDefault(measure, BigDecimal.ZERO);
  }

  /** Whether any record had the quantity. */
  boolean isSummed(Measure measure) {
    return sums.containsKey(measure);
  }

  long count(Measure measure) {
    return sum(measure).longValueExact();
  }

  long excluded(String reason) {
    return excluded.getOrDefault(reason, 0L);
  }

  /** Whether all records that measures rest on are in one send currency. */
  boolean isInOneCurrency(List<Measure> measures) {
    Set<String> all = new TreeSet<>();
    measures.forEach(m -> all.addAll(currencies.getOrDefault(m, Set.of())));
    return all.size() == 1;
  }

  /** Volume in USD by send currency. */
  Map<String, BigDecimal> usdByCurrency() {
    return usdByCurrency;
  }

  /** Completed transfers by owner of the provider. */
  Map<String, Firm> firms() {
    return firms;
  }

  /** Volume in USD by provider. */
  Map<String, BigDecimal> usdByProvider() {
    return usdByProvider;
  }

  /** Costs by two sources of reference rates, by provider. */
  Map<String, Rated> rated() {
    return rated;
  }

  long senders(Population population) {
    return senders.getOrDefault(population, 0L);
  }

  long beneficiaries() {
    return beneficiaries;
  }

  void services(ServiceMix now, ServiceMix before) {
    services = now;
    servicesBefore = before;
  }

  void servicesBySex(Map<String, ServiceMix> bySex) {
    servicesBySex = Map.copyOf(bySex);
  }

  void quotes(QuoteCell ofCorridor) {
    quotes = ofCorridor;
  }

  void official(Map<OfficialInflow.Concept, BigDecimal> usd) {
    official = Map.copyOf(usd);
  }

  /** Published volume of the corridor and quarter in USD; of totals only. */
  Map<OfficialInflow.Concept, BigDecimal> official() {
    return official;
  }

  /** Services that the costed transfers went through. */
  ServiceMix services() {
    return services;
  }

  /** The same, of the quarter before. */
  ServiceMix servicesBefore() {
    return servicesBefore;
  }

  /** Services by sex of the sender; of totals only. */
  Map<String, ServiceMix> servicesBySex() {
    return servicesBySex;
  }

  /** Quotes of the corridor and quarter; of totals only. */
  QuoteCell quotes() {
    return quotes;
  }

  Optional<Double> median(Formula.MedianOf of) {
    return Optional.ofNullable(medians.get(of));
  }
}
