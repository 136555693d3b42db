package org.remitlake.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.remitlake.synthetic.PilotStudy.Cluster;
import org.remitlake.time.Quarter;

/** An association of migrants' households; only those of treated clusters have a fund to match. */
final class Association {
  private static final long TAG = "association".hashCode();

  private final Cluster cluster;
  private final Draw draw;
  private final long later;
  private final List<Project> projects = new ArrayList<>();

  /**
   * A project that an association carries.
   *
   * @param code the same for all who carry it
   * @param due the day on which it is to be complete
   * @param accepted the day of acceptance, or null
   * @param beneficiaries counted, if it is complete
   * @param method of counting them
   */
  record Project(
      String association,
      String code,
      LocalDate due,
      LocalDate accepted,
      int beneficiaries,
      String method) {

    /** The same, carried by another association too. */
    Project by(String other) {
      return new Project(other, code, due, accepted, beneficiaries, method);
    }
  }

  Association(long seed, Cluster cluster) {
    this.cluster = cluster;
    this.draw = Draw.of(Draw.key(seed, TAG, cluster.id().hashCode()));
    this.later = Draw.key(seed, TAG + 1, cluster.id().hashCode());
  }

  /** In the order of their days. */
  List<Project> projects() {
    return List.copyOf(projects);
  }

  void report(Grid grid, List<Quarter> quarters) {
    int members = cluster.size() + draw.below(20);
    boolean[] rules = new boolean[5];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = draw.chance(cluster.treated() ? 0.7 : 0.4);
    }
    for (int i = 0; i < quarters.size(); i++) {
      members += draw.below(cluster.treated() ? 5 : 2);
      grid.row(cells(quarters.get(i), i, members, rules));
    }
  }

  private String[] cells(Quarter quarter, int index, int members, boolean... rules) {
    boolean offered = cluster.treated() && index > 0;
    int paying = (int) (members * (offered ? 0.6 : 0.25));
    long own = paying * (40L + draw.below(30)) * 100;
    long diaspora = offered ? draw.below(4_000) * 100L : 0;
    long partner = offered ? own / 2 : 0;
    long state = draw.chance(0.1) ? 100_000 : 0;
    long overheads = own / 20;
    long spent = Math.round((own + diaspora + partner + state) * (0.5 + 0.4 * draw.uniform()));
    int due = offered && index % 3 == 0 ? 1 : 0;
    int completed = due == 1 && draw.chance(0.8) ? 1 : 0;
    if (due == 1) {
      projects.add(project(quarter, completed == 1));
    }
    Draw apart = Draw.of(Draw.key(later, quarter.firstDay().toEpochDay()));
    long pledged = offered ? apart.below(6_000) * 100L : 0;
    long inKind = apart.chance(0.3) ? (1 + apart.below(20)) * 10_000L : 0;
    boolean meets = apart.chance(offered ? 0.95 : 0.5);
    boolean keepsAccounts = apart.chance(offered ? 0.9 : 0.4);
    return new String[] {
      "MHA-" + cluster.id(),
      cluster.id(),
      quarter.toString(),
      Integer.toString(members),
      Integer.toString((int) (members * 0.62)),
      Integer.toString(paying),
      money(own),
      money(diaspora),
      money(partner),
      money(state),
      money(overheads),
      money(Math.max(spent, overheads)),
      Integer.toString(due),
      Integer.toString(completed),
      flag(rules[0]),
      flag(rules[1]),
      flag(rules[2]),
      flag(rules[3]),
      flag(rules[4]),
      FxDelivery.dots(new Text(), founded()).toString(),
      money(pledged),
      money(inKind),
      flag(meets),
      flag(keepsAccounts)
    };
  }

  private LocalDate founded() {
    return LocalDate.of(2012, 1, 1).plusDays(Draw.of(later).below(2_500));
  }

  private Project project(Quarter quarter, boolean isComplete) {
    Draw own = Draw.of(Draw.key(later, quarter.firstDay().toEpochDay(), 1));
    LocalDate due = quarter.firstDay().plusDays(own.below(80));
    String code = "PRJ-" + cluster.id().substring(3) + "-" + (projects.size() + 1);
    LocalDate accepted = isComplete ? due.plusDays(own.below(10)) : null;
    String[] methods = {"LIST", "ESTIMATE", "CATCHMENT"};
    String method = methods[own.pick(0.5, 0.3, 0.2)];
    int served = method.equals("CATCHMENT") ? 400 + own.below(900) : 20 + own.below(180);
    return new Project("MHA-" + cluster.id(), code, due, accepted, served, method);
  }

  private static String money(long hundredths) {
    Text text = new Text(16);
    Digits.decimal(text, hundredths, 2, '.');
    return text.toString();
  }

  private static String flag(boolean value) {
    return value ? "ҳа" : "не";
  }
}
