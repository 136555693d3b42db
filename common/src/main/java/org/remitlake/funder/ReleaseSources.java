package org.remitlake.funder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.TableContract;
import org.remitlake.evaluation.Effects;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.indicator.InputVersions;
import org.remitlake.lake.Lake;
import org.remitlake.quote.Quote;
import org.remitlake.registry.Outcomes;
import org.remitlake.registry.Targets;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/** The tables that a quarter's release is made of, and whether they are fit for one. */
final class ReleaseSources {
  private static final List<TableContract> READ =
      List.of(
          IndicatorValues.CONTRACT,
          Effects.CONTRACT,
          Targets.CONTRACT,
          Tx.CONTRACT,
          Quote.CONTRACT);

  private final Lake lake;
  private final Quarter quarter;

  ReleaseSources(Lake lake, Quarter quarter) {
    this.lake = lake;
    this.quarter = quarter;
  }

  /** Versions of the tables that are there, by name. */
  static Map<String, Long> versions(Lake lake) {
    Map<String, Long> versions = new TreeMap<>();
    READ.stream()
        .filter(lake::exists)
        .forEach(table -> versions.put(table.table(), lake.version(table)));
    return versions;
  }

  /** A run that died half-way left values of two states beside each other. */
  void refuseUnfinished() {
    if (!lake.exists(IndicatorValues.CONTRACT)) {
      throw new ConfigProblem(
          "%s: the table gold.indicator_value is missing. Nothing was released. Run 'remit indicators'"
                  .formatted(quarter)
              + " and 'remit survey' first.");
    }
    InputVersions computed = InputVersions.read(lake);
    Set<String> wanted = new TreeSet<>(lake.sliceVersions(Effects.CONTRACT).keySet());
    wanted.addAll(List.of(quarter.toString(), String.valueOf(quarter.year())));
    wanted.removeIf(period -> !computed.isUnfinished(period));
    if (!wanted.isEmpty()) {
      throw new ConfigProblem(
          "%s: a run that computed %s anew did not come to its end. Nothing was released. Run 'remit"
                  .formatted(quarter, String.join(", ", wanted))
              + " indicators', 'survey' and 'evaluate' first.");
    }
  }

  /**
   * A table that is gone would be taken for one without rows: figures would be missing, or hidden
   * for want of providers, in a release that stands for ever.
   */
  void refuseMissing(List<Figure> figures) {
    Map<String, TableContract> sources = Map.of("tx", Tx.CONTRACT, "quote", Quote.CONTRACT);
    sources.forEach(
        (basis, table) -> {
          boolean isTold =
              figures.stream().anyMatch(f -> f.cell().basis().equals(basis) && !f.count().isNone());
          if (isTold && !lake.exists(table)) {
            throw new ConfigProblem(
                "%s: gold has figures that rest on %s, but that table is missing. Nothing was released."
                        .formatted(quarter, table.table())
                    + " Restore it, or fill a new lake from the deliveries.");
          }
        });
    boolean isOfEffects = quarter.number() == Figures.QUARTER_OF_YEARS;
    if (isOfEffects && lake.exists(Outcomes.CONTRACT) && !lake.exists(Effects.CONTRACT)) {
      throw new ConfigProblem(
          "%s: silver.outcome is there, but gold.effect is missing. Nothing was released. Run 'remit"
                  .formatted(quarter)
              + " evaluate --pilot' for each pilot first.");
    }
  }
}
