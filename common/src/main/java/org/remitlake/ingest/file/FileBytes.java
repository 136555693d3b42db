package org.remitlake.ingest.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What one pass over a file's bytes shows: its name for all time (SHA-256), its kind and its
 * character set. A packed file is unpacked before: its id is that of what is in it.
 *
 * @param signature what its first bytes say that it is
 * @param sha256 lower-case hexadecimal
 * @param size bytes
 * @param utf8 whether all bytes are valid UTF-8
 * @param ascii whether all bytes are below 128
 * @param bom length of the byte-order mark: 3 for UTF-8, 2 for UTF-16, else 0
 * @param utf16 name of the UTF-16 form that the mark tells, or empty
 * @param oddQuotes whether the number of double quotes is odd: one is never closed
 * @param endsInQuotes whether the last line has an odd number of them: it was cut off inside a cell
 * @param cyrillicShare of bytes from 128 up, those that are letters in windows-1251
 */
public record FileBytes(
    Signature signature,
    String sha256,
    long size,
    boolean utf8,
    boolean ascii,
    int bom,
    String utf16,
    boolean oddQuotes,
    boolean endsInQuotes,
    double cyrillicShare) {

  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final double ENOUGH_LETTERS = 0.99;

  /** Reads a file once. */
  public static FileBytes of(FileSource source) throws IOException {
    MessageDigest digest = digest();
    Utf8Check check = new Utf8Check();
    long[] seen = new long[256];
    byte[] head = new byte[Signature.LENGTH];
    long size = 0;
    long quotesOfLine = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = source.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        check.feed(buffer, n);
        for (int i = 0; i < n; i++) {
          seen[buffer[i] & 0xFF]++;
          quotesOfLine = buffer[i] == '\n' ? 0 : quotesOfLine + (buffer[i] == '"' ? 1 : 0);
          if (size + i < head.length) {
            head[(int) size + i] = buffer[i];
          }
        }
        size += n;
      }
    }
    long high = 0;
    long letters = 0;
    for (int b = 128; b < 256; b++) {
      high += seen[b];
      // А-я, Ё, ё, and the quotes, dashes, signs that Russian text uses beside them
      letters += b >= 0xC0 || b == 0xA8 || b == 0xB8 || b == 0xB9 || b == 0xA0 ? seen[b] : 0;
    }
    return new FileBytes(
        Signature.of(head),
        HexFormat.of().formatHex(digest.digest()),
        size,
        check.valid(),
        high == 0,
        bomLength(head),
        utf16(head),
        utf16(head).isEmpty() && seen['"'] % 2 == 1,
        utf16(head).isEmpty() && seen['"'] % 2 == 1 && quotesOfLine % 2 == 1,
        high == 0 ? 1 : (double) letters / high);
  }

  /**
   * The same bytes as one delivery of several: a sheet of a workbook that several profiles read.
   * Its id tells the sheet too.
   *
   * @param name name of the delivery
   * @param sheet name of the sheet that its profile reads
   */
  FileBytes of(String name, String sheet) {
    if (sheet.isEmpty() || !name.endsWith(Drop.SHEET + sheet)) {
      return this;
    }
    byte[] part = (sha256 + Drop.SHEET + sheet).getBytes(StandardCharsets.UTF_8);
    return new FileBytes(
        signature,
        HexFormat.of().formatHex(digest().digest(part)),
        size,
        utf8,
        ascii,
        bom,
        utf16,
        oddQuotes,
        endsInQuotes,
        cyrillicShare);
  }

  private static int bomLength(byte[] head) {
    boolean utf8 = head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
    return utf8 ? 3 : utf16(head).isEmpty() ? 0 : 2;
  }

  private static String utf16(byte[] head) {
    if (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return "UTF-16LE";
    }
    return head[0] == (byte) 0xFE && head[1] == (byte) 0xFF ? "UTF-16BE" : "";
  }

  /**
   * The character set to read with (rule F03): the mark's, else UTF-8 where the bytes prove it,
   * else the declared one, else windows-1251 where the bytes look Cyrillic.
   *
   * @throws UnreadableFile if none fits
   */
  public Charset charset(Charset declared) {
    if (!utf16.isEmpty()) {
      return Charset.forName(utf16);
    }
    if (ascii) {
      return declared;
    }
    if (utf8) {
      return StandardCharsets.UTF_8;
    }
    if (!declared.equals(StandardCharsets.UTF_8)) {
      return declared;
    }
    if (cyrillicShare >= ENOUGH_LETTERS) {
      return WINDOWS_1251;
    }
    throw new UnreadableFile(
        "F03",
        "the text is neither UTF-8 nor Cyrillic windows-1251; state its encoding in the profile or"
            + " send it again as UTF-8");
  }

  /** The text of the file, mark stripped. */
  public Reader reader(FileSource source, Charset charset) throws IOException {
    return new InputStreamReader(stream(source), charset);
  }

  /** The bytes of the file, mark stripped. */
  public InputStream stream(FileSource source) throws IOException {
    InputStream in = new BufferedInputStream(source.open(), 1 << 16);
    in.skipNBytes(bom);
    return in;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  /** Whether a stream of bytes is UTF-8, chunk by chunk. */
  private static final class Utf8Check {
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer pending = ByteBuffer.allocate((1 << 16) + 8);
    private final CharBuffer out = CharBuffer.allocate((1 << 16) + 8);
    private boolean valid = true;

    void feed(byte[] bytes, int n) {
      if (!valid) {
        return;
      }
      pending.put(bytes, 0, n).flip();
      CoderResult result = decoder.decode(pending, out.clear(), false);
      valid = !result.isError();
      pending.compact();
    }

    boolean valid() {
      return valid && !decoder.decode(pending.flip(), out.clear(), true).isError();
    }
  }
}
