package org.remitlake.ingest.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What accidents and malice make of a good file. */
final class Mutations {
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  /** What readers stumble over; some end a line, some only inside a reader. */
  private static final List<String> ODD =
      List.of(
          "\"", "\"\"", "\"\"\"", "'", ",", ";", "\t", "|", "\0", "\r", "\n", "\r\n", "\u000b", "\f",
          "\u0085", "\u2028", "\uFEFF", "\uFFFD", "\u200B", "\u202E", "\u00A0", "\uD83D\uDCA3", "\u0301",
          "NaN", "Infinity", "-0", "1e999999999", "1.0E-999999999", "9".repeat(400), "1,234.56,7",
          "0x1F", "=1+1", "@SUM(A1)", "#N/A", "NULL", "null", "true", "45337.4375", "1.23E+15",
          "2020-02-30", "29.02.2021", "0000-00-00", "9999-12-31T23:59:60Z", "+992900123456",
          "4111111111111111", "GB29NWBK60161331926819", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
          "&b;", "&#0;", "&#x110000;", "]]>", "<![CDATA[", "<!--", "<", "</", "{", "}", "[", "]", ":",
          "\\", "\\u0000", "\\ud800", "%s%n", "${jndi:x}", "../../x", "a".repeat(5_000),
          "\u0410".repeat(500), " ".repeat(3_000));

  private static final List<String> CHARSETS =
      List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1251", "IBM866", "KOI8-R", "UTF-32");

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  String odd() {
    return ODD.get(random.nextInt(ODD.size()));
  }

  /** One to four changes of a file's bytes. */
  byte[] of(byte[] good, boolean isText) {
    byte[] bytes = good;
    for (int n = random.nextInt(4); n >= 0; n--) {
      bytes = isText && random.nextInt(3) > 0 ? textual(bytes) : binary(bytes);
    }
    return bytes;
  }

  private byte[] binary(byte[] bytes) {
    if (bytes.length < 4) {
      return new byte[] {(byte) random.nextInt(256), 'P', 'K', 3, 4};
    }
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(1 + bytes.length / 4));
    byte[] part = Arrays.copyOfRange(bytes, from, to);
    return switch (random.nextInt(8)) {
      case 0 -> flipped(bytes, 1);
      case 1 -> flipped(bytes, 1 + bytes.length / 50);
      case 2 -> Arrays.copyOf(bytes, from);
      case 3 -> joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
      case 4 -> joined(Arrays.copyOf(bytes, to), part, Arrays.copyOfRange(bytes, to, bytes.length));
      case 5 -> joined(Arrays.copyOf(bytes, from), random(random.nextInt(40)), Arrays.copyOfRange(bytes, from, bytes.length));
      case 6 -> joined(bytes, random(random.nextInt(200)));
      default -> joined(Arrays.copyOf(bytes, from), new byte[random.nextInt(64)], Arrays.copyOfRange(bytes, to, bytes.length));
    };
  }

  private byte[] flipped(byte[] bytes, int times) {
    byte[] other = bytes.clone();
    for (int i = 0; i < times; i++) {
      other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return other;
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private byte[] textual(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean isUtf8 = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    Charset charset = isUtf8 ? StandardCharsets.UTF_8 : BYTES;
    String given = isUtf8 ? text : new String(bytes, BYTES);
    List<String> lines = new ArrayList<>(List.of(given.split("(?<=\n)")));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(13)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 3 -> lines.replaceAll(line -> random.nextInt(3) == 0 ? line(line) : line);
      case 4 -> lines.set(at, line(lines.get(at)));
      case 5 -> lines.replaceAll(l -> l.replace("\n", random.nextBoolean() ? "\r" : "\r\n"));
      case 6 -> lines.set(at, inserted(lines.get(at), odd().repeat(1 + random.nextInt(3_000))));
      case 7 -> lines.set(0, lines.get(0).strip() + ",x".repeat(random.nextInt(18_000)) + "\n");
      case 8 -> lines.set(at, inserted(lines.get(at), "[{\"a\":".repeat(random.nextInt(3_000))));
      case 9 -> lines.set(at, inserted(lines.get(at), "<a>".repeat(random.nextInt(3_000))));
      case 10 -> lines.add(0, "\uFEFF");
      case 11 -> lines.set(at, inserted(lines.get(at), "x".repeat(random.nextInt(1_200_000))));
      default -> {
        Charset other = Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size())));
        byte[] mark = random.nextBoolean() ? new byte[] {(byte) 0xFF, (byte) 0xFE} : new byte[0];
        return joined(mark, given.getBytes(other));
      }
    }
    return String.join("", lines).getBytes(charset);
  }

  /** A line with one change; mostly it stays one line. */
  String line(String line) {
    String end = line.endsWith("\n") ? "\n" : "";
    String body = line.substring(0, line.length() - end.length());
    if (body.isEmpty()) {
      return odd() + end;
    }
    int at = random.nextInt(body.length());
    UnaryOperator<String> change =
        switch (random.nextInt(7)) {
          case 0 -> b -> b.substring(0, at);
          case 1 -> b -> b.substring(0, at) + b.substring(Math.min(b.length(), at + 1 + random.nextInt(5)));
          case 2 -> b -> b.substring(0, at) + (char) random.nextInt(0x500) + b.substring(at + 1);
          case 3 -> b -> cell(b, random.nextBoolean() ? "" : odd());
          case 4 -> b -> b + b;
          default -> b -> inserted(b, odd());
        };
    return change.apply(body) + end;
  }

  private String cell(String line, String with) {
    String delimiter = List.of(",", ";", "\t", "|").stream().filter(line::contains).findFirst().orElse(",");
    String[] cells = line.split(java.util.regex.Pattern.quote(delimiter), -1);
    cells[random.nextInt(cells.length)] = with;
    return String.join(delimiter, cells);
  }

  private String inserted(String into, String text) {
    int at = random.nextInt(into.length() + 1);
    return into.substring(0, at) + text + into.substring(at);
  }

  /** A workbook or archive, one part of which was changed before it was packed. */
  byte[] inside(byte[] zip) {
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      List<String> names = new ArrayList<>();
      List<byte[]> parts = new ArrayList<>();
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        names.add(e.getName());
        parts.add(in.readAllBytes());
      }
      int at = random.nextInt(names.size());
      parts.set(at, of(parts.get(at), true));
      if (random.nextInt(5) == 0) {
        parts.remove(at);
        names.remove(at);
      }
      return zip(names, parts);
    } catch (IOException | IllegalArgumentException e) {
      return zip;
    }
  }

  static byte[] zip(List<String> names, List<byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      List<String> seen = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        if (!seen.contains(names.get(i))) {
          seen.add(names.get(i));
          zip.putNextEntry(new ZipEntry(names.get(i)));
          zip.write(parts.get(i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A name as nobody should give it, but somebody will. */
  String name(String plain) {
    int dot = plain.lastIndexOf('.');
    String stem = plain.substring(0, dot);
    String odd =
        List.of(" ", ":", "%2e%2e", "#", "?", "{x}", "[x]", "\\", "\n", "\u0416", "=a", "'", "\"", "!", "+", "*", "~")
            .get(random.nextInt(17));
    return stem + odd + plain.substring(dot);
  }
}
