package org.remitlake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes that people make in YAML, each told with its line and what to do. */
class YamlSyntaxTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a: 1\\n\\tb: 2          | 2 | a tab stands here
          a: @secret              | 1 | a value begins with a character
          a: b: secret            | 1 | a colon stands where none can be
          a: "secret              | 1 | a quote is opened and not closed
          a: [secret, 2           | 2 | brackets do not fit
          a: 1\\n  b: secret       | 2 | a colon stands where none can be
          a: 1\\nsecret\\nb: 2     | 3 | a key without its colon
          a: 1\\na: secret         | 2 | the key 'a' stands here for the second time
          """)
  void aMistakeIsToldWithItsLineAndWithoutTheText(String yaml, int line, String told)
      throws IOException {
    Path file = folder.resolve("x.yaml");
    Files.writeString(file, yaml.replace("\\n", "\n").replace("\\t", "\t") + "\n");
    assertThatThrownBy(() -> ConfigFile.read(file, Map.class))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageStartingWith(file + ":" + line + ": " + told)
        .hasMessageEndingWith(" Mend the file.")
        .message()
        .doesNotContain("secret")
        .hasLineCount(1);
  }

  @Test
  void aFileOfCommentsSaysNothing() throws IOException {
    Path file = folder.resolve("x.yaml");
    Files.writeString(file, "# a: 1\n\n  # b: 2\n");
    assertThat(ConfigFile.saysNothing(file)).isTrue();
    Files.writeString(file, "# a: 1\nb: 2\n");
    assertThat(ConfigFile.saysNothing(file)).isFalse();
    assertThat(ConfigFile.saysNothing(folder.resolve("none.yaml"))).isFalse();
  }
}
