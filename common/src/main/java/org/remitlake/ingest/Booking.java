package org.remitlake.ingest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.contract.ContractViolation;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Field;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.file.Envelope;
import org.remitlake.ingest.quality.FileTally;
import org.remitlake.ingest.quality.JudgedFile;
import org.remitlake.ingest.quality.QualityRows;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.ingest.quality.RuleTexts;

/** What became of the files of one contract: {@code ops.file} and {@code gold.data_quality}. */
final class Booking {
  private final DeliveryContract contract;
  private final Settings settings;
  private final QualityRows quality;
  private final Books books;
  private final Map<String, String> fingerprints = new TreeMap<>();

  Booking(
      DeliveryContract contract,
      Settings settings,
      RuleTexts texts,
      String changeRule,
      Books books) {
    this.contract = contract;
    this.settings = settings;
    this.quality = new QualityRows(texts, changeRule);
    this.books = books;
  }

  /** A file whose rows were judged. */
  void judged(LandedFile file, FileTally tally, String holdReason, Repeats repeats) {
    Delivery delivery = file.delivery();
    long inspected = delivery.inspection().rows();
    if (tally.read() != inspected) {
      throw ContractViolation.unbalanced(delivery.name(), inspected, tally.read());
    }
    boolean isHeld = !holdReason.isEmpty();
    long aside = isHeld ? 0 : tally.broken() + tally.outOfScope();
    long duplicate = repeats.duplicateRows();
    long accepted = isHeld ? 0 : tally.read() - aside - duplicate;
    books.countRows("read", tally.read());
    books.countRows("accepted", accepted);
    books.countRows("duplicate", duplicate);
    books.countRows("quarantined", isHeld ? 0 : tally.broken());
    books.countRows("out_of_scope", isHeld ? 0 : tally.outOfScope());
    books.countRows("held", isHeld ? tally.read() : 0);
    books.countFile(isHeld ? "held" : "accepted");
    Map<Field, Object> cells = cells(file, isHeld ? "HELD" : "ACCEPTED");
    cells.put(OpsFile.ROWS_ACCEPTED, accepted);
    cells.put(OpsFile.ROWS_DUPLICATE, duplicate);
    cells.put(OpsFile.ROWS_QUARANTINED, aside);
    cells.put(OpsFile.ROWS_HELD, isHeld ? tally.read() : 0L);
    if (isHeld) {
      cells.put(OpsFile.REASON, holdReason);
    }
    books.record(OpsFile.row(cells));
    JudgedFile judged =
        new JudgedFile(
            file.batch(),
            delivery.fileId(),
            delivery.name(),
            contract.name(),
            settings.provider(delivery),
            tally.read());
    books.quality(quality.of(judged, delivery.inspection(), tally, isHeld, repeats));
  }

  /** A file that another one replaces as a whole: none of its rows was judged. */
  void replaced(LandedFile file, String by, boolean isNews) {
    long rows = file.delivery().inspection().rows();
    books.countRows("read", rows);
    books.countRows("replaced", rows);
    books.countFile("replaced");
    if (isNews) {
      books.notice(
          "%s: replaced by %s, as its manifest says: none of its %d rows counts."
              .formatted(file.delivery().name(), by, rows));
    }
    Map<Field, Object> cells = cells(file, "REPLACED");
    cells.put(OpsFile.ROWS_REPLACED, rows);
    cells.put(OpsFile.REASON, "Replaced by %s, as its manifest says.".formatted(by));
    books.record(OpsFile.row(cells));
  }

  private Map<Field, Object> cells(LandedFile file, String status) {
    Delivery delivery = file.delivery();
    Map<Field, Object> cells = new HashMap<>();
    for (Field count :
        List.of(
            OpsFile.ROWS_ACCEPTED,
            OpsFile.ROWS_DUPLICATE,
            OpsFile.ROWS_QUARANTINED,
            OpsFile.ROWS_HELD,
            OpsFile.ROWS_REPLACED)) {
      cells.put(count, 0L);
    }
    cells.put(OpsFile.FILE_ID, delivery.fileId());
    cells.put(OpsFile.BATCH_ID, file.batch());
    cells.put(OpsFile.FILE_NAME, delivery.name());
    cells.put(OpsFile.CONTRACT, contract.name());
    cells.put(OpsFile.PROVIDER, settings.provider(delivery));
    cells.put(OpsFile.PROFILE, delivery.profile());
    cells.put(
        OpsFile.PROFILE_HASH,
        fingerprints.computeIfAbsent(delivery.profile(), settings::fingerprint));
    cells.put(OpsFile.STATUS, status);
    cells.put(OpsFile.BYTES, delivery.inspection().bytes());
    cells.put(OpsFile.ENCODING, delivery.inspection().encoding());
    cells.put(OpsFile.REVISION, delivery.revision());
    cells.put(OpsFile.ROWS_READ, delivery.inspection().rows());
    cells.put(OpsFile.FINDINGS, delivery.inspection().findings());
    cells.put(OpsFile.UNKNOWN_COLUMNS, delivery.inspection().unknownColumns());
    Envelope envelope = delivery.envelope();
    say(cells, OpsFile.MANIFEST_ID, envelope.manifestId());
    say(cells, OpsFile.DELIVERY, envelope.kind());
    say(cells, OpsFile.REPLACES_FILE_ID, envelope.replaces());
    if (!envelope.createdAt().isEmpty()) {
      cells.put(OpsFile.CREATED_AT, Instant.parse(envelope.createdAt()));
    }
    return cells;
  }

  private static void say(Map<Field, Object> cells, Field field, String text) {
    if (!text.isEmpty()) {
      cells.put(field, text);
    }
  }
}
