package org.remitlake.synthetic.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.remitlake.contract.ConfigFile;

/**
 * What is planted in the files of a contract.
 *
 * @param key contract field that names a row in the truth
 * @param base a sound row, by contract field
 * @param always what rules make of every row where something is not agreed
 * @param cases in the order of the file
 */
record RuleCases(
    String key, Map<String, String> base, List<RuleCase> always, List<RuleCase> cases) {

  RuleCases {
    always = always == null ? List.of() : always;
    cases = cases == null ? List.of() : cases;
  }

  /** Those of a contract, with the ones of every contract; none where nothing is planted. */
  static Optional<RuleCases> of(String contract) {
    return read(contract + ".yaml")
        .map(
            own -> {
              List<RuleCase> all = new ArrayList<>(own.cases);
              all.addAll(read("every.yaml").orElseThrow().cases);
              return new RuleCases(own.key, own.base, own.always, all);
            });
  }

  /** Whether a file in this form can hold them: rows that nothing names are no rows of a table. */
  boolean fit(PartnerForm form) {
    return form.tells(key) && !form.dialect().format().equals("json");
  }

  private static Optional<RuleCases> read(String name) {
    try (InputStream in = RuleCases.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              ConfigFile.read(
                  new String(in.readAllBytes(), StandardCharsets.UTF_8), RuleCases.class));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
