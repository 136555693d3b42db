package org.remitlake.ingest.proposal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.Kind;
import org.remitlake.ingest.file.Words;

/** Currencies in the names of columns, as in {@code Сумма, руб}. */
final class Units {
  private static final DeliveredField CURRENCY =
      DeliveredField.optional("currency", Kind.CURRENCY, "ISO 4217");

  /** Other codes are words too: ALL, TRY, TOP. */
  private static final Set<String> PROJECT =
      Set.of("RUB", "TJS", "AMD", "KZT", "KGS", "UZS", "USD", "EUR");

  private Units() {}

  static Optional<String> currency(String word, Words words) {
    return word.matches("\\d+")
        ? Optional.empty()
        : words.meaning(CURRENCY, word).map(Words.Meaning::code).filter(PROJECT::contains);
  }

  /** Words of the header that are units. */
  static Set<String> in(List<String> header, Words words) {
    Set<String> units = new HashSet<>();
    for (String name : header) {
      for (String word : ColumnName.of(name).words()) {
        currency(word, words).ifPresent(code -> units.add(word));
      }
    }
    return units;
  }
}
