package org.remitlake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {
  private static final long WINDOW = 30 * 86_400L;

  /** A remittance, or other money that came in. */
  private static final class Lot {
    private final Entry entry;
    private long left;

    private Lot(Entry entry) {
      this.entry = entry;
      this.left = entry.amount();
    }
  }

  @ParameterizedTest
  @EnumSource(Pilot.class)
  void noAccountIsEverOverdrawn(Pilot pilot) {
    for (Passbook passbook : ledger(1, pilot).passbooks()) {
      List<Entry> entries = new ArrayList<>(passbook.entries());
      entries.sort((a, b) -> Long.compare(a.at(), b.at()));
      long balance = 0;
      for (Entry entry : entries) {
        assertThat(entry.amount()).isPositive();
        balance += entry.signed();
        assertThat(balance).as(entry.id()).isNotNegative();
      }
      assertThat(passbook.closed() == null || balance == 0).isTrue();
    }
  }

  @Test
  void postingsAreNumberedInTheOrderOfTime() {
    List<Entry> entries = ledger(1, Pilot.PT_AM_01).entries();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      assertThat(ids.add(entries.get(i).id())).isTrue();
      assertThat(i == 0 || entries.get(i - 1).at() <= entries.get(i).at()).isTrue();
    }
    assertThat(entries).anyMatch(e -> !e.group().isEmpty());
    assertThat(entries).allMatch(e -> e.type() != Entry.Type.REVERSAL || !e.reverses().isEmpty());
  }

  /** Last in, first out, on accounts that receive remittances themselves. */
  @Test
  void theProductKeepsTenPerCentMoreThanOtherAccounts() {
    double[] kept = new double[2];
    double[] all = new double[2];
    for (long seed = 1; seed <= 40; seed++) {
      for (Passbook p : ledger(seed, Pilot.PT_AM_01).passbooks()) {
        // A holder with two accounts moves money between them: not for this short sum.
        if (p.entries().stream().allMatch(e -> e.group().isEmpty())) {
          int kind = p.pilot() ? 1 : 0;
          kept[kind] += retained(p);
          all[kind] += credits(p).stream().mapToLong(Entry::amount).sum();
        }
      }
    }
    assertThat(kept[0] / all[0]).isCloseTo(Pilot.RETAINED, within(0.03));
    double offered = Pilot.RETAINED + Pilot.RETAINED_EFFECT;
    assertThat(kept[1] / all[1]).isCloseTo(offered, within(0.03));
  }

  private static List<Entry> credits(Passbook p) {
    List<Entry> reversed =
        p.entries().stream().filter(e -> e.type() == Entry.Type.REVERSAL).toList();
    return p.entries().stream()
        .filter(e -> e.type() == Entry.Type.REMIT_CREDIT)
        .filter(e -> reversed.stream().noneMatch(r -> r.reverses().equals(e.id())))
        .toList();
  }

  private static double retained(Passbook p) {
    List<Entry> credits = credits(p);
    double kept = 0;
    for (Entry credit : credits) {
      Deque<Lot> lots = new ArrayDeque<>();
      List<Entry> entries = new ArrayList<>(p.entries());
      entries.sort((a, b) -> Long.compare(a.at(), b.at()));
      for (Entry e : entries) {
        boolean voided =
            e.type() == Entry.Type.REVERSAL
                || (e.type() == Entry.Type.REMIT_CREDIT && !credits.contains(e));
        if (!voided && e.at() <= credit.at() + WINDOW) {
          post(lots, e);
        }
      }
      kept += lots.stream().filter(l -> l.entry == credit).mapToLong(l -> l.left).sum();
    }
    return kept;
  }

  private static void post(Deque<Lot> lots, Entry entry) {
    if (entry.credit()) {
      lots.push(new Lot(entry));
      return;
    }
    long rest = entry.amount();
    while (rest > 0 && !lots.isEmpty()) {
      Lot lot = lots.peek();
      long used = Math.min(rest, lot.left);
      lot.left -= used;
      rest -= used;
      if (lot.left == 0) {
        lots.pop();
      }
    }
  }

  private static Ledger ledger(long seed, Pilot pilot) {
    Request request = Requests.of(seed, 100, "2020-Q1", "2021-Q4", Defects.NONE);
    return Ledger.of(Population.of(request), pilot);
  }
}
