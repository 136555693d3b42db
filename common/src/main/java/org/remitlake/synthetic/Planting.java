package org.remitlake.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.synthetic.Event.Status;
import org.remitlake.time.Quarter;

/** Which rows of a unit are spoilt, and how. Never two flaws on one row. */
final class Planting {
  /** No file has more flaws than this, nor than 1.5 % of its rows (but two always). */
  private static final int MOST = 40;

  private static final double SHARE = 0.015;

  /** Rows sent again come from few senders, so that a quarter is not computed twice. */
  private static final int SENDERS_SEARCHED = 200;

  private static final int RESENT = 2;
  private static final int CORRECTED = 5;

  private final Population population;

  Planting(Population population) {
    this.population = population;
  }

  /** Flaws by index of the row. */
  Map<Integer, Flaw> flaws(Unit unit, Role role, List<Transfer> rows) {
    Map<Integer, Flaw> flaws = new TreeMap<>();
    if (population.request().defects() == Defects.NONE) {
      return flaws;
    }
    List<Integer> sound = sound(rows, false);
    List<Flaw> kinds =
        Arrays.stream(Flaw.values()).filter(f -> f.fits(unit.provider(), role)).toList();
    int wanted = (int) Math.min(MOST, Math.max(2, rows.size() * SHARE));
    int count = Math.min(wanted, sound.size());
    Draw draw = Draw.of(Draw.key(population.request().seed(), unit.provider().key(), unit.part()));
    // Small files hold two flaws: by moving on two kinds a quarter, all kinds come in their turn.
    int first = draw.below(kinds.size()) + 2 * quarterIndex(unit.quarter());
    for (int i = 0; i < count; i++) {
      int slot = sound.size() / count;
      flaws.put(sound.get(i * slot + draw.below(slot)), kinds.get((first + i) % kinds.size()));
    }
    return flaws;
  }

  private int quarterIndex(Quarter quarter) {
    Quarter from = population.request().from();
    return 4 * (quarter.year() - from.year()) + quarter.number() - from.number();
  }

  /** Rows of the quarter before that a unit delivers once more. */
  List<Transfer> resent(Unit unit) {
    Request request = population.request();
    boolean first = unit.quarter().equals(request.from()) || unit.part() != 1;
    if (request.defects() == Defects.NONE || first || unit.provider() == Provider.MTO_02) {
      return List.of();
    }
    return reserved(unit.provider(), unit.quarter().plus(-1), RESENT);
  }

  /** Rows of the first quarter that their provider corrects. */
  List<Transfer> corrected(Provider provider) {
    return reserved(provider, population.request().from(), CORRECTED);
  }

  private List<Transfer> reserved(Provider provider, Quarter quarter, int most) {
    List<Transfer> rows =
        population.transfers(
            new Unit(provider, quarter, 1, 1, 0, population.senders(provider, SENDERS_SEARCHED)));
    return sound(rows, true).stream().limit(most).map(rows::get).toList();
  }

  /**
   * Paid, converted rouble transfers of one row and a fair size: nothing else can be the matter
   * with them. A third is reserved for being sent again, so that it never meets a flaw.
   */
  private static List<Integer> sound(List<Transfer> rows, boolean reserved) {
    List<Integer> sound = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Transfer row = rows.get(i);
      boolean single = i + 1 == rows.size() || !sameTransfer(row, rows.get(i + 1));
      boolean kept = Math.floorMod(row.parties().beneficiary(), 3L) == 0;
      if (single && kept == reserved && ordinary(row)) {
        sound.add(i);
      }
    }
    return sound;
  }

  private static boolean sameTransfer(Transfer a, Transfer b) {
    return a.transactionId().equals(b.transactionId());
  }

  private static boolean ordinary(Transfer row) {
    Amounts amounts = row.amounts();
    return row.event().status() == Status.PAID
        && row.event().seq() == 1
        && row.corridor().fromRussia()
        && amounts.sendCurrency() == Currency.RUB
        && amounts.appliedRate() != 0
        && amounts.send() >= 100_000;
  }
}
