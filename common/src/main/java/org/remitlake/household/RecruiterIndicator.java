package org.remitlake.household;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/** What recruitment agents say (catalogue 6.7). */
enum RecruiterIndicator implements SurveyIndicator {
  /** Agents who help with accounts. */
  D67;

  private static final int LEAST_AGENTS = 10;

  @Override
  public Definition definition() {
    return new Definition(
        "recruiter_offers_account_help_pct",
        "Recruiters helping with accounts",
        Unit.PERCENT,
        Direction.UP,
        "Of agents interviewed, those who help to open an account or set up transfers; agents name"
            + " other agents, so this is no estimate for all, and has no interval.",
        LEAST_AGENTS);
  }

  @Override
  public Question question() {
    return Question.share(u -> true, Question.flag("helps_account"));
  }
}
