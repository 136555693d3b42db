package org.remitlake.synthetic;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.remitlake.time.Quarter;

/** How many senders each provider has, and who they are. */
final class Roster {
  /** Customers of one kind. */
  record Segment(Corridor corridor, boolean relocation, long senders) implements Serializable {}

  private final Request request;
  private final Map<Corridor, Double> workers = new EnumMap<>(Corridor.class);
  private final Map<Provider, List<Segment>> segments = new EnumMap<>(Provider.class);
  private final Map<Provider, Long> senders = new EnumMap<>(Provider.class);
  private final Map<Provider, Long> strides = new EnumMap<>(Provider.class);

  Roster(Request request) {
    this.request = request;
    double ordinary = request.transfers() / (1 + relocationPerWorkerTransfer());
    for (Corridor corridor : Corridor.values()) {
      workers.put(corridor, ordinary * corridor.weight() / perSender(corridor));
    }
    for (Provider provider : Provider.values()) {
      segments.put(provider, segmentsOf(provider));
      long all = segments.get(provider).stream().mapToLong(Segment::senders).sum();
      senders.put(provider, all);
      strides.put(provider, stride(all));
    }
  }

  private List<Segment> segmentsOf(Provider provider) {
    List<Segment> found = new ArrayList<>();
    for (Corridor corridor : Corridor.values()) {
      double all = workers.get(corridor) * Shares.largest(provider, corridor);
      add(found, new Segment(corridor, false, ceil(all)));
      if (corridor.toArmenia() && months().stream().anyMatch(m -> relocation(m) > 0)) {
        double moved = all * Breaks.RELOCATION * corridor.yearlyMean() / Sender.RELOCATION_YEARLY;
        add(found, new Segment(corridor, true, ceil(moved)));
      }
    }
    return List.copyOf(found);
  }

  private static void add(List<Segment> segments, Segment segment) {
    if (segment.senders() > 0) {
      segments.add(segment);
    }
  }

  private static long ceil(double senders) {
    return (long) Math.ceil(senders);
  }

  long senders(Provider provider) {
    return senders.get(provider);
  }

  /**
   * Neighbouring numbers are of all kinds, so that every part of a quarter holds a like mixture.
   */
  Sender sender(Provider provider, long id) {
    long all = senders(provider);
    long position = Math.floorMod(id * strides.get(provider), all);
    for (Segment segment : segments.get(provider)) {
      if (position < segment.senders()) {
        return Sender.of(request.seed(), provider, id, segment.corridor(), segment.relocation());
      }
      position -= segment.senders();
    }
    throw new IllegalArgumentException(provider + " has no sender " + id + ".");
  }

  /** Near the golden section, and coprime: so the numbers are a permutation of the positions. */
  private static long stride(long all) {
    long stride = Math.max(1, (long) (all * 0.6180339887));
    while (gcd(stride, all) != 1) {
      stride++;
    }
    return stride;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** Expected transfers of a provider in a quarter. */
  double expected(Provider provider, Quarter quarter) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      YearMonth month = YearMonth.from(quarter.firstDay()).plusMonths(i);
      for (Corridor corridor : Corridor.values()) {
        double share = Shares.provider(provider, corridor, month);
        double perSender = monthly(corridor, month);
        if (corridor.toArmenia()) {
          perSender += relocation(month);
        }
        sum += workers.get(corridor) * share * perSender;
      }
    }
    return sum;
  }

  private double relocationPerWorkerTransfer() {
    double sum = months().stream().mapToDouble(Roster::relocation).sum();
    return Corridor.RUS_ARM.weight() * sum / perSender(Corridor.RUS_ARM);
  }

  /** A worker's expected transfers in all months of the request. */
  private double perSender(Corridor corridor) {
    return months().stream().mapToDouble(month -> monthly(corridor, month)).sum();
  }

  private static double monthly(Corridor corridor, YearMonth month) {
    return corridor.yearlyMean()
        / 12
        * Season.factor(corridor, month.getMonthValue())
        * Breaks.volume(corridor, month);
  }

  /** Relocation transfers for one Armenian worker. */
  private static double relocation(YearMonth month) {
    return Corridor.RUS_ARM.yearlyMean()
        / 12
        * Breaks.RELOCATION
        * Breaks.relocation(Corridor.RUS_ARM, month);
  }

  private List<YearMonth> months() {
    YearMonth end = YearMonth.from(request.to().endExclusive());
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth m = YearMonth.from(request.from().firstDay()); m.isBefore(end); ) {
      months.add(m);
      m = m.plusMonths(1);
    }
    return months;
  }
}
