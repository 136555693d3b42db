package org.remitlake.funder;

import java.util.ArrayList;
import java.util.List;
import org.remitlake.evaluation.Effects;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Outcomes;
import org.remitlake.registry.Targets;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SilverRows;
import org.remitlake.testing.TableRow;
import org.remitlake.transfer.Tx;

/** A small gold, made by hand: each row is a case of what releases must do. */
final class GoldRows {
  static final String QUARTER = "2021-Q4";

  private GoldRows() {}

  /** A value of transfers, of the total cell. */
  static TableRow value(String id, Double value, String unit, long records, long persons) {
    return TableRow.of(IndicatorValues.CONTRACT)
        .with(IndicatorValues.INDICATOR_ID, id)
        .with(IndicatorValues.VARIANT, "_T")
        .with(IndicatorValues.BASIS, "tx")
        .with(IndicatorValues.CORRIDOR, "RUS-TJK")
        .with(IndicatorValues.PERIOD_TYPE, "Q")
        .with(IndicatorValues.PERIOD, QUARTER)
        .with(IndicatorValues.DIMENSIONS, "_T")
        .with(IndicatorValues.DIMENSION_VALUES, "_T")
        .with(IndicatorValues.PILOT_CODE, "_T")
        .with(IndicatorValues.ARM_CODE, "_T")
        .with(IndicatorValues.METHOD_VERSION, "1")
        .with(IndicatorValues.VALUE, value)
        .with(IndicatorValues.UNIT, unit)
        .with(IndicatorValues.N_UNWEIGHTED, records)
        .with(IndicatorValues.N_UNITS, persons)
        .with(IndicatorValues.N_MISSING, 0L)
        .with(IndicatorValues.N_EXCLUDED_BY_REASON, List.of())
        .with(IndicatorValues.WEIGHT_RULE, "UNIT")
        .with(IndicatorValues.VINTAGE, "current")
        .with(IndicatorValues.QUALITY_GRADE, "A");
  }

  /** The same, of one value of a dimension. */
  static TableRow by(String dimension, String of, TableRow row) {
    return row.with(IndicatorValues.DIMENSIONS, dimension)
        .with(IndicatorValues.DIMENSION_VALUES, of);
  }

  /** What the release of the test is made of. */
  static List<TableRow> values(double cost) {
    List<TableRow> rows = new ArrayList<>();
    rows.add(value("A30", cost, "%", 57, 23));
    rows.add(value("A41", 4.0, "%", 57, 23)); // the register keeps it inside
    rows.add(value("B03", 57.0, "number", 57, 23));
    rows.add(by("sender_sex", "F", value("B03", 12.0, "number", 12, 9)));
    rows.add(by("sender_sex", "M", value("B03", 45.0, "number", 45, 14)));
    rows.add(by("provider_type", "MTO", value("B03", 40.0, "number", 40, 15)));
    for (String provider : List.of("MTO_01", "MTO_02", "BANK_01")) {
      rows.add(by("provider_id", provider, value("B03", 1919.0, "number", 1919, 1919)));
      rows.add(by("provider_id", provider, value("A30", 19.19, "%", 1919, 1919)));
    }
    for (String bank : List.of("BANK_01", "BANK_02", "BANK_03")) {
      rows.add(by("bank_id", bank, ledgers(19.19)));
    }
    rows.add(ledgers(24.3));
    rows.add(by("product_code", "SAV", ledgers(19.19)));
    rows.add(value("B09", null, "USD", 0, 0).with(IndicatorValues.NULL_REASON, "EMPTY"));
    rows.add(
        value("C25", 47.5, "%", 40, 40)
            .with(IndicatorValues.BASIS, "adm")
            .with(IndicatorValues.CORRIDOR, "_T")
            .with(IndicatorValues.PILOT_CODE, "PT_TJ_01")
            .with(IndicatorValues.NUMERATOR, "19")
            .with(IndicatorValues.DENOMINATOR, "40"));
    rows.add(survey("D01", 31.4159, 812, 96));
    rows.add(by("region", "GBAO", survey("D01", 20.0, 29, 96)));
    return rows;
  }

