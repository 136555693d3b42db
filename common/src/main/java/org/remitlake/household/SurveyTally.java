package org.remitlake.household;

import java.io.Serializable;
import org.remitlake.indicator.ValueRow;
import org.remitlake.stats.DomainSums;

/** What the units of a domain tell, added up as far as the estimate allows. */
final class SurveyTally implements Serializable {
  private static final long serialVersionUID = 1;

  private final Side own = new Side();
  private final Side others = new Side();

  /** All units; of a gap or a change one side of it. */
  static final class Side implements Serializable {
    private static final long serialVersionUID = 1;

    private final DomainSums sums = new DomainSums();
    private final WeightedValues values = new WeightedValues();
    private long noAnswer;
    private long noWeight;
    private long told;
    private long decidingTold;
    private long decidingMissing;

    DomainSums sums() {
      return sums;
    }

    WeightedValues values() {
      return values;
    }

    void addTold(boolean isDeciding) {
      told++;
      decidingTold += isDeciding ? 1 : 0;
    }

    void addNoAnswer(boolean isDeciding) {
      noAnswer++;
      decidingMissing += isDeciding ? 1 : 0;
    }

    void addNoWeight(boolean isDeciding) {
      noWeight++;
      decidingMissing += isDeciding ? 1 : 0;
    }

    private boolean isMissing() {
      long silent = noAnswer + noWeight;
      return ValueRow.tooMuchMissing(silent, told + silent)
          || ValueRow.tooMuchMissing(decidingMissing, decidingTold + decidingMissing);
    }

    private void add(Side more) {
      sums.add(more.sums);
      values.add(more.values);
      noAnswer += more.noAnswer;
      noWeight += more.noWeight;
      told += more.told;
      decidingTold += more.decidingTold;
      decidingMissing += more.decidingMissing;
    }
  }

  /** Of a gap or a change, those from whom it is taken off are the others. */
  Side side(boolean isOther) {
    return isOther ? others : own;
  }

  Side own() {
    return own;
  }

  Side others() {
    return others;
  }

  long noAnswer() {
    return own.noAnswer + others.noAnswer;
  }

  long noWeight() {
    return own.noWeight + others.noWeight;
  }

  /** Whether too many do not tell, on either side: a difference would tell a withheld level. */
  boolean isMissing() {
    return own.isMissing() || others.isMissing();
  }

  SurveyTally add(SurveyTally more) {
    own.add(more.own);
    others.add(more.others);
    return this;
  }
}
