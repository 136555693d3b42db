package org.remitlake.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes for a parser that holds one token at a time in memory: a text, attribute or comment that
 * does not end is refused before it fills the memory.
 */
final class Paced extends FilterInputStream {
  /** A character is four bytes at most. */
  private static final long MOST = 4L * Limits.CELL;

  private long since;

  Paced(InputStream in) {
    super(in);
  }

  /** A token was read. */
  void step() {
    since = 0;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n = super.read(bytes, from, length);
    count(n);
    return n;
  }

  private void count(int n) {
    since += Math.max(0, n);
    if (since > MOST) {
      throw tooLong();
    }
  }

  static UnreadableFile tooLong() {
    return new UnreadableFile(
        "F04", "it holds a text longer than a million characters; no cell is so long");
  }
}
