package org.remitlake.funder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.remitlake.contract.Fingerprint;

/** {@code manifest.json}: what a release holds and what it was made of. */
final class Manifest {
  static final String NAME = "manifest.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Manifest() {}

  /**
   * The manifest of a release.
   *
   * @param rows of the release
   * @param files their bytes, by name
   * @param tables versions of the tables that were read, by name; empty if no longer known
   * @param inputs SHA-256 of the accepted files; empty if no longer known
   */
  static byte[] of(
      List<Released> rows,
      Map<String, byte[]> files,
      Optional<Map<String, Long>> tables,
      Optional<List<String>> inputs) {
    Released first = rows.get(0);
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("release", first.text(FunderIndicators.VINTAGE_ID));
    manifest.put("release_status", first.text(FunderIndicators.RELEASE_STATUS));
    manifest.put("release_stage", first.text(FunderIndicators.RELEASE_STAGE));
    manifest.put("quarter", first.text(FunderIndicators.QUARTER));
    manifest.put("as_of", first.text(FunderIndicators.AS_OF));
    String before = first.text(FunderIndicators.SUPERSEDES);
    manifest.put("supersedes", before.isEmpty() ? null : before);
    manifest.put("code_version", first.text(FunderIndicators.CODE_VERSION));
    manifest.put("records", rows.size());
    manifest.put("records_confidential", rows.stream().filter(Released::isSuppressed).count());
    List<Map<String, Object>> listed = new ArrayList<>();
    files.forEach(
        (name, bytes) -> {
          Map<String, Object> file = new LinkedHashMap<>();
          file.put("name", name);
          file.put("bytes", bytes.length);
          file.put("sha256", Fingerprint.of(bytes));
          listed.add(file);
        });
    manifest.put("files", listed);
    if (tables.isEmpty()) {
      manifest.put(
          "note",
          "Written anew after the release: what it was made of, tables and input_files, is not known"
              + " any more.");
    }
    manifest.put("tables", tables.orElse(null));
    manifest.put("input_manifest_sha256", first.text(FunderIndicators.INPUT_MANIFEST_SHA256));
    manifest.put("input_files", inputs.orElse(null));
    return json(manifest);
  }

  /** SHA-256 of a release's files as its manifest lists them; empty of those that it does not. */
  static Map<String, String> fingerprints(byte[] manifest) throws IOException {
    Map<String, String> of = new LinkedHashMap<>(Map.of(IndicatorsCsv.NAME, ""));
    of.put(IndicatorsWorkbook.NAME, "");
    try {
      JSON.readTree(manifest)
          .path("files")
          .forEach(file -> of.replace(file.path("name").asText(), file.path("sha256").asText()));
    } catch (JsonProcessingException e) {
      of.replaceAll((name, sha256) -> "");
    }
    return of;
  }

  private static byte[] json(Map<String, Object> manifest) {
    try {
      String text = JSON.writeValueAsString(manifest).replace("\r\n", "\n");
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers are json.", e);
    }
  }
}
