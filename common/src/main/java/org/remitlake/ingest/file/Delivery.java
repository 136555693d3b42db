package org.remitlake.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that lands.
 *
 * @param name file name
 * @param path where it lay; not kept in the lake
 * @param profile name of its profile
 * @param envelope what the partner says of it as a whole
 * @param revision how many files of the same name, with other bytes, came before
 * @param inspection what it turned out to be
 */
public record Delivery(
    String name,
    String path,
    String profile,
    Envelope envelope,
    int revision,
    Inspection inspection)
    implements Serializable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VERSION = Pattern.compile("_v(\\d{1,4})(?=[._])");

  /** Id of the file that it replaces as a whole; empty where none. */
  public String replaces() {
    return envelope.replaces();
  }

  /** SHA-256 of the file's content, unpacked. */
  public String fileId() {
    return inspection.fileId();
  }

  /** The same file, of which these were found, too, once its rows were judged. */
  public Delivery found(Collection<String> rules) {
    return new Delivery(name, path, profile, envelope, revision, inspection.found(rules));
  }

  /**
   * Orders deliveries of the same row, as text: the later made, the higher version in the name, the
   * later name (names carry their period), the later arrived under the same name; SHA-256 where
   * nothing else tells.
   */
  public String precedence() {
    String plain = Unpacked.name(name);
    Matcher version = VERSION.matcher(plain);
    int number = version.find() ? Integer.parseInt(version.group(1)) : 0;
    return String.format(
        Locale.ROOT,
        "%s|%04d|%s|%04d|%s",
        envelope.createdAt().isEmpty() ? "0000" : envelope.createdAt(),
        number,
        plain,
        revision,
        fileId());
  }

  /** Whether a file name is this one's: packed with gzip or not, it is the same. */
  public static boolean isSameName(String name, String other) {
    return Unpacked.name(name).equals(Unpacked.name(other));
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(
          new Delivery(name, "", profile, envelope, revision, inspection));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of texts and numbers is json.", e);
    }
  }

  /** Reads what {@code bronze} keeps of a file. */
  public static Delivery fromJson(String json) {
    try {
      return JSON.readValue(json, Delivery.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A file's record in bronze cannot be read; was the table changed by hand?", e);
    }
  }
}
