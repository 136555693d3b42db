package org.remitlake.synthetic;

import java.util.List;

/**
 * A stratum of a country's sample: regions that are close together, urban or rural.
 *
 * @param code as {@code KT-R}
 * @param regions ISO 3166-2
 * @param urban whether it is
 * @param share of the country's households
 * @param psus in the sample
 */
record Stratum(String code, List<String> regions, boolean urban, double share, int psus) {

  static Stratum of(String code, double share, int psus, String... regions) {
    return new Stratum(code, List.of(regions), code.endsWith("U"), share, psus);
  }

  /** The capital is a stratum of its own. */
  boolean capital() {
    return code.startsWith("CAP");
  }
}
