import static org.apache.spark.sql.functions.expr;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.remitlake.household.DomainEstimates;

/**
 * Weighted counts and means with standard errors of many domains: 50,000 rows in 6,760 groups, and 5
 * million rows in 10,000 domains, each in strata with PSUs. Run by bench/survey_domains.
 */
public final class SurveyDomains {
  private SurveyDomains() {}

  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "8")
            .getOrCreate();
    for (int round = 1; round <= 3; round++) {
      time(spark, 50_000, 6_760, 40, 10, 2);
    }
    time(spark, 5_000_000, 10_000, 200, 10, 16);
    spark.stop();
  }

  private static void time(
      SparkSession spark, long rows, int domains, int strata, int psus, int partitions) {
    Dataset<Row> sample =
        spark
            .range(0, rows, 1, partitions)
            .select(
                expr("'s' || (xxhash64(id, 1) % " + strata + " + " + strata + ") % " + strata + " as stratum"),
                expr("'p' || (xxhash64(id, 2) % " + psus + " + " + psus + ") % " + psus + " as psu"),
                expr("1 + abs(xxhash64(id, 3) % 1000) / 10.0D as weight"),
                expr("'d' || abs(xxhash64(id, 4) % " + domains + ") as domain"),
                expr("double(abs(xxhash64(id, 5) % 2)) as y"))
            .cache();
    sample.count();
    long start = System.nanoTime();
    List<DomainEstimates> estimates = DomainEstimates.of(sample);
    System.out.printf(
        "%,d rows, %,d domains, %,d PSUs: %.2f s; first %s%n",
        rows,
        estimates.size(),
        strata * psus,
        (System.nanoTime() - start) / 1e9,
        estimates.get(0));
    sample.unpersist();
  }
}
