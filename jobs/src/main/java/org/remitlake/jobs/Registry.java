package org.remitlake.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.remitlake.cost.PaidCost;
import org.remitlake.cost.QuotedCost;
import org.remitlake.frequency.Frequency;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.QuoteIndicator;
import org.remitlake.indicator.TransferIndicator;

/** All families of indicators: a new family is one more line. */
final class Registry {
  private Registry() {}

  static List<TransferIndicator> ofTransfers() {
    List<TransferIndicator> all = new ArrayList<>();
    all.addAll(Arrays.asList(PaidCost.values()));
    all.addAll(Arrays.asList(Frequency.values()));
    return all;
  }

  static List<QuoteIndicator> ofQuotes() {
    return List.of(QuotedCost.values());
  }

  static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>(ofTransfers());
    all.addAll(ofQuotes());
    return all;
  }
}
