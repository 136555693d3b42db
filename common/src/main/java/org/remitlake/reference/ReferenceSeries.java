package org.remitlake.reference;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 7, published series: prices, output, population, wages, official flows. */
public final class ReferenceSeries {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "series",
          List.of("series_code", "country", "region", "period"),
          required("series_code", Kind.CODE, "Series; ADULTS are of 15 years and over")
              .of("CPI", "GDP", "POPULATION", "ADULTS", "MINIMUM_WAGE", "OFFICIAL_INFLOW"),
          required("country", Kind.COUNTRY, "ISO 3166-1 alpha-3"),
          required("period", Kind.TEXT, "As 2024, 2024-Q1 or 2024-01"),
          required("value", Kind.NUMBER, "In the unit given"),
          required("unit", Kind.TEXT, "Unit"),
          required("source", Kind.TEXT, "Publisher"),
          optional("region", Kind.TEXT, "ISO 3166-2; null of the whole country"));

  /** {@code silver.ref_series}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED, "silver.ref_series", "Series, country or region, and period", "series_code");

  private ReferenceSeries() {}
}
