package org.remitlake.savings;

import static org.remitlake.testing.SilverRows.hash;

import java.util.ArrayList;
import java.util.List;
import org.remitlake.account.FunnelEvents;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Pilots;
import org.remitlake.registry.Units;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.TableRow;

/** A pilot in Tajikistan from 2024 to 2025: arm T in Sughd, arm C in Khatlon. */
final class PilotRows {
  static final String PILOT = "PT";

  private final List<TableRow> units = new ArrayList<>();
  private final List<TableRow> events = new ArrayList<>();

  PilotRows unit(String who, String arm, String withdrawnOn) {
    units.add(
        SettledRow.of(Units.CONTRACT)
            .with("subject_pid", hash(who))
            .with("pilot_code", PILOT)
            .with("cluster_id", "cluster " + arm)
            .with("eligible_from", "2023-12-01")
            .with("assigned_arm", arm)
            .with("has_consent", true)
            .with("withdrawn_on", withdrawnOn)
            .row());
    return this;
  }

  PilotRows unit(String who, String arm) {
    return unit(who, arm, null);
  }

  /** A stage on a day, at six in the morning of Tajikistan. */
  PilotRows at(String who, String stage, String day) {
    events.add(
        SettledRow.of(FunnelEvents.CONTRACT)
            .with("subject_pid", hash(who))
            .with("product_code", "SAV")
            .with("pilot_code", PILOT)
            .with("stage", stage)
            .with("event_at", day + "T01:00:00Z")
            .row());
    return this;
  }

  void writeTo(Lake lake) {
    TableRow pilot =
        SettledRow.of(Pilots.CONTRACT)
            .with("pilot_code", PILOT)
            .with("country", "TJK")
            .with("product_code", "SAV")
            .with("partner_bank", "TJ_BANK_01")
            .with("start_on", "2024-01-01")
            .with("end_on", "2025-12-31")
            .row();
    write(lake, Pilots.CONTRACT, List.of(pilot));
    write(lake, Clusters.CONTRACT, List.of(cluster("T", "TJ-SU"), cluster("C", "TJ-KT")));
    write(lake, Units.CONTRACT, units);
    write(lake, FunnelEvents.CONTRACT, events);
  }

  private static TableRow cluster(String arm, String region) {
    return SettledRow.of(Clusters.CONTRACT)
        .with("cluster_id", "cluster " + arm)
        .with("pilot_code", PILOT)
        .with("region", region)
        .with("arm_code", arm)
        .with("treated_from", arm.equals("T") ? "2024-01-01" : null)
        .row();
  }

  private static void write(Lake lake, TableContract table, List<TableRow> rows) {
    Gold.write(lake, table, table.slice(), rows);
  }
}
