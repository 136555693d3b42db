package org.remitlake.ingest.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** The scalars of a json object as text, token by token. */
final class JsonCells {
  /** Beyond, a number stays as it was written: its digits would fill the memory with zeros. */
  private static final int MOST_DIGITS = 100;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH)
                  .maxStringLength(Limits.CELL)
                  .maxNameLength(Limits.COLUMNS)
                  .build())
          .build();

  private JsonCells() {}

  /** Reads the object that the parser has just entered; only wanted names are kept. */
  static void read(JsonParser json, Set<String> wanted, Map<String, String> into)
      throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      JsonToken value = json.nextToken();
      if (value.isStructStart()) {
        json.skipChildren();
      } else if (value != JsonToken.VALUE_NULL) {
        keep(json, wanted, into);
      }
    }
  }

  /** Keeps the scalar that the parser stands on, if its name is wanted. */
  static void keep(JsonParser json, Set<String> wanted, Map<String, String> into)
      throws IOException {
    if (wanted.contains(json.currentName())) {
      into.put(json.currentName(), text(json));
    }
  }

  /** A scalar as it was delivered: 0.50 is not 0.5. */
  private static String text(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
      return json.getText();
    }
    try {
      BigDecimal number = json.getDecimalValue();
      return Math.abs(number.scale()) > MOST_DIGITS ? json.getText() : number.toPlainString();
    } catch (NumberFormatException e) {
      return json.getText(); // an exponent of ten digits: a rule will say that it is no number
    }
  }

  /** What is wrong, without the text that is. */
  static String problem(JsonProcessingException e) {
    return e instanceof StreamConstraintsException
        ? "json nested deeper than %d levels, or a text or number in it that is far too long"
            .formatted(Limits.DEPTH)
        : "not valid json";
  }
}
