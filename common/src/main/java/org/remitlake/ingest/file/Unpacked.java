package org.remitlake.ingest.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A file without its gzip, whatever its name: its first bytes tell. All that is known of a packed
 * file, its id too, is known of what is in it, so that an extract sent plain and again packed is
 * the same file.
 */
public final class Unpacked {
  private static final String SUFFIX = ".gz";

  private Unpacked() {}

  /** The same source, gzip taken off. */
  static FileSource of(FileSource source) {
    return () -> open(source);
  }

  private static InputStream open(FileSource source) throws IOException {
    Counted counted = new Counted(new BufferedInputStream(source.open(), 1 << 16));
    if (!isGzip(counted)) {
      return counted;
    }
    try {
      // Several gzips one behind the other are one; what is no gzip behind one is an error.
      InputStream plain =
          GzipCompressorInputStream.builder()
              .setInputStream(counted)
              .setDecompressConcatenated(true)
              .get();
      return new Measured(plain, counted::count, Limits.UNPACKED);
    } catch (IOException e) {
      counted.close();
      throw new UnreadableFile("F00", "its gzip is damaged; ask for it again", e);
    }
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    byte[] head = in.readNBytes(2);
    in.reset();
    return head.length == 2 && head[0] == (byte) 0x1F && head[1] == (byte) 0x8B;
  }

  /** A file's name without the suffix of gzip. */
  public static String name(String fileName) {
    int end = fileName.length() - SUFFIX.length();
    boolean packed = end > 0 && fileName.regionMatches(true, end, SUFFIX, 0, SUFFIX.length());
    return packed ? fileName.substring(0, end) : fileName;
  }

  /** Bytes that were taken from a stream. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      count += Math.max(0, n);
      return n;
    }
  }
}
