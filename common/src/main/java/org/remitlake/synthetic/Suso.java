package org.remitlake.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Armenian questionnaire as Survey Solutions exports it: tab separated, yes 1 and no 0,
 * unanswered questions as sentinels; one adult of a household is asked about accounts.
 */
final class Suso implements Questionnaire {
  private static final String UNANSWERED = "-999999999";
  private static final String UNANSWERED_TEXT = "##N/A##";

  /** This code book's channels, by index of {@link Told#CHANNELS}. */
  private static final int[] CHANNELS = {2, 1, 4, 3, 5, 6, 7, 8};

  private static final int[] PAYOUTS = {1, 3, 2, 4, 5};

  private static final List<String> HOUSEHOLD =
      List.of(
          "hh_id=interview__key",
          "wave=wave",
          "panel_hh_id=hh_code",
          "stratum=stratum",
          "psu=psu",
          "region=A3",
          "urbanity=A2",
          "interviewed_on=A1",
          "interviewer_id=A6",
          "result_code=A7",
          "weight_hh=weight_hh",
          "hh_size=B1",
          "remit_received_12m=C1",
          "remit_times_12m=C3",
          "remit_amount=C4",
          "use_food=C8__1",
          "use_housing=C8__2",
          "use_health=C8__3",
          "use_education=C8__4",
          "use_ceremony=C8__5",
          "use_debt=C8__6",
          "use_business=C8__7",
          "use_durables=C8__8",
          "use_saving=C8__9",
          "use_other=C8__96",
          "last_channel=C9",
          "last_payout=C10",
          "income_12m=D1",
          "consumption_month=D2",
          "bank_saving_12m=E1",
          "debt_amount=E5");

  private static final List<String> MEMBER =
      List.of(
          "hh_id=interview__key",
          "person_no=members__id",
          "wave=wave",
          "sex=R2",
          "age=R3",
          "is_head=R4",
          "edu_isced=R6",
          "account_own=R9",
          "weight_person=weight_ind");

  private final long seed;

  Suso(long seed) {
    this.seed = seed;
  }

  @Override
  public Grid households(String survey, int year, List<Household> households) {
    String name = "survey_" + survey + "_" + year + "_hh.tab";
    Grid grid = new Grid(name, "household", survey, '\t', "hh_id", HOUSEHOLD);
    for (Household household : households) {
      List<String> cells = visit(grid, household.visit(), year);
      Told told = household.told();
      if (told == null) {
        pad(cells, HOUSEHOLD.size());
      } else {
        cells.add(number(grid, told.size()));
        receipts(grid, cells, told);
        boolean whole = household.visit().complete();
        cells.add(whole ? number(grid, told.income()) : "");
        cells.add(whole ? number(grid, told.consumption()) : "");
        cells.add(whole ? flag(grid, told.saving()) : "");
        cells.add(whole ? number(grid, told.debt()) : "");
      }
      grid.row(cells.toArray(String[]::new));
    }
    return grid;
  }

  private List<String> visit(Grid grid, Visit visit, int year) {
    List<String> cells = new ArrayList<>();
    cells.add(Uids.pairs(seed, visit.number()));
    cells.add(Integer.toString(year));
    cells.add(visit.panelId());
    cells.add(visit.stratum());
    cells.add(visit.psu());
    cells.add(visit.region());
    cells.add(Integer.toString(visit.area()));
    boolean undated = visit.result() == Visit.NO_CONTACT && visit.number() % 3 == 0;
    if (undated) {
      grid.natural("S06");
    }
    cells.add(undated ? UNANSWERED_TEXT : visit.day().toString());
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
    cells.add(Integer.toString(told.times()));
    cells.add(number(grid, told.remitYear()));
    for (int k = 0; k < Told.USES.length; k++) {
      cells.add((told.uses() >>> k & 1) == 1 ? "1" : "0");
    }
    cells.add(Integer.toString(CHANNELS[told.channel()]));
    cells.add(told.payout() < 0 ? "" : Integer.toString(PAYOUTS[told.payout()]));
  }

  @Override
  public Grid members(String survey, int year, List<Household> households) {
    String name = "survey_" + survey + "_" + year + "_member.tab";
    Grid grid = new Grid(name, "member", survey, '\t', "hh_id", MEMBER);
    for (Household household : households) {
      long weight = household.visit().weight() * household.adults();
      for (Member m : household.members()) {
        grid.row(
            Uids.pairs(seed, household.visit().number()),
            Integer.toString(m.line()),
            Integer.toString(year),
            m.female() ? "2" : "1",
            Integer.toString(m.age()),
            m.line() == 1 ? "1" : "0",
            number(grid, m.isced()),
            flag(grid, m.account()),
            m.selected() ? Questionnaire.weight(weight) : "");
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
    String name = "survey_" + survey + "_" + year + "_migrant.tab";
    Form form = Forms.migrant(Country.ARM);
    Grid grid = new Grid(name, "migrant", survey, '\t', "hh_id", form.columns());
    for (int i = 0; i < households.size(); i++) {
      for (Map<String, String> migrant : migrants.get(i)) {
        Map<String, String> row = new TreeMap<>(migrant);
        row.put("hh_id", Uids.pairs(seed, households.get(i).visit().number()));
        row.put("wave", Integer.toString(year));
        grid.row(form.cells(grid, row).toArray(String[]::new));
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
    if (answer == Answers.DONT_KNOW || answer == Answers.REFUSED) {
      boolean refused = answer == Answers.REFUSED;
      grid.natural(refused ? "S05_REFUSED" : "S05_DK");
      return refused ? "99" : "98";
    }
    return number(grid, answer);
  }

  private static String number(Grid grid, long answer) {
    if (answer == Answers.SKIPPED) {
      grid.natural("S06");
      return UNANSWERED;
    }
    if (answer == Answers.DONT_KNOW || answer == Answers.REFUSED) {
      boolean refused = answer == Answers.REFUSED;
      grid.natural(refused ? "S05_REFUSED" : "S05_DK");
      return refused ? "999999999" : "999999998";
    }
    return answer < 0 ? "" : Long.toString(answer);
  }
}
