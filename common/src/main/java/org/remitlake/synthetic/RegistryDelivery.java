package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.PilotStudy.Cluster;
import org.remitlake.synthetic.PilotStudy.Subject;

/** The registry's export: both pilots in one file for every table. */
final class RegistryDelivery implements Delivery {
  static final long TAG = "registry".hashCode();

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    return List.of(() -> write(population.request(), folder));
  }

  private static Report write(Request request, Path folder) throws IOException {
    Programmes programmes = new Programmes(request);
    return Report.of(
        List.of(
            programmes.pilots().save(folder),
            programmes.arms().save(folder),
            clusters(request).save(folder),
            units(request).save(folder),
            programmes.targets().save(folder)));
  }

  /**
   * A table of the export.
   *
   * @param fields separated by blanks; columns are called like them
   */
  static Grid grid(String contract, String key, String fields) {
    List<String> columns = new ArrayList<>();
    for (String field : Text.words(fields)) {
      columns.add((field.equals("export") ? "" : field) + "=" + field);
    }
    return new Grid("registry_" + contract + "_v01.csv", contract, "REGISTRY", ',', key, columns);
  }

  /** The export's number, which stands in most of its tables. */
  static String export(Request request) {
    return Uids.hex(Draw.key(request.seed(), TAG), 1);
  }

  static String arm(Pilot pilot, Cluster cluster) {
    return cluster.treated() ? pilot.treatedArm() : "C";
  }

  private static Grid clusters(Request request) {
    PilotCalendar calendar = PilotCalendar.of(request);
    Grid grid =
        grid(
            "cluster",
            "cluster_id",
            "export cluster_id pilot_code cluster_type region block size_frame arm_code assigned_on"
                + " assignment_prob seed treated_from treated_to");
    String seed = Long.toString(Math.floorMod(Draw.key(request.seed(), TAG, 1), 1_000_000L));
    for (Pilot pilot : Pilot.values()) {
      for (Cluster cluster : PilotStudy.of(request.seed(), pilot).clusters()) {
        grid.row(
            export(request),
            cluster.id(),
            pilot.name(),
            pilot.clusterType(),
            cluster.region(),
            cluster.block(),
            Integer.toString(cluster.size()),
            arm(pilot, cluster),
            calendar.assignedOn().toString(),
            "0.5",
            seed,
            cluster.treated() ? calendar.treatedFrom().toString() : "",
            cluster.treated() ? calendar.treatedTo().toString() : "");
      }
    }
    return grid;
  }

  private static Grid units(Request request) {
    PilotCalendar calendar = PilotCalendar.of(request);
    Grid grid =
        grid(
            "unit",
            "subject_pid",
            "subject_pid pilot_code cluster_id eligible_from assigned_arm hh_id has_consent"
                + " withdrawn_on");
    for (Pilot pilot : Pilot.values()) {
      for (Subject subject : PilotStudy.of(request.seed(), pilot).subjects()) {
        boolean withdrawn = Draw.of(Draw.key(subject.key(), TAG)).chance(0.004);
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
}
