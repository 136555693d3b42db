package org.remitlake.indicator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What passes from the scan of transfers to those who count persons and put values in order: one
 * shuffle for all of it. Rows of the same {@code place} meet; they come in the order of {@code
 * rank}.
 */
final class Passing {
  static final StructType SCHEMA =
      new StructType()
          .add("place", "long")
          .add("rank", "long")
          .add("kind", "int")
          .add("of", "int")
          .add("name", "string")
          .add("who", "binary")
          .add("n", "long");

  /** A sender of a completed transfer; {@code n} tells the populations. */
  static final int SENDER = 0;

  /** A beneficiary of one. */
  static final int BENEFICIARY = 1;

  /** What the transfers of a cell add up to in one part of the data. */
  static final int TALLY = 2;

  /** How many values a cell has, {@code n}; it comes before the first of them. */
  static final int COUNT = 3;

  /** A value, in order. */
  static final int VALUE = 4;

  private final InternalRow row;

  /** Reads a row of the schema. */
  Passing(InternalRow row) {
    this.row = row;
  }

  int kind() {
    return row.getInt(2);
  }

  long rank() {
    return row.getLong(1);
  }

  /** What a value is of, by its place in the list of all. */
  int of() {
    return row.getInt(3);
  }

  /** A profile or a cell; to be copied if it is to be kept. */
  UTF8String name() {
    return row.getUTF8String(4);
  }

  byte[] who() {
    return row.getBinary(5);
  }

  long n() {
    return row.getLong(6);
  }

  double value() {
    return Double.longBitsToDouble(ordered(rank()));
  }

  TransferTally tally() {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(who()))) {
      return (TransferTally) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("A tally was not read as it was written.", e);
    }
  }

  /** A person of a corridor and quarter, whose number is {@code group}. */
  static InternalRow person(int kind, UTF8String profile, long group, byte[] who, long n) {
    long hash = hash(who, group);
    return row(hash, hash, kind, 0, profile, who, n);
  }

  static InternalRow tally(CellKey cell, TransferTally tally) {
    UTF8String name = Profile.of(cell);
    return row(hash(name.getBytes(), 0), 0, TALLY, 0, name, bytes(tally), 0);
  }

  /** How many values of a group's cell pass. */
  static InternalRow count(int of, long group, CellKey cell, long n) {
    return row(group + of, Long.MIN_VALUE, COUNT, of, Profile.of(cell), null, n);
  }

  /** A value of a group. */
  static InternalRow value(int of, long group, UTF8String profile, double value) {
    long rank = ordered(Double.doubleToLongBits(value));
    return row(group + of, rank, VALUE, of, profile, null, 0);
  }

  static long hash(byte[] bytes, long seed) {
    return XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length, seed);
  }

  private static InternalRow row(
      long place, long rank, int kind, int of, UTF8String name, byte[] who, long n) {
    return new GenericInternalRow(new Object[] {place, rank, kind, of, name, who, n});
  }

  private static byte[] bytes(TransferTally tally) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(tally);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** From the bits of a double to a number in the order of doubles, and back. */
  private static long ordered(long bits) {
    return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
  }
}
