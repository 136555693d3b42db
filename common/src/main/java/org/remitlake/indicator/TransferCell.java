package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of the transfers of one cell: exact sums, persons, medians. */
public final class TransferCell {
  private final Map<Measure, BigDecimal> sums = new EnumMap<>(Measure.class);
  private final Map<String, Long> excluded = new TreeMap<>();
  private final Set<String> costedCurrencies = new TreeSet<>();
  private final Map<Population, Long> senders = new EnumMap<>(Population.class);
  private final Map<Formula.MedianOf, Double> medians = new EnumMap<>(Formula.MedianOf.class);
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

  void addCostedCurrency(String currency) {
    costedCurrencies.add(currency);
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

  long count(Measure measure) {
    return sum(measure).longValueExact();
  }

  long excluded(String reason) {
    return excluded.getOrDefault(reason, 0L);
  }

  boolean costedInOneCurrency() {
    return costedCurrencies.size() == 1;
  }

  long senders(Population population) {
    return senders.getOrDefault(population, 0L);
  }

  long beneficiaries() {
    return beneficiaries;
  }

  Optional<Double> median(Formula.MedianOf of) {
    return Optional.ofNullable(medians.get(of));
  }
}
