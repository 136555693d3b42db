package org.remitlake.indicator;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;

import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;

/**
 * {@code ops.indicator_input}: from which state of silver a period's indicators were last computed.
 * It tells which periods are stale; gold itself changes only where a value does.
 */
final class InputVersions {
  static final Field PERIOD = identifier("period", StringType, "As 2024-Q1");
  static final Field INPUT_VERSION =
      attribute("input_version", StringType, "Hash of transfers, quotes, rates and method");

  static final TableContract CONTRACT =
      TableContract.table(
          "ops.indicator_input", "A period of gold.indicator_value", PERIOD, PERIOD, INPUT_VERSION);

  private InputVersions() {}
}
