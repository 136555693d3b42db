package org.remitlake.registry;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 6, pilots. */
public final class Pilots {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "pilot",
          List.of("pilot_code"),
          required("pilot_code", Kind.TEXT, "As PT_AM_01"),
          required("country", Kind.COUNTRY, "ISO 3166-1 alpha-3"),
          required("title", Kind.TEXT, "Title"),
          required("product_code", Kind.TEXT, "Product that is offered"),
          required("implementer", Kind.TEXT, "Who runs it"),
          required("partner_bank", Kind.TEXT, "Bank's code"),
          required("design", Kind.CODE, "How arms came about")
              .of(
                  "RCT_CLUSTER",
                  "RCT_INDIVIDUAL",
                  "ENCOURAGEMENT",
                  "PHASE_IN",
                  "DID",
                  "MATCHED",
                  "NONE"),
          required("assignment_unit", Kind.CODE, "What was assigned")
              .of("BRANCH", "MAHALLA", "JAMOAT", "COMMUNITY", "ASSOCIATION", "EMPLOYER", "PERSON"),
          required("eligibility_rule", Kind.TEXT, "Who is eligible"),
          required("frame_sha256", Kind.TEXT, "Fingerprint of the frame, frozen at assignment"),
          required("start_on", Kind.DATE, "First day"),
          required("end_on", Kind.DATE, "Last day"),
          required("baseline_wave", Kind.INTEGER, "Year of the survey before"),
          required("endline_wave", Kind.INTEGER, "Year of the survey after"),
          optional("prereg_ref", Kind.TEXT, "Where the plan is registered"),
          optional("prereg_sha256", Kind.TEXT, "Fingerprint of the plan"),
          optional("ethics_ref", Kind.TEXT, "Ethics approval"));

  /** {@code silver.pilot}. */
  public static final TableContract CONTRACT =
      SettledTable.of(DELIVERED, "silver.pilot", "Pilot", "pilot_code");

  private Pilots() {}
}
