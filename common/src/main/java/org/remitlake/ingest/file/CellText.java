package org.remitlake.ingest.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;

/** Cells of a workbook as the text that a partner would have exported. */
final class CellText {
  /** What Excel shows and keeps of what was typed; further digits are noise of binary numbers. */
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  /** Above, digits were lost, which the exponent tells: rule F11 sets such ids aside. */
  private static final BigDecimal MOST_PLAIN = new BigDecimal("1E+15");

  /** A formula that no program has computed yet has a value, only not here. */
  private static final String NEVER_COMPUTED = "#N/A";

  private static final int MOST_DECIMALS = 30;

  private final Serials serials;
  private final String decimalMark;
  private boolean wroteDate;

  CellText(Serials serials, String decimalMark) {
    this.serials = serials;
    this.decimalMark = decimalMark;
  }

  /** Whether a date was among the cells. */
  boolean wroteDate() {
    return wroteDate;
  }

  /** Text of a cell; of an error the error's name, which is no number, date or code. */
  String of(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      boolean isDate = isDate(cell);
      wroteDate |= isDate;
      return isDate ? serials.text(number.round(DIGITS)) : number(number);
    }
    if (value == null && cell.getFormula() != null && cell.getRawValue() == null) {
      return NEVER_COMPUTED;
    }
    return value == null ? Optional.ofNullable(cell.getRawValue()).orElse("") : value.toString();
  }

  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    String code = cell.getDataFormatString();
    return id != null && DateFormats.isDate(id, code == null ? "" : code);
  }

  /** The shortest text that is what was typed: 0.1 + 0.2 is 0.3, 100000 is not 1E+5. */
  String number(BigDecimal number) {
    BigDecimal typed = number.round(DIGITS).stripTrailingZeros();
    if (typed.abs().compareTo(MOST_PLAIN) > 0 || typed.scale() > MOST_DECIMALS) {
      return scientific(typed);
    }
    return typed.toPlainString().replace(".", decimalMark);
  }

  private String scientific(BigDecimal typed) {
    int exponent = typed.precision() - typed.scale() - 1;
    BigDecimal mantissa = typed.movePointLeft(exponent).stripTrailingZeros();
    return mantissa.toPlainString().replace(".", decimalMark)
        + (exponent < 0 ? "E-" : "E+")
        + Math.abs(exponent);
  }
}
