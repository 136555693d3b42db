import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * One hand-written Spark SQL query for each family of indicators, as somebody would write it who has
 * {@code silver.tx} and {@code silver.fx_mid} and needs the best-known numbers: for each corridor and
 * quarter as a whole and by each of ten dimensions. Family A: mean, weighted and median cost, fee,
 * margin. B: transfers, senders, beneficiaries, volume, gaps between transfers. C: share paid to
 * accounts, beneficiaries who went over to them. What {@code remit indicators} is measured against,
 * though it computes several times as many values. Run by bench/history.
 */
public final class PlainIndicators {
  private static final List<String> DIMENSIONS =
      List.of(
          "provider_type",
          "provider_id",
          "send_channel",
          "funding_instrument",
          "payout_instrument",
          "speed",
          "tier",
          "sender_sex",
          "sender_age_band",
          "receive_region");

  /** Rates of the receiving country's bank, the last of the ten days up to each day. */
  private static final String RATES =
      """
      create or replace temp view rates as
        select source, base, day, max_by(rate, date) as rate
        from (select fx_source as source, base_currency as base, cast(unit_rate as double) as rate, rate_date as date,
            explode(sequence(rate_date, rate_date + 9)) as day
          from fx where fx_source in ('NBT', 'CBA') and quote_currency = if(fx_source = 'NBT', 'TJS', 'AMD'))
        group by source, base, day
        union all select s, c, day, 1.0 from (values ('NBT', 'TJS'), ('CBA', 'AMD')) as own(s, c)
          cross join (select explode(sequence(min(rate_date), max(rate_date))) as day from fx)
      """;

  private static final String VALUED =
      """
      create or replace temp view valued as
        select t.*, provider_id || sender_pid as sender, provider_id || beneficiary_pid as beneficiary,
          100 * fee / principal as fee_pct, 100 * (1 - delivered / (principal * s.rate)) as margin_pct,
          100 * (fee / principal + 1 - delivered / (principal * s.rate)) as pct,
          fee + principal - delivered / s.rate as cost, principal * s.rate / u.rate as usd,
          case when available_at is null then 'U'
            when available_at <= initiated_at + interval 1 hour then 'LT1H'
            when to_date(available_at) = initiated_on then 'SAME_DAY' else 'LATER' end as speed,
          floor(log2(greatest(1, principal * s.rate / u.rate))) as tier
        from tx t
        left join rates s on s.source = if(receive_country = 'TJK', 'NBT', 'CBA')
          and s.base = send_currency and s.day = initiated_on
        left join rates u on u.source = if(receive_country = 'TJK', 'NBT', 'CBA')
          and u.base = 'USD' and u.day = initiated_on
        where final_state in ('PAID', 'PARTIAL_REFUND') and coalesce(is_p2p, true)
          and not array_contains(flags, 'T02')
      """;

  private static final String COST =
      """
      select corridor, quarter, %1$s, count(*), avg(fee_pct), avg(margin_pct), avg(pct),
        sum(cost) / sum(principal), percentile(pct, 0.5), percentile(pct, array(0.25, 0.75)), sum(usd)
      from valued group by %2$s
      """;

  private static final String FREQUENCY =
      """
      with parts as (select corridor, quarter, %1$s, count(*) as n, count(distinct sender) as senders,
          count(distinct beneficiary) as beneficiaries, sum(usd) as volume from valued group by %2$s),
        gaps as (select corridor, quarter, sender, n, middle from (
          select corridor, quarter, sender, count(*) as n, percentile(gap, 0.5) as middle from (
            select q.quarter, v.corridor, v.sender, datediff(initiated_on,
              lag(initiated_on) over (partition by q.quarter, v.corridor, v.sender order by initiated_on)) as gap
            from (select distinct quarter, last_day(make_date(left(quarter, 4), 3 * right(quarter, 1), 1)) as last
              from tx) q
            join valued v on v.initiated_on > q.last - 365 and v.initiated_on <= q.last)
          group by all))
      select corridor, quarter, 'all' as kind, n, senders, beneficiaries, volume from parts
      union all select corridor, quarter, 'gaps', count(*), count_if(n = 1), percentile(middle, 0.5), percentile(n, 0.5)
        from gaps group by corridor, quarter
      """;

  private static final String SAVINGS =
      """
      with users as (select corridor, quarter, beneficiary, count(*) as n,
          count_if(payout_instrument in ('ACCOUNT', 'CARD', 'WALLET')) as to_account
        from valued group by all),
        path as (select *, sum(to_account) over (partition by corridor, beneficiary order by quarter
          rows between unbounded preceding and 1 preceding) as before from users),
        parts as (select corridor, quarter, %1$s, 100 * avg(if(payout_instrument in ('ACCOUNT', 'CARD', 'WALLET'), 1, 0)),
          sum(if(payout_instrument in ('ACCOUNT', 'CARD', 'WALLET'), usd, 0)) / sum(usd) as by_value
          from valued group by %2$s)
      select corridor, quarter, count(*), count_if(coalesce(before, 0) = 0 and to_account > 0) from path group by all
      union all select corridor, quarter, 0, by_value from parts
      """;

  private PlainIndicators() {}

  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.ansi.enabled", "false")
            .config("spark.sql.shuffle.partitions", "16")
            .getOrCreate();
    spark.read().format("delta").load(args[0] + "/silver/tx").createOrReplaceTempView("tx");
    spark.read().format("delta").load(args[0] + "/silver/fx_mid").createOrReplaceTempView("fx");
    spark.sql(RATES);
    spark.sql(VALUED);
    StringBuilder sets = new StringBuilder("grouping sets ((corridor, quarter)");
    DIMENSIONS.forEach(d -> sets.append(", (corridor, quarter, ").append(d).append(')'));
    String names = String.join(", ", DIMENSIONS);
    Map<String, String> families = new LinkedHashMap<>();
    families.put("A", COST);
    families.put("B", FREQUENCY);
    families.put("C", SAVINGS);
    families.forEach(
        (family, query) -> {
          long start = System.nanoTime();
          spark
              .sql(String.format(query, names, sets + ")"))
              .write()
              .format("noop")
              .mode("overwrite")
              .save();
          System.out.printf("family %s: %.1f s%n", family, (System.nanoTime() - start) / 1e9);
        });
    spark.stop();
  }
}
