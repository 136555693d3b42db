package org.remitlake.jobs;

import static org.remitlake.testing.SilverRows.hash;
import static org.remitlake.testing.SilverRows.rate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.remitlake.contract.Field;
import org.remitlake.quote.Quote;
import org.remitlake.reference.OfficialFlows;
import org.remitlake.reference.ReferenceSeries;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SilverRows;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * Rows of silver on which definitions differ if they differ at all: ties, values that are not told,
 * cells of one row and of none that counts, mixed currencies, late receipts, a quarter without
 * transfers.
 */
final class OddRows {
  static final List<Quarter> QUARTERS =
      Quarter.range(Quarter.parse("2019-Q1"), Quarter.parse("2022-Q2"));

  private static final List<String> CORRIDORS = List.of("RUS-TJK", "RUS-TJK", "RUS-ARM", "KAZ-TJK");

  /** Without transfers in it, KAZ-TJK has a gap. */
  private static final String GAP = "2020-Q3";

  private static final Map<String, Double> PER_USD =
      Map.of("USD", 1.0, "EUR", 0.88, "RUB", 71.3, "KZT", 423.7, "TJS", 10.9, "AMD", 487.1);

  /** Columns that a row may not tell. */
  private static final List<Field> UNTOLD =
      List.of(
          Tx.FEE,
          Tx.DELIVERED,
          Tx.PROVIDER_TYPE,
          Tx.SEND_CHANNEL,
          Tx.FUNDING_INSTRUMENT,
          Tx.PAYOUT_INSTRUMENT,
          Tx.SENDER_PID,
          Tx.BENEFICIARY_PID,
          Tx.SENDER_SEX,
          Tx.PAID_ON,
          Tx.IS_P2P,
          Tx.DELIVERED_CURRENCY);

  private static final List<Field> UNTOLD_OF_QUOTES =
      List.of(
          Quote.PROVIDER_ID,
          Quote.PROVIDER_TYPE,
          Quote.SEND_CHANNEL,
          Quote.PAYOUT_INSTRUMENT,
          Quote.SPEED_CLASS,
          Quote.COVERAGE,
          Quote.FEE_PCT,
          Quote.FX_MARGIN_PCT,
          Quote.TOTAL_COST_PCT);

  private final Random random = new Random(20);

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean isOneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** Transfers of few persons on few days, of few amounts. */
  List<TableRow> transfers() {
    List<TableRow> rows = new ArrayList<>();
    for (Quarter quarter : QUARTERS) {
      for (int i = 0; i < 45; i++) {
        String corridor = one(CORRIDORS);
        if (!corridor.equals("KAZ-TJK") || !quarter.toString().equals(GAP)) {
          rows.add(odd(quarter + "-" + i, corridor, quarter));
        }
      }
    }
    Quarter dense = Quarter.parse("2021-Q2");
    for (int i = 0; i < 230; i++) {
      rows.add(ofOneService("dense-" + i, dense.firstDay().plusDays(i % 50), i));
    }
    rows.add(
        transfer("alone", "RUS-ARM", LocalDate.parse("2021-05-05")).with(Tx.PROVIDER_ID, "POST_7"));
    rows.add(
        transfer("back", "RUS-ARM", LocalDate.parse("2021-05-05"))
            .with(Tx.PROVIDER_ID, "POST_8")
            .with(Tx.FINAL_STATE, "REFUNDED"));
    rows.add(
        transfer("of nobody", "RUS-ARM", LocalDate.parse("2021-05-05"))
            .with(Tx.PROVIDER_ID, "POST_9")
            .without(Tx.SENDER_PID));
    return rows;
  }

  private TableRow transfer(String id, String corridor, LocalDate day) {
    return SilverRows.transfer(id, corridor, day.toString());
  }

  /** Enough transfers of one service for costs at a standard amount, of women and men. */
  private TableRow ofOneService(String id, LocalDate day, int i) {
    double usd = List.of(120, 280, 640).get(i % 3) + i % 7;
    return money(transfer(id, "RUS-ARM", day), "RUB", "AMD", usd, 1.2 + i % 4 / 2.0)
        .with(Tx.PROVIDER_ID, "EMI_1")
        .with(Tx.SENDER_SEX, i / 3 % 2 == 0 ? "F" : "M");
  }

