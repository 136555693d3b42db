package org.remitlake.frequency;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.lake.SortedGroups;
import org.remitlake.time.Quarter;

/**
 * Walks along the transfers of each sender and tells what is known at the end of quarters: one row
 * per sender and quarter, and one for a start that was not known yet.
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
          .add("has_switched", DataTypes.BooleanType)
          .add("who", DataTypes.BinaryType)
          .add("first_day", DataTypes.IntegerType);

  private final List<Quarter> quarters;
  private final Set<String> starts;

  /**
   * A walk.
   *
   * @param quarters that are asked for
   * @param starts quarters in which it is to be told whose first transfer was
   */
  SenderWalk(List<Quarter> quarters, Collection<String> starts) {
    this.quarters = List.copyOf(quarters);
    this.starts = Set.copyOf(starts);
  }

  @Override
  protected List<Object> key(Row transfer) {
    return List.of(transfer.getString(0), text(transfer, 1));
  }

  @Override
  protected List<Row> rows(List<Row> group) {
    List<Path.Transfer> transfers = new ArrayList<>();
    Optional<Path.Transfer> start = Optional.empty();
    boolean isLinked = false;
    for (Row row : group) {
      boolean isStart = row.isNullAt(4);
      Path.Transfer transfer =
          new Path.Transfer(
              row.getInt(3),
              isStart ? 0 : row.getLong(4),
              row.isNullAt(2) ? "" : text(row, 2),
              row.getString(7),
              row.getString(6),
              row.getString(8));
      if (isStart) {
        start = Optional.of(transfer);
      } else {
        transfers.add(transfer);
        isLinked = row.getBoolean(5);
      }
    }
    if (transfers.isEmpty()) {
      return List.of(); // nothing of late
    }
    Path path = new Path(transfers, start, isLinked);
    List<Row> rows = new ArrayList<>();
    String first = Path.quarter(path.first().day()).toString();
    if (start.isEmpty() && starts.contains(first)) {
      rows.add(start(group.get(0), first, path.first()));
    }
    for (Quarter quarter : quarters) {
      path.at(quarter)
          // The last four quarters have a day more than 365 where one is the 29th of February.
          .filter(f -> f.events() > 0 || f.months() > 0 || f.wasActive())
          .ifPresent(f -> rows.add(row(group, path, quarter, f)));
    }
    return rows;
  }

  private static Row start(Row sender, String quarter, Path.Transfer first) {
    Object[] values = new Object[SCHEMA.length()];
    values[SCHEMA.fieldIndex("corridor")] = sender.getString(0);
    values[SCHEMA.fieldIndex("quarter")] = quarter;
    values[SCHEMA.fieldIndex("provider_type")] = first.providerType();
    values[SCHEMA.fieldIndex("provider_id")] = first.provider();
    values[SCHEMA.fieldIndex("sender_sex")] = first.sex();
    values[SCHEMA.fieldIndex("who")] = sender.get(1);
    values[SCHEMA.fieldIndex("first_day")] = first.day();
    return RowFactory.create(values);
  }

  /** A hash as a text: one character per byte. */
  private static String text(Row row, int column) {
    return new String(row.<byte[]>getAs(column), StandardCharsets.ISO_8859_1);
  }

  private static Row row(List<Row> group, Path path, Quarter quarter, Standing facts) {
    Path.Transfer first = path.first();
    int lastDay = (int) quarter.endExclusive().toEpochDay() - 1;
    return RowFactory.create(
        group.get(0).getString(0),
        quarter.toString(),
        first.providerType(),
        first.provider(),
        first.sex(),
        Path.quarter(first.day()).until(quarter),
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
        facts.hasSwitched().orElse(null),
        null,
        null);
  }
}
