package org.remitlake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreaksTest {

  @Test
  void roublesArePaidOutAsRoublesUntilSomoniAreOrdered() {
    List<Transfer> rows = toTajikistan("2016-Q1");
    assertThat(rows)
        .filteredOn(t -> day(t).isBefore(Breaks.PAYOUT_IN_SOMONI))
        .anyMatch(t -> t.amounts().receiveCurrency() == Currency.RUB && t.service().paysCash());
    assertThat(rows)
        .filteredOn(t -> !day(t).isBefore(Breaks.PAYOUT_IN_SOMONI) && t.service().paysCash())
        .isNotEmpty()
        .allMatch(t -> t.amounts().receiveCurrency() == Currency.TJS);
  }

  @Test
  void theProcessingCentreTakesTwoProvidersOfflineForTwoWeeks() {
    assertThat(toTajikistan("2019-Q4"))
        .filteredOn(t -> t.provider() == Provider.BANK_01 || t.provider() == Provider.EMI_01)
        .isNotEmpty()
        .noneMatch(
            t ->
                !day(t).isBefore(Breaks.PROCESSING_CENTRE)
                    && day(t).isBefore(Breaks.PROCESSING_CENTRE_END));
  }

  @Test
  void springOf2020IsHalfOfWhatItWouldHaveBeen() {
    List<Transfer> rows = toTajikistan("2020-Q2");
    double april = rows.stream().filter(t -> day(t).getMonthValue() == 4).count();
    double june = rows.stream().filter(t -> day(t).getMonthValue() == 6).count();
    assertThat(april / june).isCloseTo(0.86 * 0.55 / (1.08 * 0.90), within(0.08));
  }

  @Test
  void noTransferWithoutAnAccountExceedsTheCapOfMarch2022() {
    Population population =
        Population.of(Requests.of(5, 20_000, "2022-Q1", "2022-Q1", Defects.NONE));
    List<Transfer> rows = rows(population);
    assertThat(rows)
        .filteredOn(t -> t.corridor().fromRussia() && day(t).getMonthValue() == 3)
        .filteredOn(t -> t.service().funding() != Service.Instrument.ACCOUNT)
        .isNotEmpty()
        .allMatch(t -> usd(population, t) < 5_000 * 1.10)
        .allMatch(t -> t.amounts().sendCurrency() == Currency.RUB);
  }

  @Test
  void moscowTimeFollowsTheZonesHistory() {
    Text text = new Text();
    Stamp stamp = new Stamp(Stamp.Pattern.ISO_OFFSET, Provider.MTO_01.zone());
    stamp.append(text, Instant.parse("2014-10-25T12:00:00Z").getEpochSecond());
    stamp.append(text.append(' '), Instant.parse("2014-10-26T12:00:00Z").getEpochSecond());
    assertThat(text).hasToString("2014-10-25T16:00:00+04:00 2014-10-26T15:00:00+03:00");
  }

  private static double usd(Population population, Transfer t) {
    int day = FxPath.index(PopulationTest.pricingDate(t));
    return t.amounts().send() / 100.0 / population.fx().rate(Bank.CBR, Currency.USD, day);
  }

  private static LocalDate day(Transfer t) {
    return Instant.ofEpochSecond(t.initiatedAt()).atOffset(ZoneOffset.ofHours(3)).toLocalDate();
  }

  private static List<Transfer> toTajikistan(String quarter) {
    return rows(Population.of(Requests.of(5, 30_000, quarter, quarter, Defects.NONE))).stream()
        .filter(t -> t.corridor() == Corridor.RUS_TJK)
        .toList();
  }

  private static List<Transfer> rows(Population population) {
    return population.units().stream().flatMap(u -> population.transfers(u).stream()).toList();
  }
}
