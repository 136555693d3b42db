package org.remitlake.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.quality.RuleTexts;
import org.remitlake.ingest.rule.Rules;

/** What judging its rows found of a file as a whole. */
final class FileFindings {
  private FileFindings() {}

  /**
   * Adds to files what was found, and tells it.
   *
   * @param found rules by file id
   * @return whether something was not known of a file
   */
  static boolean add(
      List<LandedFile> landed, Map<String, Set<String>> found, Rules rules, Books books) {
    RuleTexts texts = new RuleTexts(rules);
    boolean isNew = false;
    for (int i = 0; i < landed.size(); i++) {
      Delivery file = landed.get(i).delivery();
      Collection<String> added = new ArrayList<>(found.getOrDefault(file.fileId(), Set.of()));
      added.removeAll(file.inspection().findings());
      added.forEach(
          rule -> books.notice("%s: %s (%s)".formatted(file.name(), texts.ofFile(rule), rule)));
      landed.set(i, landed.get(i).found(added));
      isNew = isNew || !added.isEmpty();
    }
    return isNew;
  }
}
