package org.remitlake.ingest.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Texts of others as YAML takes them, whatever is in them. */
public final class Yaml {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Yaml() {}

  /**
   * A text in double quotes, on one line: json's escapes are YAML's too, and what cannot be printed
   * is escaped as well.
   */
  public static String quoted(String text) {
    try {
      StringBuilder safe = new StringBuilder();
      String json = JSON.writeValueAsString(text);
      json.codePoints()
          .forEach(
              c -> {
                if (isPrintable(c)) {
                  safe.appendCodePoint(c);
                } else if (c <= 0xFFFF) {
                  safe.append("\\u");
                  String hex = Integer.toHexString(c);
                  safe.append("0".repeat(4 - hex.length())).append(hex);
                } else {
                  String hex = Integer.toHexString(c);
                  safe.append("\\U").append("0".repeat(8 - hex.length())).append(hex);
                }
              });
      return safe.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A text is json.", e);
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c != 0xFEFF;
    };
  }

  /** A comment of one line. */
  public static String comment(String text) {
    return "# " + text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
  }
}
