package org.remitlake.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;
import org.remitlake.lake.Lanes;

/**
 * Settles the landed files of all contracts, side by side where none looks at another's table, and
 * adds up their books in the order of contracts.
 */
final class BatchSettlement {
  private static final List<Settlement> SETTLEMENTS = settlements();

  private final Lake lake;
  private final Settings settings;
  private final Reconsidered reconsidered;
  private final Replacements replacements;
  private final Consumer<String> progress;

  BatchSettlement(
      Lake lake,
      Settings settings,
      Ledger ledger,
      Replacements replacements,
      Consumer<String> progress) {
    this.lake = lake;
    this.settings = settings;
    this.reconsidered = new Reconsidered(lake, settings, ledger);
    this.replacements = replacements;
    this.progress = progress;
  }

  private static List<Settlement> settlements() {
    List<Settlement> all =
        new ArrayList<>(List.of(FxRows.SETTLEMENT, QuoteRows.SETTLEMENT, new TransferSettlement()));
    all.addAll(DeliveredRows.SETTLEMENTS);
    return List.copyOf(all);
  }

  /** What can be settled; a contract comes after those whose tables it looks at. */
  static List<DeliveryContract> contracts() {
    return SETTLEMENTS.stream().map(Settlement::contract).toList();
  }

  /** The tables of silver, in the order of contracts. */
  static List<TableContract> tables() {
    return SETTLEMENTS.stream().flatMap(s -> s.tables().stream()).toList();
  }

  /** Writes silver, then quarantine; the files' rows of {@code ops.file} are to come last. */
  Books settle(Map<DeliveryContract, List<LandedFile>> delivered) {
    Map<DeliveryContract, List<LandedFile>> landed = new ConcurrentHashMap<>(delivered);
    Map<DeliveryContract, CompletableFuture<ContractBatch>> steps = new LinkedHashMap<>();
    try (Lanes lanes = new Lanes()) {
      for (Settlement settlement : SETTLEMENTS) {
        steps.put(
            settlement.contract(),
            lanes.after(
                settlement.basis().stream().map(steps::get).toList(),
                () -> settled(settlement, landed)));
      }
      List<ContractBatch> batches = lanes.results(List.copyOf(steps.values()));
      quarantine(batches);
      Books books = new Books();
      batches.forEach(b -> books.add(b.books()));
      batches.forEach(ContractBatch::close);
      return books;
    }
  }

  private ContractBatch settled(
      Settlement settlement, Map<DeliveryContract, List<LandedFile>> landed) {
    DeliveryContract contract = settlement.contract();
    boolean isBasisChanged =
        settlement.basis().stream().anyMatch(basis -> !landed.get(basis).isEmpty());
    List<LandedFile> own = new ArrayList<>(landed.get(contract));
    List<LandedFile> again = reconsidered.of(settlement, isBasisChanged, !own.isEmpty());
    if (!again.isEmpty()) {
      progress.accept(
          "judging %d %s files of earlier runs again, since what they depend on has changed"
              .formatted(again.size(), contract.name()));
    }
    own.addAll(again);
    landed.put(contract, own);
    ContractBatch batch = new ContractBatch(settlement, settings, reconsidered, replacements, own);
    if (!batch.isEmpty()) {
      batch.settle(lake, progress);
    } else if (isBasisChanged) {
      settlement.revise(lake);
    }
    return batch;
  }

  /** Batches that are settled again may have left rows there that came right. */
  private void quarantine(List<ContractBatch> all) {
    Set<String> held = lake.sliceVersions(Quarantine.CONTRACT_OF).keySet();
    Set<String> slices = new TreeSet<>();
    List<Dataset<Row>> rows = new ArrayList<>();
    for (ContractBatch batch : all) {
      batch.setAside().ifPresent(rows::add);
      if (batch.setAside().isPresent() || !Collections.disjoint(held, batch.batchIds())) {
        slices.addAll(batch.batchIds());
      }
    }
    Dataset<Row> none =
        lake.spark().createDataFrame(List.<Row>of(), Quarantine.CONTRACT_OF.schema());
    lake.replace(Quarantine.CONTRACT_OF, slices, rows.stream().reduce(Dataset::union).orElse(none));
  }
}
