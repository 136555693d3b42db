package org.remitlake.ingest;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.ContractViolation;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Field;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.rule.Judgement;
import org.remitlake.ingest.rule.Rules;
import org.remitlake.lake.Kept;
import org.remitlake.lake.Lake;

/** Files of one contract that landed: judged, settled in silver, and booked. */
final class ContractBatch implements AutoCloseable {
  private final Settlement settlement;
  private final DeliveryContract contract;
  private final Settings settings;
  private final List<Ledger.Landed> landed;
  private final Books books = new Books();
  private Optional<Kept> kept = Optional.empty();
  private Optional<Dataset<Row>> setAside = Optional.empty();

  ContractBatch(Settlement settlement, Settings settings, List<Ledger.Landed> landed) {
    this.settlement = settlement;
    this.contract = settlement.contract();
    this.settings = settings;
    this.landed = landed;
  }

  /** What judging counted for one file. */
  private record Tally(long read, long broken, long outOfScope) {}

  boolean isEmpty() {
    return landed.isEmpty();
  }

  Books books() {
    return books;
  }

  /** Rows for quarantine, if there are any. */
  Optional<Dataset<Row>> setAside() {
    return setAside;
  }

  /** Slices of bronze, and of quarantine, that hold its rows. */
  Set<String> batchIds() {
    return landed.stream().map(Ledger.Landed::batch).collect(toCollection(TreeSet::new));
  }

  @Override
  public void close() {
    kept.ifPresent(Kept::close);
  }

  void settle(Lake lake, Consumer<String> progress) {
    progress.accept("settling %d %s files".formatted(landed.size(), contract.name()));
    List<Delivery> deliveries = landed.stream().map(Ledger.Landed::delivery).toList();
    Rules rules = Rules.of(contract, settings.lists());
    Dataset<Row> bronze = lake.read(Bronze.of(contract), batchIds()).where(col("row_no").gt(0));
    Dataset<Row> judged =
        kept(
            settlement.derived(
                new Judgement(contract, rules, settings.profiles(), deliveries).of(bronze)));
    Map<String, Tally> tallies = tallies(judged, rules);
    Map<String, String> held = held(deliveries, tallies, judged, rules);
    Dataset<Row> taken =
        held.isEmpty() ? judged : judged.where(not(col("file_id").isInCollection(held.keySet())));
    Set<String> ids = deliveries.stream().map(Delivery::fileId).collect(toSet());
    Set<String> left =
        landed.stream()
            .filter(Ledger.Landed::isLeft)
            .map(l -> l.delivery().fileId())
            .collect(toSet());
    Map<String, Long> duplicates =
        settlement.settle(lake, taken.where(not(Quarantine.isBroken())), ids, left);
    Map<String, String> fingerprints = new TreeMap<>();
    deliveries.forEach(d -> fingerprints.computeIfAbsent(d.profile(), settings::fingerprint));
    landed.forEach(l -> book(l, fingerprints, tallies, held, duplicates));
    if (tallies.values().stream().anyMatch(t -> t.broken() + t.outOfScope() > 0)) {
      setAside = Optional.of(Quarantine.of(contract, rules, taken.where(Quarantine.isBroken())));
    }
  }

  private Dataset<Row> kept(Dataset<Row> rows) {
    kept = Optional.of(Kept.of(rows));
    return kept.orElseThrow().rows();
  }

  private static Map<String, Tally> tallies(Dataset<Row> judged, Rules rules) {
    Map<String, Tally> tallies = new TreeMap<>();
    judged
        .groupBy("file_id")
        .agg(
            count(lit(1)),
            count_if(Quarantine.isBroken().and(not(Quarantine.isOutOfScope(rules)))),
            count_if(Quarantine.isBroken().and(Quarantine.isOutOfScope(rules))))
        .collectAsList()
        .forEach(
            r -> tallies.put(r.getString(0), new Tally(r.getLong(1), r.getLong(2), r.getLong(3))));
    return tallies;
  }

