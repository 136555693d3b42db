package org.remitlake.ingest.quality;

import java.nio.charset.StandardCharsets;
import org.remitlake.contract.Fingerprint;

/** Name of a partner's page: whatever the code of the provider, a plain name in its folder. */
public final class PageName {
  /** File systems take names of 255 bytes; the page is first written under a longer one. */
  private static final int LONGEST = 150;

  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";

  private static final int TOLD_APART = 16;

  private PageName() {}

  /** Other bytes than letters, digits, - and _ are written as ~ and two hexadecimal digits. */
  public static String of(String provider) {
    StringBuilder name = new StringBuilder();
    for (byte b : provider.getBytes(StandardCharsets.UTF_8)) {
      // Names that begin with _ are hidden from many readers.
      boolean plain = PLAIN.indexOf(b) >= 0 || (b == '_' && !name.isEmpty());
      if (plain) {
        name.append((char) b);
      } else {
        name.append("~%02x".formatted(b));
      }
    }
    if (name.length() > LONGEST) {
      String rest = Fingerprint.of(provider).substring(0, TOLD_APART);
      name.setLength(LONGEST);
      name.append("~~").append(rest);
    }
    return name + ".html";
  }
}
