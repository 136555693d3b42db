package org.remitlake.ingest.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.remitlake.ingest.file.Words;

/** What labels of choices mean in whatever language: yes, no, or why there is no answer. */
final class AnswerWords {
  private static final Map<String, List<String>> WORDS = load();

  private AnswerWords() {}

  private static Map<String, List<String>> load() {
    try (InputStream in = AnswerWords.class.getResourceAsStream("answers.yaml")) {
      return new YAMLMapper().readValue(in, new TypeReference<Map<String, List<String>>>() {});
    } catch (IOException e) {
      throw new IllegalStateException("answers.yaml in the jar cannot be read.", e);
    }
  }

  /** {@code true}, {@code false} or a reason, where some label of the choice says so. */
  static Optional<String> meaning(XlsForm.Choice choice) {
    return choice.labels().values().stream().flatMap(l -> meaning(l).stream()).findFirst();
  }

  private static Optional<String> meaning(String label) {
    // Behind the word there may be advice to the interviewer: Refused (do not read).
    String said = Words.normal(label).replace('’', '\'').replaceFirst("[\\s]*[(\\[/.!].*$", "");
    return WORDS.entrySet().stream()
        .filter(words -> words.getValue().contains(said))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
