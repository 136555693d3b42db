package org.remitlake.synthetic;

import java.util.HashMap;
import java.util.Map;
import org.remitlake.synthetic.PilotStudy.Subject;

/**
 * Which holders of accounts a bank has found among the beneficiaries of the largest operator. Each
 * beneficiary is one holder; that the amounts on both sides differ is the model's simplicity.
 */
final class Matches {
  private static final long TAG = "matched beneficiaries".hashCode();
  private static final double SHARE = 0.4;
  private static final Provider OPERATOR = Provider.MTO_01;

  private final Map<Integer, String> beneficiaries = new HashMap<>();

  private Matches() {}

  /** The holders of a ledger, by the number of the subject. */
  static Matches of(Population population, Ledger ledger) {
    Matches matches = new Matches();
    long senders = population.senders(OPERATOR, Long.MAX_VALUE);
    long next = 0;
    for (Passbook passbook : ledger.passbooks()) {
      Subject holder = passbook.holder();
      boolean isKnown = matches.beneficiaries.containsKey(holder.number());
      if (isKnown || !Draw.of(Draw.key(holder.key(), TAG)).chance(SHARE)) {
        continue;
      }
      while (next < senders && !population.sendsTo(OPERATOR, next, ledger.pilot().country())) {
        next++;
      }
      if (next < senders) {
        matches.beneficiaries.put(holder.number(), population.beneficiary(OPERATOR, next));
        next++;
      }
    }
    return matches;
  }

  /** The pseudonym among beneficiaries; empty if never matched. */
  String beneficiary(Subject holder) {
    return beneficiaries.getOrDefault(holder.number(), "");
  }
}
