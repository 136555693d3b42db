package org.remitlake.household;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;
import org.remitlake.money.CentralBanks;
import org.remitlake.money.FxMid;
import org.remitlake.money.ReferenceRates;
import org.remitlake.survey.Employers;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.survey.ProspectiveMigrants;
import org.remitlake.survey.Recruiters;
import org.remitlake.survey.SurveyWave;
import org.remitlake.time.Quarter;

/** The units of surveys, with their design, their domains and what indicators need of them. */
final class SurveyRows {
  /** From this age on a person is asked about accounts and work. */
  private static final int ADULT = 15;

  /** Times a year that an amount comes; where it is the year's, or of once, once. */
  private static final String TIMES_A_YEAR =
      "case remit_frequency when 'WEEKLY' then 52 when 'FORTNIGHTLY' then 26 when 'MONTHLY' then 12"
          + " when 'QUARTERLY' then 4 when 'ONCE' then 1 when 'YEAR' then 1 end";

  /** Bands of Findex and the labour force surveys. */
  private static final String AGE_BAND =
      "case when age < 15 then null when age < 25 then '15-24' when age < 35 then '25-34'"
          + " when age < 45 then '35-44' when age < 55 then '45-54' when age < 65 then '55-64'"
          + " else '65+' end";

  private static final String RECEIPT =
      "if(remit_received_12m, 'RECEIVING', if(not remit_received_12m, 'NOT_RECEIVING', null))";

  private final Lake lake;
  private final Set<String> slices;

  /** Of some slices of surveys. */
  SurveyRows(Lake lake, Set<String> slices) {
    this.lake = lake;
    this.slices = slices;
  }

  private Dataset<Row> read(TableContract table) {
    return lake.read(table, slices);
  }

  private Dataset<Row> interviews() {
    return read(Households.CONTRACT)
        .where("result_code = 'COMPLETE'")
        .withColumnRenamed("weight_hh", "weight")
        .withColumn("is_receiving", expr(RECEIPT));
  }

  private Dataset<Row> heads() {
    return read(Members.CONTRACT)
        .where("is_head")
        .groupBy("survey", "wave", "hh_id")
        .agg(expr("if(count(*) = 1, max(sex), null) as head_sex"));
  }

  /**
   * Completed interviews. Amounts received are of twelve months, in local currency at the central
   * bank's rate of the day of the interview; the highest hundredth of a wave is cut off at its 99th
   * percentile (catalogue 6.1), and {@code remit_uncut} keeps them.
   */
  Dataset<Row> households() {
    Dataset<Row> of =
        interviews()
            .join(heads(), new String[] {"survey", "wave", "hh_id"}, "left")
            .withColumn("currency", expr("remit_currency"))
            .join(
                broadcast(rates()), new String[] {"country", "currency", "interviewed_on"}, "left")
            .withColumn("remit_uncut", expr("remit_amount * " + TIMES_A_YEAR + " * to_lcu"));
    return of.withColumn(
            "remit_lcu",
            expr(
                "least(cast(remit_uncut as double),"
                    + " percentile(remit_uncut, 0.99) over (partition by survey, wave))"))
        .withColumn("remit_usd", expr("remit_lcu / lcu_per_usd"));
  }

  /**
   * Persons of 15 and over of completed interviews. Where one adult of a household was selected,
   * only that one has a weight of its own; where all were asked, the household's weight is theirs.
   */
  Dataset<Row> adults() {
    Dataset<Row> households =
        interviews()
            .select(
                "survey",
                "wave",
                "hh_id",
                "stratum",
                "psu",
                "weight",
                "region",
                "urbanity",
                "is_receiving",
                "remit_received_12m");
    return read(Members.CONTRACT)
        .where("age >= " + ADULT)
        .withColumn(
            "is_selected", expr("max(weight_person is not null) over (partition by survey, wave)"))
        .join(households, new String[] {"survey", "wave", "hh_id"}, "inner")
        .join(heads(), new String[] {"survey", "wave", "hh_id"}, "left")
        .where("not is_selected or weight_person is not null")
        .withColumn("weight", expr("if(is_selected, weight_person, weight)"))
        .withColumn("age_band", expr(AGE_BAND));
  }

  /** Persons of 15 to 64 who live in the country. */
  Dataset<Row> prospective() {
    return read(ProspectiveMigrants.CONTRACT)
        .where("age between 15 and 64")
        .withColumnRenamed("weight_person", "weight")
        .withColumn("age_band", expr(AGE_BAND));
  }

  /** Employers, each a PSU of its own. */
  Dataset<Row> employers() {
    return read(Employers.CONTRACT)
        .withColumnRenamed("weight_employer", "weight")
        .withColumn("psu", expr("employer_id"));
  }

  /** Agents, who stand for nobody but themselves. */
  Dataset<Row> recruiters() {
    return read(Recruiters.CONTRACT)
        .withColumn("weight", expr("1.0"))
        .withColumn("stratum", expr("'all'"))
        .withColumn("psu", expr("agent_id"));
  }

  /** Whether a wave's interviews may be in a quarter: those of its year, or of the winter after. */
  static boolean isPriced(Quarter quarter, int wave) {
    int year = quarter.firstDay().getYear();
    return year == wave || year == wave + 1;
  }

  private boolean isPriced(LocalDate day) {
    return slices.stream()
        .anyMatch(slice -> isPriced(Quarter.of(day), SurveyWave.parse(slice).wave()));
  }

  /** Local currency per unit of what households tell, and per dollar, by day. */
  private Dataset<Row> rates() {
    ReferenceRates published = ReferenceRates.of(lake.read(FxMid.CONTRACT));
    List<Row> rows = new ArrayList<>();
    for (String country : List.of("TJK", "ARM")) {
      String home = CentralBanks.currencyOf(country).orElseThrow();
      for (LocalDate day : published.days().stream().filter(this::isPriced).toList()) {
        for (String currency : published.currencies()) {
          published
              .rate(currency, home, day)
              .ifPresent(
                  rate ->
                      rows.add(
                          RowFactory.create(
                              country,
                              currency,
                              day,
                              rate,
                              published.rate("USD", home, day).orElse(null))));
        }
      }
    }
    return lake.spark()
        .createDataFrame(
            rows,
            new StructType()
                .add("country", DataTypes.StringType)
                .add("currency", DataTypes.StringType)
                .add("interviewed_on", DataTypes.DateType)
                .add("to_lcu", DataTypes.createDecimalType(18, 12))
                .add("lcu_per_usd", DataTypes.createDecimalType(18, 12)));
  }
}
