package org.remitlake.reference;

import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/**
 * Contract 7 by partner country: what a central bank publishes of individuals' transfers. A month
 * that is not published has no row, and is not zero.
 */
public final class OfficialFlows {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "flow",
          List.of("publisher", "country", "partner_country", "direction", "concept", "month_on"),
          required("publisher", Kind.TEXT, "Who publishes, as CBA"),
          required("country", Kind.COUNTRY, "Country of the publisher, ISO 3166-1 alpha-3"),
          required(
                  "partner_country",
                  Kind.CODE,
                  "The other country, ISO 3166-1 alpha-3; OTHER and TOTAL as published")
              .of(partners()),
          required("direction", Kind.CODE, "Seen from the publisher's country")
              .of("INFLOW", "OUTFLOW", "NET"),
          required("concept", Kind.CODE, "TOTAL; NON_COMMERCIAL: without payments for goods")
              .of("TOTAL", "NON_COMMERCIAL"),
          required("month_on", Kind.DATE, "A day of the month"),
          required("value", Kind.NUMBER, "Thousand US dollars"));

  /** {@code silver.official_flow}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED,
          "silver.official_flow",
          "Published flow of a month between two countries",
          "quarter",
          SettledTable.QUARTER);

  private OfficialFlows() {}

  private static String[] partners() {
    Set<String> partners =
        new TreeSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));
    partners.addAll(List.of("OTHER", "TOTAL"));
    return partners.toArray(String[]::new);
  }
}