  private TableRow odd(String id, String corridor, Quarter quarter) {
    LocalDate day = quarter.firstDay().plusDays(random.nextInt(15) * 6L);
    String home = corridor.endsWith("ARM") ? "AMD" : "TJS";
    String sent =
        isOneIn(5) ? one(List.of("USD", "EUR")) : corridor.startsWith("KAZ") ? "KZT" : "RUB";
    String provider = one(List.of("MTO_01", "MTO_02", "MTO_03", "BANK_01"));
    TableRow row =
        money(
                transfer(id, corridor, day),
                sent,
                isOneIn(8) ? sent : home,
                one(List.of(50.0, 100.0, 100.0, 200.0, 333.33, 500.0, 1000.0, 3200.0)),
                one(List.of(0.0, 0.5, 1.0, 3.0, 4.0, 7.0)))
            .with(Tx.PROVIDER_ID, provider)
            .with(Tx.PROVIDER_TYPE, provider.substring(0, provider.indexOf('_')))
            .with(
                Tx.PID_SCOPE,
                provider.equals("MTO_03") || provider.equals("MTO_02") ? "LINKED" : "PROVIDER")
            .with(Tx.SENDER_PID, hash("s" + random.nextInt(9)))
            .with(Tx.BENEFICIARY_PID, hash("b" + random.nextInt(7)))
            .with(Tx.SENDER_SEX, one(List.of("F", "M", "U")))
            .with(Tx.SENDER_AGE_BAND, one(List.of("15-24", "25-34")))
            .with(Tx.SEND_CHANNEL, one(List.of("AGENT", "APP")))
            .with(Tx.PAYOUT_INSTRUMENT, one(List.of("CASH", "CASH", "CASH", "CARD", "ACCOUNT")))
            .with(Tx.RELATIONSHIP, one(List.of("FAMILY", "SELF")))
            .with(
                Tx.FINAL_STATE,
                isOneIn(12)
                    ? one(List.of("REFUNDED", "CANCELLED", "SENT", "REVERSED"))
                    : isOneIn(9) ? "PARTIAL_REFUND" : "PAID")
            .with(Tx.IS_P2P, !isOneIn(25));
    if (isOneIn(3)) {
      row.with(
          Tx.AVAILABLE_AT,
          day.plusDays(random.nextInt(8)) + one(List.of("T09:59:59Z", "T10:00:00Z", "T23:30:00Z")));
    }
    if (isOneIn(6)) {
      LocalDate paid = day.plusDays(random.nextInt(110) - 1);
      row.with(Tx.PAID_ON, paid.toString()).with(Tx.PAID_AT, paid + "T12:00:00Z");
    }
    if (isOneIn(6)) {
      row.with(Tx.FLAGS, List.of(one(List.of("T02", "T06", "T07", "T15_SAME", "T04"))));
    }
    if (isOneIn(4)) {
      row.with(Tx.PROVIDER_GROUP, "GROUP_A");
    }
    if (isOneIn(3)) {
      row.with(Tx.RECEIVE_REGION, one(List.of("R1", "R2")));
    }
    if (isOneIn(5)) {
      row.with(Tx.RECEIVED_CURRENCY, sent)
          .with(Tx.PAYOUT_RATE, decimal(PER_USD.get(home) / PER_USD.get(sent) * 0.98));
    }
    if (isOneIn(7)) {
      row.with(Tx.BENEFICIARY_FEE, "1.5");
    }
    if (isOneIn(10)) {
      row.with(Tx.FEE_CURRENCY, "USD");
    }
    for (Field field : UNTOLD) {
      if (isOneIn(14)) {
        row.without(field);
      }
    }
    return row;
  }

  /** Amounts of a transfer of some USD that costs about so much, half as fee, half as margin. */
  private static TableRow money(TableRow row, String from, String to, double usd, double percent) {
    double principal = Math.round(usd * PER_USD.get(from));
    double delivered = principal * PER_USD.get(to) / PER_USD.get(from) * (1 - percent / 200);
    return row.with(Tx.SEND_CURRENCY, from)
        .with(Tx.FEE_CURRENCY, from)
        .with(Tx.DELIVERED_CURRENCY, to)
        .with(Tx.SEND_AMOUNT, money(principal))
        .with(Tx.PRINCIPAL, money(principal))
        .with(Tx.FEE, money(principal * percent / 200))
        .with(Tx.DELIVERED, money(delivered));
  }

  private static String money(double amount) {
    return String.format(Locale.ROOT, "%.2f", amount);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.8f", number);
  }

  /** Rates of every third day that move; the Tajik bank is silent for most of a quarter. */
  List<TableRow> rates() {
    Map<String, String> own = Map.of("NBT", "TJS", "CBA", "AMD", "CBR", "RUB", "NBK", "KZT");
    List<TableRow> rows = new ArrayList<>();
    LocalDate last = QUARTERS.get(QUARTERS.size() - 1).plus(1).endExclusive();
    for (LocalDate day = QUARTERS.get(0).firstDay(); day.isBefore(last); day = day.plusDays(3)) {
      boolean isSilent = Quarter.of(day).toString().equals("2020-Q2") && day.getDayOfMonth() > 6;
      for (Map.Entry<String, String> bank : own.entrySet()) {
        for (String money : PER_USD.keySet()) {
          if (!money.equals(bank.getValue()) && !(isSilent && bank.getKey().equals("NBT"))) {
            double moved =
                1
                    + 0.1
                        * Math.sin(
                            day.toEpochDay() / 90.0 + bank.getKey().hashCode() + money.hashCode());
            double value =
                PER_USD.get(bank.getValue())
                    / PER_USD.get(money)
                    * (money.equals("USD") ? moved : 1);
            rows.add(rate(bank.getKey(), money, bank.getValue(), day.toString(), decimal(value)));
          }
        }
      }
    }
    return rows;
  }

