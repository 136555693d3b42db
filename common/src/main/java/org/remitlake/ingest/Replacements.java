package org.remitlake.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.Delivery;

/**
 * Files that another one replaces as a whole: its manifest names them as {@code replaces_file_id}.
 * Whichever comes first, none of the rows of such a file counts. Only files of the same partner and
 * contract are replaced.
 */
final class Replacements {
  /** A file of a partner, by its content. */
  private record Named(String contract, String provider, String fileId) {}

  private final Settings settings;
  private final Ledger ledger;
  private final Map<Named, Replacing> replacing = new ConcurrentHashMap<>();
  private final Set<Named> recorded = new HashSet<>();

  /** The file that takes the place of another. */
  private record Replacing(String name, Named file) {}

  /**
   * Knows of the files that were settled and those that landed.
   *
   * @param ledger before this run forgets any of it
   */
  Replacements(Settings settings, Ledger ledger, Map<DeliveryContract, List<LandedFile>> landed) {
    this.settings = settings;
    this.ledger = ledger;
    for (Row file : ledger.files()) {
      String named = OpsFile.text(file, OpsFile.REPLACES_FILE_ID.name());
      Named own = recorded(file, OpsFile.text(file, OpsFile.FILE_ID.name()));
      String status = OpsFile.text(file, OpsFile.STATUS.name());
      if (named != null && !status.equals("HELD")) {
        String name = OpsFile.text(file, OpsFile.FILE_NAME.name());
        replacing.put(recorded(file, named), new Replacing(name, own));
      }
      if (status.equals("REPLACED")) {
        recorded.add(own);
      }
    }
    landed.forEach((contract, files) -> files.forEach(f -> add(contract, f.delivery())));
  }

  private void add(DeliveryContract contract, Delivery delivery) {
    if (!delivery.replaces().isEmpty()) {
      replacing.put(
          new Named(contract.name(), settings.provider(delivery), delivery.replaces()),
          new Replacing(delivery.name(), named(contract, delivery)));
    }
  }

  private Named named(DeliveryContract contract, Delivery delivery) {
    return new Named(contract.name(), settings.provider(delivery), delivery.fileId());
  }

  private static Named recorded(Row file, String fileId) {
    return new Named(
        OpsFile.text(file, OpsFile.CONTRACT.name()),
        OpsFile.text(file, OpsFile.PROVIDER.name()),
        fileId);
  }

  /** Name of the file that replaces this one, if one does; of files in a ring none does. */
  Optional<String> of(DeliveryContract contract, Delivery delivery) {
    Named file = named(contract, delivery);
    Replacing by = replacing.get(file);
    Set<Named> seen = new HashSet<>();
    for (Replacing next = by; next != null; next = replacing.get(next.file())) {
      if (next.file().equals(file) || !seen.add(next.file())) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(by).map(Replacing::name);
  }

  /** Whether it is told for the first time that this file is replaced. */
  boolean isNews(DeliveryContract contract, Delivery delivery) {
    return !recorded.contains(named(contract, delivery));
  }

  /**
   * Takes back what held files replace, until they are released.
   *
   * @return notices of files that count again
   */
  List<String> withdrawn(DeliveryContract contract, List<Delivery> held) {
    List<String> notices = new ArrayList<>();
    for (Delivery file : held) {
      Named replaced = new Named(contract.name(), settings.provider(file), file.replaces());
      Replacing by = replacing.get(replaced);
      if (by != null && by.file().equals(named(contract, file))) {
        replacing.remove(replaced);
        notices.add(
            "%s: replaces no file while it is held; the one that its manifest names counts."
                .formatted(file.name()));
      }
    }
    return notices;
  }

  /**
   * Settled files that are to be settled again, since landed ones replace some of them: all that
   * their partners sent, for what was a copy of a replaced row, or weaker than it, holds now.
   */
  List<LandedFile> reopened(DeliveryContract contract, List<LandedFile> landed) {
    Set<Named> named = new HashSet<>();
    for (LandedFile file : landed) {
      Delivery delivery = file.delivery();
      named.add(new Named(contract.name(), settings.provider(delivery), delivery.replaces()));
    }
    Set<String> partners = new TreeSet<>();
    for (Row file : ledger.files()) {
      String status = OpsFile.text(file, OpsFile.STATUS.name());
      boolean counts = status.equals("ACCEPTED") || status.equals("HELD");
      if (counts && named.contains(recorded(file, OpsFile.text(file, OpsFile.FILE_ID.name())))) {
        partners.add(OpsFile.text(file, OpsFile.PROVIDER.name()));
      }
    }
    if (partners.isEmpty()) {
      return List.of();
    }
    Set<String> files = new TreeSet<>();
    for (Row file : ledger.files()) {
      boolean isTheirs =
          OpsFile.text(file, OpsFile.CONTRACT.name()).equals(contract.name())
              && partners.contains(OpsFile.text(file, OpsFile.PROVIDER.name()));
      if (isTheirs) {
        files.add(OpsFile.text(file, OpsFile.FILE_ID.name()));
      }
    }
    return ledger.reopened(contract, files, settings.profiles().byName()::containsKey);
  }

  /** Notices of landed files that name as replaced what their partner never sent. */
  List<String> unfounded(DeliveryContract contract, List<LandedFile> landed) {
    Set<Named> known = new HashSet<>();
    ledger.files().forEach(f -> known.add(recorded(f, OpsFile.text(f, OpsFile.FILE_ID.name()))));
    landed.forEach(
        f ->
            known.add(
                new Named(
                    contract.name(), settings.provider(f.delivery()), f.delivery().fileId())));
    List<String> notices = new ArrayList<>();
    for (LandedFile file : landed) {
      Delivery delivery = file.delivery();
      String replaces = delivery.replaces();
      if (!replaces.isEmpty()
          && !known.contains(new Named(contract.name(), settings.provider(delivery), replaces))) {
        notices.add(
            "%s: its manifest names as replaces_file_id a file that this partner has not sent. If it"
                    .formatted(delivery.name())
                + " comes, it will not be taken; ask the partner if that is meant.");
      }
    }
    return notices;
  }
}
