package org.remitlake.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/**
 * Characters to be written. A string builder would do, were it not four times slower: once it has
 * held a Cyrillic header it never goes back to one byte a character.
 */
final class Text {
  private char[] chars;
  private int length;

  Text() {
    this(1 << 12);
  }

  Text(int capacity) {
    chars = new char[capacity];
  }

  /** What stands between single blanks. */
  static List<String> words(String text) {
    return List.copyOf(Arrays.asList(text.split(" ", -1)));
  }

  Text append(char c) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, 2 * length);
    }
    chars[length++] = c;
    return this;
  }

  Text append(String text) {
    int end = length + text.length();
    if (end > chars.length) {
      chars = Arrays.copyOf(chars, 2 * end);
    }
    text.getChars(0, text.length(), chars, length);
    length = end;
    return this;
  }

  Text append(Object value) {
    return append(value.toString());
  }

  Text append(long value) {
    return append(Long.toString(value));
  }

  void insert(int at, char c) {
    append(c);
    System.arraycopy(chars, at, chars, at + 1, length - 1 - at);
    chars[at] = c;
  }

  char charAt(int index) {
    return chars[index];
  }

  void setLast(char c) {
    chars[length - 1] = c;
  }

  int length() {
    return length;
  }

  /** Writes everything, and is empty again. */
  void drainTo(OutputStream out, Charset charset) throws IOException {
    ByteBuffer bytes = charset.encode(CharBuffer.wrap(chars, 0, length));
    out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
    length = 0;
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
