package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.quote.Quote;
import org.remitlake.testing.SparkTest;

/** Amounts of quotes held against their tier (rule Q03). */
@SparkTest
class QuoteTiersTest {
  private static final String RATES =
      "fx_source,base_currency,quote_currency,nominal,value,rate_date";
  private static final String QUOTES =
      "source,period,collected_on,send_country,receive_country,provider_id,provider_type,"
          + "funding_instrument,speed_class,amount_tier,send_amount,send_currency,fee_amount,"
          + "transparent";

  @Test
  void aQuoteFarFromItsTierAtTheRateOfTheDayIsFlaggedOrSetAside(
      SparkSession spark, @TempDir Path folder) throws IOException {
    Drops drops = new Drops(spark, folder);
    Path fx = drops.file("fx_1", RATES, "CBR,USD,RUB,1,80,2024-02-15");
    // 200 dollars are 16,000 roubles: 10 % more are 17,600, 30 % less 11,200; 500 are 40,000.
    String row = "OWN_SHOPPER,2024-Q1,%s,RUS,TJK,%s,MTO,CASH,LT1H,%s,%s,RUB,100,true";
    Path quotes =
        drops.file(
            "quote_1",
            QUOTES,
            row.formatted("2024-02-16", "P1", "200", "17599"),
            row.formatted("2024-02-16", "P2", "200", "17601"),
            row.formatted("2024-02-16", "P3", "200", "11201"),
            row.formatted("2024-02-16", "P4", "200", "11199"),
            row.formatted("2024-02-16", "P5", "500", "40000"),
            row.formatted("2024-02-16", "P6", "200", "40000"),
            // No rate is known a week later.
            row.formatted("2024-02-23", "P7", "200", "40000"));
    Lake lake = drops.lake("a");
    drops.ingest(lake, quotes, fx);
    assertThat(Drops.aside(lake)).containsExactly("quote 5 Q03_OUT", "quote 7 Q03_OUT");
    assertThat(Drops.flags(lake, Quote.CONTRACT, "provider_id"))
        .containsEntry("P1", "")
        .containsEntry("P2", "Q03")
        .containsEntry("P3", "Q03")
        .containsEntry("P5", "")
        .containsEntry("P7", "")
        .hasSize(5);

    Lake turned = drops.lake("b");
    drops.ingest(turned, quotes);
    assertThat(Drops.aside(turned)).isEmpty();
    drops.ingest(turned, fx);
    assertThat(Drops.aside(turned)).isEqualTo(Drops.aside(lake));
    assertThat(ContentHash.of(turned, Quote.CONTRACT))
        .isEqualTo(ContentHash.of(lake, Quote.CONTRACT));
  }

  @Test
  void amountsInAnyCurrencyThatHasARateAreHeldAgainstTheirTier(
      SparkSession spark, @TempDir Path folder) throws IOException {
    Drops drops = new Drops(spark, folder);
    Path fx =
        drops.file(
            "fx_1",
            RATES,
            "CBR,USD,RUB,1,80,2024-02-15",
            "CBR,GBP,RUB,1,100,2024-02-15",
            // A bank that has no dollars says nothing of what others are worth in them.
            "NBT,SEK,TJS,1,1.1,2024-02-15");
    // A pound is 100 / 80 = 1.25 dollars, so 200 dollars are 160 pounds: 10 % more are 176, 30 %
    // less 112.
    String row = "OWN_SHOPPER,2024-Q1,2024-02-16,GBR,TJK,%s,MTO,CASH,LT1H,200,%s,%s,1,true";
    Path quotes =
        drops.file(
            "quote_1",
            QUOTES,
            row.formatted("P1", "175.90", "GBP"),
            row.formatted("P2", "176.10", "GBP"),
            row.formatted("P3", "112.10", "GBP"),
            row.formatted("P4", "111.90", "GBP"),
            row.formatted("P5", "400", "SEK"),
            row.formatted("P6", "400", "JPY"),
            row.formatted("P7", "221", "USD"));
    Lake lake = drops.lake("a");
    drops.ingest(lake, fx, quotes);
    assertThat(Drops.aside(lake)).containsExactly("quote 5 Q03_OUT");
    assertThat(Drops.flags(lake, Quote.CONTRACT, "provider_id"))
        .containsEntry("P1", "")
        .containsEntry("P2", "Q03")
        .containsEntry("P3", "Q03")
        .containsEntry("P5", "")
        .containsEntry("P6", "")
        .containsEntry("P7", "Q03")
        .hasSize(6);
  }
}
