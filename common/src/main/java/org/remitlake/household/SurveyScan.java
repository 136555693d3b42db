package org.remitlake.household;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.CellKey;
import scala.Tuple2;

/**
 * The one scan of a grain: each unit is asked every question and added to every domain it is of.
 */
final class SurveyScan implements PairFlatMapFunction<Iterator<Row>, SurveyCell, SurveyTally> {
  private static final long serialVersionUID = 1;

  /** SDMX's unknown; U alone is urban. */
  private static final String UNKNOWN = "_U";

  /** SDMX's not applicable: a household without a receiver has none whose sex it does not know. */
  private static final String NOT_APPLICABLE = "_Z";

  private final List<? extends SurveyIndicator> indicators;
  private final List<String> dimensions;
  private final SurveyWaves waves;

  SurveyScan(
      List<? extends SurveyIndicator> indicators, List<String> dimensions, SurveyWaves waves) {
    this.indicators = List.copyOf(indicators);
    this.dimensions = List.copyOf(dimensions);
    this.waves = waves;
  }

  @Override
  public Iterator<Tuple2<SurveyCell, SurveyTally>> call(Iterator<Row> rows) {
    Part part = new Part();
    rows.forEachRemaining(part::add);
    List<Tuple2<SurveyCell, SurveyTally>> tallies = new ArrayList<>();
    part.tallies.forEach((cell, tally) -> tallies.add(new Tuple2<>(cell, tally)));
    return tallies.iterator();
  }

  /** What a partition tells. */
  private final class Part {
    private final Map<SurveyCell, SurveyTally> tallies = new HashMap<>();

    void add(Row row) {
      SurveyUnit unit = new SurveyUnit(row);
      String survey = unit.code("survey");
      int wave = row.<Integer>getAs("wave");
      boolean isWanted = waves.isWanted(survey, wave);
      boolean isBefore = waves.next(survey, wave).isPresent();
      for (int q = 0; q < indicators.size(); q++) {
        Question question = indicators.get(q).question();
        if (!question.asked().of(unit)) {
          continue;
        }
        Answer answer = new Answer(unit, question);
        if (isWanted) {
          for (CellKey cell : cells(indicators.get(q), unit, wave)) {
            add(new SurveyCell(q, survey, false, cell), answer, question.isOther(unit), wave);
          }
        }
        if (!question.hasChange()) {
          continue;
        }
        if (isWanted && waves.before(survey, wave).isPresent()) {
          add(change(q, unit, wave), answer, false, wave);
        }
        if (isBefore) {
          int next = waves.next(survey, wave).getAsInt();
          add(change(q, unit, next), answer, true, wave);
        }
      }
    }

    private void add(SurveyCell cell, Answer answer, boolean isOther, int wave) {
      SurveyTally.Side side = tallies.computeIfAbsent(cell, c -> new SurveyTally()).side(isOther);
      if (!(answer.weight > 0)) {
        side.addNoWeight(answer.isDeciding);
      } else if (!answer.isTold()) {
        side.addNoAnswer(answer.isDeciding);
      } else {
        int psu = waves.frame(cell.survey(), wave).number(answer.psu);
        side.addTold(answer.isDeciding);
        if (answer.question.kind() == Question.Kind.QUANTILE) {
          side.values().add(psu, answer.weight, answer.over);
        } else {
          side.sums().add(psu, answer.weight, answer.over, answer.under);
        }
      }
    }
  }

  private SurveyCell change(int question, SurveyUnit unit, int wave) {
    return new SurveyCell(
        question,
        unit.code("survey"),
        true,
        CellKey.total(unit.code("country"), Integer.toString(wave)));
  }

  private List<CellKey> cells(SurveyIndicator indicator, SurveyUnit unit, int wave) {
    String country = unit.code("country");
    String year = Integer.toString(wave);
    List<CellKey> cells = new ArrayList<>();
    cells.add(CellKey.total(country, year));
    for (String dimension : dimensions) {
      String value = unit.code(dimension);
      if (indicator.isBy(dimension) && !NOT_APPLICABLE.equals(value)) {
        cells.add(CellKey.of(country, year, dimension, value == null ? UNKNOWN : value));
      }
    }
    return cells;
  }

  /** A unit's answer to a question. */
  private static final class Answer {
    private final Question question;
    private final PsuFrame.Psu psu;
    private final double weight;
    private final double over;
    private final double under;
    private final boolean isDeciding;

    Answer(SurveyUnit unit, Question question) {
      this.question = question;
      this.psu = new PsuFrame.Psu(unit.code("stratum"), unit.code("psu"));
      this.weight = unit.number("weight");
      this.over = question.above().of(unit);
      this.under = question.below().of(unit);
      this.isDeciding = question.deciding().of(unit);
    }

    boolean isTold() {
      return !Double.isNaN(over) && !Double.isNaN(under);
    }
  }
}
