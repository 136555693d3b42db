package org.remitlake.savings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.lake.SortedGroups;
import org.remitlake.time.Quarter;

/**
 * Walks along the quarters of each beneficiary: who is a cash user, who converts, who goes back.
 */
final class BeneficiaryWalk extends SortedGroups {
  /** Quarters before the one of a value that it may rest on: two, and four before those. */
  static final int REACH = 6;

  /**
   * Which of {@link Conversion} a beneficiary is counted in: the part of the whole, or the rest.
   */
  static final StructType SCHEMA =
      new StructType()
          .add("corridor", DataTypes.StringType)
          .add("quarter", DataTypes.StringType)
          .add("provider_type", DataTypes.StringType)
          .add("provider_id", DataTypes.StringType)
          .add("indicator", DataTypes.StringType)
          .add("is_part", DataTypes.BooleanType);

  private static final long serialVersionUID = 1;
  private static final int LEAST_TRANSFERS = 2;

  private final List<Quarter> quarters;

  BeneficiaryWalk(List<Quarter> quarters) {
    this.quarters = List.copyOf(quarters);
  }

  @Override
  protected List<Object> key(Row receipts) {
    return List.of(
        receipts.getAs("corridor"),
        new String(receipts.<byte[]>getAs("beneficiary"), StandardCharsets.ISO_8859_1));
  }

  @Override
  protected List<Row> rows(List<Row> group) {
    Map<Quarter, Receipts> paid = new TreeMap<>();
    for (Row row : group) {
      paid.computeIfAbsent(
              Quarter.parse(row.getAs("receipt_quarter")),
              q -> new Receipts(row.getAs("send_currency")))
          .add(row);
    }
    String corridor = group.get(0).getAs("corridor");
    List<Row> rows = new ArrayList<>();
    for (Quarter quarter : quarters) {
      if (isCashUser(paid, quarter)) {
        Receipts now = paid.get(quarter);
        rows.add(row(corridor, now, quarter, Conversion.C11, now.hasAccount()));
        now.isMostlyToAccount()
            .ifPresent(
                mostly -> rows.add(row(corridor, now, quarter, Conversion.C11_GE50, mostly)));
      }
      Quarter then = quarter.plus(-2);
      if (isCashUser(paid, then) && paid.get(then).hasAccount()) {
        List<Receipts> since =
            IntStream.of(-1, 0)
                .mapToObj(quarter::plus)
                .filter(paid::containsKey)
                .map(paid::get)
                .toList();
        boolean isBack = !since.isEmpty() && since.stream().allMatch(Receipts::isCash);
        rows.add(row(corridor, paid.get(then), quarter, Conversion.C12, isBack));
      }
    }
    return rows;
  }

  /** Paid in the quarter, and at least twice in the four before, always in cash. */
  private static boolean isCashUser(Map<Quarter, Receipts> paid, Quarter quarter) {
    List<Receipts> before =
        IntStream.rangeClosed(1, 4)
            .mapToObj(n -> quarter.plus(-n))
            .filter(paid::containsKey)
            .map(paid::get)
            .toList();
    long transfers = before.stream().mapToLong(Receipts::transfers).sum();
    return paid.containsKey(quarter)
        && transfers >= LEAST_TRANSFERS
        && before.stream().allMatch(Receipts::isCash);
  }

  private static Row row(
      String corridor, Receipts of, Quarter quarter, Conversion indicator, boolean isPart) {
    return RowFactory.create(
        corridor, quarter.toString(), of.providerType(), of.provider(), indicator.name(), isPart);
  }
}
