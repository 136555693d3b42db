package org.remitlake.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.remitlake.synthetic.PilotStudy.Subject;

/** An account with everything posted on it. */
final class Passbook {
  private final Subject holder;
  private final String pid;
  private final String product;
  private final boolean pilot;
  private final LocalDate opened;
  private final List<Entry> entries = new ArrayList<>();
  private long balance;
  private LocalDate closed;

  Passbook(Subject holder, String pid, String product, boolean pilot, LocalDate opened) {
    this.holder = holder;
    this.pid = pid;
    this.product = product;
    this.pilot = pilot;
    this.opened = opened;
  }

  /** Posts; calls are in the order of time. */
  Entry post(long at, Entry.Type type, boolean credit, long amount) {
    Entry entry = new Entry(this, at, type, credit, amount);
    entries.add(entry);
    balance += entry.signed();
    return entry;
  }

  void close(LocalDate day) {
    closed = day;
  }

  Subject holder() {
    return holder;
  }

  String pid() {
    return pid;
  }

  String product() {
    return product;
  }

  /** Whether it is the account that the pilot offers. */
  boolean pilot() {
    return pilot;
  }

  LocalDate opened() {
    return opened;
  }

  /** Null while it is open. */
  LocalDate closed() {
    return closed;
  }

  long balance() {
    return balance;
  }

  List<Entry> entries() {
    return entries;
  }

  /** The balance before an instant. */
  long balanceBefore(long second) {
    return entries.stream().filter(e -> e.at() < second).mapToLong(Entry::signed).sum();
  }

  /** When money first came in, or -1. */
  long firstDeposit() {
    return entries.stream()
        .filter(Entry::credit)
        .min(Comparator.comparingLong(Entry::at))
        .map(Entry::at)
        .orElse(-1L);
  }
}
