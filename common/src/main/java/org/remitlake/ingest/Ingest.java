package org.remitlake.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.file.Drop;
import org.remitlake.ingest.file.Landing;
import org.remitlake.ingest.file.Scan;
import org.remitlake.lake.Lake;
import org.remitlake.lake.Lanes;
import org.remitlake.survey.CodebookMap;

/**
 * Files of a drop folder into bronze, silver, quarantine and {@code ops.file}.
 *
 * <p>Order of commits: bronze of each contract (from then on its files are part of the lake), then
 * silver, quarantine, {@code silver.codebook_map}, {@code gold.data_quality} and last {@code
 * ops.file}, which says that a file is done; partners' pages are written just before. A run that
 * dies in between is completed by the next one.
 */
public final class Ingest {
  /** Contracts that ingest knows. */
  public static final List<DeliveryContract> CONTRACTS = BatchSettlement.contracts();

  /** Tables of silver that ingest writes. */
  public static final List<TableContract> SILVER =
      Stream.concat(BatchSettlement.tables().stream(), Stream.of(CodebookMap.CONTRACT_OF)).toList();

  private final Lake lake;
  private final Settings settings;
  private final Consumer<String> progress;
  private final Books books = new Books();
  private final UntakenFiles untaken;

  private Ingest(Lake lake, Settings settings, Consumer<String> progress) {
    this.lake = lake;
    this.settings = settings;
    this.progress = progress;
    this.untaken = new UntakenFiles(settings.profiles(), books);
  }

  /** Ingests what lies in files and folders. */
  public static IngestReport run(
      Lake lake, Settings settings, List<String> inputs, Consumer<String> progress) {
    Drop.Listing drop = Drop.list(inputs, lake.spark().sparkContext().hadoopConfiguration());
    return new Ingest(lake, settings, progress).run(drop, Ledger.read(lake));
  }

  /**
   * Judges once more the files in bronze of which rows wait in quarantine, or all are held, if
   * their profile, the words that all share, or the rules were changed since. Files that landed
   * with them are judged with them; no other is touched.
   */
  public static IngestReport requarantine(Lake lake, Settings settings, Consumer<String> progress) {
    return new Ingest(lake, settings, progress)
        .run(
            new Drop.Listing(List.of(), List.of(), List.of()),
            Ledger.read(lake).reopened(settings::fingerprint));
  }

  private IngestReport run(Drop.Listing drop, Ledger ledger) {
    for (String notice : drop.notices()) {
      books.notice(notice);
      books.countFile("unclaimed");
    }
    drop.refused().forEach(untaken::refuse);
    Map<DeliveryContract, List<LandedFile>> landed = new HashMap<>();
    for (DeliveryContract contract : CONTRACTS) {
      List<LandedFile> left = ledger.landed(contract, ledger.pending(contract));
      left.forEach(
          l -> GoneProfile.refuse(l.delivery(), settings.profiles().byName()::containsKey));
      landed.put(contract, new ArrayList<>(left));
      if (!left.isEmpty()) {
        progress.accept(
            "settling %d %s files that landed before".formatted(left.size(), contract.name()));
      }
    }
    Copies copies = new Copies(ledger);
    landed.values().forEach(l -> l.forEach(d -> copies.met(d.delivery())));
    Set<String> known = ledger.settled(settings::fingerprint);
    Set<String> completed = new HashSet<>();
    landed.values().forEach(l -> l.forEach(d -> completed.add(d.delivery().fileId())));
    known.addAll(completed);
    List<Delivery> fresh = inspect(drop.entries(), ledger, known, completed, copies);
    land(fresh).forEach((contract, files) -> landed.get(contract).addAll(files));
    Replacements replacements = new Replacements(settings, ledger, landed);
    landed.forEach(
        (contract, files) -> {
          replacements.unfounded(contract, files).forEach(books::notice);
          files.addAll(replacements.reopened(contract, files));
        });
    books.add(new BatchSettlement(lake, settings, ledger, replacements, progress).settle(landed));
    if (landed.entrySet().stream().anyMatch(e -> e.getKey().reasons() && !e.getValue().isEmpty())) {
      new CodebookRows(lake, settings.profiles()).write();
    }
    Quality quality = new Quality(lake, ledger);
    books.quality(quality.write(books, copies.found()));
    List<String> pages =
        new PartnerPages(lake).write(ledger.with(books.records()), quality.touched());
    ledger.write(books.records());
    return books.report(pages);
  }

