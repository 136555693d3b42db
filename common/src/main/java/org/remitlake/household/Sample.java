package org.remitlake.household;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Dimension;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.stats.Deff;
import org.remitlake.stats.DomainDf;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Interval;
import org.remitlake.stats.Linearised;
import org.remitlake.stats.LonelyPsu;
import org.remitlake.stats.SurveyDesign;
import org.remitlake.stats.SurveyMean;

/**
 * Units of a sample survey with one yes-or-no answer, and the shares of yes by domain.
 *
 * <p>Units outside a domain stay in the design: leaving them out would take their PSUs with them,
 * and the standard error would be wrong.
 */
final class Sample {
  private static final double LEVEL = 0.95;
  private static final double VAGUE = 0.20;

  /**
   * A unit.
   *
   * @param stratum stratum
   * @param psu primary sampling unit
   * @param weight units of the population that it stands for; of one that should have a weight and
   *     has none, or a negative one, not above 0
   * @param isAsked whether the question concerns it
   * @param answer its answer; empty for none
   * @param domains value of each dimension
   */
  record Unit(
      String stratum,
      String psu,
      double weight,
      boolean isAsked,
      Optional<Boolean> answer,
      Map<String, String> domains) {}

  private final List<Unit> units;
  private final List<Unit> unweighted;
  private final Optional<SurveyDesign> design;

  Sample(List<Unit> all) {
    this.units = all.stream().filter(u -> u.weight() > 0).toList();
    this.unweighted = all.stream().filter(u -> !(u.weight() > 0)).toList();
    this.design =
        units.isEmpty()
            ? Optional.empty()
            : Optional.of(
                SurveyDesign.nested(
                        texts(Unit::stratum),
                        texts(Unit::psu),
                        units.stream().mapToDouble(Unit::weight).toArray())
                    .withLonelyPsus(LonelyPsu.ADJUST));
  }

  private String[] texts(Function<Unit, String> of) {
    return units.stream().map(of).toArray(String[]::new);
  }

  /** Shares of yes: of all, and for each value of each dimension. */
  List<ValueRow> shares(Indicator indicator, String country, String wave) {
    List<ValueRow> rows = new ArrayList<>();
    rows.add(share(indicator, CellKey.total(country, wave)));
    Map<String, TreeSet<String>> values = new TreeMap<>();
    Stream.concat(units.stream(), unweighted.stream())
        .forEach(
            u ->
                u.domains()
                    .forEach((d, v) -> values.computeIfAbsent(d, x -> new TreeSet<>()).add(v)));
    values.forEach(
        (dimension, of) ->
            of.forEach(v -> rows.add(share(indicator, CellKey.of(country, wave, dimension, v)))));
    return rows;
  }

  private ValueRow share(Indicator indicator, CellKey cell) {
    boolean[] domain = new boolean[units.size()];
    double[] yes = new double[units.size()];
    long n = 0;
    long noAnswer = 0;
    double over = 0;
    double under = 0;
    for (int i = 0; i < domain.length; i++) {
      Unit unit = units.get(i);
      if (!concerns(unit, cell)) {
        continue;
      }
      if (unit.answer().isEmpty()) {
        noAnswer++;
        continue;
      }
      domain[i] = true;
      yes[i] = unit.answer().get() ? 1 : 0;
      n++;
      over += unit.weight() * yes[i];
      under += unit.weight();
    }
    Map<String, Long> missing = new TreeMap<>();
    missing.put("NO_ANSWER", noAnswer);
    missing.put("NO_WEIGHT", unweighted.stream().filter(u -> concerns(u, cell)).count());
    missing.values().removeIf(count -> count == 0);
    Optional<SurveyDesign> informed = under == 0 ? Optional.empty() : design;
    return row(
        indicator, cell, n, missing, over, under, informed.map(d -> SurveyMean.of(yes, domain, d)));
  }

  private static boolean concerns(Unit unit, CellKey cell) {
    return unit.isAsked() && isIn(unit, cell);
  }

  private static boolean isIn(Unit unit, CellKey cell) {
    return cell.dimensions().equals(Dimension.TOTAL)
        || cell.values().equals(unit.domains().get(cell.dimensions()));
  }

  private ValueRow row(
      Indicator indicator,
      CellKey cell,
      long n,
      Map<String, Long> excluded,
      double over,
      double under,
      Optional<Linearised> share) {
    long missing = excluded.values().stream().mapToLong(Long::longValue).sum();
    String nullReason =
        n + missing == 0
            ? "EMPTY"
            : ValueRow.tooMuchMissing(missing, n + missing) ? "Q_MISSING" : "";
    Optional<Linearised> told = nullReason.isEmpty() ? share : Optional.empty();
    return new ValueRow(
        indicator,
        cell,
        told.map(s -> 100 * s.value()),
        nullReason,
        Optional.of(BigDecimal.valueOf(over)),
        Optional.of(BigDecimal.valueOf(under)),
        n,
        n,
        missing,
        excluded,
        "DESIGN",
        Optional.empty(),
        grade(told, missing, n + missing),
        told.filter(Sample::isMeasured).map(s -> precision(s, design.orElseThrow())));
  }

  /**
   * Catalogue 8.6: 15 points less for much missing, and for a coefficient of variation above 20 %.
   */
  private static String grade(Optional<Linearised> share, long missing, long population) {
    boolean vague =
        share
            .map(s -> s.value() > 0 && s.estimate().standardError() / s.value() > VAGUE)
            .orElse(false);
    String grade = ValueRow.grade(missing, population);
    return !vague ? grade : grade.equals("A") ? "B" : "C";
  }

  /**
   * Whether the sample tells how sure the share is. In one PSU, or where all answer alike, the
   * linearised variance is 0, which is not certainty.
   */
  private static boolean isMeasured(Linearised share) {
    return share.value() > 0
        && share.value() < 1
        && share.estimate(DomainDf.UNITS_PRESENT).degreesOfFreedom() > 0;
  }

  private static ValueRow.Precision precision(Linearised share, SurveyDesign design) {
    Estimate estimate = share.estimate();
    Interval interval = estimate.logitInterval(LEVEL);
    OptionalDouble deff = Deff.withReplacement(share);
    return new ValueRow.Precision(
        100 * estimate.standardError(),
        100 * interval.lower(),
        100 * interval.upper(),
        estimate.degreesOfFreedom(),
        deff.isPresent() ? Optional.of(deff.getAsDouble()) : Optional.empty(),
        design.psus(),
        design.strata());
  }
}
