package org.remitlake.microdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.remitlake.contract.ConfigFile;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;

/**
 * {@code treatments.yaml}: what leaves of which answer. Ships with the product, so that no
 * configuration lets out more.
 *
 * @param withheld contracts of which nothing leaves, and why
 * @param variables delivered fields of which more is to be said than their kind says; as {@code
 *     contract.field} where it holds of one contract only
 */
record Treatments(Map<String, String> withheld, Map<String, Handling> variables) {
  private static final Treatments ALL = read();

  Treatments {
    withheld = Map.copyOf(withheld);
    variables = Map.copyOf(variables);
  }

  private static Treatments read() {
    try {
      return ConfigFile.read(Resource.text("treatments.yaml"), Treatments.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("treatments.yaml ships with the product.", e);
    }
  }

  static Treatments all() {
    return ALL;
  }

  /** What is done with a field; parts of a key that nothing is said of are keys. */
  Handling of(DeliveryContract contract, DeliveredField field) {
    Handling anywhere = variables.get(field.name());
    Handling said = variables.getOrDefault(contract.name() + "." + field.name(), anywhere);
    if (said != null) {
      return said;
    }
    return Handling.plain(
        contract.key().contains(field.name()) ? Treatment.KEY : Treatment.of(field.kind()));
  }
}
