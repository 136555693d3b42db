package org.remitlake.ingest.rule;

import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/**
 * Local times without a zone that came twice, since clocks were set back (rule F12): the earlier
 * instant was taken.
 *
 * <p>Told from the instant that was read: it lies in the last hour (or as much as clocks were set
 * back) before its zone's transition. So nothing is read twice, and a row after the zone's last
 * transition costs one comparison; of zones that set no clock back since 1998 nothing is asked.
 */
final class Overlaps {
  static final String RULE = "F12";

  /** No transfer is older (rule T12). */
  private static final Instant FIRST = Instant.parse("1998-01-01T00:00:00Z");

  /** Zones that set their clocks back every year have no last transition. */
  private static final Instant LAST = Instant.parse("2050-01-01T00:00:00Z");

  private final DeliveryContract contract;
  private final FileFacts facts;

  Overlaps(DeliveryContract contract, FileFacts facts) {
    this.contract = contract;
    this.facts = facts;
  }

  /** Instants that have a second reading one offset later, in order. */
  private record Span(Instant from, Instant to) {
    static List<Span> of(String zone) {
      ZoneRules rules = ZoneId.of(zone).getRules();
      List<Span> spans = new ArrayList<>();
      ZoneOffsetTransition next = rules.nextTransition(FIRST);
      while (next != null && next.getInstant().isBefore(LAST)) {
        if (next.isOverlap()) {
          spans.add(new Span(next.getInstant().plus(next.getDuration()), next.getInstant()));
        }
        next = rules.nextTransition(next.getInstant());
      }
      return spans;
    }

    Column holds(Column instant) {
      return instant.geq(lit(from)).and(instant.lt(lit(to)));
    }
  }

  /** Whether some file of the batch may have such times. */
  boolean arePossible() {
    return facts.zones().stream().anyMatch(zone -> !Span.of(zone).isEmpty());
  }

  /** Flags of typed rows, with the rule's where it caught an instant. */
  Column added(Column flags) {
    Optional<Column> any =
        contract.fields().stream()
            .filter(field -> field.kind() == Kind.INSTANT && facts.has(field))
            .map(this::isAmbiguous)
            .reduce(Column::or);
    return any.map(caught -> when(caught, array_append(flags, lit(RULE))).otherwise(flags))
        .orElse(flags);
  }

  private Column isAmbiguous(DeliveredField field) {
    Column any = lit(false);
    for (int place = 0; place < facts.zones().size(); place++) {
      List<Span> spans = Span.of(facts.zones().get(place));
      if (!spans.isEmpty()) {
        any = any.or(col(FileFacts.ZONE).equalTo(place).and(isIn(spans, field.column())));
      }
    }
    return any.and(not(Cells.hasZone(Judgement.delivered(field))));
  }

  private static Column isIn(List<Span> spans, Column instant) {
    return instant
        .lt(lit(spans.get(spans.size() - 1).to()))
        .and(spans.stream().map(span -> span.holds(instant)).reduce(Column::or).orElseThrow());
  }
}
