package org.remitlake.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.time.Quarter;

/** The services of all cells, of their own quarter and the one before. */
final class ServiceMixes {
  /** USD at the quarter's average rate: the amount that decides on the bin. */
  static final String AMOUNT = "even_usd";

  private static final List<Dimension> SERVICE =
      List.of(
          Dimension.PROVIDER_ID,
          Dimension.SEND_CHANNEL,
          Dimension.FUNDING_INSTRUMENT,
          Dimension.PAYOUT_INSTRUMENT);

  private final Map<CellKey, ServiceMix> mixes = new TreeMap<>();

  private ServiceMixes() {}

  /** Adds up costed transfers by service and bin of amounts; one Spark job. */
  static ServiceMixes of(Dataset<Row> records) {
    List<Column> by =
        new ArrayList<>(List.of(col("corridor"), col("quarter"), col("send_currency")));
    Arrays.stream(Dimension.values()).forEach(d -> by.add(col(d.column())));
    by.add(StandardAmount.bin(col(AMOUNT)).as("bin"));
    List<Column> sums = new ArrayList<>();
    sums.add(sum(AMOUNT).as(AMOUNT));
    sums.add(sum("cost_usd").as("cost_usd"));
    sums.add(sum("cost").as("cost"));
    sums.add(sum("principal").as("principal"));
    sums.add(sum("usd").as("usd"));
    for (StandardAmount amount : StandardAmount.values()) {
      sums.add(count_if(amount.isNear()).as(amount.name()));
    }
    ServiceMixes services = new ServiceMixes();
    records
        .where(col("cost_usd").isNotNull().and(col(AMOUNT).isNotNull()))
        .groupBy(by.toArray(Column[]::new))
        .agg(count(lit(1)).as("n"), sums.toArray(Column[]::new))
        .collectAsList()
        .forEach(services::add);
    return services;
  }

  private void add(Row row) {
    String corridor = row.getAs("corridor");
    String quarter = row.getAs("quarter");
    add(CellKey.total(corridor, quarter), row);
    for (Dimension d : Dimension.values()) {
      add(CellKey.of(corridor, quarter, d, row.getAs(d.column())), row);
    }
  }

  private void add(CellKey key, Row row) {
    ServiceMix mix = mixes.computeIfAbsent(key, k -> new ServiceMix());
    List<String> parts = SERVICE.stream().map(d -> row.<String>getAs(d.column())).toList();
    String service = String.join("|", parts);
    BigDecimal costUsd = row.getAs("cost_usd");
    mix.addBin(
        service,
        row.<Integer>getAs("bin"),
        new ServiceMix.Bin(row.<Long>getAs("n"), row.getAs(AMOUNT), costUsd));
    mix.addMoney(
        service,
        row.getAs("send_currency"),
        new ServiceMix.Money(row.getAs("cost"), row.getAs("principal"), costUsd, row.getAs("usd")));
    for (StandardAmount amount : StandardAmount.values()) {
      mix.addNear(service, amount, row.<Long>getAs(amount.name()));
    }
  }

  /** Hands each cell its services. */
  void giveTo(Map<CellKey, TransferCell> cells) {
    cells.forEach(
        (key, cell) -> {
          String before = Quarter.parse(key.quarter()).plus(-1).toString();
          cell.services(of(key), of(key.at(before)));
          if (key.isTotal()) {
            cell.servicesBySex(bySex(key));
          }
        });
  }

  private Map<String, ServiceMix> bySex(CellKey total) {
    Map<String, ServiceMix> bySex = new TreeMap<>();
    for (String sex : List.of("F", "M")) {
      bySex.put(sex, of(CellKey.of(total.corridor(), total.quarter(), Dimension.SENDER_SEX, sex)));
    }
    return bySex;
  }

  private ServiceMix of(CellKey key) {
    return mixes.getOrDefault(key, new ServiceMix());
  }
}
