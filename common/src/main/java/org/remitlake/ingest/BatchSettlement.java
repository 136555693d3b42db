package org.remitlake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.ContractViolation;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.rule.Judgement;
import org.remitlake.ingest.rule.Rules;
import org.remitlake.lake.Kept;
import org.remitlake.lake.Lake;

/** Settles batches of bronze, contract after contract, and keeps the books. */
final class BatchSettlement {
  private static final List<Settlement> SETTLEMENTS = settlements();

  private final Lake lake;
  private final Settings settings;
  private final Consumer<String> progress;
  private final List<Row> records = new ArrayList<>();
  private final Map<String, Long> rows = new TreeMap<>();
  private final Map<String, Long> files = new TreeMap<>();
  private final List<String> notices = new ArrayList<>();
  private final List<Kept> judgedParts = new ArrayList<>();
  private final Set<String> quarantineBatches = new TreeSet<>();
  private final Set<DeliveryContract> settled = new HashSet<>();
  private Dataset<Row> quarantine;

  BatchSettlement(Lake lake, Settings settings, Consumer<String> progress) {
    this.lake = lake;
    this.settings = settings;
    this.progress = progress;
  }

  private static List<Settlement> settlements() {
    List<Settlement> all =
        new ArrayList<>(List.of(FxRows.SETTLEMENT, QuoteRows.SETTLEMENT, new TransferSettlement()));
    all.addAll(DeliveredRows.SETTLEMENTS);
    return List.copyOf(all);
  }

  /** What can be settled, in the order of settling. */
  static List<DeliveryContract> contracts() {
    return SETTLEMENTS.stream().map(Settlement::contract).toList();
  }

  /** The tables of silver, in the order of settling. */
  static List<TableContract> tables() {
    return SETTLEMENTS.stream().flatMap(s -> s.tables().stream()).toList();
  }

  /** Fingerprint of each profile, with the rules that go with its contract. */
  static Map<String, String> profileHashes(Settings settings) {
    Map<String, String> hashes = new TreeMap<>();
    for (Map.Entry<String, Profile> e : settings.profiles().byName().entrySet()) {
      String text = e.getValue().toString() + settings.profiles().words() + settings.lists();
      hashes.put(e.getKey(), Integer.toHexString(text.hashCode()));
    }
    return hashes;
  }

  Map<String, Long> rows() {
    return rows;
  }

  Map<String, Long> files() {
    return files;
  }

  List<String> notices() {
    return notices;
  }

  /** What judging counted for one file. */
  private record Tally(long read, long broken, long outOfScope) {}

  void settle(DeliveryContract contract, List<Ledger.Landed> landed) {
    Settlement settlement = settlement(contract);
    if (landed.isEmpty()) {
      if (!Collections.disjoint(settlement.basis(), settled)) {
        settlement.revise(lake);
      }
      return;
    }
    settled.add(contract);
    progress.accept("judging rows of %d %s files".formatted(landed.size(), contract.name()));
    List<Delivery> deliveries = landed.stream().map(Ledger.Landed::delivery).toList();
    Set<String> batches = new TreeSet<>();
    landed.forEach(l -> batches.add(l.batch()));
    Rules rules = Rules.of(contract, settings.lists());
    Dataset<Row> bronze = lake.read(Bronze.of(contract), batches).where(col("row_no").gt(0));
    Kept kept =
        Kept.of(
            settlement.derived(
                new Judgement(contract, rules, settings.profiles(), deliveries).of(bronze)));
    judgedParts.add(kept);
    Dataset<Row> judged = kept.rows();
    Map<String, Tally> tallies = tallies(judged, rules);
    Map<String, String> held = held(deliveries, tallies, judged, rules);
    Dataset<Row> taken =
        held.isEmpty() ? judged : judged.where(not(col("file_id").isInCollection(held.keySet())));
    Set<String> ids = new HashSet<>();
    deliveries.forEach(d -> ids.add(d.fileId()));
    progress.accept("settling " + contract.name() + " in silver");
    Map<String, Long> duplicates =
        settlement.settle(lake, taken.where(not(Quarantine.isBroken())), ids);
    landed.forEach(l -> book(contract, l, tallies, held, duplicates));
    if (tallies.values().stream().anyMatch(t -> t.broken() + t.outOfScope() > 0)) {
      Dataset<Row> broken = Quarantine.of(contract, rules, taken.where(Quarantine.isBroken()));
      quarantine = quarantine == null ? broken : quarantine.union(broken);
      quarantineBatches.addAll(batches);
    }
  }

