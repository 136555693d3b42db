package org.remitlake.evaluation;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
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

/** {@code gold.effect}: effects of assignment (E10, E11), one row per kind of standard error. */
public final class Effects {
  public static final Field PILOT_CODE = identifier("pilot_code", StringType, "Pilot");
  public static final Field OUTCOME =
      identifier("outcome", StringType, "Outcome of silver.outcome");
  public static final Field ESTIMATOR =
      identifier(
          "estimator",
          StringType,
          "E10: difference of means within blocks; E11: with the baseline outcome too");
  public static final Field ARM_CODE =
      identifier("arm_code", StringType, "Arm, against the control");
  public static final Field SE_TYPE =
      identifier(
          "se_type",
          StringType,
          "CR1: Stata's G/(G-1)*(N-1)/(N-K); CR2: bias-reduced, with Satterthwaite's df");
  public static final Field IS_PRIMARY =
      attribute("is_primary", BooleanType, "Whether the plan names it the primary outcome");
  public static final Field ESTIMATE =
      measure("estimate", DoubleType, Unit.NONE, "Effect of assignment, in the outcome's unit");
  public static final Field STANDARD_ERROR =
      measure("standard_error", DoubleType, Unit.NONE, "Cluster-robust, by se_type");
  public static final Field DF =
      measure("df", DoubleType, Unit.NONE, "Degrees of freedom of the t distribution");
  public static final Field T_STATISTIC =
      measure("t_statistic", DoubleType, Unit.NONE, "Estimate over standard error");
  public static final Field P_VALUE = measure("p_value", DoubleType, Unit.NONE, "Two-sided");
  public static final Field CI_LOW =
      measure(
          "ci_low",
          DoubleType,
          Unit.NONE,
          "Lower end of the 95 % interval; null where CR2's df is below 5");
  public static final Field CI_HIGH =
      measure(
          "ci_high",
          DoubleType,
          Unit.NONE,
          "Upper end of the 95 % interval; null where CR2's df is below 5");
  public static final Field N = measure("n", LongType, Unit.NUMBER, "Units with the outcome");
  public static final Field CLUSTERS_TREATED =
      measure(
          "clusters_treated",
          LongType,
          Unit.NUMBER,
          "Clusters of the arm with a unit in the sample");
  public static final Field CLUSTERS_CONTROL =
      measure(
          "clusters_control", LongType, Unit.NUMBER, "Control clusters with a unit in the sample");
  public static final Field N_ASSIGNED =
      measure(
          "n_assigned",
          LongType,
          Unit.NONE,
          "Units assigned to the arm or the control that did not withdraw consent");
  public static final Field CONTROL_MEAN =
      measure(
          "control_mean",
          DoubleType,
          Unit.NONE,
          "Mean of the outcome in the control arm, at endline");
  public static final Field EFFECT_SD =
      measure(
          "effect_sd",
          DoubleType,
          Unit.NONE,
          "Effect in standard deviations of the control arm; null where that is 0");
  public static final Field R_SQUARED =
      measure("r_squared", DoubleType, Unit.NONE, "Share of variance explained, 0 to 1");
  public static final Field SAMPLE =
      attribute("sample", StringType, "Who is in it: observed at endline, as assigned");
  public static final Field COVARIATES =
      attribute("covariates", StringType, "Columns beside the arm, joined by |");
  public static final Field FIXED_EFFECTS =
      attribute("fixed_effects", StringType, "block, or none");
  public static final Field WEIGHTS =
      attribute("weights", StringType, "none: the effect in the sample");
  public static final Field K_RULE =
      attribute("k_rule", StringType, "How K of CR1 counts: all columns, blocks among them");
  public static final Field SEED =
      attribute("seed", StringType, "Of resampling; null where nothing was drawn");
  public static final Field IS_PREREG =
      attribute("is_prereg", BooleanType, "Whether the plan was registered before the endline");
  public static final Field BASELINE_WAVE = attribute("baseline_wave", IntegerType, "Year");
  public static final Field ENDLINE_WAVE = attribute("endline_wave", IntegerType, "Year");
  public static final Field PLAN_SHA256 =
      attribute("plan_sha256", StringType, "Fingerprint of the plan of analysis");
  public static final Field METHOD_VERSION =
      attribute("method_version", StringType, "Version of the definition");
  public static final Field NULL_REASON =
      attribute(
          "null_reason",
          StringType,
          "Why there is no estimate, or no error: NO_OUTCOME, FEW_CLUSTERS, NO_VARIANCE, COLLINEAR");

  /** The table. */
  public static final TableContract CONTRACT =
      TableContract.table(
          "gold.effect",
          "Pilot, outcome, estimator, arm and kind of standard error",
          PILOT_CODE,
          PILOT_CODE,
          OUTCOME,
          ESTIMATOR,
          ARM_CODE,
          SE_TYPE,
          IS_PRIMARY,
          ESTIMATE,
          STANDARD_ERROR,
          DF,
          T_STATISTIC,
          P_VALUE,
          CI_LOW,
          CI_HIGH,
          N,
          CLUSTERS_TREATED,
          CLUSTERS_CONTROL,
          N_ASSIGNED,
          CONTROL_MEAN,
          EFFECT_SD,
          R_SQUARED,
          SAMPLE,
          COVARIATES,
          FIXED_EFFECTS,
          WEIGHTS,
          K_RULE,
          SEED,
          IS_PREREG,
          BASELINE_WAVE,
          ENDLINE_WAVE,
          PLAN_SHA256,
          METHOD_VERSION,
          NULL_REASON);

  private Effects() {}
}
