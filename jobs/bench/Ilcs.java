import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.remitlake.stats.Deff;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Linearised;
import org.remitlake.stats.SurveyDesign;
import org.remitlake.stats.SurveyMean;

/**
 * Receipt of money from abroad, its mean and poverty in the public household file of Armenia's
 * Integrated Living Conditions Survey of 2022. Strata are marz by settlement; the file holds no PSUs,
 * so each household is its own, and standard errors are lower bounds. Poverty is coded 1 for not poor.
 * Run by bench/ilcs FILE.
 */
public final class Ilcs {
  private Ilcs() {}

  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder().master("local[1]").config("spark.ui.enabled", "false").getOrCreate();
    List<Row> rows =
        spark
            .read()
            .option("header", true)
            .csv(args[0])
            .selectExpr(
                "hh_02 || '|' || settlement as stratum",
                "double(weight) as weight",
                "double(pweight) as pweight",
                "coalesce(try_cast(`y1_3amd.19.00` as double), 0) as received",
                "poverty")
            .collectAsList();
    spark.stop();
    String[] strata = rows.stream().map(r -> r.getString(0)).toArray(String[]::new);
    double[] received = rows.stream().mapToDouble(r -> Math.max(0, r.getDouble(3))).toArray();
    double[] receives = rows.stream().mapToDouble(r -> r.getDouble(3) > 0 ? 1 : 0).toArray();
    double[] poor = rows.stream().mapToDouble(r -> "1".equals(r.getString(4)) ? 0 : 1).toArray();
    SurveyDesign households =
        SurveyDesign.elements(strata, rows.stream().mapToDouble(r -> r.getDouble(1)).toArray());
    SurveyDesign persons =
        SurveyDesign.elements(strata, rows.stream().mapToDouble(r -> r.getDouble(2)).toArray());
    print("households receiving, %", SurveyMean.of(receives, households).times(100));
    print("received a month by all households, AMD", SurveyMean.of(received, households));
    print("poor persons, %", SurveyMean.of(poor, persons).times(100));
  }

  private static void print(String what, Linearised of) {
    Estimate estimate = of.estimate();
    System.out.printf(
        "%s: %.4f, standard error %.4f, interval %s, df %.0f, design effect %.3f, n %d%n",
        what,
        estimate.value(),
        estimate.standardError(),
        estimate.interval(0.95),
        estimate.degreesOfFreedom(),
        Deff.withReplacement(of).orElse(Double.NaN),
        of.sampleSize());
  }
}
