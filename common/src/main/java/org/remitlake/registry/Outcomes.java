package org.remitlake.registry;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.measure;

import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;

/** {@code silver.outcome}: what is known of a unit of a pilot in a year, one variable a row. */
public final class Outcomes {
  public static final Field PILOT_CODE = identifier("pilot_code", StringType, "Pilot");
  public static final Field SUBJECT_PID =
      identifier("subject_pid", StringType, "Unit of the registry");
  public static final Field WAVE = identifier("wave", IntegerType, "Year");
  public static final Field OUTCOME =
      identifier("outcome", StringType, "Variable, as bank_saving_12m");
  public static final Field VALUE =
      measure("value", DoubleType, Unit.NONE, "In the variable's unit; yes is 1 and no is 0");
  public static final Field UNIT =
      attribute("unit", StringType, "Unit of the value: 0/1, LCU, persons");
  public static final Field SOURCE = attribute("source", StringType, "survey or funnel");

  /** The table. */
  public static final TableContract CONTRACT =
      TableContract.table(
          "silver.outcome",
          "Pilot, unit, wave and variable",
          PILOT_CODE,
          PILOT_CODE,
          SUBJECT_PID,
          WAVE,
          OUTCOME,
          VALUE,
          UNIT,
          SOURCE);

  private Outcomes() {}
}
