package org.remitlake.household;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;
import org.remitlake.survey.Employers;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.survey.Migrants;
import org.remitlake.survey.ProspectiveMigrants;
import org.remitlake.survey.Recruiters;

/** The units of surveys, with their design, their domains and what indicators need of them. */
final class SurveyRows {
  /** From this age on a person is asked about accounts and work. */
  static final int ADULT = 15;

  /** Times a year that an amount comes: in the season, once a month abroad. */
  private static final String TIMES_A_YEAR =
      "case remit_frequency when 'WEEKLY' then 52 when 'FORTNIGHTLY' then 26 when 'MONTHLY' then 12"
          + " when 'QUARTERLY' then 4 when 'SEASONAL' then months_away when 'ONCE' then 1"
          + " when 'YEAR' then 1 end";

  /** Bands of Findex and the labour force surveys. */
  static final String AGE_BAND =
      "case when age < 15 then null when age < 25 then '15-24' when age < 35 then '25-34'"
          + " when age < 45 then '35-44' when age < 55 then '45-54' when age < 65 then '55-64'"
          + " else '65+' end";

  /** The quarter of an interview of the wave, or the year of the wave. */
  private static final String PRICED =
      "if(year(interviewed_on) - wave in (0, 1),"
          + " concat(year(interviewed_on), '-Q', quarter(interviewed_on)), cast(wave as string))";

  static final String[] HOUSEHOLD = {"survey", "wave", "hh_id"};

  private static final String MIGRATES = "(is_abroad or months_abroad_12m >= 3)";

  private static final String RECEIPT =
      "if(remit_received_12m, 'RECEIVING', if(not remit_received_12m, 'NOT_RECEIVING', null))";

  private final Lake lake;
  private final Set<String> slices;

  /** Of some slices of surveys. */
  SurveyRows(Lake lake, Set<String> slices) {
    this.lake = lake;
    this.slices = slices;
  }

  Dataset<Row> read(TableContract table) {
    return lake.read(table, slices);
  }

  /** Completed interviews: their PSUs are the design, whoever of the household is asked. */
  Dataset<Row> interviews() {
    return read(Households.CONTRACT)
        .where("result_code = 'COMPLETE'")
        .withColumnRenamed("weight_hh", "weight")
        .withColumn("is_receiving", expr(RECEIPT));
  }

  /** With {@code is_selected}: one adult of a household was drawn to answer, who has a weight. */
  private Dataset<Row> members() {
    Dataset<Row> selected =
        read(Members.CONTRACT)
            .groupBy("survey", "wave")
            .agg(expr("max(weight_person is not null) as is_selected"));
    return read(Members.CONTRACT)
        .join(broadcast(selected), new String[] {"survey", "wave"}, "left");
  }

  /**
   * Sex of the only head, whether children live there, and whether any adult has an account, where
   * all adults are asked.
   */
  private Dataset<Row> heads() {
    return members()
        .withColumn("owns", expr("if(is_selected or age < 15, null, account_own)"))
        .withColumn("is_unknown", expr("age >= 15 and owns is null"))
        .groupBy("survey", "wave", "hh_id")
        .agg(
            expr("if(count_if(is_head) = 1, max(if(is_head, sex, null)), null) as head_sex"),
            expr("max(coalesce(age < 18, false)) as has_children"),
            expr("if(max(owns), true, if(not max(is_unknown), false, null)) as has_account"));
  }

  /** Whether somebody migrates, and whether somebody is away now. */
  private Dataset<Row> migrating() {
    return read(Migrants.CONTRACT)
        .groupBy("survey", "wave", "hh_id")
        .agg(
            expr("true as is_listed"),
            expr("if(max(" + MIGRATES + "), true, if(max(" + MIGRATES + " is null), null, false))")
                .as("has_migrant"),
            expr("max(is_abroad) as is_left"),
            expr("max(months_abroad_12m) as months_away"));
  }

  /** Waves that ask about migrants: in others it is not known who has none. */
  Dataset<Row> asked() {
    return read(Migrants.CONTRACT)
        .select("survey", "wave")
        .distinct()
        .withColumn("asks_migrants", expr("true"));
  }

  /**
   * Completed interviews. Amounts received are of twelve months, in local currency at the central
   * bank's rate of the day of the interview; the highest hundredth of a wave is cut off at its 99th
   * percentile (catalogue 6.1), and {@code remit_uncut} keeps them.
   */
  Dataset<Row> households() {
    Dataset<Row> of =
        interviews()
            .join(heads(), HOUSEHOLD, "left")
            .join(migrating(), HOUSEHOLD, "left")
            .join(broadcast(asked()), new String[] {"survey", "wave"}, "left")
            .withColumn(
                "has_migrant", expr("if(asks_migrants, if(is_listed, has_migrant, false), null)"))
            .withColumn(
                "children_left",
                expr("if(asks_migrants, if(has_children and is_left, 'YES', 'NO'), null)"))
            .withColumn("currency", expr("remit_currency"))
            .join(
                broadcast(rates().daily()),
                new String[] {"country", "currency", "interviewed_on"},
                "left")
            .withColumn("receiver_sex", expr("if(remit_received_12m, receiver_sex, '_Z')"))
            .withColumn("remit_uncut", expr("remit_amount * " + TIMES_A_YEAR + " * to_lcu"));
    return of.withColumn(
            "remit_lcu",
            expr(
                // Not least() alone: it passes over nulls, and who tells nothing would get the cap.
                "if(remit_uncut is null, null, least(cast(remit_uncut as double),"
                    + " percentile(remit_uncut, 0.99) over (partition by survey, wave)))"))
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
    return members()
        .where("age >= " + ADULT)
        .join(households, HOUSEHOLD, "inner")
        .join(heads(), HOUSEHOLD, "left")
        .where("not is_selected or weight_person is not null")
        .withColumn("weight", expr("if(is_selected, weight_person, weight)"))
        .withColumn("age_band", expr(AGE_BAND));
  }

  /** All who were asked: their PSUs are the design. */
  Dataset<Row> respondents() {
    return read(ProspectiveMigrants.CONTRACT).withColumnRenamed("weight_person", "weight");
  }

  /** Persons of 15 to 64 who live in the country. */
  Dataset<Row> prospective() {
    return respondents()
        .where("age between 15 and 64")
        .withColumn("priced", expr(PRICED))
        .join(broadcast(rates().quotedCosts()), new String[] {"country", "priced"}, "left")
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

  /** Local currency and dollars by day. */
  SurveyRates rates() {
    return new SurveyRates(lake, slices);
  }

  /** Migrants of the households. */
  Dataset<Row> migrants() {
    return new MigrantRows(this).migrants();
  }

  /** All persons of the households, those abroad among them. */
  Dataset<Row> persons() {
    return new MigrantRows(this).persons();
  }
}
