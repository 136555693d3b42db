package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.remitlake.contract.ConfigFile;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Fingerprint;
import org.remitlake.contract.Kind;

/** Rule F02: a file beside what its manifest says of it. */
class ManifestTest {
  private static final String ID =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  private static final DeliveryContract PAYMENTS =
      DeliveryContract.delivery(
          "payment",
          List.of("id"),
          DeliveredField.required("id", Kind.TEXT, "Key"),
          DeliveredField.required("send_amount", Kind.MONEY, "Amount"),
          DeliveredField.required("send_currency", Kind.CURRENCY, "Currency"),
          DeliveredField.optional("fee_amount", Kind.MONEY, "Fee"),
          DeliveredField.optional("fee_currency", Kind.CURRENCY, "Currency of the fee"),
          DeliveredField.required("status", Kind.CODE, "Status").of("PAID", "CANCELLED"));

  /**
   * 1,234.50 + 0.75 - 10.25 = 1,225 roubles, one row labelled RUR; 7.30 dollars. One row broken.
   */
  private static final String FILE =
      """
      id;sent;currency;fee;state
      1;1 234,50;RUB;12,00;Выплачен
      2;0,75;RUR;0,25;PAID
      3;7,30;USD;;CANCELLED
      4;-10,25;RUB;1,00;paid
      5;too few
      """;

  private static final String TRUE =
      """
      {"created_at": "2024-02-01T10:00:00+03:00", "row_count": 5, "control_sums": {
        "send_amount": {"RUB": "1225.00", "USD": 7.3}, "fee_amount": {"RUB": 13.25},
        "count": {"PAID": 3, "CANCELLED": 1}}}
      """;

  @TempDir private Path folder;

  private Inspection inspect(String manifest) throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), FILE);
    Path beside = Files.writeString(folder.resolve("x.csv.manifest.json"), manifest);
    Drop.Entry entry = new Drop.Entry("x.csv", file.toString(), 1, beside.toString());
    Profile profile =
        ConfigFile.read(
            """
            {provider: P, contract: payment, files: x, delimiter: ";", decimal_mark: ",",
             constants: {fee_currency: RUB}, values: {status: {Выплачен: PAID}},
             columns: {id: [id], send_amount: [sent], send_currency: [currency],
               fee_amount: [fee], status: [state]}}
            """,
            Profile.class);
    FileSource source = () -> Files.newInputStream(file);
    Words words = new Words(profile, Map.of("country", Map.of(), "currency", Map.of("rur", "RUB")));
    return Inspector.inspect(
        source,
        FileBytes.of(source),
        profile,
        PAYMENTS,
        false,
        new ControlSums(Manifest.read(entry, new Configuration()), PAYMENTS, words));
  }

  @Test
  void aFileThatAgreesWithItsManifestIsTaken() throws IOException {
    assertThat(inspect(TRUE).findings()).isEmpty();
    assertThat(inspect("{}").findings()).isEmpty();
    assertThat(inspect(TRUE.replace("\"RUB\": \"1225.00\"", "\"RUR\": 1225")).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"row_count\": 5 | \"row_count\": 6 | the manifest says 6 rows, the file has 5",
        "1225.00 | 1225.01 | the sum of send_amount in RUB",
        "\"USD\": 7.3 | \"USD\": 73 | the sum of send_amount in USD",
        ", \"USD\": 7.3 | `` | the sum of send_amount in USD",
        "\"RUB\": 13.25 | \"RUB\": 13.25, \"TJS\": 1 | the sum of fee_amount in TJS",
        "\"PAID\": 3 | \"PAID\": 4 | rows by status",
        "fee_amount | amount | 'amount', which contract payment does not have",
        "\"row_count\": 5 | \"row_count\": \"five\" | must be numbers",
        "\"row_count\": 5 | \"row_count\": 5.5 | no whole number",
        "+03:00 | `` | created_at",
        "{ | {\"delivery\": \"PARTIAL\", | none of FULL, DELTA and CORRECTION",
        "{ | {\"delivery\": \"delta\", \"replaces_file_id\": \""
            + ID
            + "\", | calls the file a DELTA",
        "{ | {\"replaces_file_id\": \"12\", | 64 hexadecimal digits",
        "{ | [ | not valid json"
      })
  void aFileThatDoesNotIsRejectedWhole(String part, String other, String message) {
    assertThatThrownBy(() -> inspect(TRUE.replaceFirst(java.util.regex.Pattern.quote(part), other)))
        .isInstanceOfSatisfying(UnreadableFile.class, e -> assertThat(e.rule()).isEqualTo("F02"))
        .hasMessageContaining(message)
        .hasMessageNotContaining("1225");
  }

  /** 1,225 and 1,226 differ by less than a thousandth; 5 rows and 6 do not. */
  @Test
  void aSlipOfTheHandThatTypedItIsAFinding() throws IOException {
    String typed = TRUE.replaceFirst("\\{", "{\"hand_typed\": true, ");
    assertThat(inspect(typed.replace("1225.00", "1226")).findings()).containsExactly("F02");
    assertThatThrownBy(() -> inspect(typed.replace("\"row_count\": 5", "\"row_count\": 6")))
        .hasMessageContaining("6 rows");
    assertThatThrownBy(() -> inspect(typed.replace("1225.00", "1227")))
        .hasMessageContaining("send_amount in RUB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "hello"})
  void aFingerprintOfAStreamIsThatOfItsBytes(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Fingerprint.of(new java.io.ByteArrayInputStream(bytes)))
        .isEqualTo(Fingerprint.of(text));
  }
}
