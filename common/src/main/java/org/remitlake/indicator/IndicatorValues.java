package org.remitlake.indicator;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.measure;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;

/** {@code gold.indicator_value}: one indicator, period and cell (catalogue 2.8); current state. */
public final class IndicatorValues {
  private static final DataType EXACT = DataTypes.createDecimalType(38, 12);
  private static final DataType REASONS =
      DataTypes.createArrayType(new StructType().add("reason", StringType).add("n", LongType));

  public static final Field INDICATOR_ID = identifier("indicator_id", StringType, "Register id");
  public static final Field VARIANT =
      identifier(
          "variant",
          StringType,
          "Member of the series, as usd200; of surveys their code; _T when only one");
  public static final Field BASIS =
      identifier("basis", StringType, "tx, quote, svy, adm, official: never mixed");
  public static final Field CORRIDOR =
      identifier(
          "corridor",
          StringType,
          "As RUS-TJK; country, as TJK, for surveys and partners; _T for pilots and all corridors");
  public static final Field PERIOD_TYPE =
      identifier("period_type", StringType, "Q = quarter, W = wave of a survey");
  public static final Field PERIOD =
      identifier("period", StringType, "As 2024-Q1; 2024 for a wave");
  public static final Field DIMENSIONS =
      identifier("dimensions", StringType, "Names, fixed order, joined by |; _T = total");
  public static final Field DIMENSION_VALUES =
      identifier("dimension_values", StringType, "Their values, joined by |; _T = total");
  public static final Field PILOT_CODE = identifier("pilot_code", StringType, "Pilot, or _T");
  public static final Field ARM_CODE = identifier("arm_code", StringType, "Arm, or _T");
  public static final Field METHOD_VERSION =
      identifier("method_version", StringType, "Version of the definition");
  public static final Field VALUE =
      measure("value", DoubleType, Unit.NONE, "In the row's unit, unrounded; null see null_reason");
  public static final Field UNIT = attribute("unit", StringType, "Unit of value");
  public static final Field NUMERATOR =
      measure(
          "numerator",
          EXACT,
          Unit.NONE,
          "Exact; null for medians; of A30 in send currency, in USD where the cell mixes");
  public static final Field DENOMINATOR =
      measure(
          "denominator",
          EXACT,
          Unit.NONE,
          "Exact; null for sums and medians; currency as the numerator's");
  public static final Field STANDARD_ERROR =
      measure(
          "standard_error",
          DoubleType,
          Unit.NONE,
          "Design-based, of survey estimates; null for full counts of records");
  public static final Field CI_LOW =
      measure("ci_low", DoubleType, Unit.NONE, "Lower end of the 95 % interval; logit for shares");
  public static final Field CI_HIGH =
      measure("ci_high", DoubleType, Unit.NONE, "Upper end of the 95 % interval");
  public static final Field DF =
      measure("df", DoubleType, Unit.NONE, "Degrees of freedom: PSUs less strata");
  public static final Field DEFF =
      measure("deff", DoubleType, Unit.NONE, "Design effect, against sampling with replacement");
  public static final Field N_PSU =
      measure("n_psu", LongType, Unit.NUMBER, "Primary sampling units of the design");
  public static final Field N_STRATA =
      measure("n_strata", LongType, Unit.NUMBER, "Strata of the design");
  public static final Field N_UNWEIGHTED =
      measure("n_unweighted", LongType, Unit.NUMBER, "Records in the value");
  public static final Field N_UNITS =
      measure("n_units", LongType, Unit.NUMBER, "Senders, beneficiaries or services in the value");
  public static final Field N_MISSING =
      measure("n_missing", LongType, Unit.NUMBER, "Records of the population without the value");
  public static final Field N_EXCLUDED_BY_REASON =
      attribute(
          "n_excluded_by_reason",
          REASONS,
          "Records left out, by reason, sorted; reasons of n_missing are among them");
  public static final Field WEIGHT_RULE =
      attribute(
          "weight_rule",
          StringType,
          "UNIT: each record once; VALUE: by principal; DESIGN: by survey weight; NON_PROBABILITY:"
              + " each respondent once, who stand for nobody else");
  public static final Field FX_SOURCE =
      attribute(
          "fx_source",
          StringType,
          "Source of reference rates; null when none is used, or the quote brings its own");
  public static final Field VINTAGE =
      attribute("vintage", StringType, "current: this table holds the current state only");
  public static final Field QUALITY_GRADE =
      attribute("quality_grade", StringType, "A to D, catalogue 8.6, as far as it is computed");
  public static final Field FOOTNOTE_IDS =
      attribute(
          "footnote_ids",
          StringType,
          "Letters of catalogue 8.6 as far as they are computed here: g = break against the quarter"
              + " before, since composition moved (A30 and A36 total: A36 moved above 0.10) or reference"
              + " rates are of another bank than then; f = a survey estimate of low precision"
              + " (coefficient of variation above 20 %, or half of an interval of shares above 10"
              + " points); null = none");
  public static final Field NULL_REASON =
      attribute(
          "null_reason",
          StringType,
          "Why value is null: EMPTY, DEN_ZERO, Q_MISSING, SMART_NONE, WINDOW_OPEN");
  public static final Field SUPPRESSION_CODE =
      attribute(
          "suppression_code",
          StringType,
          "P1, P3, PRECISION: not to be published; null: none of these; dominance and differences are not"
              + " checked");

  /** The table. */
  public static final TableContract CONTRACT =
      TableContract.table(
          "gold.indicator_value",
          "Indicator, period and cell",
          PERIOD,
          INDICATOR_ID,
          VARIANT,
          BASIS,
          CORRIDOR,
          PERIOD_TYPE,
          PERIOD,
          DIMENSIONS,
          DIMENSION_VALUES,
          PILOT_CODE,
          ARM_CODE,
          METHOD_VERSION,
          VALUE,
          UNIT,
          NUMERATOR,
          DENOMINATOR,
          STANDARD_ERROR,
          CI_LOW,
          CI_HIGH,
          DF,
          DEFF,
          N_PSU,
          N_STRATA,
          N_UNWEIGHTED,
          N_UNITS,
          N_MISSING,
          N_EXCLUDED_BY_REASON,
          WEIGHT_RULE,
          FX_SOURCE,
          VINTAGE,
          QUALITY_GRADE,
          NULL_REASON,
          SUPPRESSION_CODE,
          FOOTNOTE_IDS);

  private IndicatorValues() {}
}
