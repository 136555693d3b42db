package org.remitlake.ingest;

import static java.util.stream.Collectors.toCollection;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.remitlake.ingest.OpsFile.number;
import static org.remitlake.ingest.OpsFile.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Field;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.lake.Lake;

/** What {@code ops.file} and bronze say of files: which are settled, which only landed. */
final class Ledger {
  /** Slice of files that never reached bronze. */
  static final String REJECTED_SLICE = "rejected";

  private final Lake lake;
  private volatile List<Row> files;
  private final Map<String, List<String>> findings = new HashMap<>();

  private Ledger(Lake lake, List<Row> files) {
    this.lake = lake;
    this.files = files;
    files.forEach(f -> findings.put(text(f, "file_id"), OpsFile.findings(f)));
  }

  static Ledger read(Lake lake) {
    return new Ledger(lake, lake.read(OpsFile.CONTRACT_OF).collectAsList());
  }

  /** All rows as they are recorded. */
  List<Row> files() {
    return files;
  }

  /**
   * Ids of files that a run settled and that need no second look.
   *
   * @param fingerprint of what judges the files of a profile now
   */
  Set<String> settled(UnaryOperator<String> fingerprint) {
    Set<String> ids = new HashSet<>();
    for (Row file : files) {
      boolean retry =
          text(file, "status").equals("REJECTED")
              || (text(file, "status").equals("HELD") && isJudgedOtherwise(file, fingerprint));
      if (!retry) {
        ids.add(text(file, "file_id"));
      }
    }
    return ids;
  }

  private static boolean isJudgedOtherwise(Row file, UnaryOperator<String> fingerprint) {
    return !text(file, "profile_hash").equals(fingerprint.apply(text(file, "profile")));
  }

  /**
   * Forgets that files were settled of which rows are set aside, or all are held, and which would
   * be judged otherwise now, with those that landed with them: the run, or when it dies the next
   * one, settles them again.
   *
   * @param fingerprint of what judges the files of a profile now; empty when the profile is gone
   * @return the ledger without them
   */
  Ledger reopened(UnaryOperator<String> fingerprint) {
    Set<String> batches = new TreeSet<>();
    for (Row file : files) {
      boolean waits = number(file, "rows_quarantined") + number(file, "rows_held") > 0;
      if (waits && isJudgedOtherwise(file, fingerprint)) {
        batches.add(text(file, "batch_id"));
      }
    }
    files.stream()
        .filter(f -> batches.contains(text(f, "batch_id")))
        .filter(f -> fingerprint.apply(text(f, "profile")).isEmpty())
        .findFirst()
        .ifPresent(
            f -> {
              throw GoneProfile.of(text(f, "file_name"), text(f, "profile"));
            });
    forget(batches);
    return this;
  }

  private void forget(Set<String> batches) {
    lake.replace(
        OpsFile.CONTRACT_OF,
        batches,
        lake.spark().createDataFrame(List.<Row>of(), OpsFile.CONTRACT_OF.schema()));
    files = files.stream().filter(f -> !batches.contains(text(f, "batch_id"))).toList();
  }

  /**
   * Forgets that files were settled, with those that landed with them, so that they are settled
   * again: by this run, or when it dies by the next one.
   *
   * @param profiles whether there is a profile of a name
   * @return what is to be settled
   */
  synchronized List<LandedFile> reopened(
      DeliveryContract contract, Set<String> fileIds, Predicate<String> profiles) {
    Set<String> batches = batches(fileIds);
    if (batches.isEmpty()) {
      return List.of();
    }
    List<LandedFile> landed = landed(contract, List.copyOf(batches));
    landed.forEach(file -> GoneProfile.refuse(file.delivery(), profiles));
    forget(batches);
    return landed;
  }

  /** Slices of bronze that hold settled files. */
  Set<String> batches(Set<String> fileIds) {
    return files.stream()
        .filter(file -> fileIds.contains(text(file, "file_id")))
        .map(file -> text(file, "batch_id"))
        .collect(toCollection(TreeSet::new));
  }

  /** Ids of files of a contract that reached bronze and were settled. */
  synchronized Set<String> settled(DeliveryContract contract) {
    Set<String> ids = new TreeSet<>();
    for (Row file : files) {
      if (text(file, "contract").equals(contract.name())
          && !text(file, "batch_id").equals(REJECTED_SLICE)) {
        ids.add(text(file, "file_id"));
      }
    }
    return ids;
  }

