package org.remitlake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.remitlake.synthetic.PilotStudy.Cluster;
import org.remitlake.synthetic.PilotStudy.Outcomes;
import org.remitlake.synthetic.PilotStudy.Subject;

class PilotStudyTest {

  @ParameterizedTest
  @EnumSource(Pilot.class)
  void theDifferenceOfArmsIsTheEffectOfThePopulation(Pilot pilot) {
    PilotStudy study = PilotStudy.of(5, pilot, 1_200, 15);
    Map<String, Double> effects = PilotStudy.effects(pilot);
    assertEffect(study, o -> o.bankSaving() ? 1 : 0, effects.get("bank_saving_12m"));
    assertEffect(study, o -> o.remitReceived() ? 1 : 0, effects.get("remit_received_12m"));
    assertEffect(study, Outcomes::consumptionMonth, effects.get("consumption_month"));
    assertThat(effects.get("remit_received_12m")).isZero();
  }

  private static void assertEffect(
      PilotStudy study, ToDoubleFunction<Outcomes> outcome, double effect) {
    double[] treated = meanAndError(study, outcome, true);
    double[] control = meanAndError(study, outcome, false);
    double error = Math.sqrt(treated[1] + control[1]);
    assertThat(treated[0] - control[0]).isCloseTo(effect, within(4 * error));
  }

  /** Mean of an arm's units, and its variance from the clusters. */
  private static double[] meanAndError(
      PilotStudy study, ToDoubleFunction<Outcomes> outcome, boolean treated) {
    Map<String, List<Double>> clusters = new TreeMap<>();
    for (Subject s : study.subjects()) {
      if (s.cluster().treated() == treated && s.endline() != null) {
        clusters
            .computeIfAbsent(s.cluster().id(), c -> new ArrayList<>())
            .add(outcome.applyAsDouble(s.endline()));
      }
    }
    double n = clusters.values().stream().mapToInt(List::size).sum();
    double mean = clusters.values().stream().flatMap(List::stream).mapToDouble(v -> v).sum() / n;
    double squares = 0;
    for (List<Double> cluster : clusters.values()) {
      double z = cluster.stream().mapToDouble(v -> v - mean).sum() / n;
      squares += z * z;
    }
    return new double[] {mean, squares};
  }

  @ParameterizedTest
  @EnumSource(Pilot.class)
  void uptakeAndAttritionAreThoseOfTheModel(Pilot pilot) {
    PilotStudy study = PilotStudy.of(6, pilot, 1_200, 15);
    assertThat(share(study, true, Subject::tookUp)).isCloseTo(Pilot.UPTAKE, within(0.012));
    assertThat(share(study, false, Subject::tookUp)).isCloseTo(Pilot.UPTAKE_CONTROL, within(0.006));
    assertThat(share(study, true, s -> s.endline() == null)).isCloseTo(0.07, within(0.01));
    assertThat(share(study, false, s -> s.endline() == null)).isCloseTo(0.13, within(0.015));
  }

  private static double share(PilotStudy study, boolean treated, Predicate<Subject> what) {
    List<Subject> arm =
        study.subjects().stream().filter(s -> s.cluster().treated() == treated).toList();
    return arm.stream().filter(what).count() / (double) arm.size();
  }

  @ParameterizedTest
  @EnumSource(Pilot.class)
  void halfOfEveryBlockIsTreated(Pilot pilot) {
    PilotStudy study = PilotStudy.of(7, pilot);
    Map<String, List<Cluster>> blocks =
        study.clusters().stream().collect(Collectors.groupingBy(Cluster::block));
    assertThat(blocks.values())
        .allMatch(b -> b.stream().filter(Cluster::treated).count() * 2 == b.size());
    assertThat(study.clusters()).hasSize(pilot.clusters());
    int sizes = study.clusters().stream().mapToInt(Cluster::size).sum();
    assertThat(study.subjects()).hasSize(sizes);
  }

  @Test
  void aSeedGivesOneStudy() {
    PilotStudy study = PilotStudy.of(8, Pilot.PT_AM_01);
    assertThat(PilotStudy.of(8, Pilot.PT_AM_01).subjects()).isEqualTo(study.subjects());
    assertThat(PilotStudy.of(9, Pilot.PT_AM_01).subjects()).isNotEqualTo(study.subjects());
  }
}
