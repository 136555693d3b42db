package org.remitlake.synthetic;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One column of a partner's extract.
 *
 * @param field the contract's field, by which a planted defect finds its cell
 * @param header the partner's name for it
 * @param cell writes a row's cell
 */
record Column(String field, String header, BiConsumer<Text, Transfer> cell) {

  static Column text(String field, String header, Function<Transfer, String> text) {
    return new Column(field, header, (out, row) -> out.append(text.apply(row)));
  }

  static Column number(String field, String header, ToLongFunction<Transfer> number) {
    return new Column(field, header, (out, row) -> out.append(number.applyAsLong(row)));
  }

  /** Hundredths. */
  static Column money(String field, String header, char mark, ToLongFunction<Transfer> amount) {
    return new Column(
        field, header, (out, row) -> Digits.decimal(out, amount.applyAsLong(row), 2, mark));
  }

  /** Hundredths, in groups of three. */
  static Column grouped(
      String field, String header, char separator, ToLongFunction<Transfer> amount) {
    return new Column(
        field, header, (out, row) -> Digits.grouped(out, amount.applyAsLong(row), ',', separator));
  }

  /** Millionths; empty where nothing was converted. */
  static Column rate(String header, char mark) {
    return new Column(
        "applied_fx_rate",
        header,
        (out, row) -> {
          if (row.amounts().appliedRate() != 0) {
            Digits.decimal(out, row.amounts().appliedRate(), 6, mark);
          }
        });
  }

  /** Hundredths; empty where nothing was given back. */
  static Column refunded(String header, char mark) {
    return new Column(
        "refunded_amount",
        header,
        (out, row) -> {
          if (row.amounts().refunded() != 0) {
            Digits.decimal(out, row.amounts().refunded(), 2, mark);
          }
        });
  }

  static Column time(String field, String header, Stamp stamp, ToLongFunction<Transfer> instant) {
    return new Column(field, header, (out, row) -> stamp.append(out, instant.applyAsLong(row)));
  }

  static Column sender(String header) {
    return new Column("sender_pid", header, (out, row) -> Pids.append(out, row.parties().sender()));
  }

  static Column beneficiary(String header) {
    return new Column(
        "beneficiary_pid", header, (out, row) -> Pids.append(out, row.parties().beneficiary()));
  }
}
