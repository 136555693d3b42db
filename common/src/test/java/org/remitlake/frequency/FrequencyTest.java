package org.remitlake.frequency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.value;
import static org.remitlake.testing.SilverRows.hash;
import static org.remitlake.testing.SilverRows.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.lake.Lake;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.transfer.Tx;

/**
 * Family B from silver to gold, in one run; each scenario has a corridor and quarter of its own.
 */
@SparkTest
class FrequencyTest {
  private static final String TJK = "RUS-TJK";
  private static final String ARM = "RUS-ARM";

  @TempDir private static Path folder;
  private static Gold gold;

  @BeforeAll
  static void compute(SparkSession spark) {
    List<TableRow> transfers = new ArrayList<>();
    transfers.addAll(persons());
    transfers.addAll(volumes());
    transfers.addAll(receipts());
    transfers.addAll(nameless());
    gold = Gold.of(new Lake(spark, folder.toString(), table -> {}), transfers, List.of());
  }

  /** Sender s uses three channels of one provider, and the same hash occurs at another one. */
  private static List<TableRow> persons() {
    return List.of(
        sent("1", "s", "APP"),
        sent("2", "s", "AGENT"),
        sent("3", "s", "WEB"),
        sent("4", "t", "APP"),
        sent("5", "s", "APP").with(Tx.PROVIDER_ID, "MTO_02"),
        sent("6", "linked", "AGENT").with(Tx.PID_SCOPE, "LINKED"),
        sent("7", "linked", "AGENT").with(Tx.PID_SCOPE, "LINKED").with(Tx.PROVIDER_ID, "MTO_02"),
        sent("8", "u", "KIOSK").with(Tx.FINAL_STATE, "CANCELLED"));
  }

  /** Sender s twice, and two transfers of nobody known. */
  private static List<TableRow> nameless() {
    return List.of(
        transfer("1", ARM, "2024-11-15").with(Tx.SENDER_PID, hash("s")),
        transfer("2", ARM, "2024-11-15").with(Tx.SENDER_PID, hash("s")),
        transfer("3", ARM, "2024-11-15").without(Tx.SENDER_PID).without(Tx.BENEFICIARY_PID),
        transfer("4", ARM, "2024-11-15").without(Tx.SENDER_PID).with(Tx.PID_SCOPE, "LINKED"));
  }

  private static TableRow sent(String id, String sender, String channel) {
    return transfer(id, ARM, "2024-02-15")
        .with(Tx.SENDER_PID, hash(sender))
        .with(Tx.SEND_CHANNEL, channel);
  }

  /** Principals 15,000, 8,000, 40,000, 20,000 and 16,000 RUB at RUB 80 per USD; a cancelled one. */
  private static List<TableRow> volumes() {
    List<TableRow> transfers = new ArrayList<>();
    String[] principals = {"15000", "8000", "40000", "20000", "16000"};
    for (String principal : principals) {
      transfers.add(transfer(principal, TJK, "2024-02-15").with(Tx.PRINCIPAL, principal));
    }
    transfers.add(
        transfer("off", TJK, "2024-02-15")
            .with(Tx.PRINCIPAL, "99999")
            .with(Tx.FINAL_STATE, "CANCELLED"));
    transfers.add(transfer("100 USD", ARM, "2024-05-15").with(Tx.PRINCIPAL, "8000"));
    transfers.add(
        transfer("300 USD", ARM, "2024-05-15")
            .with(Tx.PRINCIPAL, "24000")
            .with(Tx.DELIVERED, "300")
            .with(Tx.DELIVERED_CURRENCY, "USD"));
    transfers.add(
        transfer("extract ends in roubles", ARM, "2024-08-15")
            .with(Tx.DELIVERED, "10000")
            .without(Tx.DELIVERED_CURRENCY));
    return transfers;
  }

  /**
   * One of the receipts of autumn was ordered on the last day of summer's quarter; one was there
   * minutes later, where it was still the day before, the last of summer's.
   */
  private static List<TableRow> receipts() {
    return List.of(
        received("late", "2024-09-30", "2024-10-01", "b1"),
        received("two quarters later", "2024-05-15", "2024-11-20", "b5"),
        received("same quarter", "2024-08-15", "2024-08-15", "b2"),
        received("again", "2024-11-15", "2024-11-15", "b1"),
        received("other", "2024-11-15", "2024-11-16", "b3"),
        received("west", "2024-10-01", "2024-09-30", "b6"),
        received("not yet", "2024-11-15", "2024-11-16", "b4").with(Tx.FINAL_STATE, "AVAILABLE"));
  }

  private static TableRow received(String id, String pricedOn, String paidOn, String beneficiary) {
    return transfer(id, TJK, pricedOn)
        .with(Tx.PAID_ON, paidOn)
        .with(Tx.BENEFICIARY_PID, hash(beneficiary));
  }

  private static double cell(String indicator, String dimension, String member) {
    return value(gold.row(indicator, "_T", ARM, "2024-Q1", dimension, member));
  }