  /** Writes quarantine, and gives the files' rows of {@code ops.file}, which are to come last. */
  List<Row> finish() {
    if (quarantine != null) {
      lake.replace(Quarantine.CONTRACT_OF, quarantineBatches, quarantine);
    }
    judgedParts.forEach(Kept::close);
    return records;
  }

  private static Settlement settlement(DeliveryContract contract) {
    return SETTLEMENTS.stream()
        .filter(s -> s.contract().equals(contract))
        .findFirst()
        .orElseThrow();
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
        notices.add(HeldFiles.notice(d, tally.broken(), tally.read(), reasons.get(d.fileId())));
      }
    }
    return reasons;
  }

  private void book(
      DeliveryContract contract,
      Ledger.Landed landed,
      Map<String, Tally> tallies,
      Map<String, String> held,
      Map<String, Long> duplicates) {
    Delivery delivery = landed.delivery();
    String id = delivery.fileId();
    Tally tally = tallies.getOrDefault(id, new Tally(0, 0, 0));
    long inspected = delivery.inspection().rows();
    if (tally.read() != inspected) {
      throw ContractViolation.unbalanced(delivery.name(), inspected, tally.read());
    }
    boolean isHeld = held.containsKey(id);
    long setAside = isHeld ? 0 : tally.broken() + tally.outOfScope();
    long duplicate = duplicates.getOrDefault(id, 0L);
    long accepted = isHeld ? 0 : tally.read() - setAside - duplicate;
    tally("read", tally.read());
    tally("accepted", accepted);
    tally("duplicate", duplicate);
    tally("quarantined", isHeld ? 0 : tally.broken());
    tally("out_of_scope", isHeld ? 0 : tally.outOfScope());
    tally("held", isHeld ? tally.read() : 0);
    files.merge(isHeld ? "held" : "accepted", 1L, Long::sum);
    Map<Field, Object> cells =
        new HashMap<>(
            Map.ofEntries(
                Map.entry(OpsFile.FILE_ID, id),
                Map.entry(OpsFile.BATCH_ID, landed.batch()),
                Map.entry(OpsFile.FILE_NAME, delivery.name()),
                Map.entry(OpsFile.CONTRACT, contract.name()),
                Map.entry(
                    OpsFile.PROVIDER,
                    settings.profiles().byName().get(delivery.profile()).provider()),
                Map.entry(OpsFile.PROFILE, delivery.profile()),
                Map.entry(OpsFile.PROFILE_HASH, profileHashes(settings).get(delivery.profile())),
                Map.entry(OpsFile.STATUS, isHeld ? "HELD" : "ACCEPTED"),
                Map.entry(OpsFile.BYTES, delivery.inspection().bytes()),
                Map.entry(OpsFile.ENCODING, delivery.inspection().encoding()),
                Map.entry(OpsFile.REVISION, delivery.revision()),
                Map.entry(OpsFile.ROWS_READ, inspected),
                Map.entry(OpsFile.ROWS_ACCEPTED, accepted),
                Map.entry(OpsFile.ROWS_DUPLICATE, duplicate),
                Map.entry(OpsFile.ROWS_QUARANTINED, setAside),
                Map.entry(OpsFile.ROWS_HELD, isHeld ? tally.read() : 0L),
                Map.entry(OpsFile.FINDINGS, delivery.inspection().findings()),
                Map.entry(OpsFile.UNKNOWN_COLUMNS, delivery.inspection().unknownColumns())));
    if (isHeld) {
      cells.put(OpsFile.REASON, held.get(id));
    }
    records.add(OpsFile.row(cells));
  }

  private void tally(String outcome, long n) {
    rows.merge(outcome, n, Long::sum);
  }
}
