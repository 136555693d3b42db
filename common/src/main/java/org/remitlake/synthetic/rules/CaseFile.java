package org.remitlake.synthetic.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.synthetic.Planted;
import org.remitlake.synthetic.Planted.Outcome;

/** One file: the cases that its form can carry, then sound rows, so that it is not held. */
final class CaseFile {
  /** Sound rows for each that is set aside: below the share from which on a file is held. */
  private static final int SOUND_FOR_ASIDE = 21;

  private static final int SOUND_AT_LEAST = 40;

  /** In place of a row: what is to be known of the file. */
  private static final int WHOLE = -1;

  private static final String NOTE = "note";

  private final RuleCases cases;
  private final PartnerForm form;
  private final CellWriter cells;
  private final Placeholders places;
  private final List<FileRow> rows = new ArrayList<>();

  /** A row's findings, with neither file nor line yet. */
  private record Found(int row, String rule, String key, Outcome outcome, String note) {}

  private final List<Found> found = new ArrayList<>();
  private int caseNo;

  private CaseFile(long seed, RuleCases cases, PartnerForm form) {
    this.cases = cases;
    this.form = form;
    this.cells = new CellWriter(form);
    this.places = new Placeholders(seed, form);
  }

  /** Every case that the form can carry. */
  static CaseFile of(long seed, RuleCases cases, PartnerForm form) {
    CaseFile file = new CaseFile(seed, cases, form);
    cases.cases().stream().filter(c -> c.fits(form)).forEach(file::add);
    long aside = file.found.stream().filter(f -> f.outcome() == Outcome.QUARANTINE).count();
    file.add(
        Math.max(SOUND_AT_LEAST, SOUND_FOR_ASIDE * aside),
        new CaseRow(null, null, null, "", false));
    return file;
  }

  /** A file with which something is wrong as a whole. */
  static CaseFile of(long seed, RuleCases cases, PartnerForm agreed, FileCase wrong) {
    CaseFile file = new CaseFile(seed, cases, wrong.form(agreed));
    for (String finding : wrong.finds()) {
      List<String> words = List.of(finding.split(" ", -1));
      Outcome outcome = words.get(1).equals(NOTE) ? Outcome.FLAG : Outcome.of(words.get(1));
      file.found.add(new Found(WHOLE, words.get(0), "", outcome, wrong.note()));
    }
    for (String rule : wrong.near()) {
      file.found.add(new Found(WHOLE, rule, "", Outcome.ACCEPT, wrong.note()));
    }
    for (FileCase.Rows part : wrong.parts()) {
      file.add(part.rows(), part.row(cases.base(), wrong.silent()));
    }
    return file;
  }

  private void add(long times, CaseRow row) {
    for (long i = 0; i < times; i++) {
      add(new RuleCase("", null, null, null, null, null, null, List.of(row)));
    }
  }

  private void add(RuleCase one) {
    List<String> ids = new ArrayList<>();
    one.rows().forEach(row -> ids.add(places.id(rows.size() + ids.size() + 1)));
    for (int i = 0; i < one.rows().size(); i++) {
      CaseRow row = one.rows().get(i);
      Map<String, String> texts = new HashMap<>();
      Map<String, String> canonical = new TreeMap<>(cases.base());
      canonical.putAll(row.cells());
      for (Map.Entry<String, String> column : form.columns().entrySet()) {
        String value = canonical.getOrDefault(column.getKey(), "");
        texts.put(
            column.getValue(),
            cells.text(column.getKey(), places.fill(value, caseNo, i, rows.size() + 1, ids)));
      }
      String key =
          places.fill(canonical.getOrDefault(cases.key(), ""), caseNo, i, rows.size() + 1, ids);
      find(one.note(), row, key);
      rows.add(new FileRow(texts, row.quirk()));
    }
    caseNo++;
  }

  private void find(String note, CaseRow row, String key) {
    for (String finding : row.finds()) {
      String[] words = finding.split(" ", -1);
      found.add(
          words[1].equals(NOTE)
              ? new Found(WHOLE, words[0], "", Outcome.FLAG, note)
              : new Found(rows.size(), words[0], key, Outcome.of(words[1]), note));
    }
    for (String rule : row.near()) {
      found.add(new Found(rows.size(), rule, key, Outcome.ACCEPT, note));
    }
    boolean isAside = row.finds().stream().anyMatch(f -> f.endsWith(" quarantine"));
    for (RuleCase always : cases.always()) {
      if (!row.silent() && !isAside && RuleCase.agrees(always.where(), form)) {
        find(always.note(), new CaseRow(null, always.finds(), null, null, true), key);
      }
    }
  }

  /** The file in its form. */
  WrittenRows written() {
    return switch (form.dialect().format()) {
      case "workbook" -> WorkbookFile.of(form, rows);
      case "jsonl" -> JsonLines.of(form, rows);
      case "xml" -> XmlDocument.of(form, rows, around());
      default -> DelimitedText.of(form, rows);
    };
  }

  private Map<String, String> around() {
    Map<String, String> around = new TreeMap<>();
    form.document()
        .forEach(
            (field, name) -> {
              String value = cases.base().getOrDefault(field, "");
              around.put(
                  name, cells.text(field, places.fill(value, 0, 0, 0, List.of(places.id(1)))));
            });
    return around;
  }

  /** What was planted, in a file of this name. */
  List<Planted> planted(String file, WrittenRows written) {
    return found.stream()
        .map(
            f ->
                new Planted(
                    f.rule(),
                    form.contract(),
                    file,
                    f.row() == WHOLE ? 1 : written.line(f.row()),
                    f.key(),
                    f.outcome(),
                    f.note()))
        .toList();
  }

  int size() {
    return rows.size();
  }
}
