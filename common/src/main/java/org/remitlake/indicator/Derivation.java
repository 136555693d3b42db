package org.remitlake.indicator;

import java.util.List;
import java.util.function.Function;

/**
 * How values follow from values of other indicators: the second phase of a run.
 *
 * @param bases the indicators that they rest on, of sources of the first phase
 * @param source where they come from, once the values of the bases are known
 */
public record Derivation(List<Indicator> bases, Function<BaseValues, ValueSource> source) {
  ValueSource of(BaseValues values) {
    return source.apply(values);
  }

  boolean gives(Indicator indicator) {
    return of(new BaseValues()).indicators().contains(indicator);
  }
}
