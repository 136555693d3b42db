package org.remitlake.cost;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.remitlake.quote.Quote;
import org.remitlake.testing.SilverRows;
import org.remitlake.testing.TableRow;
import org.remitlake.transfer.Tx;

/** Transfers T1 to T5 and quotes Q1 to Q6 of catalogue 12.1. */
final class Golden {
  private Golden() {}

  /**
   * An expected value.
   *
   * @param indicator its id
   * @param variant its series
   * @param dimension name, or _T
   * @param member value of the dimension, or _T
   * @param value the number
   */
  record Expected(
      String indicator, String variant, String dimension, String member, double value) {}

  static List<Expected> expected() {
    try (InputStream csv = Golden.class.getResourceAsStream("/golden/cost.csv")) {
      return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(c -> new Expected(c[0], c[1], c[2], c[3], Double.parseDouble(c[4])))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** T1 to T5 on a day; each has its own sender and provider. T4's principal is 20,200 less 200. */
  static List<TableRow> transfers(String corridor, String day) {
    return List.of(
        transfer(corridor, day, 1, "15000", "150", "1987.50"),
        transfer(corridor, day, 2, "8000", "80", "1064.00"),
        transfer(corridor, day, 3, "40000", "0", "5260.00"),
        transfer(corridor, day, 4, "20000", "200", "2650.00"),
        transfer(corridor, day, 5, "16000", "240", "2136.00"));
  }

  private static TableRow transfer(
      String corridor, String day, int n, String principal, String fee, String delivered) {
    return SilverRows.transfer("T" + n, corridor, day)
        .with(Tx.PROVIDER_ID, "P" + n)
        .with(Tx.PRINCIPAL, principal)
        .with(Tx.FEE, fee)
        .with(Tx.DELIVERED, delivered);
  }

  /** Q1 to Q6 at USD 200 and 500, with the costs that catalogue 12.1 gives for each. */
  static List<TableRow> quotes(String corridor, String day) {
    return List.of(
        quote(corridor, day, "Q1", 200, "1.970149253731"),
        quote(corridor, day, "Q2", 200, "1.865671641791").with(Quote.SEND_CHANNEL, "APP"),
        quote(corridor, day, "Q3", 200, "1.873134328358"),
        quote(corridor, day, "Q4", 200, "6.222014925373")
            .with(Quote.SPEED_CLASS, "D3_5")
            .with(Quote.COVERAGE, "MEDIUM"),
        quote(corridor, day, "Q5", 200, "2.0")
            .with(Quote.SPEED_CLASS, "D2")
            .with(Quote.IS_DISCLOSED, false),
        quote(corridor, day, "Q6", 200, "2.141791044776").with(Quote.COVERAGE, "LOW"),
        quote(corridor, day, "Q1", 500, "1.895522388060"),
        quote(corridor, day, "Q2", 500, "1.865671641791").with(Quote.SEND_CHANNEL, "APP"),
        quote(corridor, day, "Q3", 500, "1.873134328358"),
        quote(corridor, day, "Q4", 500, "2.847014925373")
            .with(Quote.SPEED_CLASS, "D3_5")
            .with(Quote.COVERAGE, "MEDIUM"),
        quote(corridor, day, "Q5", 500, "2.0")
            .with(Quote.SPEED_CLASS, "D2")
            .with(Quote.IS_DISCLOSED, false)
            .without(Quote.TOTAL_COST_PCT),
        quote(corridor, day, "Q6", 500, "2.141791044776").with(Quote.COVERAGE, "LOW"));
  }

  private static TableRow quote(String corridor, String day, String id, int tier, String cost) {
    return SilverRows.quote(id + "-" + tier, corridor, day)
        .with(Quote.PROVIDER_ID, id)
        .with(Quote.AMOUNT_TIER, tier)
        .with(Quote.TOTAL_COST_PCT, cost);
  }
}
