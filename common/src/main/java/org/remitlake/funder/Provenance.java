package org.remitlake.funder;

import java.util.List;
import java.util.Optional;
import org.remitlake.contract.Fingerprint;

/**
 * What a release rests on beside the lake's tables.
 *
 * @param activityId IATI identifier of the project; empty if none is set
 * @param codeVersion version of Remitlake
 * @param inputFiles SHA-256 of the accepted files, sorted
 */
public record Provenance(Optional<String> activityId, String codeVersion, List<String> inputFiles) {
  /** Copies the list. */
  public Provenance {
    inputFiles = List.copyOf(inputFiles);
  }

  /** Fingerprint of the accepted files. */
  String inputManifest() {
    return Fingerprint.of(String.join("\n", inputFiles));
  }
}
