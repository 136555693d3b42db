package org.remitlake.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Members of one object or array of a json document; scalars beside it go with each. */
final class JsonRecords extends NamedRecords {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          // What was delivered stays as it was: 0.50 is not 0.5.
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Map<String, String> document = new HashMap<>();
  private final Iterator<JsonNode> nodes;
  private Map<String, String> cells = Map.of();
  private long number;

  JsonRecords(InputStream bytes, Profile profile) throws IOException {
    super(profile);
    JsonNode root = read(bytes);
    scalars(root, document);
    JsonNode holder = root.path(profile.record());
    if (!holder.isContainerNode()) {
      throw new UnreadableFile("F06", "the json has no '" + profile.record() + "' with records");
    }
    nodes = holder.elements();
  }

  private static JsonNode read(InputStream bytes) throws IOException {
    try (bytes) {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      int at = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new UnreadableFile("F04", "not valid json at line " + at, e);
    }
  }

  private static void scalars(JsonNode node, Map<String, String> into) {
    node.properties()
        .forEach(
            e -> {
              if (e.getValue().isValueNode() && !e.getValue().isNull()) {
                JsonNode v = e.getValue();
                into.put(
                    e.getKey(), v.isBigDecimal() ? v.decimalValue().toPlainString() : v.asText());
              }
            });
  }

  @Override
  public boolean next() {
    if (!nodes.hasNext()) {
      return false;
    }
    number++;
    Map<String, String> record = new HashMap<>(document);
    scalars(nodes.next(), record);
    cells = record;
    return true;
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
  public void close() {}
}
