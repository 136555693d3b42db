package org.remitlake.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.remitlake.synthetic.PilotStudy.Cluster;

/**
 * A place where a partner bank offers its products.
 *
 * @param id unique at the bank
 * @param key of its random numbers
 * @param kind what it is
 * @param region ISO 3166-2
 * @param pilotArea whether it lies where the bank's pilot is
 * @param registers whether it keeps a register of complaints
 * @param staff front staff in the first quarter
 */
record Point(
    String id,
    long key,
    Kind kind,
    String region,
    boolean pilotArea,
    boolean registers,
    int staff) {
  private static final long TAG = "points".hashCode();
  private static final int OF_REGION = 3;

  /** What it is. */
  enum Kind {
    BRANCH,
    AGENT,
    CASH_DESK
  }

  /** Main towns of the regions: hundredths of degrees north and east. */
  private static final Map<String, int[]> TOWNS =
      Map.ofEntries(
          Map.entry("TJ-DU", new int[] {3_856, 6_879}),
          Map.entry("TJ-SU", new int[] {4_028, 6_962}),
          Map.entry("TJ-KT", new int[] {3_784, 6_878}),
          Map.entry("TJ-RA", new int[] {3_856, 6_901}),
          Map.entry("TJ-GB", new int[] {3_749, 7_155}),
          Map.entry("AM-ER", new int[] {4_018, 4_451}),
          Map.entry("AM-SH", new int[] {4_079, 4_385}),
          Map.entry("AM-LO", new int[] {4_081, 4_449}),
          Map.entry("AM-TV", new int[] {4_088, 4_515}),
          Map.entry("AM-AG", new int[] {4_030, 4_436}),
          Map.entry("AM-AR", new int[] {3_995, 4_455}),
          Map.entry("AM-AV", new int[] {4_015, 4_404}),
          Map.entry("AM-KT", new int[] {4_050, 4_477}),
          Map.entry("AM-GR", new int[] {4_036, 4_513}),
          Map.entry("AM-SU", new int[] {3_921, 4_641}),
          Map.entry("AM-VD", new int[] {3_976, 4_533}));

  /** Of what a point offers of a product. */
  record Offer(String product, LocalDate from, LocalDate to) {

    /** Whether it stood on some day of a month. */
    boolean stands(LocalDate month) {
      return from.isBefore(month.plusMonths(1)) && (to == null || !to.isBefore(month));
    }
  }

  /** All points of a pilot's bank, in every region of its country. */
  static List<Point> of(Request request, Pilot pilot) {
    long key = Draw.key(request.seed(), TAG, pilot.number());
    Set<String> piloted =
        PilotStudy.of(request.seed(), pilot).clusters().stream()
            .map(Cluster::region)
            .collect(Collectors.toSet());
    Set<String> regions = new LinkedHashSet<>();
    pilot.country().strata().forEach(stratum -> regions.addAll(stratum.regions()));
    List<Point> points = new ArrayList<>();
    for (String region : regions) {
      for (int i = 0; i < OF_REGION; i++) {
        long own = Draw.key(key, points.size());
        Draw draw = Draw.of(own);
        Text id = new Text(8).append(pilot.country().prefix()).append("-P");
        Digits.padded(id, points.size() + 1, 3);
        Kind kind = i == 0 ? Kind.BRANCH : draw.chance(0.6) ? Kind.AGENT : Kind.CASH_DESK;
        points.add(
            new Point(
                id.toString(),
                own,
                kind,
                region,
                piloted.contains(region) && i < OF_REGION - 1,
                kind == Kind.BRANCH || draw.chance(0.6),
                kind == Kind.BRANCH ? 4 + draw.below(6) : 1 + draw.below(3)));
      }
    }
    return points;
  }

  /** Hundredths of a degree: north 0, east 1. */
  int place(int axis) {
    return TOWNS.get(region)[axis] + Draw.of(Draw.key(key, 1, axis)).below(21) - 10;
  }

  /** Loans since long ago; the pilot's product in its area, and later in some other places. */
  List<Offer> offers(Request request, Pilot pilot) {
    Draw draw = Draw.of(Draw.key(key, 2));
    LocalDate start = PilotCalendar.of(request).treatedFrom();
    List<Offer> offers = new ArrayList<>();
    offers.add(new Offer(loanProduct(pilot), LocalDate.of(2006, 1, 2), null));
    if (draw.chance(pilotArea ? 0.9 : 0.3)) {
      LocalDate from = start.plusDays((pilotArea ? 0 : 180) + draw.below(60));
      offers.add(new Offer(pilot.product(), from, draw.chance(0.06) ? from.plusDays(300) : null));
    }
    return offers;
  }

  static String loanProduct(Pilot pilot) {
    return "LN_" + pilot.country().prefix() + "_01";
  }
}
