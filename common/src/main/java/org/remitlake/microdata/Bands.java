package org.remitlake.microdata;

import java.util.ArrayList;
import java.util.List;

/**
 * Bands of a number, as 30-34; the last is open, as 85+, and begins lower where few are in it.
 *
 * @param bounds lower bounds, in order
 */
record Bands(List<Integer> bounds) {

  Bands {
    bounds = List.copyOf(bounds);
  }

  /** Bands of which the last holds enough units. */
  static Bands of(List<Cell> cells, List<Integer> bounds, int least) {
    List<Integer> enough = new ArrayList<>(bounds);
    while (enough.size() > 1 && above(cells, enough.get(enough.size() - 1)) < least) {
      enough.remove(enough.size() - 1);
    }
    return new Bands(enough);
  }

  private static long above(List<Cell> cells, int bound) {
    return cells.stream().filter(c -> c.isKnown() && c.number().intValue() >= bound).count();
  }

  /** The cell with its band in the place of its number; below all bands it is withheld. */
  Cell of(Cell cell) {
    if (!cell.isKnown()) {
      return cell;
    }
    int number = cell.number().intValue();
    int at = bounds.size() - 1;
    while (at >= 0 && bounds.get(at) > number) {
      at--;
    }
    return at < 0 ? Cell.withheld() : Cell.of(name(at));
  }

  private String name(int at) {
    int from = bounds.get(at);
    if (at == bounds.size() - 1) {
      return from + "+";
    }
    int to = bounds.get(at + 1) - 1;
    return to == from ? Integer.toString(from) : from + "-" + to;
  }

  /** Lower bound of a band, by which it is ordered. */
  static int lower(String band) {
    return Integer.parseInt(band.replaceFirst("(\\+|-.*)$", ""));
  }
}
