package org.remitlake.indicator;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.unhex;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Field;
import org.remitlake.money.CentralBanks;
import org.remitlake.transfer.Tx;

/**
 * Transfers as records for indicators: population, dimensions, and exact cost and value per
 * transfer (catalogue 2.4, 2.5, 2.9, A01 to A03).
 */
final class TransferRecords {
  /** Below and above, in percent of principal, a cost is no cost but an error (catalogue 2.9). */
  private static final int LOWEST_COST_PCT = -5;

  private static final int HIGHEST_COST_PCT = 60;

  private TransferRecords() {}

  /** Records of transfers; the columns of {@link Measure} and {@link Dimension}, and persons. */
  static Dataset<Row> of(Dataset<Row> tx, PriceTables prices) {
    return of(tx, prices, List.of());
  }

  /** The same, with more columns of the transfers. */
  static Dataset<Row> of(Dataset<Row> tx, PriceTables prices, List<String> more) {
    return measured(priced(tx, prices), more);
  }

  private static Dataset<Row> priced(Dataset<Row> tx, PriceTables prices) {
    Dataset<Row> table = prices.rates(tx.sparkSession());
    Dataset<Row> m =
        named(table, "send_currency", "delivered_currency", "initiated_on", "m", "m_second");
    Dataset<Row> u = prices.usd(tx.sparkSession());
    Dataset<Row> l =
        named(table, "received_in", "home_currency", "receipt_on", "rate_home", "second_home");
    Column home = CentralBanks.homeCurrency(Tx.RECEIVE_COUNTRY.column());
    // An extract that ends in the send currency still says how much was received (catalogue 2.5).
    Column receivedIn = coalesce(col("delivered_currency"), col("send_currency"));
    return tx.withColumn("home_currency", home)
        .withColumn("received_in", receivedIn)
        .withColumn("receipt_on", coalesce(col("paid_on"), col("initiated_on")))
        .join(
            broadcast(m),
            new String[] {"corridor", "send_currency", "delivered_currency", "initiated_on"},
            "left")
        .join(broadcast(u), new String[] {"corridor", "send_currency", "initiated_on"}, "left")
        .join(
            broadcast(l),
            new String[] {"corridor", "received_in", "home_currency", "receipt_on"},
            "left")
        .withColumn(
            "to_home",
            when(col("received_in").equalTo(col("home_currency")), lit(1).cast(Field.RATE))
                .otherwise(col("rate_home")));
  }

  private static Dataset<Row> named(
      Dataset<Row> table, String from, String to, String date, String rate, String second) {
    return table.select(
        col("corridor"),
        col("from_currency").as(from),
        col("to_currency").as(to),
        col("date").as(date),
        col("rate").as(rate),
        col("second").as(second));
  }

  private static Dataset<Row> measured(Dataset<Row> priced, List<String> more) {
    Column completed = col("exclusion").isNull();
    Column sameCurrency = col("fee_currency").equalTo(col("send_currency"));
    Column plausible =
        expr(
            "raw_cost * 100 between principal * %d and principal * %d"
                .formatted(LOWEST_COST_PCT, HIGHEST_COST_PCT));
    Dataset<Row> costed =
        priced
            .withColumn("exclusion", exclusion())
            .withColumn(
                "raw_cost",
                when(
                    completed.and(sameCurrency).and(not(has("T06"))).and(not(has("T07"))),
                    cost("m")))
            .withColumn("cost", when(plausible, col("raw_cost")))
            .withColumn("second_cost", when(col("cost").isNotNull(), cost("m_second")));
    List<Column> columns = new ArrayList<>();
    columns.add(col("corridor"));
    columns.add(col("quarter"));
    columns.add(receiptQuarter().as("receipt_quarter"));
    columns.add(col("send_currency"));
    columns.add(coalesce(col("provider_group"), col("provider_id")).as("provider_group"));
    for (Dimension d : Dimension.values()) {
      columns.add(coalesce(col(d.column()), lit(Dimension.UNKNOWN)).as(d.column()));
    }
    columns.add(col("initiated_on"));
    columns.add(col("relationship"));
    columns.add(col("exclusion"));
    columns.add(costGap(completed, sameCurrency).as("cost_gap"));
    columns.add(person("sender_pid").as("sender"));
    columns.add(person("beneficiary_pid").as("beneficiary"));
    columns.add(when(completed, col("principal")).as("principal"));
    columns.add(col("cost"));
    columns.add(
        pct(
            "fee",
            completed
                .and(sameCurrency)
                .and(not(has("T06")))
                .and(expr("fee * 100 <= principal * 60")),
            "fee_pct"));
    columns.add(pct("principal - delivered / m", col("cost").isNotNull(), "fx_margin_pct"));
    columns.add(pct("cost", col("cost").isNotNull(), "total_cost_pct"));
    Column second = col("second_cost").isNotNull();
    columns.add(pct("principal - delivered / m_second", second, "second_margin_pct"));
    columns.add(pct("second_cost", second, "second_cost_pct"));
    columns.add(expr("try_cast(cost * u as decimal(28,8))").as("cost_usd"));
    columns.add(when(completed, expr("try_cast(principal * u as decimal(28,8))")).as("usd"));
    columns.add(expr("try_cast(principal * u_mean as decimal(28,8))").as(ServiceMixes.AMOUNT));
    columns.add(
        when(
                col("cost").isNotNull().and(col("smart").isNotNull()).and(col("u").isNotNull()),
                expr(
                    "greatest(try_cast(cost * u as decimal(28,8)) - try_cast(try_cast(principal * u as"
                        + " decimal(20,8)) * smart as decimal(28,8)), cast(0 as decimal(28,8)))"))
            .as("above_smart_usd"));
    columns.add(when(sameCurrency, col("fee")).as("fee"));
    columns.add(when(sameCurrency, expr("try_cast(fee * u as decimal(28,8))")).as("fee_usd"));
    columns.add(when(completed, isWithinHour()).as("is_within_hour"));
    columns.add(when(completed, expr("try_cast(delivered * to_home as decimal(28,8))")).as("lcu"));
    more.forEach(name -> columns.add(col(name)));
    return costed.select(columns.toArray(Column[]::new));
  }

