package org.remitlake.frequency;

import java.util.Map;
import java.util.TreeMap;
import org.remitlake.contract.Fingerprint;
import org.remitlake.lake.Lake;
import org.remitlake.transfer.Tx;

/** What numbers rest on that depend on all transfers up to their quarter. */
final class History {
  private History() {}

  /** By quarter, a text that changes when any transfer up to it does. */
  static Map<String, String> inputs(Lake lake) {
    Map<String, String> inputs = new TreeMap<>();
    String before = "";
    for (Map.Entry<String, String> slice :
        new TreeMap<>(lake.sliceVersions(Tx.CONTRACT)).entrySet()) {
      before = Fingerprint.of(before + slice.getKey() + slice.getValue());
      inputs.put(slice.getKey(), before);
    }
    return inputs;
  }
}
