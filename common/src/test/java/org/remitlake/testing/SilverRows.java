package org.remitlake.testing;

import java.time.LocalDate;
import java.util.List;
import org.remitlake.money.FxMid;
import org.remitlake.quote.Quote;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/** Rows of silver with valid values: a test states only what it is about. */
public final class SilverRows {
  private SilverRows() {}

  /** A hash of a person, from any short name: 64 hexadecimal digits. */
  public static String hash(String person) {
    return "%064x"
        .formatted(
            new java.math.BigInteger(1, person.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** A paid transfer of RUB 10,000 without fee or margin at the rates of {@link #rates}. */
  public static TableRow transfer(String id, String corridor, String pricedOn) {
    LocalDate day = LocalDate.parse(pricedOn);
    return TableRow.of(Tx.CONTRACT)
        .with(Tx.PROVIDER_ID, "MTO_01")
        .with(Tx.TRANSACTION_ID, id)
        .with(Tx.QUARTER, Quarter.of(day).toString())
        .with(Tx.CORRIDOR, corridor)
        .with(Tx.FINAL_STATE, "PAID")
        .with(Tx.EVENT_SEQ, 1)
        .with(Tx.STATUS_AT, pricedOn + "T10:00:00Z")
        .with(Tx.PROVIDER_TYPE, "MTO")
        .with(Tx.SEND_COUNTRY, corridor.substring(0, 3))
        .with(Tx.RECEIVE_COUNTRY, corridor.substring(4))
        .with(Tx.INITIATED_AT, pricedOn + "T09:00:00Z")
        .with(Tx.INITIATED_ON, pricedOn)
        .with(Tx.PAID_AT, pricedOn + "T10:00:00Z")
        .with(Tx.PAID_ON, pricedOn)
        .with(Tx.SEND_AMOUNT, "10000")
        .with(Tx.SEND_CURRENCY, "RUB")
        .with(Tx.PRINCIPAL, "10000")
        .with(Tx.FEE, "0")
        .with(Tx.FEE_CURRENCY, "RUB")
        .with(Tx.FEE_INCLUDED, false)
        .with(Tx.DELIVERED, corridor.endsWith("ARM") ? "40000" : "1340")
        .with(Tx.DELIVERED_CURRENCY, corridor.endsWith("ARM") ? "AMD" : "TJS")
        .with(Tx.SEND_CHANNEL, "AGENT")
        .with(Tx.FUNDING_INSTRUMENT, "CASH")
        .with(Tx.PAYOUT_INSTRUMENT, "CASH")
        .with(Tx.SENDER_PID, hash("sender of " + id))
        .with(Tx.BENEFICIARY_PID, hash("beneficiary of " + id))
        .with(Tx.PID_SCOPE, "PROVIDER")
        .with(Tx.SENDER_SEX, "F")
        .with(Tx.IS_P2P, true)
        .with(Tx.FLAGS, List.of())
        .with(Tx.FILE_ID, "file")
        .with(Tx.LINE_NO, 2L);
  }

  /** A disclosed, fast quote at USD 200 whose costs the test gives. */
  public static TableRow quote(String id, String corridor, String collectedOn) {
    return TableRow.of(Quote.CONTRACT)
        .with(Quote.QUOTE_ID, id)
        .with(Quote.QUARTER, Quarter.of(LocalDate.parse(collectedOn)).toString())
        .with(Quote.CORRIDOR, corridor)
        .with(Quote.SOURCE, "OWN_SHOPPER")
        .with(Quote.COLLECTED_ON, collectedOn)
        .with(Quote.PROVIDER_ID, "P_" + id)
        .with(Quote.PROVIDER_TYPE, "MTO")
        .with(Quote.FUNDING_INSTRUMENT, "CASH")
        .with(Quote.SEND_CHANNEL, "AGENT")
        .with(Quote.PAYOUT_INSTRUMENT, "CASH")
        .with(Quote.COVERAGE, "HIGH")
        .with(Quote.SPEED_CLASS, "LT1H")
        .with(Quote.AMOUNT_TIER, 200)
        .with(Quote.SEND_AMOUNT, "16000")
        .with(Quote.SEND_CURRENCY, "RUB")
        .with(Quote.IS_DISCLOSED, true)
        .with(Quote.FLAGS, List.of())
        .with(Quote.PAYLOAD_HASH, (long) id.hashCode())
        .with(Quote.PRECEDENCE, "p")
        .with(Quote.FILE_ID, "file")
        .with(Quote.LINE_NO, 2L);
  }

  /**
   * Official rates of a day: RUB 80 and KZT 400 per USD, in somoni (0.1340 per RUB, the rate of
   * catalogue 12.1) and in drams (4 per RUB).
   */
  public static List<TableRow> rates(String date) {
    return List.of(
        rate("NBT", "RUB", "TJS", date, "0.1340"),
        rate("NBT", "USD", "TJS", date, "10.72"),
        rate("NBT", "KZT", "TJS", date, "0.0268"),
        rate("CBA", "RUB", "AMD", date, "4"),
        rate("CBA", "USD", "AMD", date, "320"),
        rate("CBA", "KZT", "AMD", date, "0.8"));
  }

  /** A reference rate. */
  public static TableRow rate(String source, String base, String quote, String date, String rate) {
    return TableRow.of(FxMid.CONTRACT)
        .with(FxMid.FX_SOURCE, source)
        .with(FxMid.BASE_CURRENCY, base)
        .with(FxMid.QUOTE_CURRENCY, quote)
        .with(FxMid.RATE_DATE, date)
        .with(FxMid.QUARTER, Quarter.of(LocalDate.parse(date)).toString())
        .with(FxMid.UNIT_RATE, rate)
        .with(FxMid.VALUE, rate)
        .with(FxMid.NOMINAL, 1)
        .with(FxMid.RATE_KIND, "OFFICIAL")
        .with(FxMid.FLAGS, List.of())
        .with(FxMid.PAYLOAD_HASH, 1L)
        .with(FxMid.PRECEDENCE, "p")
        .with(FxMid.FILE_ID, "file")
        .with(FxMid.LINE_NO, 2L);
  }
}
