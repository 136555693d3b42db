package org.remitlake.frequency;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.lake.SortedGroups;
import org.remitlake.time.Quarter;

/**
 * Walks along the transfers of each sender and tells what is known at the end of quarters: one row
 * per sender and quarter, and one for the quarter of the first transfer.
 */
final class SenderWalk extends SortedGroups {
  private static final long serialVersionUID = 1;

  /** Who a sender is, and the facts that are counted. */
  static final StructType SCHEMA =
      new StructType()
          .add("corridor", DataTypes.StringType)
          .add("quarter", DataTypes.StringType)
          .add("provider_type", DataTypes.StringType)
          .add("provider_id", DataTypes.StringType)
          .add("sender_sex", DataTypes.StringType)
          .add("age", DataTypes.IntegerType)
          .add("is_asked", DataTypes.BooleanType)
          .add("median_gap", DataTypes.DoubleType)
          .add("irregularity", DataTypes.DoubleType)
          .add("events", DataTypes.IntegerType)
          .add("days_to_next", DataTypes.IntegerType)
          .add("has_next", DataTypes.BooleanType)
          .add("months", DataTypes.IntegerType)
          .add("is_active", DataTypes.BooleanType)
          .add("was_active", DataTypes.BooleanType)
          .add("is_staying", DataTypes.BooleanType)
          .add("is_back", DataTypes.BooleanType)
          .add("idle_days", DataTypes.IntegerType)
          .add("has_beneficiaries", DataTypes.BooleanType)
          .add("transfers", DataTypes.IntegerType)
          .add("split", DataTypes.IntegerType)
          .add("has_switched", DataTypes.BooleanType);

  /** Ages in quarters at which a cohort is looked at, and that at which it is counted. */
  private static final Set<Integer> COHORTS = Set.of(0, 4, 8);

  private final List<Quarter> quarters;

  /** Knows the quarters that are asked for. */
  SenderWalk(List<Quarter> quarters) {
    this.quarters = List.copyOf(quarters);
  }

  @Override
  protected List<Object> key(Row transfer) {
    return List.of(transfer.getString(0), text(transfer, 1));
  }

  @Override
  protected List<Row> rows(List<Row> group) {
    List<Path.Transfer> transfers = new ArrayList<>();
    for (Row row : group) {
      transfers.add(
          new Path.Transfer(
              row.getInt(3),
              row.getLong(4),
              row.isNullAt(2) ? "" : text(row, 2),
              row.getString(7),
              row.getString(6),
              row.getString(8)));
    }
    Path path = new Path(transfers, group.get(0).getBoolean(5));
    Quarter first = Path.quarter(path.first().day());
    List<Row> rows = new ArrayList<>();
    if (!quarters.contains(first)) {
      path.at(first).ifPresent(f -> rows.add(row(group, path, first, false, f)));
    }
    for (Quarter quarter : quarters) {
      path.at(quarter)
          .filter(f -> f.events() > 0 || f.wasActive() || COHORTS.contains(first.until(quarter)))
          .ifPresent(f -> rows.add(row(group, path, quarter, true, f)));
    }
    return rows;
  }

  /** A hash as a text: one character per byte. */
  private static String text(Row row, int column) {
    return new String(row.<byte[]>getAs(column), StandardCharsets.ISO_8859_1);
  }

  private static Row row(
      List<Row> group, Path path, Quarter quarter, boolean isAsked, Standing facts) {
    Path.Transfer first = path.first();
    int lastDay = (int) quarter.endExclusive().toEpochDay() - 1;
    return RowFactory.create(
        group.get(0).getString(0),
        quarter.toString(),
        first.providerType(),
        first.provider(),
        first.sex(),
        Path.quarter(first.day()).until(quarter),
        isAsked,
        facts.medianGap().orElse(null),
        facts.irregularity().orElse(null),
        facts.events(),
        facts.daysToNext(),
        facts.hasNext(),
        facts.months(),
        facts.isActive(),
        facts.wasActive(),
        facts.isStaying(),
        facts.isBack(),
        lastDay - facts.lastDay(),
        facts.hasBeneficiaries(),
        facts.transfers(),
        facts.split(),
        facts.hasSwitched().orElse(null));
  }
}
