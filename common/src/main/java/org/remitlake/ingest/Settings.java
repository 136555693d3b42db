package org.remitlake.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Fingerprint;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.rule.Rules;

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

  /** Provider or source of a file. */
  String provider(Delivery delivery) {
    return profiles.byName().get(delivery.profile()).provider();
  }

  /**
   * Fingerprint of what judges the files of a profile: the profile, the words and lists that all
   * share, and the rules of its contract. Of their content, which the order of a map's entries,
   * another in each run, does not belong to. Empty when there is no such profile.
   */
  String fingerprint(String profile) {
    Profile own = profiles.byName().get(profile);
    if (own == null) {
      return "";
    }
    DeliveryContract contract =
        Ingest.CONTRACTS.stream()
            .filter(c -> c.name().equals(own.contract()))
            .findFirst()
            .orElseThrow();
    return Fingerprint.of(
        json(own) + json(profiles.words()) + json(lists) + json(Rules.of(contract, lists)));
  }

  private static String json(Object content) {
    try {
      return SORTED.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Profiles are texts, lists and maps.", e);
    }
  }
}
