package org.remitlake.funder;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.NUMBER;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.measure;
import static org.remitlake.contract.Field.provenance;

import java.util.List;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;

/**
 * {@code gold.funder_indicator}: what was released, suppressed and rounded (catalogue 8.1). A row
 * is never changed: each release adds its vintage.
 */
public final class FunderIndicators {
  public static final Field VINTAGE_ID =
      identifier("vintage_id", StringType, "As 2024-Q4_v1; one release");
  public static final Field INDICATOR_ID = identifier("indicator_id", StringType, "Register id");
  public static final Field VARIANT =
      identifier("variant", StringType, "Member of the series, as usd200; outcome; _T when one");
  public static final Field BASIS =
      identifier("basis", StringType, "tx, quote, svy, adm, official, trial: never mixed");
  public static final Field CORRIDOR =
      identifier("corridor", StringType, "As RUS-TJK; country, as TJK, for surveys; _T for pilots");
  public static final Field PERIOD_TYPE =
      identifier("period_type", StringType, "Q = quarter, W = wave of a survey");
  public static final Field PERIOD =
      identifier("period", StringType, "As 2024-Q4; 2024 for a wave");
  public static final Field DIM_1_NAME =
      identifier("dim_1_name", StringType, "As sex, channel, provider_type; _T = total");
  public static final Field DIM_1_VALUE = identifier("dim_1_value", StringType, "_T = total");
  public static final Field DIM_2_NAME = identifier("dim_2_name", StringType, "_T = no second");
  public static final Field DIM_2_VALUE = identifier("dim_2_value", StringType, "_T = total");
  public static final Field DIM_3_NAME = identifier("dim_3_name", StringType, "_T = no third");
  public static final Field DIM_3_VALUE = identifier("dim_3_value", StringType, "_T = total");
  public static final Field DIM_4_NAME = identifier("dim_4_name", StringType, "_T = no fourth");
  public static final Field DIM_4_VALUE = identifier("dim_4_value", StringType, "_T = total");
  public static final Field PILOT_CODE = identifier("pilot_code", StringType, "Pilot, or _T");
  public static final Field ARM_CODE = identifier("arm_code", StringType, "Arm, or _T");
  public static final Field RELEASE_STATUS =
      attribute("release_status", StringType, "DRAFT until disclosure control is complete");
  public static final Field RELEASE_STAGE =
      attribute("release_stage", StringType, "PRELIMINARY, REVISED, FINAL by as_of, catalogue 8.4");
  public static final Field ACTIVITY_ID =
      attribute("activity_id", StringType, "IATI identifier of the project; null if none is set");
  public static final Field RESULT_TYPE =
      attribute("result_type", IntegerType, "IATI: 1 output, 2 outcome, 3 impact, 9 other");
  public static final Field INDICATOR_TITLE = attribute("indicator_title", StringType, "Title");
  public static final Field UNIT = attribute("unit", StringType, "Unit of values");
  public static final Field MEASURE =
      attribute("measure", IntegerType, "IATI: 1 unit, 2 percentage");
  public static final Field ASCENDING =
      attribute("ascending", BooleanType, "Whether higher is better; null: no judgement");
  public static final Field AGGREGATION_STATUS =
      attribute("aggregation_status", BooleanType, "Whether cells may be added up");
  public static final Field QUARTER = attribute("quarter", StringType, "Quarter of the release");
  public static final Field PERIOD_START = attribute("period_start", DateType, "First day");
  public static final Field PERIOD_END = attribute("period_end", DateType, "Last day");
  public static final Field LOCATION_REF =
      attribute("location_ref", StringType, "Receiving country, ISO alpha-3; null where none");
  public static final Field BASELINE_DATE =
      attribute("baseline_date", DateType, "Day of the baseline");
  public static final Field BASELINE_VALUE =
      measure("baseline_value", NUMBER, Unit.NONE, "As agreed, in the row's unit");
  public static final Field TARGET_VALUE =
      measure("target_value", NUMBER, Unit.NONE, "Milestone of the period, in the row's unit");
  public static final Field ACTUAL_VALUE =
      measure("actual_value", NUMBER, Unit.NONE, "Rounded; null if suppressed or none");
  public static final Field DECIMALS =
      attribute("decimals", IntegerType, "Digits after the point that are meant");
  public static final Field SE =
      measure("se", NUMBER, Unit.NONE, "Standard error of surveys and effects, rounded");
  public static final Field CI_LOW =
      measure("ci_low", NUMBER, Unit.NONE, "Lower end of the 95 % interval, rounded");
  public static final Field CI_HIGH =
      measure("ci_high", NUMBER, Unit.NONE, "Upper end of the 95 % interval, rounded");
  public static final Field N_OBS =
      measure("n_obs", LongType, Unit.NUMBER, "Records, to 5; services of quotes as they are");
  public static final Field N_UNITS =
      measure("n_units", LongType, Unit.NUMBER, "Persons, to 5; services of quotes as they are");
  public static final Field ACHIEVEMENT_PCT =
      measure("achievement_pct", NUMBER, Unit.PERCENT, "Of the way from baseline to target");
  public static final Field TRAFFIC_LIGHT =
      attribute("traffic_light", StringType, "green from 90 %, amber from 60 %, red, grey");
  public static final Field OBS_STATUS =
      attribute("obs_status", StringType, "SDMX: A normal, P provisional, L, M none, Q suppressed");
  public static final Field CONF_STATUS =
      attribute("conf_status", StringType, "SDMX: F free, C confidential");
  public static final Field SUPPRESSION_CODE =
      attribute("suppression_code", StringType, "P1, P2, P3: internal, never in a release file");
  public static final Field QUALITY_GRADE = attribute("quality_grade", StringType, "A to D");
  public static final Field FOOTNOTE_IDS =
      attribute("footnote_ids", StringType, "Letters of catalogue 8.6, joined by a blank");
  public static final Field COMMENT =
      attribute("comment", StringType, "Plain words, at most 280 characters");
  public static final Field METHOD_VERSION =
      attribute("method_version", StringType, "Version of the definition");
  public static final Field AS_OF =
      provenance("as_of", DateType, "Day whose knowledge the release states");
  public static final Field SUPERSEDES =
      provenance("supersedes", StringType, "Vintage that this one replaces; null for the first");
  public static final Field INPUT_MANIFEST_SHA256 =
      provenance("input_manifest_sha256", StringType, "Fingerprint of the accepted files");
  public static final Field CODE_VERSION =
      provenance("code_version", StringType, "Version of Remitlake");

