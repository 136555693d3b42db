package org.remitlake.synthetic;

import java.util.List;

/**
 * Questions that the countries' surveys ask beside those of {@link Kobo} and {@link Suso}, whose
 * shorter questionnaires the pilots use.
 */
final class Forms {
  private static final String WORK = "EMPLOYED:1 SELF_EMPLOYED:2 UNEMPLOYED:3 INACTIVE:4";
  private static final String REASONS =
      "END_OF_CONTRACT:1 FAMILY:2 HEALTH:3 ENTRY_BAN:4 EXPULSION:5 NO_WORK:6 OTHER:96";

  private Forms() {}

  static Form household(Country country) {
    return new Form(
        country,
        country == Country.TJK
            ? List.of(
                "remit_in_kind_value=sec_c/c08_inkind",
                "use_amt_food=sec_c/c07_amt_1",
                "use_amt_housing=sec_c/c07_amt_2",
                "use_amt_health=sec_c/c07_amt_3",
                "use_amt_education=sec_c/c07_amt_4",
                "use_amt_ceremony=sec_c/c07_amt_5",
                "use_amt_debt=sec_c/c07_amt_6",
                "use_amt_business=sec_c/c07_amt_7",
                "use_amt_durables=sec_c/c07_amt_8",
                "use_amt_saving=sec_c/c07_amt_9",
                "use_amt_other=sec_c/c07_amt_96",
                "last_cost_known=sec_c/c11_known ?",
                "last_fee_pct=sec_c/c12_cost",
                "receiver_sex=sec_c/c13_who M:1 F:2")
            : List.of(
                "remit_in_kind_value=C5",
                "use_amt_food=C8A__1",
                "use_amt_housing=C8A__2",
                "use_amt_health=C8A__3",
                "use_amt_education=C8A__4",
                "use_amt_ceremony=C8A__5",
                "use_amt_debt=C8A__6",
                "use_amt_business=C8A__7",
                "use_amt_durables=C8A__8",
                "use_amt_saving=C8A__9",
                "use_amt_other=C8A__96",
                "last_cost_known=C11 ?",
                "last_fee_pct=C12",
                "receiver_sex=C13 M:1 F:2"));
  }

  /** There are no migrants' associations in Armenia. */
  static Form member(Country country) {
    return new Form(
        country,
        country == Country.TJK
            ? List.of(
                "work_status=member/b09_work " + WORK,
                "isco08=member/b10_isco",
                "account_kind=member/b13_kind BANK:1 OTHER:2",
                "saved_formal_12m=member/b14_formal ?",
                "saved_any_12m=member/b15_any ?",
                "uses_informal_12m=member/b16_informal ?",
                "assoc_aware=member/b20_aware ?",
                "assoc_member=member/b21_member ?",
                "assoc_meetings_12m=member/b22_meetings",
                "assoc_paid_12m=member/b23_paid ?",
                "assoc_amount_12m=member/b24_amount")
            : List.of(
                "work_status=R7 " + WORK,
                "isco08=R8",
                "account_kind=R10 BANK:1 OTHER:2",
                "saved_formal_12m=R11 ?",
                "saved_any_12m=R12 ?",
                "uses_informal_12m=R13 ?"));
  }

  static Form migrant(Country country) {
    return country == Country.TJK ? tajikMigrant() : armenianMigrant();
  }

