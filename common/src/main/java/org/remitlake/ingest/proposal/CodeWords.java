package org.remitlake.ingest.proposal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.remitlake.contract.DeliveredField;
import org.remitlake.ingest.file.Words;

/**
 * The words of a coded column: which code each stands for.
 *
 * @param mapped word to code, those that need to be said; codes and words that all partners share
 *     do not
 * @param unknown word to the line where it is first; a word that may be a name is only counted
 * @param hidden how many unknown words are not shown, since they do not repeat as code words do
 */
record CodeWords(Map<String, Finding> mapped, Map<String, Long> unknown, int hidden) {

  /** Whether a person has words to map. */
  boolean isOpen() {
    return !unknown.isEmpty() || hidden > 0;
  }

  static CodeWords of(DeliveredField field, ColumnEvidence column, Fit.Vocabulary vocabulary) {
    Map<String, Finding> mapped = new LinkedHashMap<>();
    Map<String, Long> unknown = new LinkedHashMap<>();
    int hidden = 0;
    if (!Words.concerns(field)) {
      return new CodeWords(mapped, unknown, hidden);
    }
    for (Map.Entry<String, ColumnEvidence.Word> e : new TreeMap<>(column.words()).entrySet()) {
      String word = e.getKey();
      if (vocabulary.bare().meaning(field, word).isPresent()) {
        continue;
      }
      Optional<Aliases.Meant> meant = vocabulary.aliases().meaning(field, word);
      if (meant.isPresent()) {
        mapped.put(
            word,
            new Finding(
                meant.get().code(),
                Certainty.SURE,
                e.getValue().count() + " cells, word of " + meant.get().source()));
      } else if (column.repeats() && CellShape.of(word) != CellShape.PERSONAL) {
        unknown.put(word, e.getValue().line());
      } else {
        hidden++;
      }
    }
    return new CodeWords(mapped, unknown, hidden);
  }
}
