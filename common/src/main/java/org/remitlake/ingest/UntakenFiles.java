package org.remitlake.ingest;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.remitlake.ingest.file.Drop;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.file.Scan;

/** What is said and booked of files that do not land: rejected, refused, or claimed by nobody. */
final class UntakenFiles {
  private static final Pattern PACKED =
      Pattern.compile("(?i)[.](tgz|7z|rar|tar|bz2|xz|zst|xls|xlsb|ods)([.]gz)?$");

  private final Profiles profiles;
  private final Books books;

  UntakenFiles(Profiles profiles, Books books) {
    this.profiles = profiles;
    this.books = books;
  }

  /** A file that no profile claims. */
  void leave(String name) {
    books.countFile("unclaimed");
    books.notice(
        PACKED.matcher(name).find()
            ? name
                + ": such files are not read, so it was left alone. Pack it as .zip or .gz; save a"
                + " workbook as .xlsx or CSV."
            : name
                + ": no profile claims this name, so the file was left alone. Add a profile under"
                + " conf/providers or take the file out of the folder.");
  }

  /** An archive that cannot be looked into: nobody knows whose it is. */
  void refuse(Drop.Refused archive) {
    books.notice(
        "%s: rejected whole (%s). None of its files was taken."
            .formatted(archive.name(), archive.reason()));
    books.countFile("rejected");
    books.record(
        OpsFile.row(
            Map.of(
                OpsFile.FILE_ID, "unread:" + archive.name(),
                OpsFile.BATCH_ID, Ledger.REJECTED_SLICE,
                OpsFile.FILE_NAME, archive.name(),
                OpsFile.STATUS, "REJECTED",
                OpsFile.BYTES, archive.size(),
                OpsFile.FINDINGS, List.of(archive.reason().substring(0, 3)),
                OpsFile.REASON, archive.reason())));
  }

  /** A file that a profile claims and that cannot be taken. */
  void reject(Scan.Look look) {
    Profile profile = profiles.byName().get(look.profile());
    books.notice(
        "%s: rejected whole (%s). None of its rows was taken. Send it again, or mend profile %s."
            .formatted(look.entry().name(), look.rejection(), look.profile()));
    books.countFile("rejected");
    String id = look.fileId().isEmpty() ? "unread:" + look.entry().name() : look.fileId();
    books.record(
        OpsFile.row(
            Map.ofEntries(
                Map.entry(OpsFile.FILE_ID, id),
                Map.entry(OpsFile.BATCH_ID, Ledger.REJECTED_SLICE),
                Map.entry(OpsFile.FILE_NAME, look.entry().name()),
                Map.entry(OpsFile.CONTRACT, profile.contract()),
                Map.entry(OpsFile.PROVIDER, profile.provider()),
                Map.entry(OpsFile.PROFILE, look.profile()),
                Map.entry(OpsFile.STATUS, "REJECTED"),
                Map.entry(OpsFile.BYTES, look.entry().size()),
                Map.entry(OpsFile.FINDINGS, List.of(look.rejection().substring(0, 3))),
                Map.entry(OpsFile.REASON, look.rejection()))));
  }
}
