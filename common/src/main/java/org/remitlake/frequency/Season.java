package org.remitlake.frequency;

import java.util.Optional;
import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;
import org.remitlake.stats.Seasonality;

/** When in the year people send, by the number of completed transfers. */
public enum Season implements Indicator {
  /** First quarter. */
  B16_Q1("n_q1", "Seasonal index of transfers, first quarter"),
  /** Second quarter. */
  B16_Q2("n_q2", "Seasonal index of transfers, second quarter"),
  /** Third quarter. */
  B16_Q3("n_q3", "Seasonal index of transfers, third quarter"),
  /** Fourth quarter. */
  B16_Q4("n_q4", "Seasonal index of transfers, fourth quarter"),
  /** Largest less smallest. */
  B16_AMPLITUDE("n_amplitude", "Seasonal amplitude of transfers");

  private static final int LEAST_SENDERS = 10;

  private final Definition definition;

  Season(String variant, String title) {
    this.definition =
        new Definition(
            variant,
            "seasonality_index",
            title,
            Unit.RATIO,
            Direction.NONE,
            "Number of transfers over its centred yearly average, 1 on average over the year; from"
                + " all quarters up to this one, three years at least. Of numbers, so that no"
                + " exchange rate is in it.",
            LEAST_SENDERS);
  }

  @Override
  public String basis() {
    return "tx";
  }

  @Override
  public Definition definition() {
    return definition;
  }

  Optional<Double> of(Optional<Seasonality> index) {
    return index.map(
        i ->
            switch (this) {
              case B16_Q1 -> i.figures().get(0);
              case B16_Q2 -> i.figures().get(1);
              case B16_Q3 -> i.figures().get(2);
              case B16_Q4 -> i.figures().get(3);
              case B16_AMPLITUDE -> i.amplitude();
            });
  }
}
