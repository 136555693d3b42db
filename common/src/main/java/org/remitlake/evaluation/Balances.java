package org.remitlake.evaluation;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.measure;

import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;

/** {@code gold.balance}: E01, whether arms were alike before the pilot. */
public final class Balances {
  public static final Field PILOT_CODE = identifier("pilot_code", StringType, "Pilot");
  public static final Field ARM_CODE =
      identifier("arm_code", StringType, "Arm, against the control");
  public static final Field COVARIATE = identifier("covariate", StringType, "Baseline variable");
  public static final Field WAVE = attribute("wave", IntegerType, "Year of the baseline");
  public static final Field MEAN_ARM =
      measure("mean_arm", DoubleType, Unit.NONE, "Mean in the arm");
  public static final Field MEAN_CONTROL =
      measure("mean_control", DoubleType, Unit.NONE, "Mean in the control");
  public static final Field SD_ARM =
      measure("sd_arm", DoubleType, Unit.NONE, "Standard deviation in the arm");
  public static final Field SD_CONTROL =
      measure("sd_control", DoubleType, Unit.NONE, "Standard deviation in the control");
  public static final Field SMD =
      measure(
          "smd",
          DoubleType,
          Unit.NONE,
          "E01: difference over the root of the mean of the two variances");
  public static final Field NORMALISED_DIFFERENCE =
      measure(
          "normalised_difference",
          DoubleType,
          Unit.NONE,
          "The older form: difference over the root of their sum");
  public static final Field N_ARM =
      measure("n_arm", LongType, Unit.NONE, "Units of the arm with a value");
  public static final Field N_CONTROL =
      measure("n_control", LongType, Unit.NONE, "Units of the control with a value");
  public static final Field N_MISSING =
      measure("n_missing", LongType, Unit.NONE, "Units of both without a value");
  public static final Field FLAG =
      attribute("flag", StringType, "LOOK above 0.10, ACT above 0.25, in absolute value");
  public static final Field PLAN_SHA256 =
      attribute("plan_sha256", StringType, "Fingerprint of the plan of analysis");
  public static final Field METHOD_VERSION =
      attribute("method_version", StringType, "Version of the definition");
  public static final Field NULL_REASON =
      attribute("null_reason", StringType, "Why there is no value: EMPTY, NO_VARIANCE");

  /** The table. */
  public static final TableContract CONTRACT =
      TableContract.table(
          "gold.balance",
          "Pilot, arm and baseline variable",
          PILOT_CODE,
          PILOT_CODE,
          ARM_CODE,
          COVARIATE,
          WAVE,
          MEAN_ARM,
          MEAN_CONTROL,
          SD_ARM,
          SD_CONTROL,
          SMD,
          NORMALISED_DIFFERENCE,
          N_ARM,
          N_CONTROL,
          N_MISSING,
          FLAG,
          PLAN_SHA256,
          METHOD_VERSION,
          NULL_REASON);

  private Balances() {}
}
