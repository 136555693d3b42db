package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.remitlake.synthetic.PilotStudy.Subject;
import org.remitlake.time.Quarter;

/** What the registry says about whole pilots: themselves, their arms, their targets. */
final class Programmes {
  private final Request request;
  private final PilotCalendar calendar;
  private final String export;

  Programmes(Request request) {
    this.request = request;
    this.calendar = PilotCalendar.of(request);
    this.export = RegistryDelivery.export(request);
  }

  Grid pilots() {
    Grid grid =
        RegistryDelivery.grid(
            "pilot",
            "pilot_code",
            "export pilot_code country title product_code implementer partner_bank design"
                + " assignment_unit eligibility_rule frame_sha256 start_on end_on baseline_wave"
                + " endline_wave prereg_ref prereg_sha256 ethics_ref");
    for (Pilot pilot : Pilot.values()) {
      boolean armenia = pilot == Pilot.PT_AM_01;
      grid.row(
          export,
          pilot.name(),
          pilot.country().name(),
          armenia
              ? "Savings account for families that receive money from abroad"
              : "Savings through associations of migrants' households",
          pilot.product(),
          armenia ? "Programme office Yerevan" : "Programme office Dushanbe",
          pilot.bank(),
          "RCT_CLUSTER",
          pilot.clusterType(),
          armenia ? "households of the community's list" : "households of the association's list",
          frame(pilot),
          calendar.baseline().firstDay().toString(),
          calendar.endline().endExclusive().minusDays(1).toString(),
          Integer.toString(calendar.baseline().year()),
          Integer.toString(calendar.endline().year()),
          "plans/" + pilot + "/1",
          sha256("plan " + pilot + request.seed()),
          "ethics/" + pilot);
    }
    return grid;
  }

  /** The fingerprint of all units. */
  private String frame(Pilot pilot) {
    Text list = new Text();
    for (Subject subject : PilotStudy.of(request.seed(), pilot).subjects()) {
      list.append(Holder.pid(subject)).append('\n');
    }
    return sha256(list.toString());
  }

  Grid arms() {
    Grid grid =
        RegistryDelivery.grid(
            "arm", "pilot_code", "export pilot_code arm_code is_control product_terms intensity");
    for (Pilot pilot : Pilot.values()) {
      String offer =
          pilot == Pilot.PT_AM_01
              ? "account without fee for a year, advice at home"
              : "association with a fund, account";
      grid.row(export, pilot.name(), "C", "1", "nothing during the pilot", "none");
      grid.row(export, pilot.name(), pilot.treatedArm(), "0", offer, "full");
    }
    return grid;
  }

  Grid targets() {
    Grid grid =
        RegistryDelivery.grid(
            "target",
            "indicator_id",
            "export indicator_id pilot_code dimension period baseline_value baseline_on"
                + " target_value approved_by approved_on");
    Quarter year = calendar.baseline().plus(4);
    for (Pilot pilot : Pilot.values()) {
      target(grid, "C23", pilot, year, "0", "12");
      target(grid, "C13", pilot, calendar.endline(), "8", "15");
      target(grid, "C04", pilot, calendar.endline(), "10", "16");
      target(grid, "C25", pilot, calendar.endline(), "0", "40");
    }
    target(grid, "D56", Pilot.PT_TJ_01, calendar.endline(), "0", "6");
    return grid;
  }

  private void target(
      Grid grid, String indicator, Pilot pilot, Quarter period, String from, String to) {
    grid.row(
        export,
        indicator,
        pilot.name(),
        "_T",
        period.toString(),
        from,
        calendar.baseline().endExclusive().minusDays(1).toString(),
        to,
        "steering committee",
        calendar.assignedOn().toString());
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
