package org.remitlake.ingest.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form's code book as YAML: variables with labels and skip rules, and lists of choices. */
public final class Codebook {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private Codebook() {}

  /** The code book. */
  public static String yaml(XlsForm form) {
    Map<String, Object> book = new LinkedHashMap<>();
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("title", form.title());
    head.put("id", form.id());
    head.put("version", form.version());
    book.put("form", head);
    book.put("variables", form.variables().stream().map(Codebook::variable).toList());
    Map<String, Object> lists = new LinkedHashMap<>();
    form.lists().forEach((name, choices) -> lists.put(name, choices(choices)));
    book.put("lists", lists);
    try {
      return YAML.writeValueAsString(book);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A code book is texts, lists and maps.", e);
    }
  }

  private static Map<String, Object> variable(XlsForm.Variable variable) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", variable.name());
    entry.put("column", variable.column());
    putUnlessEmpty(entry, "repeat", variable.repeat());
    entry.put("type", variable.type());
    putUnlessEmpty(entry, "list", variable.list());
    putUnlessEmpty(entry, "relevant", variable.relevant());
    if (!variable.labels().isEmpty()) {
      entry.put("label", variable.labels());
    }
    return entry;
  }

  private static void putUnlessEmpty(Map<String, Object> entry, String key, String text) {
    if (!text.isEmpty()) {
      entry.put(key, text);
    }
  }

  private static List<Map<String, Object>> choices(List<XlsForm.Choice> choices) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (XlsForm.Choice choice : choices) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("code", choice.code());
      if (!choice.labels().isEmpty()) {
        entry.put("label", choice.labels());
      }
      entries.add(entry);
    }
    return entries;
  }
}
