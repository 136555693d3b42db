package org.remitlake.synthetic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.remitlake.synthetic.PilotStudy.Subject;

/** What is true of surveys and pilots: the values that estimates should come near to. */
final class StudyFacts {
  private StudyFacts() {}

  static void surveys(ObjectNode root, Request request) {
    for (Country country : Country.values()) {
      ObjectNode node = root.putObject(country.householdSurvey());
      node.put("households", country.households());
      node.put("places", country.strata().stream().mapToInt(Stratum::psus).sum());
      node.put("icc_receiving", Country.ICC_RECEIVING).put("icc_account", Country.ICC_ACCOUNT);
      node.put("icc_saving", Country.ICC_SAVING).put("icc_income", Country.ICC_INCOME);
      for (SurveyWave wave : SurveyWave.of(request)) {
        ObjectNode truth = node.putObject(Integer.toString(wave.year()));
        int w = wave.index();
        truth.put("remit_received_12m", rounded(country.receiving(w)));
        truth.put("remit_received_12m_urban", rounded(country.receiving(w, true)));
        truth.put("remit_received_12m_rural", rounded(country.receiving(w, false)));
        truth.put("account_own", rounded(country.account(w)));
        truth.put("account_own_urban", rounded(country.account(w, true)));
        truth.put("account_own_rural", rounded(country.account(w, false)));
        truth.put("account_own_men_minus_women", Roll.GAP);
        truth.put("bank_saving_12m", country.saving());
        adults(truth, country, w);
        migrants(truth, country, wave);
      }
    }
  }

  private static void adults(ObjectNode truth, Country country, int wave) {
    double formal = Adults.FORMAL * country.account(wave);
    truth.put("saved_formal_12m", rounded(formal));
    truth.put("saved_any_12m", rounded(formal + (1 - formal) * Adults.OTHER_MEANS));
    truth.put("strand_bank", rounded(country.account(wave) * Adults.bank(country)));
    truth.put("strand_other", rounded(country.account(wave) * (1 - Adults.bank(country))));
    truth.put("strand_informal", rounded((1 - country.account(wave)) * Adults.INFORMAL));
    truth.put("last_cost_known", Receipts.COST_KNOWN);
    truth.put("received_by_women", Receipts.TO_WOMEN);
    truth.put("in_kind_received", Receipts.IN_KIND);
    if (country == Country.TJK) {
      truth.put("assoc_aware", Adults.AWARE);
      truth.put("assoc_member", rounded(Adults.AWARE * Adults.MEMBER));
      truth.put("assoc_active", rounded(Adults.AWARE * Adults.MEMBER * Adults.ACTIVE));
    }
  }

  /** Shares of migrants: abroad, or so for three of twelve months; the last ones of returnees. */
  private static void migrants(ObjectNode truth, Country country, SurveyWave wave) {
    int w = wave.index();
    truth.put("households_with_migrant", rounded(Migration.households(country, w)));
    truth.put("migrants_per_household", rounded(Migration.perHousehold(country, w)));
    truth.put("migrant_women", Migration.women(country));
    truth.put("migrant_tertiary", Migration.TERTIARY);
    truth.put("migrant_in_russia", Migration.russia(country));
    truth.put("months_abroad_12m", rounded(Migration.months(country)));
    truth.put("migrant_works", Migration.working(country, wave));
    truth.put("contract_written", Migration.contract(country));
    truth.put("documented_stay", rounded(Migration.documented(country)));
    truth.put("remits_12m", rounded(Migration.remits(country, w)));
    truth.put("account_dest", Migration.accountThere(country));
    truth.put("insured_of_abroad", Migration.insured(country));
    truth.put(
        "compulsory_policy_of_abroad",
        rounded(Migration.patent(country) * Migration.COMPULSORY_OF_PATENTS));
    truth.put("return_likely_of_abroad", Migration.RETURN);
    truth.put("return_realised_of_traced", rounded(Migration.realised()));
    truth.put("overqualified_of_tertiary", Migration.overqualified(country));
    truth.put("downgraded", rounded(Migration.downgraded(country)));
    truth.put("diploma_recognised_of_tertiary", Migration.diploma(country));
    truth.put("returnees_per_household", rounded(Migration.returnees(country, w)));
    truth.put("leave_again_likely", Migration.LEAVE_AGAIN);
    truth.put("returnee_employed", Migration.EMPLOYED_BACK);
    truth.put("returnee_self_employed", Migration.SELF_EMPLOYED_BACK);
    truth.put("returnee_used_savings_business", Migration.BUSINESS);
    truth.put("returnee_skill_used", Migration.SKILL_USED);
    truth.put("reintegration_score", Homecoming.SCORE);
    truth.put("savings_on_return_usd", rounded(Migration.savings()));
  }

  static void pilots(ObjectNode root, Request request) {
    PilotCalendar calendar = PilotCalendar.of(request);
    for (Pilot pilot : Pilot.values()) {
      ObjectNode node = root.putObject(pilot.name());
      node.put("baseline_wave", calendar.baseline().year());
      node.put("endline_wave", calendar.endline().year()).put("ended", calendar.ended());
      node.put("treated_from", calendar.treatedFrom().toString());
      ObjectNode effects = node.putObject("effect");
      effects.put("bank_saving_12m", pilot.savingEffect());
      effects.put("remit_received_12m", 0.0);
      effects.put("consumption_month", pilot.consumptionEffect());
      ObjectNode control = node.putObject("control_mean");
      control.put("bank_saving_12m", Pilot.SAVING).put("remit_received_12m", pilot.receiving());
      node.put("icc", pilot.icc());
      node.put("uptake_per_100_elig_treated", rounded(100 * Pilot.UPTAKE));
      node.put("uptake_per_100_elig_control", rounded(100 * Pilot.UPTAKE_CONTROL));
      node.put("retained_30d_other_accounts", Pilot.RETAINED);
      node.put("retained_30d_pilot_accounts", rounded(Pilot.RETAINED + Pilot.RETAINED_EFFECT));
      node.put("attrition_treated", Pilot.ATTRITION_TREATED);
      node.put("attrition_control", Pilot.ATTRITION_CONTROL);
      counts(node, PilotStudy.of(request.seed(), pilot));
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  /** What came of it for this seed. */
  private static void counts(ObjectNode node, PilotStudy study) {
    for (boolean treated : new boolean[] {true, false}) {
      ObjectNode arm = node.putObject(treated ? study.pilot().treatedArm() : "C");
      arm.put("clusters", study.clusters().stream().filter(c -> c.treated() == treated).count());
      arm.put("units", subjects(study, treated).count());
      arm.put("opened_within_12_months", subjects(study, treated).filter(Subject::tookUp).count());
      arm.put(
          "interviewed_at_endline",
          subjects(study, treated).filter(s -> s.endline() != null).count());
    }
  }

  private static Stream<Subject> subjects(PilotStudy study, boolean treated) {
    return study.subjects().stream().filter(s -> s.cluster().treated() == treated);
  }
}
