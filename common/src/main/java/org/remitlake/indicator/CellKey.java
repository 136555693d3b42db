package org.remitlake.indicator;

import java.util.Comparator;

/**
 * Which cell of a corridor and quarter: the total, or one value of one dimension.
 *
 * @param corridor as RUS-TJK
 * @param quarter as 2024-Q1
 * @param dimensions names joined by {@code |}; {@code _T} for the total
 * @param values their values, joined by {@code |}; {@code _T} for the total
 */
public record CellKey(String corridor, String quarter, String dimensions, String values)
    implements Comparable<CellKey> {

  private static final Comparator<CellKey> ORDER =
      Comparator.comparing(CellKey::corridor)
          .thenComparing(CellKey::quarter)
          .thenComparing(CellKey::dimensions)
          .thenComparing(CellKey::values);

  /** The total of a corridor and quarter. */
  public static CellKey total(String corridor, String quarter) {
    return new CellKey(corridor, quarter, Dimension.TOTAL, Dimension.TOTAL);
  }

  /** One value of one dimension. */
  static CellKey of(String corridor, String quarter, Dimension dimension, String value) {
    return new CellKey(corridor, quarter, dimension.column(), value);
  }

  @Override
  public int compareTo(CellKey other) {
    return ORDER.compare(this, other);
  }
}