  private Map<String, String> held(
      List<Delivery> deliveries, Map<String, Tally> tallies, Dataset<Row> judged, Rules rules) {
    Set<String> ids = new TreeSet<>();
    for (Delivery d : deliveries) {
      Tally tally = tallies.getOrDefault(d.fileId(), new Tally(0, 0, 0));
      if (tally.broken() >= settings.holdRows()
          && tally.broken() > settings.holdShare() * tally.read()) {
        ids.add(d.fileId());
      }
    }
    Map<String, String> reasons = HeldFiles.reasons(ids, judged, rules);
    for (Delivery d : deliveries) {
      if (ids.contains(d.fileId())) {
        Tally tally = tallies.get(d.fileId());
        books.notice(HeldFiles.notice(d, tally.broken(), tally.read(), reasons.get(d.fileId())));
      }
    }
    return reasons;
  }

  private void book(
      Ledger.Landed file,
      Map<String, String> fingerprints,
      Map<String, Tally> tallies,
      Map<String, String> held,
      Map<String, Long> duplicates) {
    Delivery delivery = file.delivery();
    String id = delivery.fileId();
    Tally tally = tallies.getOrDefault(id, new Tally(0, 0, 0));
    long inspected = delivery.inspection().rows();
    if (tally.read() != inspected) {
      throw ContractViolation.unbalanced(delivery.name(), inspected, tally.read());
    }
    boolean isHeld = held.containsKey(id);
    long aside = isHeld ? 0 : tally.broken() + tally.outOfScope();
    long duplicate = duplicates.getOrDefault(id, 0L);
    long accepted = isHeld ? 0 : tally.read() - aside - duplicate;
    books.countRows("read", tally.read());
    books.countRows("accepted", accepted);
    books.countRows("duplicate", duplicate);
    books.countRows("quarantined", isHeld ? 0 : tally.broken());
    books.countRows("out_of_scope", isHeld ? 0 : tally.outOfScope());
    books.countRows("held", isHeld ? tally.read() : 0);
    books.countFile(isHeld ? "held" : "accepted");
    Map<Field, Object> cells =
        new HashMap<>(
            Map.ofEntries(
                Map.entry(OpsFile.FILE_ID, id),
                Map.entry(OpsFile.BATCH_ID, file.batch()),
                Map.entry(OpsFile.FILE_NAME, delivery.name()),
                Map.entry(OpsFile.CONTRACT, contract.name()),
                Map.entry(
                    OpsFile.PROVIDER,
                    settings.profiles().byName().get(delivery.profile()).provider()),
                Map.entry(OpsFile.PROFILE, delivery.profile()),
                Map.entry(OpsFile.PROFILE_HASH, fingerprints.get(delivery.profile())),
                Map.entry(OpsFile.STATUS, isHeld ? "HELD" : "ACCEPTED"),
                Map.entry(OpsFile.BYTES, delivery.inspection().bytes()),
                Map.entry(OpsFile.ENCODING, delivery.inspection().encoding()),
                Map.entry(OpsFile.REVISION, delivery.revision()),
                Map.entry(OpsFile.ROWS_READ, inspected),
                Map.entry(OpsFile.ROWS_ACCEPTED, accepted),
                Map.entry(OpsFile.ROWS_DUPLICATE, duplicate),
                Map.entry(OpsFile.ROWS_QUARANTINED, aside),
                Map.entry(OpsFile.ROWS_HELD, isHeld ? tally.read() : 0L),
                Map.entry(OpsFile.FINDINGS, delivery.inspection().findings()),
                Map.entry(OpsFile.UNKNOWN_COLUMNS, delivery.inspection().unknownColumns())));
    if (isHeld) {
      cells.put(OpsFile.REASON, held.get(id));
    }
    books.record(OpsFile.row(cells));
  }
}
