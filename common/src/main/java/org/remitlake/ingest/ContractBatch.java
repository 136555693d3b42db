package org.remitlake.ingest;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
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
import org.remitlake.ingest.quality.FileTally;
import org.remitlake.ingest.quality.JudgedFile;
import org.remitlake.ingest.quality.QualityRows;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.ingest.quality.RuleTexts;
import org.remitlake.ingest.rule.Judgement;
import org.remitlake.ingest.rule.Rules;
import org.remitlake.lake.Kept;
import org.remitlake.lake.Lake;

/** Files of one contract that landed: judged, settled in silver, and booked. */
final class ContractBatch implements AutoCloseable {
  private final Settlement settlement;
  private final DeliveryContract contract;
  private final Settings settings;
  private final Reconsidered reconsidered;
  private final List<Ledger.Landed> landed;
  private final Books books = new Books();
  private final List<Kept> kept = new ArrayList<>();
  private Optional<Dataset<Row>> setAside = Optional.empty();

  ContractBatch(
      Settlement settlement,
      Settings settings,
      Reconsidered reconsidered,
      List<Ledger.Landed> landed) {
    this.settlement = settlement;
    this.contract = settlement.contract();
    this.settings = settings;
    this.reconsidered = reconsidered;
    this.landed = new ArrayList<>(landed);
  }

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
    kept.forEach(Kept::close);
    kept.clear();
  }

  void settle(Lake lake, Consumer<String> progress) {
    progress.accept("settling %d %s files".formatted(landed.size(), contract.name()));
    Rules rules = Rules.of(contract, settings.lists());
    Dataset<Row> judged = judged(lake, rules);
    Map<String, FileTally> tallies = new TreeMap<>(FileTally.byFile(judged, rules));
    while (callsOthers(lake, judged)
        || FileFindings.add(landed, settlement.slips(lake, judged, tallies), rules, books)) {
      close();
      judged = judged(lake, rules);
      tallies.clear();
      tallies.putAll(FileTally.byFile(judged, rules));
    }
    List<Delivery> deliveries = landed.stream().map(Ledger.Landed::delivery).toList();
    HeldFiles holding = new HeldFiles(deliveries, books);
    holding.add(settings, tallies, rules);
    holding.addUnmapped(UnmappedCodes.byFile(contract, judged, tallies));
    Dataset<Row> good = judged.where(not(Quarantine.isBroken()));
    holding.addRotated(settings, settlement.rotations(lake, good, tallies));
    landed.replaceAll(holding::marked);
    FileFindings.add(landed, settlement.found(lake, good, landed), rules, books);
    Map<String, String> held = holding.reasons();
    Dataset<Row> left =
        held.isEmpty() ? judged : judged.where(not(col("file_id").isInCollection(held.keySet())));
    Dataset<Row> taken =
        tallies.values().stream().anyMatch(t -> t.waiting() > 0)
            ? settlement.released(lake, left)
            : left;
    if (!taken.equals(left)) {
      tallies.putAll(FileTally.byFile(taken, rules));
    }
    Set<String> ids = deliveries.stream().map(Delivery::fileId).collect(toSet());
    Set<String> landedBefore =
        landed.stream()
            .filter(Ledger.Landed::isLeft)
            .map(l -> l.delivery().fileId())
            .collect(toSet());
    Map<String, Repeats> repeats =
        settlement.settle(
            lake, taken.where(not(Quarantine.isBroken())), ids, landedBefore, this::recalled);
    Map<String, String> fingerprints = new TreeMap<>();
    deliveries.forEach(d -> fingerprints.computeIfAbsent(d.profile(), settings::fingerprint));
    landed.forEach(l -> book(l, fingerprints, tallies, held, repeats));
    describe(rules, tallies, held, repeats);
    if (tallies.values().stream().anyMatch(t -> t.broken() + t.outOfScope() > 0)) {
      setAside = Optional.of(Quarantine.of(contract, rules, taken.where(Quarantine.isBroken())));
    }
  }

  private Dataset<Row> judged(Lake lake, Rules rules) {
    List<Delivery> deliveries = landed.stream().map(Ledger.Landed::delivery).toList();
    Dataset<Row> bronze = lake.read(Bronze.of(contract), batchIds()).where(col("row_no").gt(0));
    return kept(
        settlement.derived(
            new Judgement(contract, rules, settings.profiles(), deliveries)
                .of(bronze, rows -> settlement.beside(lake, rows))));
  }

  /** Whether rows of files settled before wait for rows of this batch: then they join it. */
  private boolean callsOthers(Lake lake, Dataset<Row> judged) {
    return landed.addAll(reconsidered.reopened(contract, settlement.called(lake, judged)));
  }

  private Dataset<Row> recalled(Dataset<Row> places) {
    return kept(reconsidered.recalled(settlement, places));
  }

  private Dataset<Row> kept(Dataset<Row> rows) {
    kept.add(Kept.of(rows));
    return kept.get(kept.size() - 1).rows();
  }

  /** What rules found, for {@code gold.data_quality}. */
  private void describe(
      Rules rules,
      Map<String, FileTally> tallies,
      Map<String, String> held,
      Map<String, Repeats> repeats) {
    QualityRows rows = new QualityRows(new RuleTexts(rules), settlement.changeRule());
    for (Ledger.Landed file : landed) {
      Delivery delivery = file.delivery();
      String id = delivery.fileId();
      FileTally tally = tallies.getOrDefault(id, FileTally.EMPTY);
      JudgedFile judged =
          new JudgedFile(
              file.batch(), id, delivery.name(), contract.name(), provider(delivery), tally.read());
      books.quality(
          rows.of(
              judged,
              delivery.inspection(),
              tally,
              held.containsKey(id),
              repeats.getOrDefault(id, Repeats.NONE)));
    }
  }

  private String provider(Delivery delivery) {
    return settings.profiles().byName().get(delivery.profile()).provider();
  }

  private void book(
      Ledger.Landed file,
      Map<String, String> fingerprints,
      Map<String, FileTally> tallies,
      Map<String, String> held,
      Map<String, Repeats> repeats) {
    Delivery delivery = file.delivery();
    String id = delivery.fileId();
    FileTally tally = tallies.getOrDefault(id, FileTally.EMPTY);
    long inspected = delivery.inspection().rows();
    if (tally.read() != inspected) {
      throw ContractViolation.unbalanced(delivery.name(), inspected, tally.read());
    }
    boolean isHeld = held.containsKey(id);
    long aside = isHeld ? 0 : tally.broken() + tally.outOfScope();
    long duplicate = repeats.getOrDefault(id, Repeats.NONE).duplicateRows();
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
                Map.entry(OpsFile.PROVIDER, provider(delivery)),
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