  private static Form tajikMigrant() {
    return new Form(
        Country.TJK,
        List.of(
            "=_index",
            "=_parent_index",
            "hh_id=_submission__uuid",
            "wave=migrant/wave",
            "migrant_no=migrant/m01_no",
            "person_no=migrant/m02_line",
            "panel_id=migrant/m03_code",
            "sex=migrant/m04_sex M:1 F:2",
            "age=migrant/m05_age",
            "edu_isced=migrant/m06_edu",
            "is_abroad=migrant/m07_abroad ?",
            "months_abroad_12m=migrant/m08_months",
            "departed_on=migrant/m09_left @",
            "returned_on=migrant/m10_back @",
            "months_home=migrant/m11_home",
            "dest=migrant/m12_country RUS:1 KAZ:2 TUR:3 USA:4 DEU:5",
            "works=migrant/m13_works ?",
            "sector=migrant/m14_sector F:1 G:2 C:3 H:4 I:5 N:6 A:7 S:8",
            "contract_written=migrant/m15_contract ?",
            "stay_status=migrant/m16_stay PATENT:1 PERMIT:2 EAEU:3 CITIZEN:4 NONE:5",
            "isco_before=migrant/m17_before",
            "isco_abroad=migrant/m18_there",
            "isco_after=migrant/m19_after",
            "diploma_recognised=migrant/m20_diploma ?",
            "remits_12m=migrant/m21_sends ?",
            "account_dest=migrant/m22_account ?",
            "policy_in_force=migrant/m23_policy NONE:0 HEALTH:1 ACCIDENT:2 REPATRIATION:3",
            "policy_compulsory=migrant/m24_dms ?",
            "return_intent=migrant/m25_return",
            "remigrate_intent=migrant/m26_again",
            "reason_return=migrant/m27_reason " + REASONS,
            "intends_to_stay=migrant/m28_stays ?",
            "work_status=migrant/m29_work " + WORK,
            "used_savings_business=migrant/m30_business ?",
            "savings_on_return=migrant/m31_saved #6",
            "savings_currency=migrant/m31_cur TJS:1 RUB:2 USD:3",
            "skill_used=migrant/m32_skill ?",
            "skill_planned=migrant/m33_plan ?",
            "reint_economic=r_econ",
            "reint_social=r_soc",
            "reint_psychosocial=r_psy",
            "is_proxy=migrant/m34_proxy ?"));
  }

  private static Form armenianMigrant() {
    return new Form(
        Country.ARM,
        List.of(
            "hh_id=interview__key",
            "migrant_no=migrants__id",
            "wave=wave",
            "person_no=M2",
            "panel_id=M3",
            "sex=M4 M:1 F:2",
            "age=M5",
            "edu_isced=M6",
            "is_abroad=M7 ?",
            "months_abroad_12m=M8",
            "departed_on=M9 @",
            "returned_on=M10 @",
            "months_home=M11",
            "dest=M12 RUS:643 KAZ:398 USA:840 FRA:250 DEU:276",
            "works=M13 ?",
            "sector=M14",
            "contract_written=M15 ?",
            "stay_status=M16 EAEU:1 CITIZEN:2 PERMIT:3 PATENT:4 NONE:5",
            "isco_before=M17",
            "isco_abroad=M18",
            "isco_after=M19",
            "diploma_recognised=M20 ?",
            "remits_12m=M21 ?",
            "account_dest=M22 ?",
            "policy_in_force=M23 HEALTH:1 ACCIDENT:2 REPATRIATION:3 NONE:4",
            "policy_compulsory=M24 ?",
            "return_intent=M25",
            "remigrate_intent=M26",
            "reason_return=M27 " + REASONS,
            "intends_to_stay=M28 ?",
            "work_status=M29 " + WORK,
            "used_savings_business=M30 ?",
            "savings_on_return=M31 #9",
            "savings_currency=M31C AMD:1 RUB:2 USD:3",
            "skill_used=M32 ?",
            "skill_planned=M33 ?",
            "reint_economic=reint_econ",
            "reint_social=reint_soc",
            "reint_psychosocial=reint_psy",
            "is_proxy=M34 ?"));
  }

  /** Of persons who may migrate. */
  static Form prospective(Country country) {
    return new Form(
        country,
        List.of(
            "wants_cheaper_transfer=p16 ?",
            "wants_insurance=p18 ?",
            "wants_pension=p19 ?",
            "recruiter_licensed=p23 ?",
            "first_job_year=p24",
            "interviewed_on=p25 @"));
  }
}
