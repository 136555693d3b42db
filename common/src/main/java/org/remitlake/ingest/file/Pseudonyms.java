package org.remitlake.ingest.file;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes in the place of direct identifiers (HMAC-SHA-256). */
public final class Pseudonyms {
  private static final int HASH_DIGITS = 64;

  private final Mac mac;

  /** With an empty key only ids that are keyed hashes already pass; the inspector saw to that. */
  Pseudonyms(String key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      if (!key.isEmpty()) {
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256.", e);
    }
  }

  /** Whether a text is a keyed hash, in capitals or small letters. */
  public static boolean isKeyedHash(String text) {
    return text.length() == HASH_DIGITS && text.chars().allMatch(HexFormat::isHexDigit);
  }

  /** The hash that stands for an id; an id that is a keyed hash stays, in small letters. */
  String of(String id) {
    return isKeyedHash(id)
        ? id.toLowerCase(Locale.ROOT)
        : HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
  }
}