  /** Quotes of few costs. */
  List<TableRow> quotes() {
    List<TableRow> rows = new ArrayList<>();
    for (Quarter quarter : QUARTERS) {
      for (int i = 0; i < 24; i++) {
        String corridor = one(CORRIDORS);
        double cost = one(List.of(-0.5, 0.0, 1.0, 2.5, 3.0, 3.0, 5.0, 5.0, 6.5));
        TableRow row =
            SilverRows.quote(
                    quarter + "q" + i, corridor, quarter.firstDay().plusDays(40).toString())
                .with(
                    Quote.PROVIDER_ID,
                    one(List.of("MTO_01", "MTO_02", "MTO_03", "BANK_01", "EMI_1")))
                .with(Quote.PROVIDER_TYPE, one(List.of("MTO", "BANK")))
                .with(Quote.AMOUNT_TIER, one(List.of(200, 200, 500)))
                .with(Quote.FUNDING_INSTRUMENT, one(List.of("CASH", "CARD", "ACCOUNT")))
                .with(Quote.SEND_CHANNEL, one(List.of("AGENT", "APP", "WEB")))
                .with(Quote.PAYOUT_INSTRUMENT, one(List.of("CASH", "CARD")))
                .with(Quote.SPEED_CLASS, one(List.of("LT1H", "SAME_DAY", "D6PLUS")))
                .with(Quote.COVERAGE, one(List.of("HIGH", "MEDIUM", "LOW")))
                .with(Quote.FEE, one(List.of("100", "200")))
                .with(Quote.FEE_PCT, money(cost / 2))
                .with(Quote.FX_MARGIN_PCT, money(cost - cost / 2))
                .with(Quote.TOTAL_COST_PCT, money(cost))
                .with(Quote.IS_DISCLOSED, !isOneIn(5));
        for (Field field : UNTOLD_OF_QUOTES) {
          if (isOneIn(12)) {
            row.without(field);
          }
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** Prices by month of one country and by quarter of the other, and figures of years. */
  List<TableRow> series() {
    List<TableRow> rows = new ArrayList<>();
    for (Quarter quarter : QUARTERS) {
      int at = QUARTERS.indexOf(quarter);
      rows.add(series("CPI", "ARM", quarter.toString(), 100 + 1.3 * at, "index"));
      for (int month = 0; month < 3; month++) {
        String period = quarter.firstDay().plusMonths(month).toString().substring(0, 7);
        rows.add(series("CPI", "TJK", period, 90 + 2 * at + month / 7.0, "index"));
      }
      for (String country : List.of("ARM", "TJK")) {
        rows.add(
            series("OFFICIAL_INFLOW", country, quarter.toString(), 300 + 17 * at, "USD million"));
        if (quarter.toString().endsWith("Q4")) {
          rows.add(
              series(
                  "GDP",
                  country,
                  quarter.toString().substring(0, 4),
                  9_000 + 70 * at,
                  "USD million"));
        }
      }
    }
    return rows;
  }

  private static TableRow series(
      String code, String country, String period, double value, String unit) {
    return SettledRow.of(ReferenceSeries.CONTRACT)
        .with("series_code", code)
        .with("country", country)
        .with("period", period)
        .with("value", decimal(value))
        .with("unit", unit)
        .with("source", "office")
        .row();
  }

  /** Flows of two partner countries to Armenia; a month is published twice, another not at all. */
  List<TableRow> flows() {
    List<TableRow> rows = new ArrayList<>();
    for (Quarter quarter : QUARTERS) {
      for (int month = 0; month < 3; month++) {
        LocalDate on = quarter.firstDay().plusMonths(month);
        rows.add(flow(on, "RUS", "TOTAL", 5 + month));
        rows.add(flow(on.plusDays(27), "RUS", "TOTAL", 6 + month));
        if (month < 2 || !quarter.toString().endsWith("Q3")) {
          rows.add(flow(on, "RUS", "NON_COMMERCIAL", 4 + month));
        }
      }
    }
    return rows;
  }

  private static TableRow flow(LocalDate on, String partner, String concept, int thousand) {
    return SettledRow.of(OfficialFlows.CONTRACT)
        .with("publisher", "CBA")
        .with("country", "ARM")
        .with("partner_country", partner)
        .with("direction", "INFLOW")
        .with("concept", concept)
        .with("month_on", on.toString())
        .with("value", "" + thousand)
        .with("quarter", Quarter.of(on).toString())
        .row();
  }
}
