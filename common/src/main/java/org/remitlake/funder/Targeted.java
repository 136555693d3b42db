package org.remitlake.funder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Targets;

/**
 * What was agreed with the funder for a figure.
 *
 * @param baseline value before
 * @param baselineOn day of the baseline
 * @param target milestone of the period
 */
record Targeted(BigDecimal baseline, LocalDate baselineOn, BigDecimal target) {

  /** Agreed values by pilot, indicator, dimension and period, of {@code silver.target}. */
  static Map<String, Targeted> all(Lake lake) {
    Map<String, Targeted> all = new HashMap<>();
    for (Row row :
        lake.read(Targets.CONTRACT)
            .select(
                "pilot_code",
                "indicator_id",
                "dimension",
                "period",
                "baseline_value",
                "baseline_on",
                "target_value")
            .na()
            .drop()
            .collectAsList()) {
      all.put(
          String.join(" ", row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
          new Targeted(row.getDecimal(4), row.<LocalDate>getAs(5), row.getDecimal(6)));
    }
    return all;
  }

  /** The key of a figure among them; targets are agreed for whole series, not for arms. */
  static String key(Figure.Cell cell, List<Figure.Dimension> breakdown) {
    String dimension =
        breakdown.isEmpty()
            ? Figure.TOTAL
            : String.join("|", breakdown.stream().map(d -> d.name() + "=" + d.value()).toList());
    boolean whole = cell.variant().equals(Figure.TOTAL) && cell.arm().equals(Figure.TOTAL);
    return String.join(
        " ", cell.pilot(), cell.indicator(), whole ? dimension : "none", cell.period());
  }
}