  /** How many files of a name, with other bytes, were delivered before. */
  int revision(String name, String fileId) {
    return (int)
        files.stream()
            .filter(f -> Delivery.isSameName(text(f, "file_name"), name))
            .filter(f -> !text(f, "file_id").equals(fileId))
            .filter(f -> !text(f, "status").equals("REJECTED"))
            .count();
  }

  private List<Row> slice(String batch) {
    return files.stream().filter(f -> text(f, "batch_id").equals(batch)).toList();
  }

  /** Batches that landed in bronze and were not settled: a run died, or is about to settle them. */
  List<String> pending(DeliveryContract contract) {
    Set<String> landed = new TreeSet<>(lake.sliceVersions(Bronze.of(contract)).keySet());
    files.forEach(f -> landed.remove(text(f, "batch_id")));
    return List.copyOf(landed);
  }

  /** The files of some batches of bronze, but those that landed once more in another batch. */
  List<LandedFile> landed(DeliveryContract contract, List<String> batches) {
    List<LandedFile> landed = new ArrayList<>();
    Set<String> elsewhere = new HashSet<>();
    files.stream()
        .filter(f -> !batches.contains(text(f, "batch_id")))
        .forEach(f -> elsewhere.add(text(f, "file_id")));
    if (!batches.isEmpty()) {
      lake.read(Bronze.of(contract), batches)
          .where(col("row_no").equalTo(lit(0)))
          .select("batch_id", "delivery")
          .collectAsList()
          .forEach(
              row -> {
                Delivery file = Delivery.fromJson(row.getString(1));
                landed.add(new LandedFile(row.getString(0), file.found(once(file)), true));
              });
    }
    landed.removeIf(l -> elsewhere.contains(l.delivery().fileId()));
    return landed;
  }

  /** What is found when a file comes, and holds when it is judged again. */
  private Set<String> once(Delivery file) {
    Set<String> once = new TreeSet<>(findings.getOrDefault(file.fileId(), List.of()));
    once.retainAll(FileDays.RULES);
    return once;
  }

  /** What was found of files as a whole, by file id, when the ledger was read. */
  Map<String, List<String>> findings() {
    return findings;
  }

  /** What is recorded of files in a column, by file id. */
  Map<String, String> byId(Field column) {
    Map<String, String> texts = new HashMap<>();
    files.forEach(f -> texts.put(text(f, "file_id"), text(f, column.name())));
    return texts;
  }

  /** All rows, when fresh ones have taken the place of those of the same files. */
  List<Row> with(List<Row> fresh) {
    Map<String, Row> byId = new TreeMap<>();
    files.forEach(row -> byId.put(text(row, "file_id"), row));
    fresh.forEach(row -> byId.put(text(row, "file_id"), row));
    return List.copyOf(byId.values());
  }

  /** Those of the fresh rows that say something else than what is recorded. */
  List<Row> news(List<Row> fresh) {
    Set<String> recorded = new HashSet<>(RowTexts.of(files));
    return fresh.stream().filter(row -> !recorded.contains(RowTexts.of(row))).toList();
  }

  /**
   * The slices that fresh rows alter, with all rows that each is to hold: a file has one row, so
   * that one which was rejected or held before leaves its old slice.
   */
  Map<String, List<Row>> altered(List<Row> fresh) {
    Map<String, List<Row>> slices = new TreeMap<>();
    with(fresh)
        .forEach(
            row -> slices.computeIfAbsent(text(row, "batch_id"), b -> new ArrayList<>()).add(row));
    files.forEach(row -> slices.computeIfAbsent(text(row, "batch_id"), b -> new ArrayList<>()));
    slices.entrySet().removeIf(e -> RowTexts.same(e.getValue(), slice(e.getKey())));
    return slices;
  }

  /** Writes rows of {@code ops.file}; no commit when nothing differs. */
  void write(List<Row> fresh) {
    Map<String, List<Row>> slices = altered(fresh);
    List<Row> rows = slices.values().stream().flatMap(List::stream).toList();
    lake.replace(
        OpsFile.CONTRACT_OF,
        slices.keySet(),
        lake.spark().createDataFrame(rows, OpsFile.CONTRACT_OF.schema()));
  }
}
