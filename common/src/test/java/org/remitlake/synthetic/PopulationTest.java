package org.remitlake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remitlake.synthetic.Event.Status;
import org.remitlake.time.Quarter;

class PopulationTest {
  private static final Request REQUEST = Requests.of(3, 40_000, "2021-Q3", "2022-Q2", Defects.NONE);

  @Test
  void aUnitComputedAloneIsTheUnitOfTheWhole() {
    Population whole = Population.of(REQUEST);
    Map<Unit, List<Transfer>> all = new HashMap<>();
    whole.units().forEach(unit -> all.put(unit, whole.transfers(unit)));
    List<Unit> backwards = new ArrayList<>(Population.of(REQUEST).units());
    Collections.reverse(backwards);
    for (Unit unit : backwards.subList(0, 8)) {
      assertThat(Population.of(REQUEST).transfers(unit)).isEqualTo(all.get(unit));
    }
  }

  @Test
  void cuttingAQuarterIntoPartsNeitherLosesNorAddsATransfer() {
    Request coarse = new Request(3, 40_000, REQUEST.from(), REQUEST.to(), 1_000_000, Defects.NONE);
    assertThat(ids(Population.of(REQUEST))).isEqualTo(ids(Population.of(coarse)));
  }

  @Test
  void noUnitIsMuchLargerThanAFileMayBe() {
    Population population = Population.of(REQUEST);
    assertThat(population.units()).anyMatch(unit -> unit.parts() > 1);
    for (Unit unit : population.units()) {
      assertThat(population.transfers(unit)).hasSizeLessThan(5_000 * 5 / 4);
    }
  }

  @Test
  void aTransferIdNamesOneTransferOfItsProvider() {
    Population population = Population.of(REQUEST);
    Map<String, Transfer> seen = new HashMap<>();
    for (Unit unit : population.units()) {
      for (Transfer row : population.transfers(unit)) {
        Transfer other = seen.put(row.transactionId() + "/" + row.event().seq(), row);
        assertThat(other).as("%s twice", row.transactionId()).isNull();
      }
    }
  }

  @Test
  void aUnitHoldsTheTransfersOrderedInItsQuarter() {
    Population population = Population.of(REQUEST);
    for (Unit unit : population.units()) {
      for (Transfer row : population.transfers(unit)) {
        assertThat(Quarter.of(pricingDate(row))).isEqualTo(unit.quarter());
      }
    }
  }

  @Test
  void everyRowObeysTheContract() {
    Population population = Population.of(REQUEST);
    for (Unit unit : population.units()) {
      for (Transfer row : population.transfers(unit)) {
        assertThat(row.amounts().send()).isGreaterThanOrEqualTo(100);
        assertThat(row.amounts().fee()).isBetween(0L, row.amounts().send() / 2);
        assertThat(row.amounts().receive()).isPositive();
        assertThat(row.amounts().refunded()).isBetween(0L, row.amounts().send());
        assertThat(row.event().at()).isGreaterThanOrEqualTo(row.initiatedAt());
        assertThat(row.paidAt() == 0 || row.paidAt() > row.initiatedAt()).isTrue();
        assertThat(row.event().status() != Status.PAID || row.paidAt() > 0).isTrue();
        assertThat(row.parties().senderPid()).matches("[0-9a-f]{64}");
      }
    }
  }

  @Test
  void travelsBetweenProcesses() throws IOException, ClassNotFoundException {
    Unit unit = Population.of(REQUEST).units().get(0);
    Transfer row = Population.of(REQUEST).transfers(unit).get(0);
    assertThat(copy(REQUEST)).isEqualTo(REQUEST);
    assertThat(copy(unit)).isEqualTo(unit);
    assertThat(copy(row)).isEqualTo(row);
  }

  static LocalDate pricingDate(Transfer row) {
    return Instant.ofEpochSecond(row.initiatedAt()).atZone(row.corridor().sendZone()).toLocalDate();
  }

  private static List<String> ids(Population population) {
    return population.units().stream()
        .flatMap(unit -> population.transfers(unit).stream())
        .map(row -> row.transactionId() + "/" + row.event().seq())
        .sorted()
        .toList();
  }

  private static Object copy(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
