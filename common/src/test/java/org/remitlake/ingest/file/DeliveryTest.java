package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static Delivery delivery(String name, String createdAt, int revision, String id) {
    Inspection inspection =
        new Inspection(
            id,
            10,
            "UTF-8",
            NumberStyle.PLAIN,
            DateStyle.declared(DateLayout.ISO),
            1,
            0,
            List.of("id"),
            Map.of("country", List.of("Россия")),
            List.of(),
            List.of("F03"),
            Map.of("note", 2L));
    return new Delivery(
        name, "/drop/" + name, "P1", new Envelope("", createdAt, "", ""), revision, inspection);
  }

  private static void assertRising(Delivery... deliveries) {
    assertThat(List.of(deliveries))
        .extracting(Delivery::precedence)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void theLaterMadeWins() {
    assertRising(
        delivery("z_v9.csv", "2024-04-01T00:00:00Z", 9, "f"),
        delivery("a.csv", "2024-04-02T00:00:00Z", 0, "a"));
  }

  @Test
  void aFileWithAManifestWinsOverOneWithout() {
    assertRising(delivery("z_v9.csv", "", 9, "f"), delivery("a.csv", "2024-04-02", 0, "a"));
  }

  @Test
  void thenTheHigherVersionInTheNameAsANumber() {
    assertRising(
        delivery("p_2024-Q2.csv", "", 3, "f"),
        delivery("p_2024-Q1_v2.csv", "", 0, "b"),
        delivery("p_2024-Q1_v10.csv", "", 0, "a"));
  }

  @Test
  void thenTheLaterNameThenTheRevisionThenTheHash() {
    assertRising(
        delivery("p_2024-Q1.csv", "", 1, "f"),
        delivery("p_2024-Q2.csv", "", 0, "e"),
        delivery("p_2024-Q2.csv", "", 0, "f"),
        delivery("p_2024-Q2.csv", "", 2, "a"),
        delivery("p_2024-Q2.csv", "", 10, "a"));
  }

  @Test
  void bronzeKeepsADeliveryButNotWhereItLay() {
    Delivery delivery = delivery("p.csv", "2024-04-02", 1, "ab");
    Delivery kept = Delivery.fromJson(delivery.toJson());
    assertThat(kept.inspection()).isEqualTo(delivery.inspection());
    assertThat(kept.precedence()).isEqualTo(delivery.precedence());
    assertThat(kept.path()).isEmpty();
    assertThat(delivery.toJson()).doesNotContain("/drop/");
  }

  @Test
  void aDeliveryKeptBeforeItsDatesWereToldIsReadAsItsProfileSays() {
    String json = delivery("p.csv", "", 0, "ab").toJson().replaceFirst(",\"dates\":\\{.*?\\}", "");
    assertThat(json).doesNotContain("dates");
    DateStyle dates = Delivery.fromJson(json).inspection().datesOr(DateLayout.DMY_DOTS);
    assertThat(dates).isEqualTo(new DateStyle(DateLayout.DMY_DOTS, List.of(), 1900));
  }

  @Test
  void packedOrNotTheNameIsTheSame() {
    assertThat(delivery("p_v2.csv.gz", "", 0, "ab").precedence())
        .isEqualTo(delivery("p_v2.csv", "", 0, "ab").precedence());
    assertThat(Delivery.isSameName("p.csv.GZ", "p.csv")).isTrue();
  }
}
