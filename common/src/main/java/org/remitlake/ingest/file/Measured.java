package org.remitlake.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Unpacked bytes, counted: a file that unpacks to far more than it can hold is refused. */
final class Measured extends InputStream {
  private final InputStream in;
  private final LongSupplier packed;
  private final long most;
  private long count;

  /**
   * Counts a stream.
   *
   * @param in unpacks
   * @param packed bytes that were read so far to unpack
   * @param most bytes it may unpack to
   */
  Measured(InputStream in, LongSupplier packed, long most) {
    this.in = in;
    this.packed = packed;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n;
    try {
      n = in.read(bytes, from, length);
    } catch (IOException e) {
      throw new UnreadableFile(
          "F00", "its packing is damaged, or the file was cut off; ask for it again", e);
    }
    count += Math.max(0, n);
    if (count > most) {
      throw new UnreadableFile(
          "F00",
          String.format(
              Locale.ROOT,
              "it unpacks to more than the %,d bytes that are taken; send it in smaller files",
              most));
    }
    if (count > Limits.RATIO_FROM && count > Limits.RATIO * Math.max(1, packed.getAsLong())) {
      throw tooDense();
    }
    return n;
  }

  static UnreadableFile tooDense() {
    return new UnreadableFile(
        "F00",
        "it unpacks to more than %d times its size, as no real extract does; send it unpacked"
            .formatted(Limits.RATIO));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
