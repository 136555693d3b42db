package org.remitlake.ingest.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.remitlake.contract.DeliveredField;

/** A proposal as YAML, with what was found as comments. */
final class ProposalYaml {
  private static final int MOST_CANDIDATES = 4;

  private final Proposal proposal;
  private final List<String> lines = new ArrayList<>();

  ProposalYaml(Proposal proposal) {
    this.proposal = proposal;
  }

  String text() {
    head();
    entry("provider", proposal.provider());
    entry("contract", proposal.contract());
    String pattern = new FileName(proposal.fileName()).pattern();
    line("files: %s", Yaml.quoted(pattern));
    layout();
    constants();
    columns();
    values();
    ignore();
    return String.join("\n", lines) + "\n";
  }

  private void line(String form, Object... parts) {
    lines.add(String.format(Locale.ROOT, form, parts));
  }

  private void comment(String form, Object... parts) {
    lines.add(Yaml.comment(String.format(Locale.ROOT, form, parts)));
  }

  private void head() {
    Table table = proposal.table();
    Trial trial = proposal.trial();
    comment("Proposed by 'remit profile' from %s.", proposal.fileName());
    comment(
        "Looked at: %d rows of %d columns, %s.",
        table.rows().size() + table.malformed().size(),
        table.header().size(),
        proposal.whole() && table.rows().size() < Table.MOST_ROWS
            ? "the whole file"
            : "the beginning of the file only (a sample)");
    lines.addAll(trial.comments());
    if (!table.malformed().isEmpty()) {
      comment(
          "TODO ask the partner: %d rows are not as wide as the header, first in line %d.",
          table.malformed().size(), table.malformed().get(0));
    }
    for (String name : Header.repeated(table)) {
      comment("TODO ask the partner: column %s is there twice.", Yaml.quoted(name));
    }
    if (!trial.verdict().isEmpty()) {
      comment(Trial.REJECTED, trial.verdict());
    }
    if (!proposal.claimedBy().isEmpty()) {
      comment(FileName.CLAIMED, proposal.claimedBy());
    }
  }

  private void entry(String key, Finding finding) {
    line("%s: %s  %s", key, Yaml.quoted(finding.value()), Yaml.comment(finding.comment()));
  }

  private void layout() {
    Table table = proposal.table();
    line("format: %s", table.format());
    entry("encoding", proposal.encoding());
    if (table.format().equals("delimited")) {
      entry("delimiter", table.evidence());
    } else {
      entry("record", table.evidence());
    }
    entry("decimal_mark", proposal.style().decimalMark());
    entry("timezone", proposal.style().timezone());
    entry("date_layout", proposal.style().dateLayout());
  }

  private void constants() {
    Constants constants = proposal.constants();
    if (!constants.given().isEmpty()) {
      line("constants:");
      constants
          .given()
          .forEach(
              (field, f) ->
                  line("  %s: %s  %s", field, Yaml.quoted(f.value()), Yaml.comment(f.comment())));
    }
    open(constants.open(false), constants.given().isEmpty(), "constants");
  }

  private void open(Map<String, String> fields, boolean headless, String key) {
    if (headless && !fields.isEmpty()) {
      line("# TODO %s:", key);
    }
    fields.forEach(
        (field, suggestion) -> {
          lines.add("  # TODO " + field + ": " + suggestion);
          candidates(field);
        });
  }

  private void candidates(String field) {
    Set<String> all = proposal.matches().candidates().getOrDefault(field, Set.of());
    all.stream()
        .limit(MOST_CANDIDATES)
        .forEach(c -> lines.add("  " + Yaml.comment("  candidate: " + c)));
    if (all.size() > MOST_CANDIDATES) {
      lines.add("  #   and " + (all.size() - MOST_CANDIDATES) + " more");
    }
  }

  private void columns() {
    Set<String> document = Set.copyOf(proposal.table().document());
    Map<String, Matches.Match> found = proposal.matches().byField();
    if (found.values().stream().anyMatch(m -> document.contains(m.column().name()))) {
      line("document:");
      found.forEach(
          (field, m) -> {
            if (document.contains(m.column().name())) {
              line(
                  "  %s: %s  # %s: %s",
                  Yaml.quoted(m.column().name()), field, m.certainty().word(), m.why());
            }
          });
    }
    boolean none = found.values().stream().allMatch(m -> document.contains(m.column().name()));
    if (!none) {
      line("columns:");
    }
    found.forEach(
        (field, m) -> {
          if (!document.contains(m.column().name())) {
            line(
                "  %s: [%s]  # %s: %s",
                field, Yaml.quoted(m.column().name()), m.certainty().word(), m.why());
          }
        });
    open(proposal.constants().open(true), none, "columns");
    for (DeliveredField field : proposal.matches().contract().fields()) {
      boolean tied =
          proposal.matches().candidates().getOrDefault(field.name(), Set.of()).stream()
              .anyMatch(c -> c.contains("as good as another"));
      if (!field.mandatory() && tied && !found.containsKey(field.name())) {
        lines.add("  # TODO optional " + field.name() + ":");
        candidates(field.name());
      }
    }
  }

  private void values() {
    Map<String, CodeWords> all = proposal.words();
    boolean none = all.values().stream().allMatch(w -> w.mapped().isEmpty());
    if (!none) {
      line("values:");
    }
    all.forEach(
        (field, words) -> {
          if (!words.mapped().isEmpty()) {
            line("  %s:", field);
            words
                .mapped()
                .forEach(
                    (word, code) ->
                        line(
                            "    %s: %s  %s",
                            Yaml.quoted(word),
                            Yaml.quoted(code.value()),
                            Yaml.comment(code.comment())));
            open(field, words);
          }
        });
    boolean open = all.values().stream().anyMatch(w -> w.mapped().isEmpty() && w.isOpen());
    if (none && open) {
      line("# TODO values:");
    }
    all.forEach(
        (field, words) -> {
          if (words.mapped().isEmpty() && words.isOpen()) {
            line("  # TODO %s:", field);
            open(field, words);
          }
        });
  }

  private void open(String field, CodeWords words) {
    List<String> codes = proposal.matches().contract().field(field).codes();
    String of = codes.isEmpty() ? "a code of ISO" : "one of " + String.join(", ", codes);
    words
        .unknown()
        .forEach(
            (word, at) ->
                lines.add(
                    "    # TODO " + Yaml.quoted(word) + ":   # " + of + "; first in line " + at));
    if (words.hidden() > 0) {
      lines.add(
          "    # TODO "
              + words.hidden()
              + " words of "
              + field
              + " are not shown, since they do not repeat and may be names; they need: "
              + of);
    }
  }

  private void ignore() {
    if (!proposal.ignored().isEmpty()) {
      line("ignore:");
      proposal
          .ignored()
          .forEach((name, why) -> line("  - %s  %s", Yaml.quoted(name), Yaml.comment(why)));
    }
  }
}
