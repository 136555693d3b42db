package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.stats.Reference.close;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** Curves of R survival 3.5.3 in A24: survival, Greenwood's error, numbers at risk, median. */
class KaplanMeierTest {
  private static final double REL = 1e-10;
  private final JsonNode results = Reference.results("A24_kaplan_meier.json");

  private static KaplanMeier curve(Table table, String time, String event) {
    TreeMap<Double, KaplanMeier.Ends> spells = new TreeMap<>();
    double[] times = table.numbers(time);
    double[] events = table.numbers(event);
    for (int i = 0; i < times.length; i++) {
      KaplanMeier.Ends ends = new KaplanMeier.Ends((long) events[i], 1 - (long) events[i]);
      spells.merge(times[i], ends, KaplanMeier.Ends::plus);
    }
    return KaplanMeier.of(spells);
  }

  private static void compare(KaplanMeier actual, JsonNode expected) {
    JsonNode curve = expected.get("curve");
    assertThat(actual.curve()).hasSize(curve.get("time").size()).isNotEmpty();
    for (int i = 0; i < actual.curve().size(); i++) {
      KaplanMeier.Step step = actual.curve().get(i);
      assertThat(step.time()).isEqualTo(curve.get("time").get(i).asDouble());
      assertThat(step.atRisk()).isEqualTo(curve.get("n_risk").get(i).asLong());
      assertThat(step.events()).isEqualTo(curve.get("n_event").get(i).asLong());
      close(step.survival(), curve.get("surv").get(i).asDouble(), REL, "survival " + i);
      close(step.standardError(), curve.get("se_greenwood").get(i).asDouble(), REL, "error " + i);
    }
    assertThat(actual.median().orElseThrow()).isEqualTo(expected.get("median").asDouble());
  }

  @Test
  void lung() {
    Table lung = Table.read("lung.csv");
    compare(curve(lung, "time", "event"), results.get("lung").get("overall"));
    for (String sex : new String[] {"1", "2"}) {
      Table group = lung.where(r -> r[2].equals(sex));
      compare(curve(group, "time", "event"), results.get("lung").get("group_" + sex));
    }
  }

  @Test
  void accounts() {
    Table accounts = Table.read("accounts_persistence.csv");
    compare(curve(accounts, "months", "closed"), results.get("accounts").get("overall"));
  }

  @Test
  void whereMoreThanHalfSurviveThereIsNoMedian() {
    TreeMap<Integer, KaplanMeier.Ends> spells = new TreeMap<>();
    spells.put(5, new KaplanMeier.Ends(1, 0));
    spells.put(9, new KaplanMeier.Ends(0, 2));
    assertThat(KaplanMeier.of(spells).median()).isEmpty();
    assertThat(KaplanMeier.of(new TreeMap<Integer, KaplanMeier.Ends>()).median()).isEmpty();
  }
}
