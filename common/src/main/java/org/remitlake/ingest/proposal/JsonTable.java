package org.remitlake.ingest.proposal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.remitlake.ingest.file.UnreadableFile;

/** A json document: its record is the first member that holds objects. */
final class JsonTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final NamedRows rows = new NamedRows();
  private final Map<String, String> document = new LinkedHashMap<>();
  private String record = "";

  private JsonTable() {}

  static Table table(Head head) throws IOException {
    JsonTable json = new JsonTable();
    try (JsonParser parser = JSON.createParser(head.bytes())) {
      json.read(parser);
    } catch (JsonProcessingException e) {
      if (head.whole()) {
        int at = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        throw new UnreadableFile("F04", "not valid json at line " + at, e);
      }
    }
    if (json.rows.isEmpty()) {
      throw new UnreadableFile(
          "F06",
          "the json has no member with records in it; one object with a named list of records is"
              + " read");
    }
    return json.rows.table("json", json.record);
  }

  private void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (!value.isStructStart()) {
        document.put(name, parser.getText());
      } else if (record.isEmpty()) {
        members(parser, name);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void members(JsonParser parser, String name) throws IOException {
    long number = 0;
    for (JsonToken t = parser.nextToken(); !t.isStructEnd(); t = parser.nextToken()) {
      if (t == JsonToken.FIELD_NAME) {
        continue;
      }
      number++;
      if (t != JsonToken.START_OBJECT || rows.isFull()) {
        parser.skipChildren();
        continue;
      }
      JsonNode node = JSON.readTree(parser);
      Map<String, String> cells = new LinkedHashMap<>();
      node.properties()
          .forEach(
              e -> {
                if (e.getValue().isValueNode()) {
                  cells.put(e.getKey(), e.getValue().isNull() ? "" : e.getValue().asText());
                }
              });
      record = name;
      rows.add(number, document, cells);
    }
  }
}
