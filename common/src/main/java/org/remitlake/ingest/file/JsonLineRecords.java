package org.remitlake.ingest.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Json lines: one object a line. A line that is no object is a broken row, not a broken file. */
final class JsonLineRecords extends NamedRecords {
  private final BufferedReader text;
  private final Set<String> wanted;
  private Map<String, String> cells = Map.of();
  private String problem = "";
  private long line;

  JsonLineRecords(Reader text, Profile profile) {
    super(profile);
    this.text = new BufferedReader(text, 1 << 16);
    this.wanted = new HashSet<>(header());
  }

  @Override
  public boolean next() throws IOException {
    StringBuilder object = new StringBuilder();
    while (readLine(object)) {
      line++;
      if (!object.toString().isBlank()) {
        read(object.toString());
        return true;
      }
    }
    return false;
  }

  /** Takes a line of bounded length; false at the end of the text. */
  private boolean readLine(StringBuilder into) throws IOException {
    into.setLength(0);
    int c = text.read();
    boolean any = c >= 0;
    for (; c >= 0 && c != '\n'; c = text.read()) {
      if (into.length() >= Limits.CELL) {
        throw new UnreadableFile(
            "F04", "line %d is longer than a million characters".formatted(line + 1));
      }
      into.append((char) c);
    }
    return any;
  }

  private void read(String object) throws IOException {
    Map<String, String> own = new HashMap<>();
    problem = "";
    try (JsonParser json = JsonCells.JSON.createParser(object)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        JsonCells.read(json, wanted, own);
        problem = json.nextToken() == null ? "" : "more follows behind the json object";
      } else {
        problem = "no json object";
      }
    } catch (JsonProcessingException e) {
      problem = JsonCells.problem(e);
    }
    cells = own;
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  Map<String, String> cells() {
    return cells;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
