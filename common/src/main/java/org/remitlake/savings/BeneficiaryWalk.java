package org.remitlake.savings;

import java.math.BigDecimal;
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
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

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
    Map<Quarter, Row> paid = new TreeMap<>();
    group.forEach(r -> paid.put(Quarter.parse(r.getAs("receipt_quarter")), r));
    List<Row> rows = new ArrayList<>();
    for (Quarter quarter : quarters) {
      if (isCashUser(paid, quarter)) {
        Row now = paid.get(quarter);
        rows.add(row(now, quarter, Conversion.C11, hasAccount(now)));
        BigDecimal value = now.getAs("value");
        if (value != null && value.signum() > 0) {
          BigDecimal account = now.getAs("account_value");
          rows.add(
              row(now, quarter, Conversion.C11_GE50, account.multiply(TWO).compareTo(value) >= 0));
        }
      }
      Quarter then = quarter.plus(-2);
      if (isCashUser(paid, then) && hasAccount(paid.get(then))) {
        List<Row> since =
            IntStream.of(-1, 0)
                .mapToObj(quarter::plus)
                .filter(paid::containsKey)
                .map(paid::get)
                .toList();
        boolean isBack = !since.isEmpty() && since.stream().allMatch(BeneficiaryWalk::isCash);
        rows.add(row(paid.get(then), quarter, Conversion.C12, isBack));
      }
    }
    return rows;
  }

  /** Paid in the quarter, and at least twice in the four before, always in cash. */
  private static boolean isCashUser(Map<Quarter, Row> paid, Quarter quarter) {
    List<Row> before =
        IntStream.rangeClosed(1, 4)
            .mapToObj(n -> quarter.plus(-n))
            .filter(paid::containsKey)
            .map(paid::get)
            .toList();
    long transfers = before.stream().mapToLong(r -> r.<Long>getAs("n")).sum();
    return paid.containsKey(quarter)
        && transfers >= LEAST_TRANSFERS
        && before.stream().allMatch(BeneficiaryWalk::isCash);
  }

  private static boolean isCash(Row receipts) {
    return receipts.<Long>getAs("n").equals(receipts.<Long>getAs("cash"));
  }

  private static boolean hasAccount(Row receipts) {
    return receipts.<Long>getAs("account") > 0;
  }

  private static Row row(Row of, Quarter quarter, Conversion indicator, boolean isPart) {
    return RowFactory.create(
        of.getAs("corridor"),
        quarter.toString(),
        of.getAs("provider_type"),
        of.getAs("provider_id"),
        indicator.name(),
        isPart);
  }
}
