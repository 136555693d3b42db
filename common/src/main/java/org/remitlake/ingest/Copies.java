package org.remitlake.ingest;

import java.util.Map;
import java.util.TreeMap;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.file.Envelope;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Scan;
import org.remitlake.ingest.quality.DataQuality;
import org.remitlake.ingest.quality.JudgedFile;

/**
 * Files whose content came before under another name (rule F01). The same file under its own name
 * is no finding: it may just still lie where it lay.
 */
final class Copies {
  private final Map<String, String> names;
  private final Map<String, String> manifests;
  private final Map<String, JudgedFile> found = new TreeMap<>();

  Copies(Ledger ledger) {
    this.names = ledger.byId(OpsFile.FILE_NAME);
    this.manifests = ledger.byId(OpsFile.MANIFEST_ID);
  }

  /** A file that this run settles. */
  void met(Delivery file) {
    names.put(file.fileId(), file.name());
    manifests.put(file.fileId(), file.envelope().manifestId());
  }

  /** A file whose content is known. */
  void metAgain(Scan.Look look, Profile profile) {
    String name = look.entry().name();
    if (!names.getOrDefault(look.fileId(), name).equals(name)) {
      found.put(
          look.fileId() + name,
          new JudgedFile(
              DataQuality.KNOWN_SLICE,
              look.fileId(),
              name,
              profile.contract(),
              profile.provider(),
              0));
    }
  }

  /** Whether a manifest lies beside a known file that did not when it was taken. */
  boolean hasOtherManifest(Scan.Look look) {
    Envelope envelope = look.envelope();
    return envelope.hasManifest()
        && !envelope.manifestId().equals(manifests.getOrDefault(look.fileId(), ""));
  }

  /** Those that were found, by content and name. */
  Map<String, JudgedFile> found() {
    return found;
  }
}
