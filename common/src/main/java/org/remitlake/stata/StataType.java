package org.remitlake.stata;

import java.nio.ByteBuffer;

/** Types of numbers; each keeps its 27 highest values for missing ones. */
public enum StataType {
  /** One byte, -127 to 100. */
  BYTE(65530, 1, "%8.0g") {
    @Override
    void put(ByteBuffer to, Number value) {
      to.put((byte) value.longValue());
    }

    @Override
    void putMissing(ByteBuffer to, int place) {
      to.put((byte) (101 + place));
    }
  },
  /** Two bytes, -32,767 to 32,740. */
  INT(65529, 2, "%8.0g") {
    @Override
    void put(ByteBuffer to, Number value) {
      to.putShort((short) value.longValue());
    }

    @Override
    void putMissing(ByteBuffer to, int place) {
      to.putShort((short) (32_741 + place));
    }
  },
  /** Four bytes, -2,147,483,647 to 2,147,483,620. */
  LONG(65528, 4, "%12.0g") {
    @Override
    void put(ByteBuffer to, Number value) {
      to.putInt((int) value.longValue());
    }

    @Override
    void putMissing(ByteBuffer to, int place) {
      to.putInt(MISSING_LONG + place);
    }
  },
  /** Eight bytes, IEEE 754; 15 digits. */
  DOUBLE(65526, 8, "%12.0g") {
    @Override
    void put(ByteBuffer to, Number value) {
      to.putDouble(value.doubleValue());
    }

    @Override
    void putMissing(ByteBuffer to, int place) {
      to.putLong(0x7fe0_0000_0000_0000L + place * 0x0000_0100_0000_0000L);
    }
  };

  /** The plain missing value of four bytes, and of value labels. */
  static final int MISSING_LONG = 2_147_483_621;

  private final int code;
  private final int width;
  private final String format;

  StataType(int code, int width, String format) {
    this.code = code;
    this.width = width;
    this.format = format;
  }

  int code() {
    return code;
  }

  int width() {
    return width;
  }

  /** How Stata shows such numbers if nothing else is said. */
  public String format() {
    return format;
  }

  abstract void put(ByteBuffer to, Number value);

  abstract void putMissing(ByteBuffer to, int place);

  /** Whether a number is neither too large for the type, nor one of its missing values. */
  boolean takes(Number value) {
    double number = value.doubleValue();
    return switch (this) {
      case BYTE -> number >= -127 && number <= 100;
      case INT -> number >= -32_767 && number <= 32_740;
      case LONG -> number >= -2_147_483_647 && number < MISSING_LONG;
      case DOUBLE -> Math.abs(number) < 0x1p1023;
    };
  }
}
