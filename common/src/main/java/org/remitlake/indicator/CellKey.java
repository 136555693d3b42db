package org.remitlake.indicator;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which cell of a corridor and quarter, or of a country and wave: the total, or one value of one
 * dimension or of several that are crossed; of all, or of an arm of a pilot.
 *
 * @param corridor as RUS-TJK, or a country
 * @param quarter as 2024-Q1, or a wave
 * @param dimensions names joined by {@code |}; {@code _T} for the total
 * @param values their values, joined by {@code |}; {@code _T} for the total
 * @param pilot pilot, or {@code _T}
 * @param arm arm of the pilot, or {@code _T}
 */
public record CellKey(
    String corridor, String quarter, String dimensions, String values, String pilot, String arm)
    implements Comparable<CellKey>, Serializable {

  private static final Comparator<CellKey> ORDER =
      Comparator.comparing(CellKey::corridor)
          .thenComparing(CellKey::quarter)
          .thenComparing(CellKey::dimensions)
          .thenComparing(CellKey::values)
          .thenComparing(CellKey::pilot)
          .thenComparing(CellKey::arm);

  /** The total of a corridor and quarter. */
  public static CellKey total(String corridor, String quarter) {
    return of(corridor, quarter, Dimension.TOTAL, Dimension.TOTAL);
  }

  /** One value of one dimension. */
  static CellKey of(String corridor, String quarter, Dimension dimension, String value) {
    return of(corridor, quarter, dimension.column(), value);
  }

  /** One value of a named dimension. */
  public static CellKey of(String corridor, String quarter, String dimension, String value) {
    return new CellKey(corridor, quarter, dimension, value, Dimension.TOTAL, Dimension.TOTAL);
  }

  /**
   * One value of each of some dimensions; the total of none.
   *
   * @param valueOf value by name of the dimension
   */
  public static CellKey crossed(String corridor, String quarter, Map<String, String> valueOf) {
    if (valueOf.isEmpty()) {
      return total(corridor, quarter);
    }
    List<String> names = new ArrayList<>(valueOf.keySet());
    names.sort(Comparator.comparing(Dimension::place));
    return of(
        corridor,
        quarter,
        String.join(Breakdowns.CROSSED, names),
        names.stream().map(valueOf::get).collect(Collectors.joining(Breakdowns.CROSSED)));
  }

  /** The same cell, of an arm of a pilot. */
  public CellKey in(String pilotCode, String armCode) {
    return new CellKey(corridor, quarter, dimensions, values, pilotCode, armCode);
  }

  /** The same cell in another quarter. */
  public CellKey at(String otherQuarter) {
    return new CellKey(corridor, otherQuarter, dimensions, values, pilot, arm);
  }

  /** Whether nothing is broken down. */
  boolean isTotal() {
    return dimensions.equals(Dimension.TOTAL);
  }

  /** Whether a dimension is told. */
  boolean isBrokenDownBy(Dimension dimension) {
    return List.of(dimensions.split("\\|", -1)).contains(dimension.column());
  }

  /** Whether the period is a wave of a survey and not a quarter. */
  boolean isWave() {
    return quarter.length() == 4;
  }

  @Override
  public int compareTo(CellKey other) {
    return ORDER.compare(this, other);
  }
}
