package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number from quotes, and what it rests on.
 *
 * @param value in the indicator's unit; empty with a reason
 * @param numerator exact, of means and shares
 * @param denominator exact, of means and shares
 * @param n quotes in the value
 * @param services services in the value
 * @param missing quotes of the population without the value
 * @param excluded quotes left out, by reason
 * @param nullReason why there is no value; empty when there is one
 */
public record QuoteOutcome(
    Optional<Double> value,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    long n,
    long services,
    long missing,
    Map<String, Long> excluded,
    String nullReason) {

  /** Plain mean over services, each of which has one quote. */
  public static QuoteOutcome mean(
      List<QuoteRecord> services,
      QuoteRecord.Part part,
      Map<String, Long> excluded,
      String whenEmpty) {
    List<BigDecimal> known = services.stream().flatMap(s -> s.percent(part).stream()).toList();
    return mean(known, services.size() - known.size(), excluded, whenEmpty);
  }

  /** Plain mean of total costs in percent; none of no services. */
  static Optional<Double> meanCost(List<QuoteRecord> services) {
    return mean(services, QuoteRecord.Part.TOTAL_COST, Map.of(), "").value();
  }

  /** Plain mean of one number per service. */
  public static QuoteOutcome mean(
      List<BigDecimal> ofServices, long missing, Map<String, Long> excluded, String whenEmpty) {
    BigDecimal sum = ofServices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int n = ofServices.size();
    return new QuoteOutcome(
        n == 0 ? Optional.empty() : Optional.of(sum.doubleValue() / n),
        n == 0 ? Optional.empty() : Optional.of(sum),
        Optional.of(BigDecimal.valueOf(n)),
        n,
        n,
        missing,
        excluded,
        n == 0 ? whenEmpty : "");
  }

  /** So many of so many quotes, times {@code scale}. */
  public static QuoteOutcome share(
      long part, long whole, long services, double scale, Map<String, Long> excluded) {
    return new QuoteOutcome(
        whole == 0 ? Optional.empty() : Optional.of(scale * part / whole),
        Optional.of(BigDecimal.valueOf(part)),
        Optional.of(BigDecimal.valueOf(whole)),
        whole,
        services,
        0,
        excluded,
        whole == 0 ? "EMPTY" : "");
  }

  /** Another number of the same services. */
  public QuoteOutcome withValue(Optional<Double> other, String whenNone) {
    boolean none = other.isEmpty();
    return new QuoteOutcome(
        other,
        Optional.empty(),
        Optional.empty(),
        n,
        services,
        missing,
        excluded,
        none ? whenNone : "");
  }
}
