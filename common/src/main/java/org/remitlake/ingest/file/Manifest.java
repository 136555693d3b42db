package org.remitlake.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.remitlake.contract.Fingerprint;

/**
 * What a partner says of a file in the manifest beside it (catalogue 9, the envelope), and what
 * rule F02 holds against the file.
 *
 * @param envelope what it says of the file as a whole
 * @param rowCount its records
 * @param sha256 of its bytes as delivered or unpacked, or empty
 * @param sums money field to currency to sum
 * @param counts status to records
 * @param isHandTyped whether a person typed it, so that small differences are slips
 */
record Manifest(
    Envelope envelope,
    OptionalLong rowCount,
    String sha256,
    SortedMap<String, SortedMap<String, BigDecimal>> sums,
    SortedMap<String, Long> counts,
    boolean isHandTyped) {
  /** Of a file that comes without one. */
  static final Manifest NONE =
      new Manifest(
          Envelope.NONE, OptionalLong.empty(), "", new TreeMap<>(), new TreeMap<>(), false);

  /** Member of the control sums that counts by status. */
  private static final String COUNT = "count";

  private static final Pattern FILE_ID = Pattern.compile("[0-9a-f]{64}");
  private static final String DELTA = "DELTA";
  private static final Set<String> KINDS = Set.of("", "FULL", DELTA, "CORRECTION");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /**
   * Reads the manifest of a file, if it has one.
   *
   * @throws UnreadableFile if it is no json, or says something that cannot be understood
   */
  static Manifest read(Drop.Entry entry, Configuration hadoop) throws IOException {
    if (!entry.hasManifest()) {
      return NONE;
    }
    try {
      byte[] manifest = bytes(entry, hadoop);
      return of(Fingerprint.of(manifest), JSON.readTree(manifest));
    } catch (DateTimeParseException e) {
      throw new UnreadableFile(
          "F02", "created_at in the manifest is not like 2020-01-31T10:00:00+05:00", e);
    } catch (JsonProcessingException e) {
      throw new UnreadableFile("F02", "the manifest beside the file is not valid json", e);
    } catch (NumberFormatException e) {
      throw new UnreadableFile(
          "F02", "row_count and control_sums in the manifest must be numbers, as 1234.50", e);
    }
  }

  /** SHA-256 of the manifest of a file; empty if it has none. */
  static String id(Drop.Entry entry, Configuration hadoop) throws IOException {
    return entry.hasManifest() ? Fingerprint.of(bytes(entry, hadoop)) : "";
  }

  private static byte[] bytes(Drop.Entry entry, Configuration hadoop) throws IOException {
    try (InputStream in = Place.source(entry.manifest(), hadoop).open()) {
      return in.readNBytes(Limits.MANIFEST);
    }
  }

  private static Manifest of(String id, JsonNode manifest) {
    String createdAt = manifest.path("created_at").asText("");
    JsonNode rows = manifest.path("row_count");
    SortedMap<String, SortedMap<String, BigDecimal>> sums = new TreeMap<>();
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : manifest.path("control_sums").properties()) {
      for (Map.Entry<String, JsonNode> one : member.getValue().properties()) {
        BigDecimal number = new BigDecimal(one.getValue().asText());
        if (member.getKey().equals(COUNT)) {
          counts.put(one.getKey(), whole(number));
        } else {
          sums.computeIfAbsent(member.getKey(), f -> new TreeMap<>()).put(one.getKey(), number);
        }
      }
    }
    return new Manifest(
        new Envelope(
            id,
            createdAt.isEmpty() ? "" : OffsetDateTime.parse(createdAt).toInstant().toString(),
            kind(manifest),
            fileId(manifest.path("replaces_file_id"))),
        rows.isMissingNode() || rows.isNull()
            ? OptionalLong.empty()
            : OptionalLong.of(whole(new BigDecimal(rows.asText()))),
        manifest.path("sha256").asText(""),
        sums,
        counts,
        manifest.path("hand_typed").asBoolean(false));
  }

  /** What it says of the file as a whole, whatever part of it is read. */
  Manifest withoutCounts() {
    return new Manifest(
        envelope, OptionalLong.empty(), sha256, new TreeMap<>(), new TreeMap<>(), isHandTyped);
  }

  private static String kind(JsonNode manifest) {
    String kind = manifest.path("delivery").asText("").strip().toUpperCase(Locale.ROOT);
    if (!KINDS.contains(kind)) {
      throw new UnreadableFile(
          "F02", "delivery in the manifest is none of FULL, DELTA and CORRECTION");
    }
    if (kind.equals(DELTA) && !fileId(manifest.path("replaces_file_id")).isEmpty()) {
      throw new UnreadableFile(
          "F02",
          "the manifest calls the file a DELTA, which adds to what was sent, and names a"
              + " replaces_file_id, of which all rows would go. Leave that out, or say FULL or"
              + " CORRECTION");
    }
    return kind;
  }

  private static String fileId(JsonNode named) {
    String id = named.isNull() ? "" : named.asText("").strip().toLowerCase(Locale.ROOT);
    boolean isText = named.isMissingNode() || named.isNull() || named.isTextual();
    if (!isText || !(id.isEmpty() || FILE_ID.matcher(id).matches())) {
      throw new UnreadableFile(
          "F02",
          "replaces_file_id in the manifest is no file_id: 64 hexadecimal digits, the SHA-256 of the"
              + " unpacked file that is replaced");
    }
    return id;
  }

  private static long whole(BigDecimal number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw new UnreadableFile("F02", "a count in the manifest is no whole number", e);
    }
  }
}
