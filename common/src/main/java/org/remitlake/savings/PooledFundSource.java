package org.remitlake.savings;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.registry.AssociationProjects;
import org.remitlake.registry.Associations;
import org.remitlake.time.Quarter;

/** Values of {@link PooledFund}, for the quarters that associations tell of. */
public final class PooledFundSource implements ValueSource {
  /** Of two counts of a project's persons, the more certain one, then the larger. */
  private static final String BETTER =
      "struct(case when beneficiaries is null then 0 when beneficiaries_method = 'LIST' then 3"
          + " when beneficiaries_method = 'ESTIMATE' then 2 else 1 end, coalesce(beneficiaries, 0))";

  private static final String NUMBER = "decimal(28,4)";

  private final Lake lake;

  /** A source. */
  public PooledFundSource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(PooledFund.values());
  }

  /** A quarter rests on all that associations told, which is little. */
  @Override
  public Map<String, String> inputs() {
    String told =
        lake.sliceVersions(Associations.CONTRACT)
            + "\n"
            + lake.sliceVersions(AssociationProjects.CONTRACT);
    Map<String, String> inputs = new TreeMap<>();
    if (lake.exists(Associations.CONTRACT)) {
      lake
          .read(Associations.CONTRACT)
          .select("period")
          .distinct()
          .as(Encoders.STRING())
          .collectAsList()
          .stream()
          .filter(Quarter::isLabel)
          .forEach(period -> inputs.put(period, told));
    }
    return inputs;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    if (!lake.exists(Associations.CONTRACT)) {
      return List.of();
    }
    Dataset<Row> register =
        lake.read(Associations.CONTRACT)
            .where(col("period").isin(periods.toArray()))
            .where("country is not null");
    List<ValueRow> values = new ArrayList<>(values(register, false));
    values.addAll(values(projects(register), true));
    return values;
  }

  /** A row for each project and quarter, whoever carries it. */
  private Dataset<Row> projects(Dataset<Row> register) {
    Dataset<Row> quarters =
        register
            .select("country", "period")
            .distinct()
            .withColumn(
                "last",
                expr("last_day(make_date(int(left(period, 4)), 3 * int(right(period, 1)), 1))"));
    return lake.read(AssociationProjects.CONTRACT)
        .groupBy("country", "project_code")
        .agg(
            expr("min(due_on) as due_on"),
            expr("min(accepted_on) as accepted_on"),
            expr("max_by(beneficiaries, " + BETTER + ") as beneficiaries"),
            expr("max_by(beneficiaries_method, " + BETTER + ") as beneficiaries_method"))
        .join(quarters, "country")
        .withColumn("is_due", expr("due_on <= last"))
        .withColumn("is_accepted", expr("coalesce(accepted_on <= last, false)"))
        .withColumn(
            "is_accepted_now",
            expr(
                "is_accepted and accepted_on > add_months(last, -3)"
                    + " and date_trunc('quarter', accepted_on) = date_trunc('quarter', last)"))
        .where("is_due or is_accepted");
  }

  private static List<ValueRow> values(Dataset<Row> rows, boolean isOfProjects) {
    List<PooledFund> indicators =
        List.of(PooledFund.values()).stream()
            .filter(f -> f.isOfProjects() == isOfProjects)
            .toList();
    List<Column> sums = new ArrayList<>();
    for (PooledFund fund : indicators) {
      String over = "cast(" + fund.over() + " as " + NUMBER + ")";
      String under = fund.under().isEmpty() ? "1" : fund.under();
      String told =
          "(" + over + " is not null and " + under + " is not null and " + fund.concerns() + ")";
      sums.add(expr("sum(if(" + told + ", " + over + ", null))"));
      sums.add(expr("sum(if(" + told + ", cast(" + under + " as " + NUMBER + "), null))"));
      sums.add(expr("count_if(" + told + ")"));
      sums.add(expr("count_if(" + fund.concerns() + ")"));
    }
    List<ValueRow> values = new ArrayList<>();
    rows.groupBy("country", "period")
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
        .collectAsList()
        .forEach(
            row -> {
              CellKey cell = CellKey.total(row.getString(0), row.getString(1));
              for (int i = 0; i < indicators.size(); i++) {
                int at = 2 + 4 * i;
                values.add(
                    value(
                        indicators.get(i),
                        cell,
                        row.getDecimal(at),
                        row.getDecimal(at + 1),
                        row.getLong(at + 2),
                        row.getLong(at + 3)));
              }
            });
    return values;
  }

  private static ValueRow value(
      PooledFund fund, CellKey cell, BigDecimal over, BigDecimal under, long told, long all) {
    boolean isSum = fund.under().isEmpty();
    long missing = all - told;
    String nullReason =
        ValueRow.tooMuchMissing(missing, all)
            ? "Q_MISSING"
            : all == 0 ? (isSum ? "" : "EMPTY") : isSum || under.signum() != 0 ? "" : "DEN_ZERO";
    Optional<Double> value =
        nullReason.isEmpty()
            ? Optional.of(
                told == 0
                    ? 0
                    : isSum ? over.doubleValue() : over.doubleValue() / under.doubleValue())
            : Optional.empty();
    return new ValueRow(
        fund,
        cell,
        value,
        nullReason,
        Optional.ofNullable(over),
        isSum ? Optional.empty() : Optional.ofNullable(under),
        told,
        told,
        missing,
        missing == 0 ? Map.of() : Map.of("NOT_TOLD", missing),
        isSum ? "UNIT" : "VALUE",
        Optional.empty(),
        ValueRow.grade(missing, all),
        Optional.empty());
  }
}
