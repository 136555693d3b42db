package org.remitlake.ingest.quality;

import java.util.Locale;

/** Text and tables of a page; whatever comes from outside is escaped here. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  /** Markup of our own, as it is. */
  Html markup(String markup) {
    text.append(markup).append('\n');
    return this;
  }

  /** A paragraph in both languages. */
  Html paragraph(String en, String ru) {
    return markup("<p>" + escaped(en) + "</p>").markup("<p lang=\"ru\">" + escaped(ru) + "</p>");
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Both languages in one heading, caption or cell. */
  static String both(String en, String ru) {
    return escaped(en) + " <span class=\"ru\" lang=\"ru\">" + escaped(ru) + "</span>";
  }

  static String columnHead(String en, String ru) {
    return "<th scope=\"col\">" + both(en, ru) + "</th>";
  }

  static String rowHead(String content) {
    return "<th scope=\"row\">" + content + "</th>";
  }

  static String cell(String content) {
    return "<td>" + content + "</td>";
  }

  static String number(long n) {
    return "<td class=\"n\">" + count(n) + "</td>";
  }

  /** Digits in groups of three, as both languages read them. */
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n).replace(',', '\u00A0');
  }

  /** What cannot be shown as text, as in names that files may have, becomes a replacement sign. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isShown(c) ? c : 0xFFFD);
              }
            });
    return safe.toString();
  }

  /** Signs that steer the direction of text could make a name look like another one. */
  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
