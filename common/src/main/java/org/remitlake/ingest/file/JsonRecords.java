package org.remitlake.ingest.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Members of one object or array of a json document; scalars beside it go with each. The document
 * is read twice, since a scalar may stand behind the records.
 */
final class JsonRecords extends NamedRecords {
  private final String record;
  private final Set<String> wanted;
  private final Map<String, String> document = new HashMap<>();
  private final JsonParser json;
  private Map<String, String> cells = Map.of();
  private boolean inside;
  private long number;

  JsonRecords(FileSource source, FileBytes file, Profile profile) throws IOException {
    super(profile);
    record = profile.record();
    wanted = new HashSet<>(header());
    try (JsonParser whole = JsonCells.JSON.createParser(file.stream(source))) {
      readDocument(whole);
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
    json = JsonCells.JSON.createParser(file.stream(source));
    json.nextToken();
  }

  private void readDocument(JsonParser whole) throws IOException {
    boolean hasRecords = false;
    int depth = 0;
    for (JsonToken t = whole.nextToken(); t != null; t = whole.nextToken()) {
      boolean isMember = depth == 1 && whole.currentName() != null;
      if (isMember && t.isStructStart() && whole.currentName().equals(record)) {
        hasRecords = true;
      } else if (isMember && t.isScalarValue() && t != JsonToken.VALUE_NULL) {
        JsonCells.keep(whole, wanted, document);
      }
      depth += t.isStructStart() ? 1 : t.isStructEnd() ? -1 : 0;
      if (depth == 0 && whole.nextToken() != null) {
        throw new UnreadableFile(
            "F04",
            "more follows behind the json document; send one document, or one object a line and"
                + " say 'format: jsonl' in the profile");
      }
    }
    if (!hasRecords) {
      throw new UnreadableFile("F06", "the json has no '" + record + "' with records");
    }
  }

  private static UnreadableFile broken(JsonProcessingException e) {
    int at = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return new UnreadableFile("F04", JsonCells.problem(e) + " at line " + at, e);
  }

  @Override
  public boolean next() throws IOException {
    try {
      return advance();
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  private boolean advance() throws IOException {
    while (true) {
      JsonToken token = json.nextToken();
      if (token == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        token = json.nextToken();
        if (!inside) {
          inside = token.isStructStart() && name.equals(record);
          if (!inside) {
            json.skipChildren();
          }
          continue;
        }
      }
      if (!inside) {
        return false;
      }
      if (token.isStructEnd()) {
        inside = false;
        continue;
      }
      read(token);
      return true;
    }
  }

  private void read(JsonToken token) throws IOException {
    number++;
    Map<String, String> own = new HashMap<>(document);
    if (token == JsonToken.START_OBJECT) {
      JsonCells.read(json, wanted, own);
    } else {
      json.skipChildren();
    }
    cells = own;
  }

  @Override
  Map<String, String> cells() {
    return cells;
  }

  @Override
  public long line() {
    return number;
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
