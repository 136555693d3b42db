package org.remitlake.household;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.survey.Members;
import org.remitlake.survey.Migrants;

/** Migrants of surveyed households, and those who stayed, with the design of the households. */
final class MigrantRows {
  private static final String EDUCATION =
      "case when edu_isced <= 2 then 'BASIC' when edu_isced <= 4 then 'MIDDLE'"
          + " when edu_isced >= 5 then 'TERTIARY' end";

  /** Two digits of ISCO-08; armed forces are left out. */
  private static final String OCCUPATION =
      "if(trim(%1$s) rlike '^[1-9][0-9]', substring(trim(%1$s), 1, 2), null)";

  private static final String MONTHS_HOME =
      "coalesce(months_home, cast(months_between(interviewed_on, returned_on) as int))";

  /**
   * Back within five years from three months or more, and home for six months or without a plan to
   * leave: a winter at home is no return. Null where the answers do not tell.
   */
  private static final String RETURNEE =
      "age >= 15 and not is_abroad and months_home <= 60 and (months_home >= 6 or intends_to_stay)"
          + " and coalesce(months_between(returned_on, departed_on) >= 3,"
          + " if(months_abroad_12m >= 3, true, null))";

  /** Of whom {@link MigrantIndicator} tells. */
  private static final String MIGRANT =
      "coalesce(age >= 15 and (is_abroad or months_abroad_12m >= 3), false)";

  private final SurveyRows rows;

  MigrantRows(SurveyRows rows) {
    this.rows = rows;
  }

  private Dataset<Row> designs() {
    return rows.interviews()
        .select(
            "survey",
            "wave",
            "hh_id",
            "stratum",
            "psu",
            "weight",
            "region",
            "urbanity",
            "interviewed_on");
  }

  /**
   * Migrants of the households, those abroad and those back, with what they told in the wave before
   * if they are traced, and with the education that is usual in their work at home.
   */
  Dataset<Row> migrants() {
    SurveyRates rates = rows.rates();
    Dataset<Row> migrants =
        rows.read(Migrants.CONTRACT).join(designs(), SurveyRows.HOUSEHOLD, "inner");
    return new TracedMigrants(rows)
        .join(migrants)
        .withColumn("occupation", expr(OCCUPATION.formatted("isco_abroad")))
        .join(broadcast(usual(migrants)), new String[] {"survey", "wave", "occupation"}, "left")
        .withColumn("currency", expr("savings_currency"))
        .join(
            broadcast(rates.daily()),
            new String[] {"country", "currency", "interviewed_on"},
            "left")
        .join(broadcast(rates.minimumWages()), new String[] {"country", "wave"}, "left")
        .withColumn("savings_lcu", expr("savings_on_return * to_lcu"))
        .withColumn("savings_usd", expr("savings_lcu / lcu_per_usd"))
        .withColumn("age_band", expr(SurveyRows.AGE_BAND))
        .withColumn("education", expr(EDUCATION))
        .withColumn("months_home", expr(MONTHS_HOME))
        .withColumn("is_returnee", expr(RETURNEE));
  }

  /**
   * Level of education that most workers at home have, by survey, wave and ISCO's two digits; of
   * ties, the lower.
   */
  private Dataset<Row> usual(Dataset<Row> migrants) {
    String[] person = {"survey", "wave", "hh_id", "person_no"};
    return rows.read(Members.CONTRACT)
        .where(
            "age >= 15 and work_status in ('EMPLOYED', 'SELF_EMPLOYED') and edu_isced is not null")
        .withColumn("occupation", expr(OCCUPATION.formatted("isco08")))
        .where("occupation is not null")
        .join(
            migrants.where("is_abroad and person_no is not null").selectExpr(person),
            person,
            "left_anti")
        .join(designs(), SurveyRows.HOUSEHOLD, "inner")
        .groupBy("survey", "wave", "occupation", "edu_isced")
        .agg(expr("sum(cast(weight as decimal(38, 12))) as workers"))
        .groupBy("survey", "wave", "occupation")
        .agg(expr("max_by(edu_isced, struct(workers, -edu_isced)) as usual_isced"));
  }

  /**
   * Persons of 15 and over of the households with the household's weight: those of the roster, and
   * migrants who are not on it. Of migrants who are neither abroad nor on the roster {@code
   * is_home} is null: they may stand there without their link. Only of waves that ask about
   * migrants.
   */
  Dataset<Row> persons() {
    Dataset<Row> migrants = migrants().withColumn("is_migrant", expr(MIGRANT));
    Dataset<Row> home =
        rows.read(Members.CONTRACT)
            .where("age >= " + SurveyRows.ADULT)
            .select(
                "survey",
                "country",
                "wave",
                "hh_id",
                "person_no",
                "sex",
                "age",
                "edu_isced",
                "work_status",
                "isco08")
            .join(broadcast(rows.asked()), new String[] {"survey", "wave"}, "inner")
            .join(
                migrants
                    .where("person_no is not null")
                    .groupBy("survey", "wave", "hh_id", "person_no")
                    .agg(
                        expr("max(is_abroad) as is_abroad"),
                        expr("max(is_migrant) as is_migrant"),
                        expr("max(coalesce(is_returnee, false)) as is_returnee"),
                        expr("max(is_returnee is null) as is_untold"),
                        expr("max(works) as works"),
                        expr("max(isco_abroad) as isco_abroad")),
                new String[] {"survey", "wave", "hh_id", "person_no"},
                "left")
            .join(designs(), SurveyRows.HOUSEHOLD, "inner")
            .withColumn("is_home", expr("not coalesce(is_abroad, false)"))
            .withColumn("is_migrant", expr("coalesce(is_migrant, false)"))
            .withColumn("is_returnee", expr("if(is_returnee, true, if(is_untold, null, false))"))
            .withColumn(
                "is_working",
                expr("if(is_migrant, works, work_status in ('EMPLOYED', 'SELF_EMPLOYED'))"))
            .withColumn("isco", expr("if(is_migrant, isco_abroad, isco08)"))
            .withColumn("age_band", expr(SurveyRows.AGE_BAND));
    Dataset<Row> away =
        migrants
            .where("person_no is null and is_migrant")
            .withColumn("is_home", expr("if(is_abroad, false, null)"))
            .withColumn("is_returnee", expr("false"))
            .withColumn("is_working", expr("works"))
            .withColumn("isco", expr("isco_abroad"));
    String[] columns = {
      "survey",
      "country",
      "wave",
      "stratum",
      "psu",
      "weight",
      "region",
      "urbanity",
      "sex",
      "age",
      "age_band",
      "edu_isced",
      "is_home",
      "is_migrant",
      "is_returnee",
      "is_working",
      "isco"
    };
    return home.selectExpr(columns).unionByName(away.selectExpr(columns));
  }
}
