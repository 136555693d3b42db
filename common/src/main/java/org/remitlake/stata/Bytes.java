package org.remitlake.stata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes in the making, the lowest of a number first. */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  long size() {
    return out.size();
  }

  byte[] all() {
    return out.toByteArray();
  }

  Bytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes text(String ascii) {
    return raw(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  /** A text in a field of a fixed width, which ends with a zero. */
  Bytes fixed(String text, int width) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length >= width) {
      throw new IllegalArgumentException("'" + text + "' is too long for Stata.");
    }
    return raw(bytes).zeros(width - bytes.length);
  }

  Bytes zeros(int count) {
    return raw(new byte[count]);
  }

  Bytes one(int number) {
    out.write(number);
    return this;
  }

  Bytes two(int number) {
    return one(number & 0xff).one(number >> 8);
  }

  Bytes four(int number) {
    return raw(little(Integer.BYTES).putInt(number).array());
  }

  Bytes eight(long number) {
    return raw(little(Long.BYTES).putLong(number).array());
  }

  /** All bytes, with numbers filled in at a place that was left for them. */
  byte[] withLongs(int place, List<Long> numbers) {
    byte[] bytes = all();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(place);
    numbers.forEach(buffer::putLong);
    return bytes;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
