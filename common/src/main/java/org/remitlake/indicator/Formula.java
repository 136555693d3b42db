package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.Optional;

/** How an indicator follows from the transfers of a cell: a closed list of kinds. */
public sealed interface Formula
    permits Formula.Mean,
        Formula.Total,
        Formula.Share,
        Formula.Persons,
        Formula.PerSender,
        Formula.OfOrder,
        MonthTotal,
        MoneyRatio,
        Concentration,
        CurrencyShare,
        Robustness,
        StandardCost,
        CostChange,
        CostGap,
        Coverage,
        QuoteGap,
        QuotesByVolume,
        Savings {
  /** The number, and what it rests on. */
  Outcome of(TransferCell cell);

  /** Number of records that the value rests on, whose senders are its units. */
  Measure records();

  /** Number of records that it is about: those that are not in the value are missing. */
  default Measure population() {
    return Measure.COMPLETED;
  }

  /** Whether reference rates enter the value. */
  boolean usesRates();

  /** Whether a cell has the number; not, where it would say nothing. */
  default boolean has(CellKey cell) {
    return true;
  }

  /**
   * A number and its parts.
   *
   * @param value the number; empty where it has none
   * @param numerator exact, or empty
   * @param denominator exact, or empty
   * @param units persons in the value
   * @param weightRule UNIT or VALUE
   * @param coveredShare share of the population's principal in the value, 0 to 1
   * @param whenNone why there is no number, where there is none
   */
  record Outcome(
      Optional<Double> value,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator,
      long units,
      String weightRule,
      double coveredShare,
      String whenNone) {

    Outcome(
        Optional<Double> value,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        long units,
        String weightRule,
        double coveredShare) {
      this(value, numerator, denominator, units, weightRule, coveredShare, "DEN_ZERO");
    }

    /** A number that does not follow from a numerator and a denominator. */
    static Outcome of(Optional<Double> value, long units, String weightRule, String whenNone) {
      return new Outcome(value, Optional.empty(), Optional.empty(), units, weightRule, 1, whenNone);
    }

    static Outcome ratio(BigDecimal over, BigDecimal under, long units, String weightRule) {
      Optional<Double> value =
          under.signum() == 0
              ? Optional.empty()
              : Optional.of(over.doubleValue() / under.doubleValue());
      return new Outcome(value, Optional.of(over), Optional.of(under), units, weightRule, 1);
    }
  }

  /** Senders of the records that the value rests on. */
  static long senders(TransferCell cell, Measure records) {
    return cell.senders(Population.of(records));
  }

  /**
   * Mean over records.
   *
   * @param sum what is averaged
   * @param records over how many
   * @param population of how many
   * @param usesRates whether reference rates enter
   */
  record Mean(Measure sum, Measure records, Measure population, boolean usesRates)
      implements Formula {
    /** A mean over records of the completed transfers. */
    public Mean(Measure sum, Measure records, boolean usesRates) {
      this(sum, records, Measure.COMPLETED, usesRates);
    }

    @Override
    public Outcome of(TransferCell cell) {
      return Outcome.ratio(cell.sum(sum), cell.sum(records), senders(cell, records), "UNIT");
    }
  }

  /**
   * Sum over records.
   *
   * @param sum what is summed
   * @param records over how many
   * @param usesRates whether reference rates enter
   */
  record Total(Measure sum, Measure records, boolean usesRates) implements Formula {
    @Override
    public Outcome of(TransferCell cell) {
      BigDecimal total = cell.sum(sum);
      return new Outcome(
          Optional.of(total.doubleValue()),
          Optional.of(total),
          Optional.empty(),
          senders(cell, records),
          "UNIT",
          1);
    }
  }

  /**
   * A part of a whole, in percent.
   *
   * @param part what is counted or summed
   * @param whole of what
   * @param records over how many records
   * @param weightRule UNIT or VALUE
   */
  record Share(Measure part, Measure whole, Measure records, String weightRule) implements Formula {
    @Override
    public Outcome of(TransferCell cell) {
      Outcome share =
          Outcome.ratio(cell.sum(part), cell.sum(whole), senders(cell, records), weightRule);
      return new Outcome(
          share.value().map(v -> 100 * v),
          share.numerator(),
          share.denominator(),
          share.units(),
          weightRule,
          1);
    }

    @Override
    public boolean usesRates() {
      return weightRule.equals("VALUE") || records == Measure.COSTED;
    }
  }

  /**
   * Distinct persons.
   *
   * @param side senders by pricing date, or beneficiaries by receipt date
   */
  record Persons(Side side) implements Formula {
    @Override
    public Outcome of(TransferCell cell) {
      long persons =
          switch (side) {
            case SENDER -> cell.senders(Population.COMPLETED);
            case BENEFICIARY -> cell.beneficiaries();
          };
      return new Outcome(
          Optional.of((double) persons),
          Optional.of(BigDecimal.valueOf(persons)),
          Optional.empty(),
          persons,
          "UNIT",
          1);
    }

    @Override
    public Measure records() {
      return Measure.COMPLETED;
    }

    @Override
    public boolean usesRates() {
      return false;
    }
  }

  /**
   * A sum per distinct sender.
   *
   * @param sum what is summed
   * @param records over how many
   * @param usesRates whether reference rates enter
   */
  record PerSender(Measure sum, Measure records, boolean usesRates) implements Formula {
    @Override
    public Outcome of(TransferCell cell) {
      long senders = senders(cell, records);
      return Outcome.ratio(cell.sum(sum), BigDecimal.valueOf(senders), senders, "UNIT");
    }
  }

  /**
   * Exact quantile over records.
   *
   * @param which quantile of what
   */
  record OfOrder(Quantile which) implements Formula {
    @Override
    public Outcome of(TransferCell cell) {
      return new Outcome(
          cell.quantile(which),
          Optional.empty(),
          Optional.empty(),
          senders(cell, records()),
          "UNIT",
          1);
    }

    @Override
    public Measure records() {
      return which.of().records();
    }

    @Override
    public boolean usesRates() {
      return true;
    }
  }

  /** Whose persons are counted. */
  enum Side {
    /** By pricing date. */
    SENDER,
    /** By receipt date. */
    BENEFICIARY
  }
}
