package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remitlake.contract.ConfigFile;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;

/** What a profile is known by. */
class SettingsTest {
  private static String hash(String yaml, String... countries) throws Exception {
    Map<String, Map<String, String>> words = new LinkedHashMap<>();
    List<String> order = Arrays.asList(countries);
    order.forEach(c -> words.put(c, Map.of("a", c)));
    Map<String, List<String>> lists = new LinkedHashMap<>();
    order.forEach(c -> lists.put(c, List.of("x")));
    Profile profile = ConfigFile.read(yaml, Profile.class);
    return new Settings(new Profiles(Map.of("P", profile), words), lists, "", 0.05, 20)
        .fingerprint("P");
  }

  /**
   * A held file is looked at again when its profile changed, and only then: maps come in another
   * order in each JVM.
   */
  @Test
  void theOrderOfMapsDoesNotChangeAProfilesHash() throws Exception {
    String yaml = "{provider: A, contract: fx, files: x, constants: {a: '1', b: '2'}}";
    String other = "{provider: A, contract: fx, files: x, constants: {b: '2', a: '1'}}";
    String[] words = {"country", "currency", "region"};
    String[] turned = words.clone();
    Collections.reverse(Arrays.asList(turned));
    assertThat(hash(yaml, words)).hasSize(64).isEqualTo(hash(other, turned));
    assertThat(hash(yaml.replace("'2'", "'3'"), words)).isNotEqualTo(hash(yaml, words));
    assertThat(hash(yaml, "country")).isNotEqualTo(hash(yaml, words));
  }
}
