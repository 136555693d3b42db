package org.remitlake.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Tajik questionnaire as KoboToolbox exports it: headers with group paths, a member repeat with
 * the parent's uuid, yes 1 and no 2, do not know 98 and refused 99, as nines by the field's width
 * in amounts.
 */
final class Kobo implements Questionnaire {
  private static final int YES_NO = 2;
  private static final int CONSUMPTION = 5;
  private static final int INCOME = 6;

  private static final List<String> HOUSEHOLD =
      List.of(
          "hh_id=_uuid",
          "=_index",
          "wave=sec_a/wave",
          "panel_hh_id=sec_a/hh_code",
          "stratum=sec_a/a03_stratum",
          "psu=sec_a/a04_psu",
          "region=sec_a/a02_region",
          "urbanity=strat",
          "interviewed_on=sec_a/a01_date",
          "interviewer_id=sec_a/a06_int",
          "result_code=sec_a/a07_result",
          "weight_hh=w_final",
          "hh_size=sec_b/b01_size",
          "remit_received_12m=sec_c/c01_recv",
          "remit_amount=sec_c/c03_amt",
          "remit_currency=sec_c/c03_cur",
          "remit_frequency=sec_c/c04_freq",
          "use_food=sec_c/c07_use/1",
          "use_housing=sec_c/c07_use/2",
          "use_health=sec_c/c07_use/3",
          "use_education=sec_c/c07_use/4",
          "use_ceremony=sec_c/c07_use/5",
          "use_debt=sec_c/c07_use/6",
          "use_business=sec_c/c07_use/7",
          "use_durables=sec_c/c07_use/8",
          "use_saving=sec_c/c07_use/9",
          "use_other=sec_c/c07_use/96",
          "last_channel=sec_c/c09_chan",
          "last_payout=sec_c/c10_pay",
          "income_12m=sec_d/d01_income",
          "consumption_month=sec_d/d02_cons",
          "bank_saving_12m=sec_e/e01_save",
          "debt_amount=sec_e/e05_debt");

  private static final List<String> MEMBER =
      List.of(
          "=_index",
          "=_parent_index",
          "hh_id=_submission__uuid",
          "wave=member/wave",
          "person_no=member/b02_line",
          "sex=member/b03_sex",
          "age=member/b04_age",
          "is_head=member/b05_rel",
          "edu_isced=member/b08_edu",
          "account_own=member/b12");

  private final long seed;

  Kobo(long seed) {
    this.seed = seed;
  }

  @Override
  public Grid households(String survey, int year, List<Household> households) {
    String name = "survey_" + survey + "_" + year + "_hh.csv";
    Grid grid = new Grid(name, "household", survey, ';', "hh_id", HOUSEHOLD);
    int index = 0;
    for (Household household : households) {
      index++;
      List<String> cells = visit(grid, household.visit(), index, year);
      Told told = household.told();
      if (told == null) {
        pad(cells, HOUSEHOLD.size());
      } else {
        cells.add(number(grid, told.size(), YES_NO));
        receipts(grid, cells, told);
        boolean whole = household.visit().complete();
        cells.add(whole ? number(grid, told.income(), INCOME) : "");
        cells.add(whole ? number(grid, told.consumption(), CONSUMPTION) : "");
        cells.add(whole ? flag(grid, told.saving()) : "");
        cells.add(whole ? number(grid, told.debt(), INCOME) : "");
      }
      grid.row(cells.toArray(String[]::new));
    }
    return grid;
  }

  private List<String> visit(Grid grid, Visit visit, int index, int year) {
    List<String> cells = new ArrayList<>();
    cells.add(Uids.hex(seed, visit.number()));
    cells.add(Integer.toString(index));
    cells.add(Integer.toString(year));
    cells.add(visit.panelId());
    cells.add(visit.stratum());
    cells.add(visit.psu());
    cells.add(visit.region());
    cells.add(visit.urban() ? "Ш" : "Д");
    cells.add(FxDelivery.dots(new Text(), visit.day()).toString());
    cells.add(Integer.toString(visit.interviewer()));
    cells.add(Integer.toString(visit.result()));
    cells.add(Questionnaire.weight(visit.weight()));
    grid.natural("result_" + visit.result());
    return cells;
  }

  private static void receipts(Grid grid, List<String> cells, Told told) {
    cells.add(flag(grid, told.received()));
    if (told.received() != 1) {
      pad(cells, HOUSEHOLD.size() - 4);
      return;
    }
    cells.add(number(grid, told.remitOccasion(), INCOME));
    cells.add(
        told.remitCurrency() == Currency.TJS
            ? "1"
            : told.remitCurrency() == Currency.RUB ? "2" : "3");
    cells.add(Integer.toString(told.frequency()));
    for (int k = 0; k < Told.USES.length; k++) {
      cells.add((told.uses() >>> k & 1) == 1 ? "1" : "0");
    }
    boolean other = told.channel() == Told.CHANNELS.length - 1;
    cells.add(other ? "96" : Integer.toString(told.channel() + 1));
    cells.add(told.payout() < 0 ? "" : Integer.toString(told.payout() + 1));
  }

  @Override
  public Grid members(String survey, int year, List<Household> households) {
    String name = "survey_" + survey + "_" + year + "_member.csv";
    Grid grid = new Grid(name, "member", survey, ';', "hh_id", MEMBER);
    int parent = 0;
    for (Household household : households) {
      parent++;
      for (Member m : household.members()) {
        grid.row(
            Integer.toString(grid.size() + 1),
            Integer.toString(parent),
            Uids.hex(seed, household.visit().number()),
            Integer.toString(year),
            Integer.toString(m.line()),
            m.female() ? "2" : "1",
            Integer.toString(m.age()),
            Integer.toString(Math.min(m.line(), 3)),
            number(grid, m.isced(), YES_NO),
            flag(grid, m.account()));
      }
    }
    return grid;
  }

  @Override
  public Grid migrants(
      String survey,
      int year,
      List<Household> households,
      List<List<Map<String, String>>> migrants) {
    String name = "survey_" + survey + "_" + year + "_migrant.csv";
    Form form = Forms.migrant(Country.TJK);
    Grid grid = new Grid(name, "migrant", survey, ';', "hh_id", form.columns());
    for (int i = 0; i < households.size(); i++) {
      for (Map<String, String> migrant : migrants.get(i)) {
        Map<String, String> row = new TreeMap<>(migrant);
        row.put("hh_id", Uids.hex(seed, households.get(i).visit().number()));
        row.put("wave", Integer.toString(year));
        List<String> cells = form.cells(grid, row);
        cells.set(0, Integer.toString(grid.size() + 1));
        cells.set(1, Integer.toString(i + 1));
        grid.row(cells.toArray(String[]::new));
      }
    }
    return grid;
  }

  private static void pad(List<String> cells, int width) {
    while (cells.size() < width) {
      cells.add("");
    }
  }

  private static String flag(Grid grid, long answer) {
    return answer == 1 ? "1" : answer == 0 ? "2" : number(grid, answer, YES_NO);
  }

  private static String number(Grid grid, long answer, int width) {
    if (answer == Answers.DONT_KNOW || answer == Answers.REFUSED) {
      boolean refused = answer == Answers.REFUSED;
      grid.natural(refused ? "S05_REFUSED" : "S05_DK");
      return "9".repeat(width - 1) + (refused ? '9' : '8');
    }
    return answer < 0 ? "" : Long.toString(answer);
  }
}
