package org.remitlake.frequency;

import java.math.BigDecimal;
import java.util.Optional;

/** How an indicator follows from the senders of a cell. */
sealed interface SenderFormula {
  /** Quarters that a window of 365 days reaches back. */
  int FOR_A_YEAR = 3;

  /** The number, and what it rests on. */
  Outcome of(SenderCell cell);

  /** Quarters of data before the one of the value, without which it would say something else. */
  int history();

  /**
   * A number and its parts.
   *
   * @param value the number; empty where it has none
   * @param numerator exact, or empty
   * @param denominator exact, or empty
   * @param senders in the value
   */
  record Outcome(
      Optional<Double> value,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator,
      long senders) {

    private static Outcome percent(long part, long whole, long senders) {
      return new Outcome(
          whole == 0 ? Optional.empty() : Optional.of(100.0 * part / whole),
          Optional.of(BigDecimal.valueOf(part)),
          Optional.of(BigDecimal.valueOf(whole)),
          senders);
    }

    private static Outcome plain(Optional<Double> value, long senders) {
      return new Outcome(value, Optional.empty(), Optional.empty(), senders);
    }
  }

  /**
   * A part of a whole, in percent.
   *
   * @param part of the whole
   * @param whole what it is a part of
   * @param history see {@link SenderFormula#history}
   */
  record Share(SenderCount part, SenderCount whole, int history) implements SenderFormula {
    @Override
    public Outcome of(SenderCell cell) {
      boolean ofTransfers = whole == SenderCount.TRANSFERS;
      long all = cell.count(whole);
      return Outcome.percent(
          cell.count(part), all, ofTransfers ? cell.count(SenderCount.ACTIVE) : all);
    }
  }

  /**
   * What is not the part of a whole, in percent.
   *
   * @param part of the whole
   * @param whole what it is a part of
   * @param history see {@link SenderFormula#history}
   */
  record Rest(SenderCount part, SenderCount whole, int history) implements SenderFormula {
    @Override
    public Outcome of(SenderCell cell) {
      long all = cell.count(whole);
      return Outcome.percent(all - cell.count(part), all, all);
    }
  }

  /**
   * Those of a cohort who are active, in percent.
   *
   * @param active who are
   * @param age quarters since the cohort's first transfers
   * @param history see {@link SenderFormula#history}
   */
  record Cohort(SenderCount active, int age, int history) implements SenderFormula {
    @Override
    public Outcome of(SenderCell cell) {
      long all = cell.startedBefore(age);
      return Outcome.percent(cell.count(active), all, all);
    }
  }

  /**
   * Senders that were ever seen, without those seen of late.
   *
   * @param lately those seen of late
   * @param history see {@link SenderFormula#history}
   */
  record Dormant(SenderCount lately, int history) implements SenderFormula {
    @Override
    public Outcome of(SenderCell cell) {
      long dormant = cell.everSeen() - cell.count(lately);
      return new Outcome(
          Optional.of((double) dormant),
          Optional.of(BigDecimal.valueOf(dormant)),
          Optional.empty(),
          dormant);
    }
  }

  /**
   * Quantile of senders' median gaps.
   *
   * @param p 0 to 1
   */
  record Gap(double p) implements SenderFormula {
    @Override
    public Outcome of(SenderCell cell) {
      return Outcome.plain(cell.gap(p), cell.count(SenderCount.WITH_GAP));
    }

    @Override
    public int history() {
      return FOR_A_YEAR;
    }
  }

  /** Median time to the next transfer. */
  record ToNext() implements SenderFormula {
    @Override
    public Outcome of(SenderCell cell) {
      return Outcome.plain(cell.daysToNext(), cell.count(SenderCount.SEEN));
    }

    @Override
    public int history() {
      return FOR_A_YEAR;
    }
  }

  /** Median irregularity. */
  record Irregularity() implements SenderFormula {
    @Override
    public Outcome of(SenderCell cell) {
      return Outcome.plain(cell.irregularity(), cell.count(SenderCount.WITH_IRREGULARITY));
    }

    @Override
    public int history() {
      return FOR_A_YEAR;
    }
  }

  /** Months with a transfer, in percent of twelve. */
  record Months() implements SenderFormula {
    private static final int OF_A_YEAR = 12;

    @Override
    public Outcome of(SenderCell cell) {
      long senders = cell.count(SenderCount.IN_MONTHS);
      return Outcome.percent(cell.count(SenderCount.MONTHS), OF_A_YEAR * senders, senders);
    }

    @Override
    public int history() {
      return FOR_A_YEAR;
    }
  }
}
