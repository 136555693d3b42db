package org.remitlake.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/** Amounts in USD at which costs are compared (catalogue A33), the tiers of price quotes. */
public enum StandardAmount {
  /** USD 200, about RUB 16 000 at 80 per USD. */
  USD_200(200),
  /** USD 500. */
  USD_500(500);

  /** Upper edges of the bins of amounts, USD; the last bin has none. */
  private static final List<Integer> EDGES = List.of(50, 100, 150, 250, 350, 450, 600, 1000, 2000);

  private final int usd;

  StandardAmount(int usd) {
    this.usd = usd;
  }

  /** The amount in USD. */
  public int usd() {
    return usd;
  }

  /** Which bin an amount lies in, from 0; an edge belongs to the bin above it. */
  static Column bin(Column amount) {
    Column bin = lit(EDGES.size());
    for (int i = EDGES.size() - 1; i >= 0; i--) {
      bin = when(amount.lt(EDGES.get(i)), i).otherwise(bin);
    }
    return bin;
  }

  /** Whether an amount lies between half and one and a half of this one. */
  Column isNear() {
    return col(ServiceMixes.AMOUNT).multiply(2).between(usd, 3 * usd);
  }
}
