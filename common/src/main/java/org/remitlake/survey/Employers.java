package org.remitlake.survey;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 5, employers of migrants. */
public final class Employers {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
              "employer",
              List.of("survey", "wave", "employer_id"),
              required("survey", Kind.TEXT, "Code of the survey: its country's, or a pilot's"),
              required("country", Kind.COUNTRY, "ISO 3166-1 alpha-3"),
              required("wave", Kind.INTEGER, "Year of the wave"),
              required("employer_id", Kind.TEXT, "Employer in this wave"),
              required("stratum", Kind.TEXT, "Sector and size class"),
              required("weight_employer", Kind.NUMBER, "Establishments that this one stands for"),
              optional("size_band", Kind.TEXT, "Employees"),
              optional("sector", Kind.TEXT, "Sector"),
              optional("migrant_workers", Kind.INTEGER, "Migrant workers"),
              optional("pays_by_account", Kind.FLAG, "Pays them to an account"),
              optional("open_payroll_remit", Kind.FLAG, "Would offer transfers from the payroll"))
          .withReasons();

  /** {@code silver.employer}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED,
          "silver.employer",
          "Survey, wave and employer",
          SurveyWave.SURVEY_WAVE.name(),
          SurveyWave.SURVEY_WAVE);

  private Employers() {}
}
