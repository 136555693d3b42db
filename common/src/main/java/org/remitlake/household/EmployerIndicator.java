package org.remitlake.household;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/** What employers of migrants say (catalogue 6.7). */
@SuppressWarnings("ImmutableEnumChecker") // questions are records of functions without a state
enum EmployerIndicator implements SurveyIndicator {
  /** Workers paid to an account. */
  D68(
      "employer_pays_by_account_pct",
      "Paid through accounts",
      "Of the migrant workers of employers, those whose employer pays to accounts: establishments"
          + " count by their workers, and workers of private households are not in.",
      Question.part(
          EmployerIndicator::hasMigrants,
          u -> Question.number(u.flag("pays_by_account")) * u.number("migrant_workers"),
          u -> u.number("migrant_workers"))),
  /** Open to transfers from the payroll. */
  D69(
      "employer_open_to_payroll_remittance_pct",
      "Open to payroll remittance",
      "Of employers with migrant workers, those who would offer transfers from the payroll; large and"
          + " small count alike.",
      Question.share(EmployerIndicator::hasMigrants, Question.flag("open_payroll_remit")));

  private static final int LEAST_INTERVIEWS = 30;

  private final Definition definition;
  private final Question question;

  EmployerIndicator(String key, String title, String note, Question question) {
    this.definition =
        new Definition(key, title, Unit.PERCENT, Direction.UP, note, LEAST_INTERVIEWS);
    this.question = question;
  }

  private static boolean hasMigrants(SurveyUnit employer) {
    return employer.number("migrant_workers") > 0;
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public Question question() {
    return question;
  }
}
