package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.remitlake.synthetic.Planted.Outcome;

/** One unit's file, with its flaws and what is to be known about it. */
final class Extract {
  /** Partners' own repairs are counted whole, and told line by line up to so many a file. */
  private static final int MOST_TOLD = 50;

  private static final Map<String, String> LINE_BREAK = Map.of("memo", "first line\nsecond line");

  private final Population population;
  private final Unit unit;
  private final Path folder;
  private final Role role;
  private final String name;
  private final List<Planted> planted = new ArrayList<>();
  private final SortedMap<String, Long> natural = new TreeMap<>();
  private final Tally tally = new Tally();

  Extract(Population population, Unit unit, Path folder) {
    this.population = population;
    this.unit = unit;
    this.folder = folder;
    this.role = Role.of(population.request(), unit);
    this.name = TransferDelivery.name(unit, "v01", Layout.of(unit.provider()));
  }

  Report write() throws IOException {
    role.planted(name).ifPresent(planted::add);
    long rows;
    try (Sheet sheet = new Sheet(folder.resolve(name), role.layout(unit.provider()))) {
      Planting planting = new Planting(population);
      for (Transfer row : planting.resent(unit)) {
        plant("T01", sheet.write(row), row, Outcome.DUPLICATE, "sent again in the next quarter");
      }
      List<Transfer> transfers = population.transfers(unit);
      write(sheet, transfers, planting.flaws(unit, role, transfers));
      rows = sheet.rows();
    }
    List<Written> files = new ArrayList<>();
    files.add(new Written(name, "transfer", unit.provider().name(), rows, natural));
    if (role == Role.COPIED) {
      files.add(copy(rows));
    }
    return new Report(files, planted, tally);
  }

  private void write(Sheet sheet, List<Transfer> rows, Map<Integer, Flaw> flaws)
      throws IOException {
    Counts counts = new Counts();
    boolean broken = population.request().defects() == Defects.NONE || !hasMemo();
    for (int i = 0; i < rows.size(); i++) {
      Transfer row = rows.get(i);
      boolean last =
          i + 1 == rows.size() || !rows.get(i + 1).transactionId().equals(row.transactionId());
      Flaw flaw = flaws.get(i);
      if (flaw == null && !broken) {
        sheet.write(row, LINE_BREAK, 0);
        natural.put("line_break", 1L);
        broken = true;
      } else if (flaw == null) {
        repaired(sheet.write(row), row);
      } else {
        spoil(sheet, row, flaw);
      }
      if (last) {
        counts.add(row, flaw != null && flaw.outcome() == Outcome.QUARANTINE);
      }
    }
    tally.add(unit.quarter(), counts);
  }

  private boolean hasMemo() {
    return unit.provider() == Provider.FIN_01;
  }

  private void spoil(Sheet sheet, Transfer row, Flaw flaw) throws IOException {
    long line = sheet.write(row, flaw.cells(row, role), flaw.surplus());
    if (flaw == Flaw.DUPLICATED) {
      line = sheet.write(row);
    }
    planted.add(flaw.planted(name, line, row));
  }

  /** What an ingest has to repair because the partner always writes so. */
  private void repaired(long line, Transfer row) {
    if (unit.provider() == Provider.MTO_01 && Mto01.negative(row)) {
      long before = natural.merge("T04", 1L, Long::sum);
      if (before <= MOST_TOLD) {
        plant("T04", line, row, Outcome.ACCEPT_REPAIRED, "reversal as a negative row");
      }
    } else if (unit.provider() == Provider.MTO_02 && Mto02.oldCurrency(row)) {
      natural.merge("T08_RUR", 1L, Long::sum);
    }
  }

  private void plant(String rule, long line, Transfer row, Outcome outcome, String note) {
    planted.add(new Planted(rule, "transfer", name, line, row.transactionId(), outcome, note));
  }

  private Written copy(long rows) throws IOException {
    int dot = name.lastIndexOf('.');
    String other = name.substring(0, dot) + "_copy" + name.substring(dot);
    Files.copy(folder.resolve(name), folder.resolve(other));
    planted.add(
        new Planted("F01", "transfer", other, 1, "", Outcome.IGNORED_FILE, "copy of " + name));
    return new Written(other, "transfer", unit.provider().name(), rows, natural);
  }
}
