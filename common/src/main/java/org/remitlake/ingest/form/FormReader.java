package org.remitlake.ingest.form;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.remitlake.ingest.file.FileSource;
import org.remitlake.ingest.file.UnreadableFile;
import org.remitlake.ingest.file.Worksheets;
import org.remitlake.ingest.file.Worksheets.SheetRow;

/** Reads the sheets survey, choices and settings of an XLSForm. */
final class FormReader {
  private static final Pattern GROUP = Pattern.compile("(begin|end)[ _]+(group|repeat)");
  private static final Pattern SELECT =
      Pattern.compile("(select_one|select_multiple|select one|select multiple|rank) +(\\S+).*");
  private static final Pattern LABEL = Pattern.compile("label(::? *(.+))?");
  private static final Set<String> YES = Set.of("yes", "true", "true()", "1");

  private final FileSource source;
  private final List<XlsForm.Variable> variables = new ArrayList<>();
  private final Map<String, List<XlsForm.Choice>> lists = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Deque<Group> groups = new ArrayDeque<>();
  private String language = "default";
  private int notes;
  private int disabled;

  FormReader(FileSource source) {
    this.source = source;
  }

  /** A group that is open: what begins it must end it. */
  private record Group(String kind, String name, String relevant) {}

  XlsForm read() throws IOException {
    List<SheetRow> survey = Worksheets.rows(source, "survey");
    refuseWithout("survey", survey, "type", "name");
    SheetRow settings = settings().orElse(new SheetRow(0, Map.of()));
    language = settings.cells().getOrDefault("default_language", language);
    for (SheetRow row : Worksheets.rows(source, "choices")) {
      addChoice(row);
    }
    survey.forEach(this::add);
    groups.forEach(group -> problems.add("group '%s' is never ended".formatted(group.name())));
    variables.stream()
        .map(XlsForm.Variable::list)
        .filter(list -> !list.isEmpty() && !lists.containsKey(list))
        .distinct()
        .forEach(list -> problems.add("no choices for list '%s'".formatted(list)));
    return new XlsForm(
        settings.first("form_title"),
        settings.first("form_id", "id_string"),
        settings.first("version"),
        List.copyOf(variables),
        lists,
        notes,
        disabled,
        List.copyOf(problems));
  }

  /** The sheet may be absent: then tools take the name of the file. */
  private Optional<SheetRow> settings() throws IOException {
    try {
      return Worksheets.rows(source, "settings").stream().findFirst();
    } catch (UnreadableFile e) {
      return Optional.empty();
    }
  }

  private static void refuseWithout(String sheet, List<SheetRow> rows, String... columns) {
    for (String column : columns) {
      if (rows.stream().noneMatch(row -> row.cells().containsKey(column))) {
        throw new UnreadableFile(
            "F06",
            "sheet '%s' has no column '%s' with text, as every XLSForm has"
                .formatted(sheet, column));
      }
    }
  }

  private void addChoice(SheetRow row) {
    String list = row.first("list_name", "list name");
    String code = row.first("name", "value");
    if (list.isEmpty() && code.isEmpty()) {
      return;
    }
    if (list.isEmpty() || code.isEmpty()) {
      problems.add("choices row %d has no list or no code".formatted(row.number()));
      return;
    }
    lists.computeIfAbsent(list, l -> new ArrayList<>()).add(new XlsForm.Choice(code, labels(row)));
  }

  private Map<String, String> labels(SheetRow row) {
    Map<String, String> labels = new LinkedHashMap<>();
    row.cells()
        .forEach(
            (column, text) -> {
              Matcher label = LABEL.matcher(column);
              if (label.matches()) {
                labels.put(label.group(2) == null ? language : label.group(2), text);
              }
            });
    return labels;
  }

  private void add(SheetRow row) {
    String type = row.first("type").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    if (type.isEmpty()) {
      return;
    }
    if (YES.contains(row.first("disabled").toLowerCase(Locale.ROOT))) {
      disabled++;
      return;
    }
    Matcher group = GROUP.matcher(type);
    if (group.lookingAt()) {
      turn(group.group(1).equals("begin"), group.group(2), row);
    } else if (type.equals("note")) {
      notes++;
    } else if (row.first("name").isEmpty()) {
      problems.add("survey row %d has a type and no name".formatted(row.number()));
    } else {
      addVariable(row, row.first("type"));
    }
  }

  private void turn(boolean begins, String kind, SheetRow row) {
    if (begins) {
      groups.push(new Group(kind, row.first("name"), relevant(row)));
    } else if (groups.isEmpty() || !groups.peek().kind().equals(kind)) {
      problems.add(
          "survey row %d ends a %s that is not the last to begin".formatted(row.number(), kind));
    } else {
      groups.pop();
    }
  }

  private static String relevant(SheetRow row) {
    return row.first("relevant", "relevance");
  }

  private void addVariable(SheetRow row, String type) {
    Matcher select = SELECT.matcher(type.replaceAll("\\s+", " "));
    boolean hasList = select.matches();
    List<Group> outside = new ArrayList<>(groups);
    java.util.Collections.reverse(outside);
    variables.add(
        new XlsForm.Variable(
            row.first("name"),
            Stream.concat(outside.stream().map(Group::name), Stream.of(row.first("name")))
                .collect(Collectors.joining("/")),
            outside.stream()
                .filter(group -> group.kind().equals("repeat"))
                .reduce((outer, inner) -> inner)
                .map(Group::name)
                .orElse(""),
            hasList ? select.group(1).replace(' ', '_') : type,
            hasList ? select.group(2) : "",
            labels(row),
            conditions(outside, relevant(row))));
  }

  private static String conditions(List<Group> outside, String own) {
    List<String> all =
        Stream.concat(outside.stream().map(Group::relevant), Stream.of(own))
            .filter(condition -> !condition.isEmpty())
            .distinct()
            .toList();
    return all.size() < 2 ? String.join("", all) : "(" + String.join(") and (", all) + ")";
  }
}
