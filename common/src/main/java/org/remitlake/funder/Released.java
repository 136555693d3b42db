package org.remitlake.funder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Field;
import org.remitlake.contract.Role;

/**
 * A row of a release, as its files show it.
 *
 * @param row of {@code gold.funder_indicator}
 */
record Released(Row row) {
  private static final List<Field> KEY =
      FunderIndicators.CONTRACT.fields().stream().filter(f -> f.role() == Role.IDENTIFIER).toList();

  /** Indicator by indicator, totals first, corridors side by side. */
  private static final Comparator<Released> ORDER = order();

  private static Comparator<Released> order() {
    Comparator<Released> order = Comparator.comparing(r -> r.text(FunderIndicators.INDICATOR_ID));
    List<Field> fields = new ArrayList<>();
    fields.add(FunderIndicators.BASIS);
    fields.add(FunderIndicators.VARIANT);
    fields.add(FunderIndicators.PILOT_CODE);
    fields.add(FunderIndicators.PERIOD_TYPE);
    fields.addAll(FunderIndicators.DIMENSIONS);
    fields.addAll(KEY);
    for (Field field : fields) {
      order = order.thenComparing(r -> r.text(field));
    }
    return order;
  }

  /** The rows of a vintage, in the order of its files. */
  static List<Released> sorted(List<Row> rows) {
    return rows.stream().map(Released::new).sorted(ORDER).toList();
  }

  private Object cell(Field field) {
    return row.get(FunderIndicators.CONTRACT.fields().indexOf(field));
  }

  /** Any cell as text; empty for null. */
  String text(Field field) {
    return cell(field) == null ? "" : cell(field).toString();
  }

  /** A number with the digits that are meant; empty for null. */
  Optional<BigDecimal> number(Field field) {
    Object cell = cell(field);
    if (cell instanceof Long count) {
      return Optional.of(BigDecimal.valueOf(count));
    }
    return Optional.ofNullable((BigDecimal) cell).map(n -> n.setScale(digits(field, n)));
  }

  /** Agreed values keep their own digits; achievement has one. */
  private int digits(Field field, BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    int meant =
        field.equals(FunderIndicators.ACHIEVEMENT_PCT)
            ? 1
            : Integer.parseInt(text(FunderIndicators.DECIMALS));
    return Math.max(meant, Math.max(plain.scale(), 0));
  }

  boolean isSuppressed() {
    return text(FunderIndicators.CONF_STATUS).equals("C");
  }

  /** The mark of a missing value: c confidential, x not available; empty if there is a value. */
  String mark() {
    if (isSuppressed()) {
      return "[c]";
    }
    return number(FunderIndicators.ACTUAL_VALUE).isPresent() ? "" : "[x]";
  }
}
