package org.remitlake.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.contract.Fingerprint;
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
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /**
   * Fingerprint of each profile, with the words and lists that all share: of their content, which
   * the order of a map's entries, another in each run, does not belong to.
   */
  Map<String, String> profileHashes() {
    String shared = json(profiles.words()) + json(lists);
    Map<String, String> hashes = new TreeMap<>();
    profiles
        .byName()
        .forEach((name, profile) -> hashes.put(name, Fingerprint.of(json(profile) + shared)));
    return hashes;
  }

  private static String json(Object content) {
    try {
      return SORTED.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Profiles are texts, lists and maps.", e);
    }
  }
}
