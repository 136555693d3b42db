package org.remitlake.ingest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.quality.FileTally;
import org.remitlake.ingest.rule.Rule;
import org.remitlake.ingest.rule.Rules;
import org.remitlake.time.Quarter;

/** Files of a batch that are held, and why. */
final class HeldFiles {
  private static final int RULES_NAMED = 2;

  private final Map<String, String> reasons = new TreeMap<>();
  private final Set<String> rotated = new TreeSet<>();
  private final List<Delivery> files;
  private final Books books;

  HeldFiles(List<Delivery> files, Books books) {
    this.files = files;
    this.books = books;
  }

  /** Reasons by file id. */
  Map<String, String> reasons() {
    return reasons;
  }

  /** Holds files of which too many rows break rules. */
  void add(Settings settings, Map<String, FileTally> tallies, Rules rules) {
    for (Delivery file : files) {
      FileTally tally = tallies.getOrDefault(file.fileId(), FileTally.EMPTY);
      long own = tally.broken() - tally.waiting();
      if (own >= settings.holdRows() && own > settings.holdShare() * tally.read()) {
        String reason = reason(tally, rules);
        add(file, reason, notice(file, own, tally.read(), reason));
      }
    }
  }

  /** Holds files whose code book does not cover them. */
  void addUnmapped(Map<String, String> unmapped) {
    for (Delivery file : files) {
      String reason = unmapped.getOrDefault(file.fileId(), "");
      if (!reason.isEmpty()) {
        add(file, reason, UnmappedCodes.notice(file.name(), file.profile(), reason));
      }
    }
  }

  /** Holds files whose codes of persons were made with another key, unless the profile says so. */
  void addRotated(Settings settings, Map<String, Set<Quarter>> rotations) {
    for (Delivery file : files) {
      Set<Quarter> quarters = new TreeSet<>(rotations.getOrDefault(file.fileId(), Set.of()));
      String since = settings.profiles().byName().get(file.profile()).pidsSince();
      if (!since.isEmpty()) {
        // A key that changes amid a quarter breaks it off from both sides.
        Quarter declared = Quarter.of(LocalDate.parse(since));
        quarters.removeAll(Set.of(declared, declared.plus(1)));
      }
      if (!quarters.isEmpty()) {
        rotated.add(file.fileId());
        add(
            file,
            KeyRotations.reason(quarters),
            KeyRotations.notice(file.name(), file.profile(), quarters));
      }
    }
  }

  /** A file, with what it is held for where no row of it breaks a rule. */
  LandedFile marked(LandedFile file) {
    return rotated.contains(file.delivery().fileId())
        ? file.found(Set.of(KeyRotations.RULE))
        : file;
  }

  private void add(Delivery file, String reason, String notice) {
    if (reasons.putIfAbsent(file.fileId(), reason) == null) {
      books.notice(notice);
    }
  }

  /** A rule and how many rows of a file break it. */
  private record Count(String rule, long rows) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s (%,d)", rule, rows);
    }
  }

  /** The two rules that most rows of a held file break, with the counts. */
  private static String reason(FileTally tally, Rules rules) {
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
  private static String notice(Delivery file, long broken, long read, String reason) {
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
