package org.remitlake.ingest.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The character set of a text.
 *
 * <p>UTF-8 proves itself: other text is hardly ever valid by chance. Among the single-byte Cyrillic
 * sets each is tried: text decoded by the right one has the letters that Russian uses most, and
 * capitals at the beginnings of words only (windows-1251 and KOI8-R differ in just that); decoded
 * by a wrong one it has rare letters, capitals inside of words, and frames.
 *
 * @param found name of the set
 * @param text the text, its mark stripped
 */
record EncodingGuess(Finding found, String text) {
  private static final List<String> CYRILLIC = List.of("windows-1251", "IBM866", "KOI8-R");

  /** Letters of Russian by frequency, in per mille of all letters (Lyashevskaya, Sharov 2009). */
  private static final String LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";

  private static final int[] FREQUENCY = {
    110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12, 10,
    9, 7, 6, 5, 4, 3, 3, 1, 1
  };

  private static final double NO_LETTER = -40;
  private static final double MISPLACED_CAPITAL = -20;

  /** Scored over this many letters, more would not change the answer. */
  private static final int ENOUGH = 50_000;

  static EncodingGuess of(Head head) {
    byte[] bytes = head.bytes();
    String utf16 = head.utf16();
    if (!utf16.isEmpty()) {
      String text = stripped(decoded(bytes, Charset.forName(utf16)));
      return new EncodingGuess(
          new Finding(utf16, Certainty.SURE, "its mark, or a zero in every second byte"), text);
    }
    long high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    if (high == 0) {
      return new EncodingGuess(
          new Finding("UTF-8", Certainty.LIKELY, "all bytes are ASCII, so any set reads them"),
          decoded(bytes, UTF_8));
    }
    if (isUtf8(head)) {
      String text = decoded(bytes, UTF_8);
      String mark = text.startsWith("\uFEFF") ? ", with a byte-order mark" : "";
      return new EncodingGuess(
          new Finding("UTF-8", Certainty.SURE, high + " bytes beyond ASCII are valid" + mark),
          stripped(text));
    }
    return singleByte(bytes, high);
  }

  private static EncodingGuess singleByte(byte[] bytes, long high) {
    List<String> best =
        CYRILLIC.stream()
            .sorted(Comparator.comparingDouble((String set) -> -score(bytes, set)))
            .toList();
    double first = score(bytes, best.get(0));
    double margin = first - score(bytes, best.get(1));
    String why =
        String.format(
            Locale.ROOT,
            "%d bytes beyond ASCII, of letters as frequent as in Russian: %.0f points, as %s %.0f",
            high,
            first,
            best.get(1),
            first - margin);
    Certainty certainty =
        first < 15 || margin < 5
            ? Certainty.GUESS
            : margin > 20 && high >= 50 ? Certainty.SURE : Certainty.LIKELY;
    return new EncodingGuess(
        new Finding(best.get(0), certainty, why), decoded(bytes, Charset.forName(best.get(0))));
  }

  /** Mean points of the characters beyond ASCII: the frequency of a letter, or a penalty. */
  private static double score(byte[] bytes, String set) {
    String text = decoded(bytes, Charset.forName(set));
    double points = 0;
    int seen = 0;
    char before = ' ';
    for (int i = 0; i < text.length() && seen < ENOUGH; i++) {
      char c = text.charAt(i);
      if (c > 127) {
        seen++;
        points += points(c, before);
      }
      before = c;
    }
    return points / Math.max(seen, 1);
  }

  private static double points(char c, char before) {
    int at = LETTERS.indexOf(String.valueOf(c).toLowerCase(Locale.ROOT));
    if (at < 0) {
      // № and the no-break space belong to Russian text and say nothing
      return c == '№' || c == '\u00A0' || c == '«' || c == '»' ? 0 : NO_LETTER;
    }
    return Character.isUpperCase(c) && Character.isLowerCase(before)
        ? MISPLACED_CAPITAL
        : FREQUENCY[at];
  }

  private static boolean isUtf8(Head head) {
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(head.bytes().length + 1);
    // A head may end within a character.
    return !decoder.decode(ByteBuffer.wrap(head.bytes()), out, head.whole()).isError();
  }

  private static String decoded(byte[] bytes, Charset set) {
    return new String(bytes, set);
  }

  private static String stripped(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