  /**
   * The quarter of the receipt, where it is the transfer's or the next: so a quarter rests on two
   * slices of transfers, and one computed alone equals one computed with all.
   */
  static Column receiptQuarter() {
    Column late = serial("receipt_on").minus(serial("initiated_on"));
    return when(
        late.leq(1), concat(year(col("receipt_on")), lit("-Q"), quarter(col("receipt_on"))));
  }

  private static Column serial(String date) {
    return year(col(date)).multiply(4).plus(quarter(col(date)));
  }

  /** What a transfer cost at a reference rate, send currency. */
  private static Column cost(String rate) {
    return expr(
        "try_cast(fee + principal - (delivered - coalesce(beneficiary_fee, 0)) / "
            + rate
            + " as decimal(24,10))");
  }

  /** 100 · amount / principal, where it is known and below a million. */
  private static Column pct(String amount, Column known, String name) {
    // Few digits before the division: Spark would cut the quotient's decimals to make room.
    Column percent =
        expr(
            "try_cast(100 * try_cast("
                + amount
                + " as decimal(24,10)) / principal as decimal(18,12))");
    return when(known, percent).as(name);
  }

  /** Why a transfer is not in the population COMPLETED; null when it is. */
  static Column exclusion() {
    return expr(
        """
        case
          when final_state in ('INITIATED', 'SENT', 'AVAILABLE') then 'IN_FLIGHT'
          when final_state not in ('PAID', 'PARTIAL_REFUND') then final_state
          when array_contains(flags, 'T02') then 'DUPLICATE'
          when not is_p2p then 'NOT_P2P'
          when not (principal > 0 and delivered > 0) then 'AMT_NONPOS'
        end""");
  }

  private static Column has(String rule) {
    return array_contains(col("flags"), rule);
  }

  /**
   * Whether the money was there within 60 minutes (catalogue A22): of cash, when it could be
   * collected, since the walk to fetch it is no part of the service; null where that is not told.
   */
  private static Column isWithinHour() {
    return expr(
        """
        unix_micros(case
          when payout_instrument in ('ACCOUNT', 'CARD', 'WALLET', 'HOME_DELIVERY')
            then coalesce(available_at, paid_at)
          else available_at
        end) - unix_micros(initiated_at) <= 3600000000""");
  }

  /** Why a completed transfer has no cost; null when it has one. */
  private static Column costGap(Column completed, Column sameCurrency) {
    return when(completed.equalTo(false), lit(null).cast("string"))
        .when(sameCurrency.equalTo(false), lit("FEE_CURRENCY"))
        .when(has("T06"), lit("FEE_UNCLEAR"))
        .when(has("T07"), lit("RATE_MISMATCH"))
        .when(col("delivered_currency").isNull(), lit("PAYOUT_UNKNOWN"))
        .when(col("m").isNull(), lit("FX_STALE"))
        .when(col("cost").isNull(), lit("COST_IMPLAUSIBLE"));
  }

  /** A hash means one person within its provider, unless the provider's hashes are linked. */
  static Column person(String pid) {
    Column hash = unhex(col(pid));
    Column scope = col("provider_id").cast("binary");
    Column person = when(col("pid_scope").equalTo("LINKED"), hash).otherwise(concat(scope, hash));
    return when(not(has("T15_SAME")), person);
  }
}
