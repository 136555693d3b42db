package org.remitlake.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.remitlake.indicator.QuoteCell;
import org.remitlake.indicator.QuoteOutcome;
import org.remitlake.indicator.QuoteRecord;

/**
 * How quotes of a cell lie: below limits, apart from each other, open, fast (A16 to A18, A20 to
 * A22).
 */
final class Spread {
  private static final int TIER = 200;
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  private Spread() {}

  /** Measures of spread of catalogue A20. */
  enum Kind {
    RANGE {
      @Override
      Optional<Double> of(double[] sorted) {
        return Optional.of(sorted[sorted.length - 1] - sorted[0]);
      }
    },
    IQR {
      @Override
      Optional<Double> of(double[] sorted) {
        return Optional.of(quantile(sorted, 75) - quantile(sorted, 25));
      }
    },
    SD {
      @Override
      Optional<Double> of(double[] sorted) {
        return sorted.length < 2
            ? Optional.empty()
            : Optional.of(Math.sqrt(StatUtils.variance(sorted)));
      }
    },
    P90_P10 {
      @Override
      Optional<Double> of(double[] sorted) {
        double low = quantile(sorted, 10);
        return low > 0 ? Optional.of(quantile(sorted, 90) / low) : Optional.empty();
      }
    };

    abstract Optional<Double> of(double[] sorted);

    private static double quantile(double[] sorted, double percent) {
      return new Percentile().withEstimationType(EstimationType.R_7).evaluate(sorted, percent);
    }
  }

  /** Spread of costs at USD 200. */
  static QuoteOutcome of(QuoteCell cell, Kind kind) {
    QuoteOutcome mean = QuotedCost.A10_200.of(cell);
    double[] sorted =
        cell.eligible(TIER).stream()
            .mapToDouble(q -> q.totalCostPct().orElseThrow().doubleValue())
            .sorted()
            .toArray();
    return sorted.length == 0 ? mean : mean.withValue(kind.of(sorted), "DEN_ZERO");
  }

  /** Services strictly below a limit, in percent of those that disclose their price. */
  static QuoteOutcome below(QuoteCell cell, int limit) {
    List<QuoteRecord> eligible = cell.eligible(TIER);
    long cheap =
        eligible.stream()
            .filter(q -> q.totalCostPct().orElseThrow().compareTo(BigDecimal.valueOf(limit)) < 0)
            .count();
    return QuoteOutcome.share(cheap, eligible.size(), eligible.size(), 100, cell.excluded(TIER));
  }

  /** Whether a mean lies above 5 %. */
  static QuoteOutcome aboveFive(QuoteOutcome mean) {
    boolean above =
        mean.numerator()
            .map(sum -> sum.compareTo(FIVE.multiply(BigDecimal.valueOf(mean.n()))) > 0)
            .orElse(false);
    return mean.withValue(mean.value().map(v -> above ? 1.0 : 0.0), mean.nullReason());
  }

  /** Quotes that disclose everything, times a scale. */
  static QuoteOutcome disclosed(QuoteCell cell, double scale) {
    long open = cell.quotes().stream().filter(QuoteRecord::isDisclosed).count();
    return ofAll(cell, open, scale);
  }

  /** Quotes of services that take less than an hour, in percent. */
  static QuoteOutcome withinAnHour(QuoteCell cell) {
    List<QuoteRecord> told =
        cell.quotes().stream().filter(q -> !q.service().speedClass().equals("U")).toList();
    long fast = told.stream().filter(q -> q.service().speedClass().equals("LT1H")).count();
    return ofAll(new QuoteCell(told, List.of()), fast, 100);
  }

  private static QuoteOutcome ofAll(QuoteCell cell, long part, double scale) {
    long services = cell.quotes().stream().map(QuoteRecord::service).distinct().count();
    return QuoteOutcome.share(part, cell.quotes().size(), services, scale, java.util.Map.of());
  }

  /** Corridor average less SmaRT; as many services as the average has. */
  static QuoteOutcome saving(QuoteCell cell) {
    QuoteOutcome mean = QuotedCost.A10_200.of(cell);
    QuoteOutcome smart = Smart.of(cell);
    return mean.withValue(
        mean.value().flatMap(m -> smart.value().map(s -> m - s)),
        mean.nullReason().isEmpty() ? smart.nullReason() : mean.nullReason());
  }
}