  /** Names and values of up to four dimensions, in order. */
  static final List<Field> DIMENSIONS =
      List.of(
          DIM_1_NAME,
          DIM_1_VALUE,
          DIM_2_NAME,
          DIM_2_VALUE,
          DIM_3_NAME,
          DIM_3_VALUE,
          DIM_4_NAME,
          DIM_4_VALUE);

  /** The table. */
  public static final TableContract CONTRACT =
      TableContract.table(
          "gold.funder_indicator",
          "A released indicator, cell and vintage",
          VINTAGE_ID,
          VINTAGE_ID,
          INDICATOR_ID,
          VARIANT,
          BASIS,
          CORRIDOR,
          PERIOD_TYPE,
          PERIOD,
          DIM_1_NAME,
          DIM_1_VALUE,
          DIM_2_NAME,
          DIM_2_VALUE,
          DIM_3_NAME,
          DIM_3_VALUE,
          DIM_4_NAME,
          DIM_4_VALUE,
          PILOT_CODE,
          ARM_CODE,
          RELEASE_STATUS,
          RELEASE_STAGE,
          ACTIVITY_ID,
          RESULT_TYPE,
          INDICATOR_TITLE,
          UNIT,
          MEASURE,
          ASCENDING,
          AGGREGATION_STATUS,
          QUARTER,
          PERIOD_START,
          PERIOD_END,
          LOCATION_REF,
          BASELINE_DATE,
          BASELINE_VALUE,
          TARGET_VALUE,
          ACTUAL_VALUE,
          DECIMALS,
          SE,
          CI_LOW,
          CI_HIGH,
          N_OBS,
          N_UNITS,
          ACHIEVEMENT_PCT,
          TRAFFIC_LIGHT,
          OBS_STATUS,
          CONF_STATUS,
          SUPPRESSION_CODE,
          QUALITY_GRADE,
          FOOTNOTE_IDS,
          COMMENT,
          METHOD_VERSION,
          AS_OF,
          SUPERSEDES,
          INPUT_MANIFEST_SHA256,
          CODE_VERSION);

  private FunderIndicators() {}
}