  private static TableRow ledgers(double share) {
    return value("C13", share, "%", 700, 90)
        .with(IndicatorValues.BASIS, "adm")
        .with(IndicatorValues.CORRIDOR, "TJK");
  }

  private static TableRow survey(String id, double value, long households, double df) {
    return value(id, value, "%", households, households)
        .with(IndicatorValues.BASIS, "svy")
        .with(IndicatorValues.CORRIDOR, "TJK")
        .with(IndicatorValues.PERIOD_TYPE, "W")
        .with(IndicatorValues.PERIOD, "2021")
        .with(IndicatorValues.WEIGHT_RULE, "DESIGN")
        .with(IndicatorValues.STANDARD_ERROR, 1.66)
        .with(IndicatorValues.CI_LOW, 28.2)
        .with(IndicatorValues.CI_HIGH, 34.8)
        .with(IndicatorValues.DF, df);
  }

  /** Fills a lake. */
  static void fill(Lake lake, double cost) {
    Gold.write(lake, IndicatorValues.CONTRACT, IndicatorValues.PERIOD, values(cost));
    List<TableRow> transfers = new ArrayList<>();
    for (String provider : List.of("MTO_01", "MTO_02", "BANK_01")) {
      transfers.add(
          SilverRows.transfer("t " + provider, "RUS-TJK", "2021-11-02")
              .with(Tx.PROVIDER_ID, provider)
              .with(Tx.PROVIDER_TYPE, provider.substring(0, provider.indexOf('_')))
              .with(Tx.SENDER_SEX, "M"));
    }
    Gold.write(lake, Tx.CONTRACT, Tx.QUARTER, transfers);
    Gold.write(lake, Effects.CONTRACT, Effects.PILOT_CODE, effects());
    Gold.write(
        lake,
        Outcomes.CONTRACT,
        Outcomes.PILOT_CODE,
        List.of(
            TableRow.of(Outcomes.CONTRACT)
                .with(Outcomes.PILOT_CODE, "PT_TJ_01")
                .with(Outcomes.SUBJECT_PID, "s")
                .with(Outcomes.WAVE, 2021)
                .with(Outcomes.OUTCOME, "bank_saving_12m")
                .with(Outcomes.UNIT, "0/1")));
    Gold.write(lake, Targets.CONTRACT, Targets.CONTRACT.slice(), List.of(target()));
  }

  private static List<TableRow> effects() {
    List<TableRow> rows = new ArrayList<>();
    for (String type : List.of("CR1", "CR2")) {
      rows.add(
          TableRow.of(Effects.CONTRACT)
              .with(Effects.PILOT_CODE, "PT_TJ_01")
              .with(Effects.OUTCOME, "bank_saving_12m")
              .with(Effects.ESTIMATOR, "E11")
              .with(Effects.ARM_CODE, "T1")
              .with(Effects.SE_TYPE, type)
              .with(Effects.IS_PRIMARY, true)
              .with(Effects.IS_PREREG, true)
              .with(Effects.ESTIMATE, 0.0985)
              .with(Effects.STANDARD_ERROR, type.equals("CR1") ? 0.031 : 0.0334)
              .with(Effects.DF, 26.4)
              .with(Effects.CI_LOW, 0.0299)
              .with(Effects.CI_HIGH, 0.1671)
              .with(Effects.N, 2388L)
              .with(Effects.ENDLINE_WAVE, 2021)
              .with(Effects.METHOD_VERSION, "1"));
    }
    return rows;
  }

  private static TableRow target() {
    TableRow row = TableRow.of(Targets.CONTRACT);
    Targets.CONTRACT
        .fields()
        .forEach(
            f -> {
              switch (f.name()) {
                case "pilot_code" -> row.with(f, "PT_TJ_01");
                case "indicator_id" -> row.with(f, "C25");
                case "dimension" -> row.with(f, "_T");
                case "period" -> row.with(f, QUARTER);
                case "baseline_value" -> row.with(f, "10");
                case "baseline_on" -> row.with(f, "2020-06-30");
                case "target_value" -> row.with(f, "60");
                default -> {}
              }
            });
    return row;
  }
}
