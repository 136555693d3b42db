package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known of the transfers of one cell: exact sums, persons, medians. */
public final class TransferCell {
  /**
   * Completed transfers of a firm.
   *
   * @param transfers their number
   * @param usd their volume
   */
  record Firm(long transfers, BigDecimal usd) {}

  /**
   * Costs of a provider by two sources of reference rates.
   *
   * @param n transfers with both
   * @param first sum of costs in percent by the first
   * @param second by the second
   */
  record Rated(long n, BigDecimal first, BigDecimal second) {}

  private final TransferTally tally;
  private final ServiceMix services;
  private ServiceMix servicesBefore = new ServiceMix(Set.of());
  private Map<String, ServiceMix> servicesByValue = Map.of();
  private QuoteCell quotes = new QuoteCell(List.of(), List.of());
  private Map<OfficialInflow.Concept, BigDecimal> official = Map.of();

  TransferCell(TransferTally tally) {
    this.tally = tally;
    this.services = tally.services();
  }

  /** The exact sum; zero where no record had the quantity. */
  BigDecimal sum(Measure measure) {
    return tally.sum(measure).orElse(BigDecimal.ZERO);
  }

  /** Whether any record had the quantity. */
  boolean isSummed(Measure measure) {
    return tally.sum(measure).isPresent();
  }

  long count(Measure measure) {
    return sum(measure).longValueExact();
  }

  long excluded(String reason) {
    return tally.excluded(reason);
  }

  /** Whether all records that measures rest on are in one send currency. */
  boolean isInOneCurrency(List<Measure> measures) {
    Set<String> all = new TreeSet<>();
    measures.forEach(m -> all.addAll(tally.currencies(m)));
    return all.size() == 1;
  }

  /** Volume in USD by send currency. */
  Map<String, BigDecimal> usdByCurrency() {
    return tally.usdByCurrency();
  }

  /** Completed transfers by owner of the provider. */
  Map<String, Firm> firms() {
    return tally.firms();
  }

  /** Volume in USD by provider. */
  Map<String, BigDecimal> usdByProvider() {
    return tally.usdByProvider();
  }

  /** Costs by two sources of reference rates, by provider. */
  Map<String, Rated> rated() {
    return tally.rated();
  }

  long senders(Population population) {
    return tally.senders(population);
  }

  long beneficiaries() {
    return tally.beneficiaries();
  }

  long receipts() {
    return tally.receipts();
  }

  Optional<Double> quantile(Quantile of) {
    return tally.quantile(of);
  }

  void servicesBefore(ServiceMix before) {
    servicesBefore = before;
  }

  void servicesByValue(Map<String, ServiceMix> byValue) {
    servicesByValue = Map.copyOf(byValue);
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

  /**
   * Services by all values of what the cell is compared by: of totals the sender's sex, else the
   * cell's own dimension.
   */
  Map<String, ServiceMix> servicesByValue() {
    return servicesByValue;
  }

  /** Quotes of the corridor and quarter; of totals only. */
  QuoteCell quotes() {
    return quotes;
  }
}
