package org.remitlake.household;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.survey.SurveyWave;

/** Which waves are asked for, which come before them, and the PSUs of each. */
final class SurveyWaves implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, TreeSet<Integer>> known = new TreeMap<>();
  private final Set<SurveyWave> wanted;
  private final Map<SurveyWave, PsuFrame> frames = new HashMap<>();

  /**
   * Waves.
   *
   * @param known all waves of all surveys
   * @param wanted those asked for
   */
  SurveyWaves(Collection<SurveyWave> known, Collection<SurveyWave> wanted) {
    known.forEach(w -> this.known.computeIfAbsent(w.survey(), s -> new TreeSet<>()).add(w.wave()));
    this.wanted = Set.copyOf(wanted);
  }

  /** The slices to read: those asked for, and the one before each. */
  Set<String> slices() {
    Set<String> slices = new TreeSet<>();
    for (SurveyWave wave : wanted) {
      slices.add(wave.toString());
      before(wave.survey(), wave.wave())
          .ifPresent(w -> slices.add(new SurveyWave(wave.survey(), w).toString()));
    }
    return slices;
  }

  boolean isWanted(String survey, int wave) {
    return wanted.contains(new SurveyWave(survey, wave));
  }

  /** The wave before one. */
  OptionalInt before(String survey, int wave) {
    return of(known.getOrDefault(survey, new TreeSet<>()).lower(wave));
  }

  /** The wave after one, if it is asked for: its change rests on this one. */
  OptionalInt next(String survey, int wave) {
    Integer next = known.getOrDefault(survey, new TreeSet<>()).higher(wave);
    return next != null && isWanted(survey, next) ? of(next) : OptionalInt.empty();
  }

  private static OptionalInt of(Integer wave) {
    return wave == null ? OptionalInt.empty() : OptionalInt.of(wave);
  }

  /**
   * Takes the PSUs of units of positive weight, of each wave.
   *
   * @param units with survey, wave, stratum, psu, weight
   */
  void readFrames(Dataset<Row> units) {
    Map<SurveyWave, Set<PsuFrame.Psu>> psus = new HashMap<>();
    List<Row> distinct =
        units
            .where("weight > 0")
            .select("survey", "wave", "stratum", "psu")
            .distinct()
            .collectAsList();
    for (Row row : distinct) {
      PsuFrame.Psu psu = new PsuFrame.Psu(row.getString(2), row.getString(3));
      psus.computeIfAbsent(new SurveyWave(row.getString(0), row.getInt(1)), w -> new TreeSet<>())
          .add(psu);
    }
    psus.forEach((wave, of) -> frames.put(wave, new PsuFrame(of)));
  }

  /** Of the wave before one. */
  Optional<PsuFrame> frameBefore(String survey, int wave) {
    OptionalInt before = before(survey, wave);
    return before.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(frame(survey, before.getAsInt()));
  }

  PsuFrame frame(String survey, int wave) {
    return frames.get(new SurveyWave(survey, wave));
  }
}
