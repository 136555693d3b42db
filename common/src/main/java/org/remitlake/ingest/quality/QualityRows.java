package org.remitlake.ingest.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.remitlake.ingest.file.Inspection;

/** Rows of {@link DataQuality} from what a run knows of a file. */
public final class QualityRows {
  private static final String REPEATED = "T01";
  private static final String PERSONAL = "F07";
  private static final int ID = 3;

  private final RuleTexts texts;
  private final String changeRule;

  /**
   * Rows for files of a contract.
   *
   * @param changeRule the rule of rows that come again; empty where a later row is no correction
   */
  public QualityRows(RuleTexts texts, String changeRule) {
    this.texts = texts;
    this.changeRule = changeRule;
  }

  /** What was found in a file that landed. */
  public List<QualityRow> of(
      JudgedFile file, Inspection inspection, FileTally tally, boolean isHeld, Repeats repeats) {
    List<QualityRow> found = new ArrayList<>();
    for (String rule : inspection.findings()) {
      // A slip of the whole file is told with the rows that it repaired.
      if (texts.has(rule, Treatment.FINDING) || !texts.has(rule, Treatment.REPAIR)) {
        found.add(finding(file, rule, inspection));
      }
    }
    if (!inspection.unknownColumns().isEmpty() && !inspection.findings().contains("F06")) {
      found.add(row(file, "F06", Treatment.FINDING, Optional.empty()));
    }
    tally
        .breaks()
        .forEach(
            (rule, count) -> {
              Treatment treatment = ofBreak(rule, isHeld);
              String fields = String.join(", ", tally.fields().getOrDefault(rule, Set.of()));
              RuleText text = texts.of(rule, treatment).with(fields);
              found.add(new QualityRow(file, text, treatment, Optional.of(count)));
            });
    tally
        .marks()
        .forEach(
            (rule, count) -> {
              // No row of a held file went on to silver; a slip is told of the file.
              if (!isHeld || inspection.findings().contains(rule)) {
                found.add(mark(file, rule, count));
              }
            });
    repeats.marks().forEach((rule, count) -> addUnlessJudged(found, file, rule, count, tally));
    String rule = changeRule.isEmpty() ? REPEATED : changeRule;
    repeats.duplicates().ifPresent(n -> found.add(row(file, rule, Treatment.DUPLICATE, n)));
    if (!changeRule.isEmpty()) {
      repeats.changed().ifPresent(n -> found.add(row(file, rule, Treatment.FLAG, n)));
    }
    return found;
  }

  private QualityRow finding(JudgedFile file, String rule, Inspection inspection) {
    RuleText text = texts.of(rule, Treatment.FINDING);
    return new QualityRow(
        file,
        rule.equals(PERSONAL) ? text.with(inspection.personalCells()) : text,
        Treatment.FINDING,
        Optional.empty());
  }

  /** Rows carry their marks into silver: those that judging counted are not counted again. */
  private void addUnlessJudged(
      List<QualityRow> found, JudgedFile file, String rule, RowCount count, FileTally tally) {
    if (!tally.marks().containsKey(rule)) {
      found.add(mark(file, rule, count));
    }
  }

  private Treatment ofBreak(String rule, boolean isHeld) {
    Treatment treatment = texts.ofBreak(rule);
    return isHeld && treatment == Treatment.QUARANTINE ? Treatment.HOLD : treatment;
  }

  private QualityRow mark(JudgedFile file, String rule, RowCount count) {
    return row(file, rule, texts.ofMark(rule), count);
  }

  private QualityRow row(JudgedFile file, String rule, Treatment treatment, RowCount count) {
    return row(file, rule, treatment, Optional.of(count));
  }

  private QualityRow row(
      JudgedFile file, String rule, Treatment treatment, Optional<RowCount> caught) {
    return new QualityRow(file, texts.of(rule, treatment), treatment, caught);
  }

  /**
   * A file that was rejected.
   *
   * @param reason rule and problem as {@code ops.file} has them; advice for us after a semicolon is
   *     left out
   */
  public static QualityRow rejected(JudgedFile file, String reason) {
    String problem = reason.substring(ID).replaceFirst("^: ", "").replaceFirst("(?s);.*", "");
    RuleText text = RuleTexts.ofFiles().of(reason.substring(0, ID), Treatment.REJECT_FILE);
    return new QualityRow(file, text.with(problem), Treatment.REJECT_FILE, Optional.empty());
  }

  /** A file whose content had come under another name. */
  public static QualityRow known(JudgedFile file) {
    RuleText text = RuleTexts.ofFiles().of("F01", Treatment.DUPLICATE);
    return new QualityRow(file, text, Treatment.DUPLICATE, Optional.empty());
  }
}
