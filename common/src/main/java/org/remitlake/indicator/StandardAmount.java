package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Amounts in USD at which costs are compared (catalogue A33), the tiers of price quotes. */
public enum StandardAmount {
  /** USD 200, about RUB 16 000 at 80 per USD. */
  USD_200(200),
  /** USD 500. */
  USD_500(500);

  /** Upper edges of the bins of amounts, USD; the last bin has none. */
  private static final List<BigDecimal> EDGES =
      Stream.of(50, 100, 150, 250, 350, 450, 600, 1000, 2000).map(BigDecimal::valueOf).toList();

  private static final List<String> TIERS = tiers();
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  /** All, in order. */
  static final List<StandardAmount> ALL = List.of(values());

  private final int usd;
  private final BigDecimal half;

  StandardAmount(int usd) {
    this.usd = usd;
    this.half = BigDecimal.valueOf(usd).divide(BigDecimal.valueOf(2));
  }

  /** The amount in USD. */
  public int usd() {
    return usd;
  }

  /** Which bin an amount lies in, from 0; an edge belongs to the bin above it. */
  static int bin(BigDecimal amount) {
    int bin = 0;
    while (bin < EDGES.size() && amount.compareTo(EDGES.get(bin)) >= 0) {
      bin++;
    }
    return bin;
  }

  /** Name of a bin, as 150-250, in USD; the upper edge is in the next. */
  static String tier(int bin) {
    return TIERS.get(bin);
  }

  private static List<String> tiers() {
    List<String> tiers = new ArrayList<>();
    String from = "0";
    for (BigDecimal edge : EDGES) {
      tiers.add(from + "-" + edge);
      from = edge.toString();
    }
    tiers.add(from + "+");
    return List.copyOf(tiers);
  }

  /**
   * The standard amounts of which an amount is between half and one and a half, a bit for each in
   * their order.
   */
  static int near(BigDecimal amount) {
    int near = 0;
    for (int i = 0; i < ALL.size(); i++) {
      BigDecimal half = ALL.get(i).half;
      boolean isNear = amount.compareTo(half) >= 0 && amount.compareTo(half.multiply(THREE)) <= 0;
      near |= isNear ? 1 << i : 0;
    }
    return near;
  }
}
