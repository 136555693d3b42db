package org.remitlake.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.ingest.file.Profiles;

/**
 * What an operator can set for {@code ingest}.
 *
 * @param profiles layouts of the sources
 * @param lists lists that rules name: {@code send_countries}, {@code receive_countries}
 * @param pseudonymKey key for ids that come unhashed; empty when there is none
 * @param holdShare a file is held when more than this share of its rows (0 to 1) is broken
 * @param holdRows … and at least so many rows
 */
public record Settings(
    Profiles profiles,
    Map<String, List<String>> lists,
    String pseudonymKey,
    double holdShare,
    long holdRows) {

  /** Fingerprint of each profile, with the rules that go with its contract. */
  Map<String, String> profileHashes() {
    String shared = profiles.words().toString() + lists;
    Map<String, String> hashes = new TreeMap<>();
    profiles
        .byName()
        .forEach(
            (name, profile) ->
                hashes.put(name, Integer.toHexString((profile + shared).hashCode())));
    return hashes;
  }
}
