package org.remitlake.savings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Steps on the way to a product, in order; the last ones come a while after the opening. */
enum FunnelStage {
  ELIGIBLE("eligible", 0),
  REACHED("reached", 0),
  AWARE("aware", 0),
  INTERESTED("interested", 0),
  APPLIED("applied", 0),
  APPROVED("approved", 0),
  OPENED("opened", 0),
  FUNDED("first deposit", 0),
  ACTIVE_30D("active at 30 days", 30),
  ACTIVE_90D("active at 90 days", 90),
  PERSIST_180D("persistent at 180 days", 180),
  PERSIST_365D("persistent at 365 days", 365);

  static final List<FunnelStage> IN_ORDER = List.of(values());

  /** From the application on, who is at a stage has been at all before it. */
  static final List<FunnelStage> NESTED =
      IN_ORDER.subList(IN_ORDER.indexOf(APPLIED), IN_ORDER.size());

  private final String words;
  private final int days;

  FunnelStage(String words, int days) {
    this.words = words;
    this.days = days;
  }

  String words() {
    return words;
  }

  /** Days after the opening at which it is judged; 0 for what may come on any day. */
  int days() {
    return days;
  }

  boolean hasWindow() {
    return days > 0;
  }

  String variant() {
    return name().toLowerCase(Locale.ROOT);
  }

  Optional<FunnelStage> previous() {
    int at = IN_ORDER.indexOf(this);
    return at == 0 ? Optional.empty() : Optional.of(IN_ORDER.get(at - 1));
  }
}
