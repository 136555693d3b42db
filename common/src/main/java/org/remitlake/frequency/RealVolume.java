package org.remitlake.frequency;

import java.util.List;
import java.util.NavigableMap;
import org.remitlake.contract.Unit;
import org.remitlake.indicator.BaseValue;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;
import org.remitlake.time.Quarter;

/** How much the money that is sent buys, against a base. */
public enum RealVolume implements Indicator {
  /** Against the mean quarter of 2019. */
  B10(
      "_T",
      "Real volume index, " + ConsumerPrices.BASE_YEAR + " = 100",
      "Volume in the receive country's currency (B05) over its consumer prices, mean quarter of "
          + ConsumerPrices.BASE_YEAR
          + " = 100; what the money buys there. An index of dollars would tell of the exchange rate."),
  /** Against the mean quarter of the first full year. */
  B10_FIRST_YEAR(
      "first_year",
      "Real volume index, first full year = 100",
      "The same against the mean quarter of the corridor's first full calendar year: corridors that"
          + " begin in other years are not to be compared.");

  private static final int LEAST_SENDERS = 10;

  private final Definition definition;

  RealVolume(String variant, String title, String note) {
    this.definition =
        new Definition(
            variant, "real_volume_index", title, Unit.INDEX, Direction.UP, note, LEAST_SENDERS);
  }

  @Override
  public String basis() {
    return "tx";
  }

  @Override
  public Definition definition() {
    return definition;
  }

  /**
   * The quarters whose mean is 100; none where a corridor does not have them all.
   *
   * @param volumes all volumes of the corridor
   */
  List<Quarter> base(NavigableMap<Quarter, BaseValue> volumes) {
    return switch (this) {
      case B10 -> whole(ConsumerPrices.BASE_YEAR, volumes);
      case B10_FIRST_YEAR ->
          volumes.keySet().stream()
              .map(q -> whole(q.year(), volumes))
              .filter(year -> !year.isEmpty())
              .findFirst()
              .orElse(List.of());
    };
  }

  private static List<Quarter> whole(int year, NavigableMap<Quarter, BaseValue> volumes) {
    List<Quarter> quarters = ConsumerPrices.year(year);
    boolean isWhole =
        quarters.stream()
            .allMatch(q -> volumes.containsKey(q) && volumes.get(q).value().isPresent());
    return isWhole ? quarters : List.of();
  }
}
