package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/** A delivered file in memory, with its profile, read the way ingest reads it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Given(Profile layout, byte[] bytes, boolean hasKey) {
  /** A small contract: a person's id is optional, id and amount are not. */
  static final DeliveryContract PAYMENTS =
      DeliveryContract.delivery(
          "payment",
          List.of("id"),
          DeliveredField.required("id", Kind.TEXT, "Key"),
          DeliveredField.required("amount", Kind.MONEY, "Amount"),
          DeliveredField.optional("country", Kind.COUNTRY, "Country"),
          DeliveredField.optional("note", Kind.TEXT, "Note"),
          DeliveredField.optional("sender_pid", Kind.PERSON, "Sender"),
          DeliveredField.optional("amount_tier", Kind.INTEGER, "Tier"));

  private static final String COLUMNS =
      "columns: {id: [id], amount: [amount, Сумма], country: [country, Страна], note: [note],"
          + " sender_pid: [sender]}\n";

  /** A profile for comma-separated text with more lines of YAML. */
  static Profile profile(String... more) {
    return bare(COLUMNS + String.join("\n", more));
  }

  /** A profile with nothing but its name and these lines. */
  static Profile bare(String... lines) {
    try {
      return org.remitlake.contract.ConfigFile.read(
          "provider: P\ncontract: payment\nfiles: '*'\n" + String.join("\n", lines), Profile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Given text(String text) {
    return text(profile(), text);
  }

  static Given text(Profile profile, String text) {
    return text(profile, text, StandardCharsets.UTF_8);
  }

  static Given text(Profile profile, String text, Charset charset) {
    return new Given(profile, text.getBytes(charset), true);
  }

  Given withoutKey() {
    return new Given(layout, bytes, false);
  }

  private FileSource source() {
    return Unpacked.of(() -> new ByteArrayInputStream(bytes));
  }

  Inspection inspect() {
    return inspect(PAYMENTS);
  }

  Inspection inspect(DeliveryContract contract) {
    try {
      return Inspector.inspect(source(), FileBytes.of(source()), layout, contract, hasKey);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<TextRow> rows() {
    return rows(PAYMENTS);
  }

  List<TextRow> rows(DeliveryContract contract) {
    Charset charset = Charset.forName(inspect(contract).encoding());
    try (TextRows text =
        new TextRows(source(), FileBytes.of(source()), charset, layout, contract)) {
      List<TextRow> rows = new ArrayList<>();
      text.forEachRemaining(rows::add);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of a field, row by row. */
  List<String> cells(String field) {
    return cells(PAYMENTS, field);
  }

  List<String> cells(DeliveryContract contract, String field) {
    assertThat(contract.indexOf(field)).isNotNegative();
    List<String> cells = new ArrayList<>();
    rows(contract).forEach(r -> cells.add(r.cells()[contract.indexOf(field)]));
    return cells;
  }
}
