package org.remitlake.ingest.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.Kind;
import org.remitlake.ingest.file.Words;

/**
 * Mandatory fields that have no column.
 *
 * @param given what other evidence gives
 * @param open what a person has to say: the field, and a line to uncomment or to fill in
 */
record Constants(Map<String, Finding> given, Map<String, String> open) {
  private static final String LIST = "[";

  /** Fields that hold the code of who sends the file. */
  private static final Set<String> SENDER =
      Set.of("provider_id", "bank_id", "partner_id", "insurer_id", "fx_source");

  /** Whose unit tells the currency: a currency field to the amounts that it is for. */
  private static final Map<String, List<String>> AMOUNTS =
      Map.of(
          "send_currency", List.of("send_amount"),
          "fee_currency", List.of("fee_amount"),
          "receive_currency", List.of("receive_amount"),
          "currency", List.of("amount", "closing_balance", "principal", "due_amount"));

  /** What mostly holds where a file does not say; a person has to agree. */
  private static final Map<String, String> USUAL =
      Map.of(
          "event_seq", "\"1\"  # if each transfer is told once, in its last state",
          "pid_scope", "PROVIDER  # or LINKED, if hashes agree across providers",
          "is_p2p", "\"true\"  # if all transfers are between persons",
          "fee_included", "\"false\"  # or \"true\", if the fee was taken out of the amount",
          "nominal", "\"1\"  # if rates are per one unit");

  static Constants of(Matches matches, String provider, Words words) {
    Map<String, Finding> given = new LinkedHashMap<>();
    Map<String, String> open = new LinkedHashMap<>();
    for (DeliveredField field : matches.contract().fields()) {
      if (!field.mandatory() || matches.byField().containsKey(field.name())) {
        continue;
      }
      Optional<Finding> unit = unit(field, matches, words);
      if (SENDER.contains(field.name()) && !provider.isEmpty()) {
        given.put(field.name(), new Finding(provider, Certainty.LIKELY, "as 'provider'"));
      } else if (unit.isPresent()) {
        given.put(field.name(), unit.get());
      } else {
        open.put(field.name(), suggestion(field, matches));
      }
    }
    return new Constants(given, open);
  }

  /** Those of the open fields for which a constant is suggested, or else a column. */
  Map<String, String> open(boolean asColumns) {
    Map<String, String> some = new LinkedHashMap<>(open);
    some.values().removeIf(suggestion -> suggestion.startsWith(LIST) != asColumns);
    return some;
  }

  private static Optional<Finding> unit(DeliveredField field, Matches matches, Words words) {
    for (String amount : AMOUNTS.getOrDefault(field.name(), List.of())) {
      Matches.Match match = matches.byField().get(amount);
      if (match == null) {
        continue;
      }
      Set<String> codes =
          ColumnName.of(match.column().name()).words().stream()
              .flatMap(w -> Units.currency(w, words).stream())
              .collect(Collectors.toSet());
      if (codes.size() == 1) {
        return Optional.of(
            new Finding(
                codes.iterator().next(), Certainty.LIKELY, "the unit in the name of " + amount));
      }
    }
    return Optional.empty();
  }

  private static String suggestion(DeliveredField field, Matches matches) {
    String usual = USUAL.get(field.name());
    if (usual != null) {
      return usual;
    }
    return switch (field.kind()) {
      case CODE ->
          field.codes().isEmpty()
              ? "\"\"  # a constant, or a column"
              : field.codes().get(0) + "  # or one of " + String.join(", ", field.codes());
      case FLAG -> "\"false\"  # or \"true\"";
      case COUNTRY -> "TJK  # a constant (ISO 3166-1 alpha-3), or a column";
      case CURRENCY -> currency(field, matches);
      case INSTANT, DATE -> instant(field, matches);
      default -> "[\"\"]  # " + field.doc();
    };
  }

  private static String currency(DeliveredField field, Matches matches) {
    Matches.Match sent = matches.byField().get("send_currency");
    return field.name().equals("fee_currency") && sent != null
        ? "[" + Yaml.quoted(sent.column().name()) + "]  # if fees are in it"
        : "RUB  # a constant (ISO 4217), or a column";
  }

  private static String instant(DeliveredField field, Matches matches) {
    for (String other : List.of("paid_at", "initiated_at")) {
      Matches.Match match = matches.byField().get(other);
      if (match != null && field.kind() == Kind.INSTANT) {
        return "[" + Yaml.quoted(match.column().name()) + "]  # if " + other + " tells it too";
      }
    }
    return "[\"\"]  # " + field.doc();
  }
}
