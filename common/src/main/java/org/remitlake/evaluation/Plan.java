package org.remitlake.evaluation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.remitlake.contract.ConfigProblem;

/**
 * The plan of analysis of a pilot: a file under {@code conf/pilots}, fixed before the endline.
 * Facts such as arms and clusters come from the registry.
 *
 * @param pilot code in the registry
 * @param registeredOn day on which the plan was registered, ISO 8601; empty if it never was
 * @param baselineWave year of the survey before
 * @param endlineWave year of the survey after
 * @param controlArm arm that the others are compared with
 * @param primary the one outcome that decides
 * @param secondary further outcomes
 * @param covariates baseline variables of the balance table
 * @param blocks whether the assignment was drawn within blocks
 */
public record Plan(
    String pilot,
    String registeredOn,
    Integer baselineWave,
    Integer endlineWave,
    String controlArm,
    String primary,
    List<String> secondary,
    List<String> covariates,
    Boolean blocks) {

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  /** Fills in what a plan need not say. */
  public Plan {
    registeredOn = registeredOn == null ? "" : registeredOn;
    secondary = names(secondary);
    covariates = names(covariates);
    blocks = blocks == null ? Boolean.TRUE : blocks;
  }

  /** An entry without a name stays, as an empty one, to be refused. */
  private static List<String> names(List<String> listed) {
    return listed == null
        ? List.of()
        : listed.stream().map(name -> Objects.requireNonNullElse(name, "")).toList();
  }

  /**
   * Refuses a plan that lacks something or contradicts itself.
   *
   * @throws ConfigProblem naming the file and every problem
   */
  public Plan checked(String file) {
    List<String> problems = new ArrayList<>();
    if (isBlank(pilot) || isBlank(controlArm) || isBlank(primary)) {
      problems.add("needs 'pilot', 'control_arm' and 'primary'");
    } else if (!pilot.equals(pilot.strip())) {
      problems.add("'pilot' begins or ends with a blank");
    }
    if (baselineWave == null || endlineWave == null || baselineWave >= endlineWave) {
      problems.add("needs a 'baseline_wave' before its 'endline_wave'");
    } else if (baselineWave < FIRST_YEAR || endlineWave > LAST_YEAR) {
      problems.add("its waves must be years from %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
    }
    if (hasTwice(outcomes())) {
      problems.add("names an outcome twice among 'primary' and 'secondary'");
    }
    if (hasTwice(covariates)) {
      problems.add("names a covariate twice");
    }
    Set<String> unknown = new TreeSet<>(covariates);
    unknown.addAll(secondary);
    if (primary != null) {
      unknown.add(primary);
    }
    unknown.removeAll(OutcomeRows.names());
    if (unknown.remove("")) {
      problems.add("has an entry without a name among its outcomes or covariates");
    }
    if (!unknown.isEmpty()) {
      problems.add(
          "names %s, known are %s"
              .formatted(String.join(", ", unknown), String.join(", ", OutcomeRows.names())));
    }
    if (!registeredOn.isEmpty() && !isDay(registeredOn)) {
      problems.add("'registered_on' must be a day, as 2020-01-31");
    }
    if (!problems.isEmpty()) {
      throw new ConfigProblem(file + ": " + String.join("; ", problems) + ". Mend the plan.");
    }
    return this;
  }

  private static boolean hasTwice(List<String> names) {
    return Set.copyOf(names).size() < names.size();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Outcomes in the order of the plan, the primary one first. */
  public List<String> outcomes() {
    return Stream.concat(Stream.ofNullable(primary), secondary.stream()).toList();
  }

  /** Whether the plan was registered before the year of the endline. */
  public boolean isPreregistered() {
    return !registeredOn.isEmpty() && LocalDate.parse(registeredOn).getYear() < endlineWave;
  }
}
