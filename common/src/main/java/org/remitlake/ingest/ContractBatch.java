package org.remitlake.ingest;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.quality.FileTally;
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
  private final Replacements replacements;
  private final List<LandedFile> landed;
  private final Books books = new Books();
  private final List<Kept> kept = new ArrayList<>();
  private Optional<Dataset<Row>> setAside = Optional.empty();

  ContractBatch(
      Settlement settlement,
      Settings settings,
      Reconsidered reconsidered,
      Replacements replacements,
      List<LandedFile> landed) {
    this.settlement = settlement;
    this.contract = settlement.contract();
    this.settings = settings;
    this.reconsidered = reconsidered;
    this.replacements = replacements;
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
    return landed.stream().map(LandedFile::batch).collect(toCollection(TreeSet::new));
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
    List<Delivery> deliveries = deliveries().stream().filter(d -> !isReplaced(d)).toList();
    HeldFiles holding = new HeldFiles(deliveries, books);
    holding.add(settings, tallies, rules);
    holding.addUnmapped(UnmappedCodes.byFile(contract, judged, tallies));
    Dataset<Row> good = judged.where(not(Quarantine.isBroken()));
    holding.addRotated(settings, settlement.rotations(lake, good, tallies));
    landed.replaceAll(holding::marked);
    FileFindings.add(landed, settlement.found(lake, good, landed), rules, books);
    Map<String, String> held = holding.reasons();
    List<String> withdrawn =
        replacements.withdrawn(
            contract, deliveries.stream().filter(d -> held.containsKey(d.fileId())).toList());
    if (!withdrawn.isEmpty()) {
      withdrawn.forEach(books::notice);
      close();
      settle(lake, progress);
      return;
    }
    Dataset<Row> left =
        held.isEmpty() ? judged : judged.where(not(col("file_id").isInCollection(held.keySet())));
    Set<String> waiting = new TreeSet<>(tallies.keySet());
    waiting.removeIf(file -> tallies.get(file).waiting() == 0);
    Dataset<Row> taken = waiting.isEmpty() ? left : settlement.released(lake, left);
    if (!taken.equals(left)) {
      tallies.putAll(FileTally.byFile(taken.where(col("file_id").isInCollection(waiting)), rules));
    }
    Set<String> ids = landed.stream().map(l -> l.delivery().fileId()).collect(toSet());
    Set<String> landedBefore =
        landed.stream().filter(LandedFile::isLeft).map(l -> l.delivery().fileId()).collect(toSet());
    Map<String, Repeats> repeats =
        settlement.settle(
            lake, taken.where(not(Quarantine.isBroken())), ids, landedBefore, this::recalled);
    book(rules, tallies, held, repeats);
    if (tallies.values().stream().anyMatch(t -> t.broken() + t.outOfScope() > 0)) {
      setAside = Optional.of(Quarantine.of(contract, rules, taken.where(Quarantine.isBroken())));
    }
  }

  private List<Delivery> deliveries() {
    return landed.stream().map(LandedFile::delivery).toList();
  }

  private boolean isReplaced(Delivery delivery) {
    return replacements.of(contract, delivery).isPresent();
  }

  private Dataset<Row> judged(Lake lake, Rules rules) {
    String[] replaced =
        deliveries().stream().filter(this::isReplaced).map(Delivery::fileId).toArray(String[]::new);
    Dataset<Row> bronze = lake.read(Bronze.of(contract), batchIds()).where(col("row_no").gt(0));
    return kept(
        settlement.derived(
            new Judgement(contract, rules, settings.profiles(), deliveries())
                .of(
                    replaced.length == 0
                        ? bronze
                        : bronze.where(not(col("file_id").isin((Object[]) replaced))),
                    rows -> settlement.beside(lake, rows))));
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

  private void book(
      Rules rules,
      Map<String, FileTally> tallies,
      Map<String, String> held,
      Map<String, Repeats> repeats) {
    Booking booking =
        new Booking(contract, settings, new RuleTexts(rules), settlement.changeRule(), books);
    for (LandedFile file : landed) {
      String id = file.delivery().fileId();
      replacements
          .of(contract, file.delivery())
          .ifPresentOrElse(
              by -> booking.replaced(file, by, replacements.isNews(contract, file.delivery())),
              () ->
                  booking.judged(
                      file,
                      tallies.getOrDefault(id, FileTally.EMPTY),
                      held.getOrDefault(id, ""),
                      repeats.getOrDefault(id, Repeats.NONE)));
    }
  }
}
