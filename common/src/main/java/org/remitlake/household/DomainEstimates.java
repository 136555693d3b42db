package org.remitlake.household;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.stats.DomainSums;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Linearised;
import scala.Tuple2;

/**
 * Weighted counts and means of many domains of a survey at once, with their errors: rows are added
 * to totals by domain and PSU where they lie, and the driver gets one line for each domain. What
 * R's {@code svyby(~y, ~domain, design, svymean)} and {@code svytotal} give.
 *
 * @param domain the domain's value
 * @param units rows of positive weight that tell y
 * @param count estimated number of units in the population, with its standard error
 * @param countError standard error of the count
 * @param mean estimated mean of y
 * @param meanError standard error of the mean
 * @param df PSUs less strata, in the strata that the domain reaches
 */
public record DomainEstimates(
    String domain,
    long units,
    double count,
    double countError,
    double mean,
    double meanError,
    double df)
    implements Serializable {

  /**
   * Estimates by domain, ordered by it. Rows without a domain or without y are left out; their PSUs
   * stay in the design.
   *
   * @param rows with {@code stratum}, {@code psu} (anew in every stratum), {@code weight}, {@code
   *     domain} and {@code y}; weight and y are doubles
   * @throws IllegalArgumentException if no row has a positive weight
   */
  public static List<DomainEstimates> of(Dataset<Row> rows) {
    Dataset<Row> sample =
        rows.select("stratum", "psu", "weight", "domain", "y").where("weight > 0");
    TreeSet<PsuFrame.Psu> psus = new TreeSet<>();
    sample
        .select("stratum", "psu")
        .distinct()
        .collectAsList()
        .forEach(r -> psus.add(new PsuFrame.Psu(r.getString(0), r.getString(1))));
    if (psus.isEmpty()) {
      throw new IllegalArgumentException(
          "No row has a weight above 0: nothing is represented. Check the column of weights.");
    }
    PsuFrame frame = new PsuFrame(psus);
    return sample
        .where("domain is not null and y is not null")
        .javaRDD()
        .mapPartitionsToPair(part -> sums(part, frame))
        .reduceByKey(
            (one, other) -> {
              one.add(other);
              return one;
            })
        .map(entry -> of(entry._1(), entry._2(), frame))
        .collect()
        .stream()
        .sorted((a, b) -> a.domain().compareTo(b.domain()))
        .toList();
  }

  private static Iterator<Tuple2<String, DomainSums>> sums(Iterator<Row> rows, PsuFrame frame) {
    Map<String, DomainSums> sums = new HashMap<>();
    rows.forEachRemaining(
        row ->
            sums.computeIfAbsent(row.getString(3), d -> new DomainSums())
                .add(
                    frame.number(new PsuFrame.Psu(row.getString(0), row.getString(1))),
                    row.getDouble(2),
                    row.getDouble(4),
                    1));
    return sums.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue())).iterator();
  }

  private static DomainEstimates of(String domain, DomainSums sums, PsuFrame frame) {
    Linearised mean = sums.ratio(frame.design()).orElseThrow().linearised();
    Estimate count = sums.count(frame.design()).estimate();
    Estimate of = mean.estimate();
    return new DomainEstimates(
        domain,
        sums.units(),
        count.value(),
        count.standardError(),
        of.value(),
        of.standardError(),
        of.degreesOfFreedom());
  }
}
