package org.remitlake.ingest.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.file.Envelope;
import org.remitlake.ingest.file.FileBytes;
import org.remitlake.ingest.file.FileSource;
import org.remitlake.ingest.file.Inspection;
import org.remitlake.ingest.file.Inspector;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;

/** Files of a contract, each with its profile, inspected and judged together as ingest does it. */
final class Batch {
  private static final Map<String, List<String>> LISTS =
      Map.of("send_countries", List.of("RUS", "KAZ"), "receive_countries", List.of("TJK", "ARM"));

  private static final Map<String, Map<String, String>> WORDS =
      Map.of(
          "country", Map.of("россия", "RUS"),
          "currency", Map.of("rur", "RUB", "810", "RUB", "сомони", "TJS"));

  private final DeliveryContract contract;
  private final Map<String, Profile> profiles = new TreeMap<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private final List<Row> bronze = new ArrayList<>();
  private String madeAt = "";

  Batch(DeliveryContract contract) {
    this.contract = contract;
  }

  static Rules rules(DeliveryContract contract) {
    return Rules.of(contract, LISTS);
  }

  /** When the files to be added were made, by their manifests. */
  Batch madeAt(String instant) {
    madeAt = instant;
    return this;
  }

  /** Adds a file; its columns are the contract's, and the profile has these lines more. */
  Batch file(String name, String profileLines, List<Map<String, String>> rows) {
    List<String> names = contract.fields().stream().map(DeliveredField::name).toList();
    String yaml =
        "provider: P\ncontract: %s\nfiles: '%s'\n%s\ncolumns:\n"
                .formatted(contract.name(), name, profileLines)
            + names.stream().map(f -> "  %s: [%s]\n".formatted(f, f)).collect(Collectors.joining());
    StringBuilder csv = new StringBuilder(String.join(",", names)).append('\n');
    for (Map<String, String> row : rows) {
      csv.append(
              names.stream()
                  .map(f -> '"' + row.getOrDefault(f, "") + '"')
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    FileSource source =
        () -> new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
    try {
      Profile profile = org.remitlake.contract.ConfigFile.read(yaml, Profile.class);
      Inspection inspection =
          Inspector.inspect(source, FileBytes.of(source), profile, contract, true);
      profiles.put(name, profile);
      deliveries.add(new Delivery(name, "", name, new Envelope("", madeAt, "", ""), 0, inspection));
      long number = 0;
      for (Map<String, String> row : rows) {
        number++;
        bronze.add(bronzeRow(inspection.fileId(), number, row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private Row bronzeRow(String file, long number, Map<String, String> row) {
    List<Object> cells = new ArrayList<>();
    cells.add("batch");
    cells.add(file);
    cells.add(number);
    cells.add(number + 1);
    cells.add(row.get("problem"));
    cells.add(null);
    contract.fields().forEach(f -> cells.add(row.get(f.name())));
    return RowFactory.create(cells.toArray());
  }

  /** Without rules that look at other tables. */
  private static Rules alone(Rules rules) {
    List<Rule> own = rules.own().stream().filter(rule -> rule.needs().isEmpty()).toList();
    return new Rules(rules.every(), own, rules.wider());
  }

  /** Judges all rows; by the text of a field that names them. */
  Map<String, Row> judged(SparkSession spark, String field) {
    TableContract table = Bronze.of(contract);
    Map<String, Row> judged = new HashMap<>();
    new Judgement(contract, alone(rules(contract)), new Profiles(profiles, WORDS), deliveries)
        .of(spark.createDataFrame(bronze, table.schema()), rows -> rows)
        .collectAsList()
        .forEach(r -> judged.put(r.getString(r.fieldIndex(field)), r));
    return judged;
  }

  static List<String> broken(Row row) {
    return row.getList(row.fieldIndex(Judgement.BROKEN));
  }

  static List<String> flags(Row row) {
    return row.getList(row.fieldIndex(Judgement.FLAGS));
  }

  /** A value as text; null stays null. */
  static String value(Row row, String field) {
    Object value = row.get(row.fieldIndex(field));
    return value instanceof java.math.BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value == null ? null : value.toString();
  }

  /** A valid transfer, with some cells changed: {@code "status=TEST", "fee_amount="}. */
  static Map<String, String> transfer(String id, String... changes) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("provider_id", "MTO_01");
    row.put("transaction_id", id);
    row.put("event_seq", "1");
    row.put("provider_type", "MTO");
    row.put("send_country", "RUS");
    row.put("receive_country", "TJK");
    row.put("initiated_at", "2024-02-15T10:00:00Z");
    row.put("send_amount", "10000.50");
    row.put("send_currency", "RUB");
    row.put("fee_amount", "100.00");
    row.put("fee_currency", "RUB");
    row.put("fee_included", "false");
    row.put("receive_amount", "1340.00");
    row.put("receive_currency", "TJS");
    row.put("send_channel", "AGENT");
    row.put("funding_instrument", "CASH");
    row.put("payout_instrument", "CASH");
    row.put("status", "PAID");
    row.put("status_at", "2024-02-15T11:00:00Z");
    row.put("sender_pid", "a".repeat(64));
    row.put("beneficiary_pid", "b".repeat(64));
    row.put("pid_scope", "PROVIDER");
    row.put("is_p2p", "true");
    return changed(row, changes);
  }

  /** A valid quote, with some cells changed. */
  static Map<String, String> quote(String id, String... changes) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("quote_id", id);
    row.put("source", "OWN_SHOPPER");
    row.put("period", "2024-Q1");
    row.put("collected_on", "2024-02-15");
    row.put("send_country", "RUS");
    row.put("receive_country", "TJK");
    row.put("provider_id", "MTO_01");
    row.put("provider_type", "MTO");
    row.put("funding_instrument", "CASH");
    row.put("speed_class", "LT1H");
    row.put("amount_tier", "200");
    row.put("send_amount", "16000");
    row.put("send_currency", "RUB");
    row.put("fee_amount", "160");
    row.put("applied_rate", "0.1327");
    row.put("interbank_rate", "0.1340");
    row.put("rate_payout_currency", "TJS");
    row.put("fx_margin_pct", "0.97");
    row.put("total_cost_pct", "1.97");
    row.put("transparent", "true");
    return changed(row, changes);
  }

  private static Map<String, String> changed(Map<String, String> row, String... changes) {
    for (String change : changes) {
      int at = change.indexOf('=');
      String text = change.substring(at + 1);
      row.put(change.substring(0, at), text.isEmpty() ? null : text);
    }
    row.values().removeIf(java.util.Objects::isNull);
    return row;
  }
}