  /** New files. Those that this run completes are counted when settled, and here not once more. */
  private List<Delivery> inspect(
      List<Drop.Entry> entries,
      Ledger ledger,
      Set<String> known,
      Set<String> completed,
      Copies copies) {
    List<Scan.Claimed> profiled = new ArrayList<>();
    for (Drop.Entry entry : entries) {
      List<String> names = settings.profiles().namesFor(entry.name());
      if (names.isEmpty()) {
        untaken.leave(entry.name());
      }
      for (String name : names) {
        String sheet = settings.profiles().byName().get(name).sheet();
        profiled.add(new Scan.Claimed(names.size() == 1 ? entry : entry.sheet(sheet), name));
      }
    }
    progress.accept("looking at " + profiled.size() + " files");
    Map<String, DeliveryContract> contracts =
        CONTRACTS.stream().collect(Collectors.toMap(DeliveryContract::name, c -> c));
    List<Scan.Look> looks =
        Scan.look(
            lake.spark(),
            profiled,
            settings.profiles(),
            contracts,
            known,
            !settings.pseudonymKey().isEmpty());
    Set<String> seen = new HashSet<>(known);
    List<Delivery> fresh = new ArrayList<>();
    for (Scan.Look look : looks) {
      if (!look.rejection().isEmpty()) {
        untaken.reject(look);
      } else if (seen.add(look.fileId())) {
        noteUnknownColumns(look);
        notePersonalData(look);
        noteNoRows(look);
        fresh.add(
            new Delivery(
                look.entry().name(),
                look.entry().path(),
                look.profile(),
                look.envelope(),
                ledger.revision(look.entry().name(), look.fileId()),
                look.inspection().get(0)));
        copies.met(fresh.get(fresh.size() - 1));
      } else {
        copies.metAgain(look, settings.profiles().byName().get(look.profile()));
        if (copies.hasOtherManifest(look)) {
          books.notice(
              look.entry().name()
                  + ": its manifest came after the file, or was changed since, and is not used. A file"
                  + " is taken with the manifest that lies beside it when it first comes; to use this"
                  + " one, have the partner send the file again with a difference in its bytes.");
        }
        if (!completed.remove(look.fileId())) {
          books.countFile("known");
        }
      }
    }
    return fresh;
  }

  private void noteUnknownColumns(Scan.Look look) {
    List<String> unknown = look.inspection().get(0).unknownColumns();
    if (!unknown.isEmpty()) {
      books.notice(
          "%s: not landed, since profile %s does not know them: columns %s. Add them to its 'columns'"
                  .formatted(look.entry().name(), look.profile(), String.join(", ", unknown))
              + " or 'ignore'.");
    }
  }

  private void noteNoRows(Scan.Look look) {
    if (look.inspection().get(0).rows() == 0) {
      books.notice(
          look.entry().name()
              + ": has a header and no rows (F09), so nothing was taken from it. Perhaps the export"
              + " failed: ask the partner.");
    }
  }

  private void notePersonalData(Scan.Look look) {
    String cells = look.inspection().get(0).personalCells();
    if (!cells.isEmpty()) {
      books.notice(
          "%s: cells that look like cards, accounts or phones were not stored (F07): %s. Of optional"
                  .formatted(look.entry().name(), cells)
              + " text the whole column was left out; other rows with them are in quarantine. Tell the"
              + " partner to leave them out.");
    }
  }

  private Map<DeliveryContract, List<LandedFile>> land(List<Delivery> fresh) {
    Map<String, List<Delivery>> byContract =
        fresh.stream()
            .collect(
                Collectors.groupingBy(
                    d -> settings.profiles().byName().get(d.profile()).contract()));
    List<DeliveryContract> delivered =
        CONTRACTS.stream().filter(c -> byContract.containsKey(c.name())).toList();
    List<List<LandedFile>> batches =
        Lanes.each(delivered, contract -> land(contract, byContract.get(contract.name())));
    Map<DeliveryContract, List<LandedFile>> landed = new HashMap<>();
    for (int i = 0; i < delivered.size(); i++) {
      landed.put(delivered.get(i), batches.get(i));
    }
    return landed;
  }

  private List<LandedFile> land(DeliveryContract contract, List<Delivery> own) {
    progress.accept("landing %d new %s files".formatted(own.size(), contract.name()));
    Landing.land(lake, contract, settings.profiles(), settings.pseudonymKey(), own);
    String batch = Landing.batchId(own);
    return own.stream().map(d -> new LandedFile(batch, d, false)).toList();
  }
}
