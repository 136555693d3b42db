package org.remitlake.ingest.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.remitlake.ingest.file.Words;

/**
 * A column's name as it is compared: its words, whatever their case, order, inflection and marks.
 *
 * @param normal as ingest compares it
 * @param words lower case, {@code ё} as {@code е}, without fill words
 */
record ColumnName(String normal, List<String> words) {
  /** As ingest reads it: certain. */
  static final double SAME = 1;

  /** The same words in another order or with other marks. */
  static final double SAME_WORDS = 0.97;

  private static final Set<String> FILL = Set.of("of", "the", "в", "на", "с", "и", "от", "по", "a");
  private static final int SHORTEST_STEM = 5;
  private static final double SAME_STEM = 0.9;
  private static final double STEM_SHARE = 0.6;
  private static final int LONGEST = 200;

  static ColumnName of(String name) {
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    String spaced =
        cut.replace("№", " номер ").replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replace('ё', 'е');
    List<String> words =
        Arrays.stream(
                spaced.toLowerCase(Locale.ROOT).replace('ё', 'е').split("[^\\p{L}\\p{M}\\d]+"))
            .filter(w -> !w.isEmpty() && !FILL.contains(w))
            .toList();
    return new ColumnName(Words.normal(cut), words);
  }

  /** The name without some words: units, as {@code руб} in {@code Сумма, руб}. */
  ColumnName without(Set<String> some) {
    List<String> rest = words.stream().filter(w -> !some.contains(w)).toList();
    return rest.isEmpty() ? this : new ColumnName(normal, rest);
  }

  /** How alike two names are, from 0 to 1. */
  double likeness(ColumnName other) {
    if (normal.equals(other.normal)) {
      return SAME;
    }
    int most = Math.max(words.size(), other.words.size());
    int least = Math.min(words.size(), other.words.size());
    if (least == 0 || least * 2 < most) {
      return 0;
    }
    if (most == least && new HashSet<>(words).equals(new HashSet<>(other.words))) {
      return SAME_WORDS;
    }
    double points = 0;
    List<String> left = new ArrayList<>(other.words);
    for (String word : words) {
      double best = 0;
      int at = -1;
      for (int i = 0; i < left.size(); i++) {
        double alike = alike(word, left.get(i));
        if (alike > best) {
          best = alike;
          at = i;
        }
      }
      if (at >= 0) {
        left.remove(at);
        points += best;
      }
    }
    return points / most;
  }

  private static double alike(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    int longest = Math.max(one.length(), other.length());
    int common = 0;
    while (common < Math.min(one.length(), other.length())
        && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    boolean stem = common >= SHORTEST_STEM && common >= STEM_SHARE * longest;
    return stem || isSlip(one, other, common) ? SAME_STEM : 0;
  }

  /** Whether one letter was changed, added or dropped in a word long enough to be known still. */
  private static boolean isSlip(String one, String other, int common) {
    int shorter = Math.min(one.length(), other.length());
    if (shorter < SHORTEST_STEM || Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int same = 0;
    while (same < shorter - common
        && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
      same++;
    }
    return common + same >= Math.max(one.length(), other.length()) - 1;
  }
}
