package org.remitlake.savings;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.ValueRow;

/**
 * A count of a stage, over another count or alone.
 *
 * @param part subjects at the stage
 * @param whole subjects that it is over; for a count alone, the same
 * @param filled subjects at the stage on the day of a later one, since nobody noted it
 * @param open subjects of whom it is not known yet
 * @param excluded subjects left out, by reason
 * @param nullReason why there is no value; empty when there is one
 */
record FunnelRatio(
    long part, long whole, long filled, long open, Map<String, Long> excluded, String nullReason) {

  /** Of a cell at the end of a quarter; {@code all} is the cell of all subjects of the pilot. */
  static FunnelRatio of(Funnel indicator, String quarter, FunnelCell cell, FunnelCell all) {
    FunnelStage stage = indicator.stage();
    long part = cell.by(quarter, stage.name());
    long opened = cell.by(quarter, FunnelStage.OPENED.name());
    long due = stage.hasWindow() ? cell.by(quarter, FunnelTracks.ofEligible(stage)) : opened;
    long open = opened - due;
    long whole =
        switch (indicator.kind()) {
          case COUNT -> part;
          case OF_ELIGIBLE -> cell.by(quarter, FunnelStage.ELIGIBLE.name()) - open;
          case STEP -> {
            long before = cell.by(quarter, stage.previous().orElseThrow().name());
            long dueOfThem =
                stage.hasWindow() ? cell.by(quarter, FunnelTracks.ofPrevious(stage)) : before;
            open = before - dueOfThem;
            yield dueOfThem;
          }
        };
    Map<String, Long> excluded = new TreeMap<>();
    for (String reason : new String[] {FunnelTracks.NO_CONSENT, FunnelTracks.NOT_IN_FRAME}) {
      put(excluded, reason, cell.by(quarter, reason));
    }
    put(excluded, "WINDOW_OPEN", open);
    long filled = cell.filledBy(quarter, stage.name());
    put(excluded, FunnelSpells.STAGE_IMPUTED, filled);
    return new FunnelRatio(
        part, whole, filled, open, excluded, nullReason(indicator, due, whole, all));
  }

  private static void put(Map<String, Long> excluded, String reason, long subjects) {
    if (subjects > 0) {
      excluded.put(reason, subjects);
    }
  }

  private static String nullReason(Funnel indicator, long due, long whole, FunnelCell all) {
    FunnelStage stage = indicator.stage();
    if (stage.hasWindow() && due == 0) {
      return "WINDOW_OPEN";
    }
    // What a pilot never notes is unknown, and not zero.
    if (!all.has(stage.name())) {
      return "EMPTY";
    }
    return indicator.kind() != Funnel.Kind.COUNT && whole <= 0 ? "DEN_ZERO" : "";
  }

  ValueRow value(Funnel indicator, CellKey key) {
    boolean isCount = indicator.kind() == Funnel.Kind.COUNT;
    double number = isCount ? part : 100.0 * part / whole;
    return new ValueRow(
        indicator,
        key,
        nullReason.isEmpty() ? Optional.of(number) : Optional.empty(),
        nullReason,
        Optional.of(BigDecimal.valueOf(part)),
        isCount ? Optional.empty() : Optional.of(BigDecimal.valueOf(whole)),
        whole,
        whole,
        filled,
        excluded,
        "UNIT",
        Optional.empty(),
        ValueRow.grade(filled, Math.max(part, 1)),
        Optional.empty());
  }
}
