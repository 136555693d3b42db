package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number from quotes, and what it rests on.
 *
 * @param sum sum over services, or empty
 * @param services number of services in the value
 * @param missing services of the population without the value
 * @param excluded services left out, by reason
 * @param nullReason why there is no value; empty when there is one
 */
public record QuoteOutcome(
    Optional<BigDecimal> sum,
    long services,
    long missing,
    Map<String, Long> excluded,
    String nullReason) {

  /** Plain mean over services. */
  public static QuoteOutcome mean(
      List<QuoteRecord> services,
      QuoteRecord.Part part,
      Map<String, Long> excluded,
      String whenEmpty) {
    BigDecimal sum = BigDecimal.ZERO;
    long n = 0;
    for (QuoteRecord service : services) {
      Optional<BigDecimal> value = service.percent(part);
      if (value.isPresent()) {
        sum = sum.add(value.get());
        n++;
      }
    }
    return new QuoteOutcome(
        n == 0 ? Optional.empty() : Optional.of(sum),
        n,
        services.size() - n,
        excluded,
        n == 0 ? whenEmpty : "");
  }

  /** The mean; empty without services. */
  public Optional<Double> value() {
    return sum.map(s -> s.doubleValue() / services);
  }
}
