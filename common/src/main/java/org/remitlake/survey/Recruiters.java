package org.remitlake.survey;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 5, recruitment agents; usually a snowball sample. */
public final class Recruiters {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
              "agent",
              List.of("survey", "wave", "agent_id"),
              required("survey", Kind.TEXT, "Code of the survey: its country's, or a pilot's"),
              required("country", Kind.COUNTRY, "ISO 3166-1 alpha-3"),
              required("wave", Kind.INTEGER, "Year of the wave"),
              required("agent_id", Kind.TEXT, "Agent in this wave"),
              optional("has_licence", Kind.FLAG, "Licensed"),
              optional("clients_12m", Kind.INTEGER, "Clients in twelve months"),
              optional("helps_account", Kind.FLAG, "Helps to open an account or set up transfers"))
          .withReasons();

  /** {@code silver.recruiter}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED,
          "silver.recruiter",
          "Survey, wave and agent",
          SurveyWave.SURVEY_WAVE.name(),
          SurveyWave.SURVEY_WAVE);

  private Recruiters() {}
}
