package org.remitlake.microdata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.remitlake.survey.SurveyWave;

/**
 * New keys in the place of numbers: HMAC-SHA-256 under the lake's secret, of one wave of one
 * survey. Households of two waves cannot be told to be the same.
 */
final class Keys {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String BETWEEN = "\u0001";

  /** 64 bits: of a million rows, two share a key with a chance of 3 in 100 million. */
  private static final int BYTES = 8;

  private final Mac mac;
  private final String scope;

  Keys(String secret, SurveyWave wave) {
    this.scope = "microdata" + BETWEEN + wave;
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256.", e);
    }
  }

  /**
   * The key of a household or person.
   *
   * @param names of the parts of its number, the household first
   * @param parts the numbers
   */
  String of(List<String> names, List<String> parts) {
    String text = scope + BETWEEN + String.join(BETWEEN, names) + BETWEEN;
    byte[] hash =
        mac.doFinal((text + String.join(BETWEEN, parts)).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  /** Numbers from 1 on for names, in an order that tells nothing. */
  Map<String, Integer> shuffled(String variable, Set<String> names) {
    Comparator<String> order = Comparator.comparing(n -> of(List.of(variable), List.of(n)));
    Map<String, Integer> numbers = new HashMap<>();
    names.stream().sorted(order).forEach(n -> numbers.put(n, numbers.size() + 1));
    return numbers;
  }
}
