package org.remitlake.household;

import java.io.Serializable;
import org.remitlake.stats.DomainSums;

/** What the units of a domain tell, added up as far as the estimate allows. */
final class SurveyTally implements Serializable {
  private static final long serialVersionUID = 1;

  private final DomainSums sums = new DomainSums();

  /** Of a gap or a change, those from whom it is taken off. */
  private final DomainSums others = new DomainSums();

  private final WeightedValues values = new WeightedValues();
  private long noAnswer;
  private long noWeight;

  DomainSums sums() {
    return sums;
  }

  DomainSums others() {
    return others;
  }

  WeightedValues values() {
    return values;
  }

  long noAnswer() {
    return noAnswer;
  }

  long noWeight() {
    return noWeight;
  }

  void addNoAnswer() {
    noAnswer++;
  }

  void addNoWeight() {
    noWeight++;
  }

  SurveyTally add(SurveyTally more) {
    sums.add(more.sums);
    others.add(more.others);
    values.add(more.values);
    noAnswer += more.noAnswer;
    noWeight += more.noWeight;
    return this;
  }
}
