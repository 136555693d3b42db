package org.remitlake.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a text that is no YAML, and what to do, in words of those who write it. */
final class YamlSyntax {
  /** By words of the parser; the first that fits is told. */
  private static final Map<String, String> WORDS = words();

  private static final Pattern TWICE = Pattern.compile("duplicate (?:field|key) '([^']*)'");

  private static final Pattern LINE = Pattern.compile("line (\\d{1,9}), column");

  private YamlSyntax() {}

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("character '\\t", "a tab stands here: indent with spaces");
    words.put(
        "cannot start any token",
        "a value begins with a character that means something in YAML (@, `, %, or a tab): put the"
            + " value in quotes, indent with spaces");
    words.put(
        "mapping values are not allowed",
        "a colon stands where none can be: put a value with a colon in quotes, and check the"
            + " indentation");
    words.put("quoted scalar", "a quote is opened and not closed: close it");
    words.put(
        "flow", "brackets do not fit: close each [ and {, and put commas between what is in them");
    words.put("alias", "a value begins with *, which means something in YAML: put it in quotes");
    words.put("anchor", "a value begins with &, which means something in YAML: put it in quotes");
    words.put("tag", "a value begins with !, which means something in YAML: put it in quotes");
    words.put(
        "special characters are not allowed",
        "a character stands here that text does not hold: type the line again");
    words.put(
        "block",
        "the line does not fit those above it: give all keys of one level the same indentation, and"
            + " close quotes and brackets above");
    words.put("simple key", "a key without its colon: write 'key: value'");
    return words;
  }

  /**
   * Line of the mistake: the last that the parser names, for it begins with where the block began;
   * of a quote that is never closed the first, where it was opened.
   */
  static int line(JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    Matcher named = LINE.matcher(String.valueOf(e.getOriginalMessage()));
    boolean isFirst = String.valueOf(e.getOriginalMessage()).contains("quoted scalar");
    for (int n = 0; named.find() && !(isFirst && n > 0); n++) {
      line = Integer.parseInt(named.group(1));
    }
    return line;
  }

  /** A clause, without the text of the file, which may hold a secret. */
  static String of(String parserMessage) {
    String message = String.valueOf(parserMessage).toLowerCase(Locale.ROOT);
    Matcher twice = TWICE.matcher(message);
    if (twice.find()) {
      return "the key '%s' stands here for the second time: keep one of the two"
          .formatted(twice.group(1));
    }
    return WORDS.entrySet().stream()
        .filter(entry -> message.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("this is no YAML: check colons, quotes and the indentation of this line and above");
  }
}
