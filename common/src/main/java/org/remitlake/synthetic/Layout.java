package org.remitlake.synthetic;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one partner writes its extract.
 *
 * @param extension of the file name
 * @param charset of the bytes
 * @param byteOrderMark whether the file begins with one
 * @param delimiter between cells
 * @param quoteAll quotes around every cell, or only where a cell needs them
 * @param columns in their order
 */
record Layout(
    String extension,
    Charset charset,
    boolean byteOrderMark,
    char delimiter,
    boolean quoteAll,
    List<Column> columns) {

  /** A partner's layout. It remembers the last time written: make one for every file. */
  static Layout of(Provider provider) {
    return switch (provider) {
      case MTO_01 -> Mto01.layout('.');
      case MTO_02 -> Mto02.layout();
      case BANK_01 -> Bank01.layout();
      case EMI_01 -> Emi01.layout();
      case FIN_01 -> Fin01.layout();
      case POST_01 -> Post01.layout();
    };
  }

  /** The order, its money, and the people: most extracts have their columns in this order. */
  static List<Column> columns(List<Column> order, List<Column> money, List<Column> people) {
    return Stream.of(order, money, people).flatMap(List::stream).toList();
  }

  Layout withCharset(Charset other) {
    return new Layout(extension, other, false, delimiter, quoteAll, columns);
  }

  Layout withByteOrderMark() {
    return new Layout(extension, charset, true, delimiter, quoteAll, columns);
  }

  Layout withColumns(List<Column> other) {
    return new Layout(extension, charset, byteOrderMark, delimiter, quoteAll, other);
  }
}
