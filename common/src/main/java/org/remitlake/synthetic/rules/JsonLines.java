package org.remitlake.synthetic.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows as one JSON object a line. */
final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonLines() {}

  static WrittenRows of(PartnerForm form, List<FileRow> rows) {
    StringBuilder out = new StringBuilder();
    List<Long> lines = new ArrayList<>();
    for (FileRow row : rows) {
      lines.add((long) lines.size() + 1);
      ObjectNode object = JSON.createObjectNode();
      form.columns().values().forEach(name -> object.put(name, row.cells().get(name)));
      String text = object.toString();
      boolean isBroken = row.quirk().equals("broken");
      out.append(isBroken ? text.substring(0, text.length() - 1) : text).append('\n');
    }
    return new WrittenRows(out.toString().getBytes(StandardCharsets.UTF_8), lines);
  }
}
