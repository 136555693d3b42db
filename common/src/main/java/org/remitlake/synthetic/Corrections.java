package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.synthetic.Planted.Outcome;

/** Small second files: one that corrects rows of the first, and one that nobody can use. */
final class Corrections {
  /** Roubles (in hundredths) that the corrected fee is higher by. */
  private static final long HIGHER = 1_000;

  private final Population population;
  private final Planting planting;
  private final Path folder;

  Corrections(Population population, Path folder) {
    this.population = population;
    this.planting = new Planting(population);
    this.folder = folder;
  }

  /** The same keys with another fee: the later file wins. */
  Report write() throws IOException {
    Provider provider = Provider.MTO_02;
    Unit unit = unit(provider);
    Layout layout = Layout.of(provider);
    String name = TransferDelivery.name(unit, "v02", layout);
    List<Planted> planted = new ArrayList<>();
    Tally tally = new Tally();
    try (Sheet sheet = new Sheet(folder.resolve(name), layout)) {
      for (Transfer row : planting.corrected(provider)) {
        String fee = Words.money(provider, row.amounts().fee() + HIGHER);
        long line = sheet.write(row, Map.of("fee_amount", fee), 0);
        String id = row.transactionId();
        planted.add(
            new Planted("T01", "transfer", name, line, id, Outcome.FLAG, "another fee in v02"));
        tally.add(row.corridor(), unit.quarter(), "fee_" + row.amounts().sendCurrency(), HIGHER);
      }
      return report(name, provider, sheet, planted, tally);
    }
  }

  /** Without its send currency, a file can only be sent back. */
  Report writeUnreadable() throws IOException {
    Provider provider = Provider.FIN_01;
    Layout layout = Role.withoutCurrency(Layout.of(provider));
    String name = TransferDelivery.name(unit(provider), "v03", layout);
    Planted planted =
        new Planted(
            "F06", "transfer", name, 1, "", Outcome.REJECT_FILE, "no column of send currencies");
    try (Sheet sheet = new Sheet(folder.resolve(name), layout)) {
      for (Transfer row : planting.corrected(provider)) {
        sheet.write(row);
      }
      return report(name, provider, sheet, List.of(planted), new Tally());
    }
  }

  private Unit unit(Provider provider) {
    return new Unit(provider, population.request().from(), 1, 1, 0, 0);
  }

  private static Report report(
      String name, Provider provider, Sheet sheet, List<Planted> planted, Tally tally) {
    Written written = new Written(name, "transfer", provider.name(), sheet.rows(), new TreeMap<>());
    return new Report(List.of(written), planted, tally);
  }
}