  @Test
  void aSenderWithSeveralChannelsIsOnePerson() {
    // s and t at MTO_01, s at MTO_02, and the linked one: a hash means one person in its provider.
    assertThat(value(gold.total("B01", ARM, "2024-Q1"))).isEqualTo(4);
    assertThat(cell("B01", "send_channel", "APP")).isEqualTo(3);
    assertThat(cell("B01", "send_channel", "AGENT")).isEqualTo(2);
    assertThat(cell("B01", "send_channel", "WEB")).isEqualTo(1);
    assertThat(cell("B01", "provider_id", "MTO_01")).isEqualTo(3);
    assertThat(cell("B01", "provider_id", "MTO_02")).isEqualTo(2);
    assertThat(cell("B01", "provider_type", "MTO")).isEqualTo(4);
  }

  @Test
  void transfersPerSenderIsCountOverPersons() {
    assertThat(value(gold.total("B03", ARM, "2024-Q1"))).isEqualTo(7);
    assertThat(value(gold.total("B06", ARM, "2024-Q1"))).isCloseTo(7.0 / 4, within(1e-12));
    assertThat(cell("B06", "provider_id", "MTO_01")).isCloseTo(5.0 / 3, within(1e-12));
    Row row = gold.total("B06", ARM, "2024-Q1");
    assertThat(Gold.of(row, IndicatorValues.N_UNITS)).isEqualTo(4L);
    assertThat(Gold.of(row, IndicatorValues.N_UNWEIGHTED)).isEqualTo(7L);
  }

  @Test
  void transfersOfNobodyKnownCountAsTransfersButNotPerPerson() {
    assertThat(value(gold.total("B01", ARM, "2024-Q4"))).isEqualTo(1);
    assertThat(value(gold.total("B03", ARM, "2024-Q4"))).isEqualTo(4);
    assertThat(value(gold.total("B06", ARM, "2024-Q4"))).isEqualTo(2);
    // 20,000 RUB at 80 per USD, of one sender
    assertThat(value(gold.total("B07", ARM, "2024-Q4"))).isCloseTo(250, within(1e-6));
    // Of four beneficiaries one is not known.
    assertThat(value(gold.total("B02", ARM, "2024-Q4"))).isEqualTo(3);
  }

  @Test
  void volumesAreSumsOfTransfersAtTheirOwnRates() {
    // 99,000 RUB / 80 = 1,237.50 USD; five times 1,340 TJS.
    assertThat(value(gold.total("B03", TJK, "2024-Q1"))).isEqualTo(5);
    assertThat(value(gold.total("B04", TJK, "2024-Q1"))).isCloseTo(1237.5, within(1e-6));
    assertThat(value(gold.total("B05", TJK, "2024-Q1"))).isCloseTo(6700, within(1e-9));
    assertThat(value(gold.total("B07", TJK, "2024-Q1"))).isCloseTo(247.5, within(1e-6));
    assertThat(value(gold.total("B08", TJK, "2024-Q1"))).isCloseTo(247.5, within(1e-6));
  }

  @Test
  void moneyPaidInDollarsCountsAtTheRateOfTheReceiptDay() {
    // 40,000 AMD and 300 USD × 320 AMD
    assertThat(value(gold.total("B05", ARM, "2024-Q2"))).isCloseTo(136_000, within(1e-6));
    // 10,000 RUB × 4 AMD: what was received is known, though not in which currency it was paid.
    assertThat(value(gold.total("B05", ARM, "2024-Q3"))).isCloseTo(40_000, within(1e-6));
  }

  @Test
  void medianSizeIsExact() {
    // 100, 187.50, 200, 250, 500 USD
    assertThat(value(gold.total("B09", TJK, "2024-Q1"))).isCloseTo(200, within(1e-6));
    // Positions 4 p of the five: 0.4, 1, 3 and 3.6.
    double[] expected = {100 + 0.4 * 87.5, 187.5, 250, 250 + 0.6 * 250};
    List<String> variants = List.of("p10", "p25", "p75", "p90");
    for (int i = 0; i < expected.length; i++) {
      assertThat(value(gold.row("B09", variants.get(i), TJK, "2024-Q1", "_T", "_T")))
          .isCloseTo(expected[i], within(1e-6));
    }
    // 100 and 300 USD
    assertThat(value(gold.total("B09", ARM, "2024-Q2"))).isCloseTo(200, within(1e-6));
  }

  @Test
  void beneficiariesCountInTheQuarterOfReceiptAndSendersInThatOfPricing() {
    assertThat(value(gold.total("B02", TJK, "2024-Q3"))).isEqualTo(1);
    // b1, twice, b3 and b6; b4 has not been paid, b5 was paid more than a quarter after the order.
    assertThat(value(gold.total("B02", TJK, "2024-Q4"))).isEqualTo(3);
    assertThat(value(gold.total("B01", TJK, "2024-Q3"))).isEqualTo(2);
    assertThat(value(gold.total("B01", TJK, "2024-Q4"))).isEqualTo(3);
    assertThat(value(gold.total("B03", TJK, "2024-Q3"))).isEqualTo(2);
  }
}
