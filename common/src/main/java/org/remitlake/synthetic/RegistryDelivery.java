package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.PilotStudy.Cluster;
import org.remitlake.synthetic.PilotStudy.Subject;
import org.remitlake.time.Quarter;

/** The registry's export: both pilots in one file for every table. */
final class RegistryDelivery implements Delivery {
  private static final long TAG = "registry".hashCode();

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    return List.of(() -> new Export(population.request()).write(folder));
  }

  /** One export; its number stands in every row. */
  private static final class Export {
    private final Request request;
    private final PilotCalendar calendar;
    private final String number;
    private final Map<Pilot, PilotStudy> studies = new EnumMap<>(Pilot.class);

    private Export(Request request) {
      this.request = request;
      this.calendar = PilotCalendar.of(request);
      this.number = hex(Draw.key(request.seed(), TAG)).substring(0, 6);
      for (Pilot pilot : Pilot.values()) {
        studies.put(pilot, PilotStudy.of(request.seed(), pilot));
      }
    }

    private Report write(Path folder) throws IOException {
      return Report.of(
          List.of(
              pilots().save(folder),
              arms().save(folder),
              clusters().save(folder),
              units().save(folder),
              targets().save(folder)));
    }

    private static Grid grid(String contract, String key, List<String> columns) {
      String name = "registry_" + contract + "_v01.csv";
      List<String> named =
          columns.stream().map(c -> (c.equals("export") ? "" : c) + "=" + c).toList();
      return new Grid(name, contract, "REGISTRY", ',', key, named);
    }

    private Grid pilots() {
      Grid grid =
          grid(
              "pilot",
              "pilot_code",
              List.of(
                  "export",
                  "pilot_code",
                  "country",
                  "title",
                  "product_code",
                  "implementer",
                  "partner_bank",
                  "design",
                  "assignment_unit",
                  "eligibility_rule",
                  "frame_sha256",
                  "start_on",
                  "end_on",
                  "baseline_wave",
                  "endline_wave",
                  "prereg_ref",
                  "prereg_sha256",
                  "ethics_ref"));
      for (Pilot pilot : Pilot.values()) {
        boolean armenia = pilot == Pilot.PT_AM_01;
        grid.row(
            number,
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

    private String frame(Pilot pilot) {
      Text list = new Text();
      for (Subject subject : studies.get(pilot).subjects()) {
        Pids.append(list, subject.key());
        list.append('\n');
      }
      return sha256(list.toString());
    }

    private Grid arms() {
      List<String> columns =
          List.of("export", "pilot_code", "arm_code", "is_control", "product_terms", "intensity");
      Grid grid = grid("arm", "pilot_code", columns);
      for (Pilot pilot : Pilot.values()) {
        boolean armenia = pilot == Pilot.PT_AM_01;
        String offer =
            armenia
                ? "account without fee for a year, advice at home"
                : "association with a fund, account";
        grid.row(number, pilot.name(), "C", "1", "nothing during the pilot", "none");
        grid.row(number, pilot.name(), pilot.treatedArm(), "0", offer, "full");
      }
      return grid;
    }

    private Grid clusters() {
      Grid grid =
          grid(
              "cluster",
              "cluster_id",
              List.of(
                  "export",
                  "cluster_id",
                  "pilot_code",
                  "cluster_type",
                  "region",
                  "block",
                  "size_frame",
                  "arm_code",
                  "assigned_on",
                  "assignment_prob",
                  "seed",
                  "treated_from",
                  "treated_to"));
      for (Pilot pilot : Pilot.values()) {
        for (Cluster cluster : studies.get(pilot).clusters()) {
          grid.row(
              number,
              cluster.id(),
              pilot.name(),
              pilot.clusterType(),
              cluster.region(),
              cluster.block(),
              Integer.toString(cluster.size()),
              arm(pilot, cluster),
              calendar.assignedOn().toString(),
              "0.5",
              Long.toString(Math.floorMod(Draw.key(request.seed(), TAG, 1), 1_000_000L)),
              cluster.treated() ? calendar.treatedFrom().toString() : "",
              cluster.treated() ? calendar.treatedTo().toString() : "");
        }
      }
      return grid;
    }

    private static String arm(Pilot pilot, Cluster cluster) {
      return cluster.treated() ? pilot.treatedArm() : "C";
    }

    private Grid units() {
      Grid grid =
          grid(
              "unit",
              "subject_pid",
              List.of(
                  "subject_pid",
                  "pilot_code",
                  "cluster_id",
                  "eligible_from",
                  "assigned_arm",
                  "hh_id",
                  "has_consent",
                  "withdrawn_on"));
      for (Pilot pilot : Pilot.values()) {
        for (Subject subject : studies.get(pilot).subjects()) {
          boolean withdrawn = withdrawn(subject);
          if (withdrawn) {
            grid.natural("withdrawn");
          }
          grid.row(
              Holder.pid(subject),
              pilot.name(),
              subject.cluster().id(),
              calendar.baseline().firstDay().toString(),
              arm(pilot, subject.cluster()),
              PilotSurvey.hhId(subject),
              "1",
              withdrawn ? calendar.treatedFrom().plusDays(60).toString() : "");
        }
      }
      return grid;
    }

    private static boolean withdrawn(Subject subject) {
      return Draw.of(Draw.key(subject.key(), TAG)).chance(0.004);
    }

    private Grid targets() {
      Grid grid =
          grid(
              "target",
              "indicator_id",
              List.of(
                  "export",
                  "indicator_id",
                  "pilot_code",
                  "dimension",
                  "period",
                  "baseline_value",
                  "baseline_on",
                  "target_value",
                  "approved_by",
                  "approved_on"));
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
      String day = calendar.baseline().endExclusive().minusDays(1).toString();
      String approved = calendar.assignedOn().toString();
      grid.row(
          number,
          indicator,
          pilot.name(),
          "_T",
          period.toString(),
          from,
          day,
          to,
          "steering committee",
          approved);
    }
  }

  private static String hex(long bits) {
    return HexFormat.of().toHexDigits(bits);
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
