package org.remitlake.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.quality.FileTally;
import org.remitlake.ingest.rule.Rule;
import org.remitlake.ingest.rule.Rules;

/** Why files are held: the rules that their rows break most often. */
final class HeldFiles {
  private static final int RULES_NAMED = 2;

  private HeldFiles() {}

  /** A rule and how many rows of a file break it. */
  private record Count(String rule, long rows) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s (%,d)", rule, rows);
    }
  }

  /** The two rules that most rows of a held file break, with the counts. */
  static String reason(FileTally tally, Rules rules) {
    List<String> most =
        tally.breaks().entrySet().stream()
            .map(e -> new Count(e.getKey(), e.getValue().rows()))
            .filter(c -> !isExclusion(rules.byId().get(c.rule())))
            .sorted(Comparator.comparingLong(Count::rows).reversed().thenComparing(Count::rule))
            .limit(RULES_NAMED)
            .map(Count::toString)
            .toList();
    return "rules broken most often: " + String.join(", ", most);
  }

  private static boolean isExclusion(Rule rule) {
    return rule != null && rule.action() == Rule.Action.EXCLUDE;
  }

  /** What a person is told of a held file. */
  static String notice(Delivery file, long broken, long read, String reason) {
    return String.format(
        Locale.ROOT,
        "%s: held, since %,d of its %,d rows break rules (%s). None of its rows is in silver; the"
            + " reason is in ops.file. Mend profile %s or the file, and run ingest on it again.",
        file.name(),
        broken,
        read,
        reason,
        file.profile());
  }
}
