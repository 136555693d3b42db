package org.remitlake.synthetic;

import java.util.List;
import org.remitlake.synthetic.PilotStudy.Cluster;
import org.remitlake.time.Quarter;

/** An association of migrants' households; only those of treated clusters have a fund to match. */
final class Association {
  private static final long TAG = "association".hashCode();

  private final Cluster cluster;
  private final Draw draw;

  Association(long seed, Cluster cluster) {
    this.cluster = cluster;
    this.draw = Draw.of(Draw.key(seed, TAG, cluster.id().hashCode()));
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
      Integer.toString(due == 1 && draw.chance(0.8) ? 1 : 0),
      flag(rules[0]),
      flag(rules[1]),
      flag(rules[2]),
      flag(rules[3]),
      flag(rules[4])
    };
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
